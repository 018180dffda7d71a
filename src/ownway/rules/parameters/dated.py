"""Figures by day: what is known and confirmed can be used; anything else is refused, saying what to enter and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from ownway.rules.refusals import Refused
from ownway.rules.steps import COUNT, Step, UsedFigure
from ownway.rules.vocabulary import GIVEN


class Standing(StrEnum):
    """How far a figure can be trusted."""

    READ = "read in the law"
    REPORTED = "reported"
    CONFIRMED = "confirmed by the council"
    SUPPOSED = "supposed, to see what would be"
    NOT_CONFIRMED = "not confirmed"
    UNKNOWN = "not known"


_USABLE = {Standing.READ, Standing.REPORTED, Standing.CONFIRMED}


@dataclass(frozen=True, slots=True)
class Value:
    """What a figure is from a day until its next value.

    `value` is None unless it may be used; `recalled` is what somebody remembers it to be, to help whoever confirms it.
    """

    from_on: date
    value: int | None
    standing: Standing
    source: str
    address: str = ""
    recalled: int | None = None
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One dated figure: its name, unit, the day by which somebody should look at it again, and values in day order."""

    id: str
    topic: str
    name: str
    unit: str
    review_by: date
    values: tuple[Value, ...]

    def on(self, day: date) -> Value | None:
        """The value in force on a day; None before the first."""
        return next((value for value in reversed(self.values) if value.from_on <= day), None)

    def is_past_review(self, today: date) -> bool:
        """Whether the day to look at this figure again has gone by."""
        return self.review_by < today


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A figure that a council's finance officer has looked up: from which day, how much, where it was read, by whom."""

    id: str
    from_on: date
    value: int
    source: str
    by: str


class FigureNotKnown(Refused):
    """There is no figure for that day. `ids` are the figures asked for, `on` the day."""

    def __init__(self, message: str, *, ids: tuple[str, ...], on: date) -> None:
        self.ids, self.on = ids, on
        super().__init__(message)

    @property
    def id(self) -> str:
        """The first figure that is missing."""
        return self.ids[0]


class FigureNotConfirmed(FigureNotKnown):
    """There is a figure for that day, but nobody has confirmed it."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """All dated figures, by id. Frozen: confirming a figure gives new Parameters.

    `is_stored` says that these are only what a stored decision used, so that another figure may be asked for.
    """

    figures: Mapping[str, Figure]
    is_stored: bool = False

    def on(self, day: date) -> Figures:
        """The figures in force on a day. Each figure changes on days of its own."""
        return Figures(parameters=self, day=day)

    def list_all(self) -> tuple[Figure, ...]:
        """Every figure with all its values, in order of topic and id."""
        return tuple(sorted(self.figures.values(), key=lambda figure: (figure.topic, figure.id)))

    def get(self, figure_id: str) -> Figure:
        """The figure of that id. KeyError when the rulebook has none, which is a mistake in the program."""
        if self.is_stored and figure_id not in self.figures:
            return Figure(figure_id, "", figure_id, COUNT, date.max, values=())
        return self.figures[figure_id]

    def with_confirmed(self, confirmed: Iterable[Confirmed]) -> Parameters:
        """These figures with a council's own confirmations laid over them, each from its day.

        Raises Refused for an id that is not a figure, and for a value that contradicts one read in the law.
        """
        figures = dict(self.figures)
        for one in confirmed:
            if one.id not in figures:
                raise Refused(f"There is no figure called “{one.id}” to confirm.")
            figures[one.id] = _overlaid(figures[one.id], one)
        return replace(self, figures=figures)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures in force on one day. What was looked up once is kept: a cohort asks for the same few again and again."""

    parameters: Parameters
    day: date
    _found: dict[str, Step] = field(default_factory=dict, init=False, repr=False, compare=False)

    def at(self, day: date) -> Figures:
        """The same figures on another day."""
        return self if day == self.day else Figures(self.parameters, day)

    def supposing(self, values: Mapping[str, int]) -> Figures:
        """These figures with others in place of some, by id: to see what would be, never to decide. KeyError for no figure."""
        figures = dict(self.parameters.figures)
        for figure_id, value in values.items():
            there = figures[figure_id].on(self.day)
            from_on = there.from_on if there else self.day
            new = Value(from_on, value, Standing.SUPPOSED, "supposed, not looked up")
            figures[figure_id] = replace(figures[figure_id], values=(new,))
        return Figures(replace(self.parameters, figures=figures), self.day)

    def step(self, figure_id: str, label: str | None = None) -> Step:
        """The figure as a given Step that carries its source, its standing and the day it took force.

        Raises FigureNotKnown or FigureNotConfirmed (both Refused) with what to enter and where.
        """
        found = self._found.get(figure_id)
        if found is None:
            found = self._found[figure_id] = self._look_up(figure_id)
        return found if label is None else found._replace(label=label)

    def _look_up(self, figure_id: str) -> Step:
        self._refuse_missing((figure_id,))
        figure = self.parameters.get(figure_id)
        value = figure.on(self.day)
        if value is None or value.value is None:
            raise AssertionError(f"{figure_id} was required and is missing")
        used = UsedFigure(
            id=figure.id,
            name=figure.name,
            value=value.value,
            unit=figure.unit,
            from_on=value.from_on,
            standing=value.standing.value,
            source=value.source,
            address=value.address,
            by=value.by,
        )
        return Step(figure.name, value.value, figure.unit, GIVEN, figure=used)

    def require(self, *figure_ids: str) -> None:
        """Refuse once for all the figures that are missing, so that a person can put them right together."""
        if not self._found.keys() >= set(figure_ids):
            self._refuse_missing(figure_ids)

    def _refuse_missing(self, figure_ids: Iterable[str]) -> None:
        asked = [self.parameters.get(figure_id) for figure_id in figure_ids]
        unknown = [one for one in asked if not _is_known(one.on(self.day))]
        unconfirmed = [one for one in asked if _is_unconfirmed(one.on(self.day))]
        if unknown:
            missing = [*unknown, *unconfirmed]
            raise FigureNotKnown(
                f"We do not know {_named(unknown)} for {_said(self.day)}. Ask your finance officer to enter"
                f" {_them(missing)} on the Figures page, with where it was read.",
                ids=tuple(figure.id for figure in missing),
                on=self.day,
            )
        if unconfirmed:
            raise FigureNotConfirmed(
                f"Ask your finance officer to confirm {_named(unconfirmed)} on the Figures page."
                f" We need to be sure of {_them(unconfirmed)} for {_said(self.day)} before we can work this out.",
                ids=tuple(figure.id for figure in unconfirmed),
                on=self.day,
            )

    @classmethod
    def from_used(cls, used: Iterable[UsedFigure], *, day: date) -> Figures:
        """Figures made of nothing but those that a stored decision used, to work it out again."""
        by_id: dict[str, list[UsedFigure]] = {}
        for one in used:
            by_id.setdefault(one.id, []).append(one)
        return Parameters({figure_id: _stored(rows) for figure_id, rows in by_id.items()}, is_stored=True).on(day)


def _stored(rows: Sequence[UsedFigure]) -> Figure:
    values = tuple(
        Value(row.from_on, row.value, Standing(row.standing), row.source, row.address, by=row.by)
        for row in sorted(rows, key=lambda row: row.from_on)
    )
    return Figure(rows[0].id, "", rows[0].name, rows[0].unit, review_by=date.max, values=values)


def _overlaid(figure: Figure, confirmed: Confirmed) -> Figure:
    there = figure.on(confirmed.from_on)
    if there and there.standing == Standing.READ and there.value != confirmed.value:
        raise Refused(
            f"“{figure.name}” was read in the law for {_said(confirmed.from_on)}: {there.source}."
            " A council cannot set it to something else here."
        )
    new = Value(confirmed.from_on, confirmed.value, Standing.CONFIRMED, confirmed.source, by=confirmed.by)
    others = [value for value in figure.values if value.from_on != confirmed.from_on]
    return replace(figure, values=tuple(sorted([*others, new], key=lambda value: value.from_on)))


def _is_known(value: Value | None) -> bool:
    return value is not None and value.standing != Standing.UNKNOWN


def _is_unconfirmed(value: Value | None) -> bool:
    return value is not None and value.standing == Standing.NOT_CONFIRMED


def _named(figures: Sequence[Figure]) -> str:
    names = [f"‘{figure.name}’" for figure in figures]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _them(figures: Sequence[Figure]) -> str:
    return "it" if len(figures) == 1 else "them"


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
