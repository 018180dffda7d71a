"""Figures as pages show them: in words, with their standing."""

from dataclasses import dataclass
from datetime import date

from ownway.rules.parameters import Figure, Standing, Value
from ownway.rules.wording import in_words


@dataclass(frozen=True, slots=True)
class ValueFacts:
    """What a figure is from a day on, and how far it can be trusted."""

    from_on: date
    words: str
    standing: str
    source: str
    address: str
    by: str
    usable: bool
    note: str


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """A figure, its value today and all its values, newest first."""

    id: str
    topic: str
    name: str
    unit: str
    review_by: date
    past_review: bool
    now: ValueFacts | None
    values: tuple[ValueFacts, ...]

    @property
    def usable(self) -> bool:
        """Whether sums can be done with it today."""
        return self.now is not None and self.now.usable


def value_facts(value: Value, *, unit: str) -> ValueFacts:
    """One dated value in words; a value that may not be used says so instead."""
    if value.value is not None:
        words = in_words(value.value, unit)
    elif value.recalled is not None:
        words = f"Not confirmed. It may be {in_words(value.recalled, unit)}"
    else:
        words = "Not known"
    return ValueFacts(
        from_on=value.from_on,
        words=words,
        standing=value.standing.value,
        source=value.source,
        address=value.address,
        by=value.by,
        usable=value.standing not in (Standing.NOT_CONFIRMED, Standing.UNKNOWN),
        note=value.note,
    )


def figure_facts(figure: Figure, *, today: date) -> FigureFacts:
    """The figure as a page shows it."""
    now = figure.on(today)
    return FigureFacts(
        id=figure.id,
        topic=figure.topic,
        name=figure.name,
        unit=figure.unit,
        review_by=figure.review_by,
        past_review=figure.is_past_review(today),
        now=value_facts(now, unit=figure.unit) if now is not None else None,
        values=tuple(value_facts(value, unit=figure.unit) for value in reversed(figure.values)),
    )
