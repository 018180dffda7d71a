"""Council, education and NHS side by side: who pays which part of one plan, each by its own rules and with its own day.

Each line says what it buys and how it is shared. The shares of a line come to the whole of it, so nothing is paid twice
and nothing by nobody; what a person pays counts against the council's part alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ownway.rules import roles
from ownway.rules.arithmetic import any_less, is_anybodys
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.reviews import ReviewDue, clock_of, review_due
from ownway.rules.routes import MAY, NHS, ROUTES, Route
from ownway.rules.steps import BASIS_POINTS, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import PENNY_DOWN, add_up, capped, given, part_of, take_away

COUNCIL, EDUCATION, HEALTH = "council", "education", "nhs"
FUNDERS = (COUNCIL, EDUCATION, HEALTH)
_TITLES = {COUNCIL: "The council pays", EDUCATION: "Education pays", HEALTH: "The NHS pays"}
_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class FundedLine:
    """One thing that is bought each week, in pence, and how it is shared between the funders, in basis points."""

    label: str
    cost_weekly_pence: int
    council_basis_points: int = 0
    education_basis_points: int = 0
    nhs_basis_points: int = 0

    def share_of(self, funder: str) -> int:
        """The funder's share in basis points."""
        return {
            COUNCIL: self.council_basis_points,
            EDUCATION: self.education_basis_points,
            HEALTH: self.nhs_basis_points,
        }[funder]


@dataclass(frozen=True, slots=True)
class FundersInputs:
    """The lines, by which law the council pays its part (a route of roles.py), and what the person pays a week."""

    lines: tuple[FundedLine, ...]
    council_route: str
    contribution_weekly_pence: int = 0


@dataclass(frozen=True, slots=True)
class FundersPart:
    """One funder's part in pence a week: the lines that it shares in, all of them together, and by which law."""

    funder: str
    route: Route
    lines: tuple[Step, ...]
    total: Step


@dataclass(frozen=True, slots=True)
class ThreeFunders:
    """The parts of those who pay, the whole (pence a week), what the person pays, and what the council pays out."""

    parts: tuple[FundersPart, ...]
    whole: Step
    contribution: Step
    council_pays: Step


@dataclass(frozen=True, slots=True)
class FirstPayment:
    """When a funder first paid, and when it has looked again since. The NHS says its own next day."""

    funder: str
    first_payment_on: date | None = None
    reviewed_on: tuple[date, ...] = ()
    next_review_on: date | None = None


def split(inputs: FundersInputs) -> ThreeFunders:
    """Who pays what. The parts come to the whole to the penny. Raises BadInput by field."""
    refuse_if_wrong(_problems(inputs))
    shares = [_shares(line) for line in inputs.lines]
    parts = tuple(_part(funder, inputs, shares) for funder in FUNDERS if any(funder in share for share in shares))
    whole = add_up("All together", *(part.total for part in parts), unit=PENCE_WEEKLY)
    council = next((part.total for part in parts if part.funder == COUNCIL), given("Nothing", 0, PENCE_WEEKLY))
    pays_in = given("What you pay", inputs.contribution_weekly_pence, PENCE_WEEKLY, source="the assessment")
    contribution = capped("What you pay, no more than the council’s part", pays_in, at=council)
    return ThreeFunders(parts, whole, contribution, take_away("The council pays out", council, contribution))


def route_of(funder: str, council_route: str) -> Route:
    """The law by which a funder pays its part."""
    return ROUTES[{COUNCIL: council_route, EDUCATION: roles.EHCP, HEALTH: NHS}[funder]]


def review_of(paid: FirstPayment, *, council_route: str, figures: Figures) -> ReviewDue | None:
    """By when this funder looks again; None while it has not paid yet, or the NHS has not said when.

    Raises BadInput for a funder that nobody knows, and FigureNotConfirmed while the months are only recalled.
    """
    if paid.funder not in FUNDERS:
        refuse_if_wrong([InputProblem("funder", f"Choose one of: {', '.join(FUNDERS)}.")])
    kind = route_of(paid.funder, council_route).reviews
    if paid.funder == HEALTH or not kind:
        said = paid.next_review_on
        return ReviewDue(said, "The NHS says when it looks again.", "the NHS’s own rules", "told") if said else None
    if paid.first_payment_on is None:
        return None
    return review_due(
        first_payment_on=paid.first_payment_on, reviewed_on=paid.reviewed_on, clock=clock_of(kind, figures)
    )


def _part(funder: str, inputs: FundersInputs, shares: list[dict[str, Step]]) -> FundersPart:
    lines = tuple(share[funder] for share in shares if funder in share)
    return FundersPart(funder, route_of(funder, inputs.council_route), lines, add_up(_TITLES[funder], *lines))


def _shares(line: FundedLine) -> dict[str, Step]:
    """Each funder's share of a line. The first that has one pays what the others' shares, rounded down, leave."""
    cost = given(line.label, line.cost_weekly_pence, PENCE_WEEKLY, source="the plan")
    first, *others = [funder for funder in FUNDERS if line.share_of(funder)]
    found = {
        funder: part_of(
            f"{line.label}: {_TITLES[funder]}",
            cost,
            given("Share", line.share_of(funder), BASIS_POINTS, source="agreed between the funders"),
            rounding=PENNY_DOWN,
        )
        for funder in others
    }
    return {first: take_away(f"{line.label}: {_TITLES[first]}", cost, *found.values()), **found}


def _problems(inputs: FundersInputs) -> Iterator[InputProblem]:
    if inputs.council_route not in roles.ROUTES or inputs.council_route == roles.EHCP:
        known = ", ".join(route for route in roles.ROUTES if route != roles.EHCP)
        yield InputProblem("council_route", f"Choose by which law the council pays: {known}.")
    elif is_anybodys(inputs.contribution_weekly_pence) and ROUTES[inputs.council_route].charging != MAY:
        yield InputProblem("contribution_weekly_pence", ROUTES[inputs.council_route].charging_clause.words)
    if any_less(inputs.contribution_weekly_pence, 0):
        yield InputProblem("contribution_weekly_pence", "This cannot be less than nothing.")
    seen: set[str] = set()
    for place, line in enumerate(inputs.lines):
        yield from _line_problems(line, f"lines.{place}")
        said = line.label.strip().casefold()
        if said in seen:
            words = f"“{line.label}” stands here twice. Put it in one line and share it, so that nobody pays it twice."
            yield InputProblem(f"lines.{place}.label", words)
        seen.add(said)


def _line_problems(line: FundedLine, at: str) -> Iterator[InputProblem]:
    if any_less(line.cost_weekly_pence, 0):
        yield InputProblem(f"{at}.cost_weekly_pence", "This cannot be less than nothing.")
    shares = [line.share_of(funder) for funder in FUNDERS]
    if min(shares) < 0:
        yield InputProblem(f"{at}.council_basis_points", "No share can be less than nothing.")
    elif sum(shares) > _WHOLE:
        yield InputProblem(
            f"{at}.council_basis_points",
            f"The shares of “{line.label}” are more than all of it: it would be paid twice.",
        )
    elif sum(shares) < _WHOLE:
        yield InputProblem(
            f"{at}.council_basis_points",
            f"The shares of “{line.label}” are less than all of it: say who pays the rest.",
        )
