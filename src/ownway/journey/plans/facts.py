"""A plan and its cost as values, for pages, letters and other rooms."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from ownway.journey.plans.models import Assistant, Heading, Line, Plan, PlanCost, PlanStatus
from ownway.journey.plans.models import DayKind as DayKind
from ownway.journey.plans.models import Every as Every
from ownway.journey.plans.models import HoursKind as HoursKind
from ownway.journey.plans.models import LineKind as LineKind
from ownway.journey.plans.models import Route as Route
from ownway.rules.steps import BASIS_POINTS, Step, answers_from_json
from ownway.rules.wording import duration, in_words, money

BY_THE_HOUR = frozenset({LineKind.PA_HOURS, LineKind.AGENCY_HOURS})
ROUTES_WITH_AN_OFFER = frozenset({Route.DIRECT_PAYMENT, Route.MIXTURE})


@dataclass(frozen=True, slots=True)
class AssistantFacts:
    """A personal assistant of a plan. `born_on` is None for somebody not found yet."""

    id: int
    name: str
    born_on: date | None
    over_state_pension_age: bool
    hours_kind: str
    hours_kind_words: str
    pay_every: str
    pay_every_words: str
    asks_for_pension: bool

    @property
    def stamp(self) -> str:
        """How it reads now (see `stamp_of`)."""
        return stamp_of(self)


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line of a plan: minutes and pence a week by the hour, pence every so often, or a share in basis points."""

    id: int
    heading_id: int
    kind: str
    kind_words: str
    words: str
    assistant_id: int | None
    assistant_name: str
    day_kind: str
    day_kind_words: str
    minutes_weekly: int | None
    minutes_awake_weekly: int | None
    hourly_pence: int | None
    amount_pence: int | None
    every: str
    every_words: str
    share_bp: int | None

    @property
    def label(self) -> str:
        """What it is called on pages and in workings: its own words, or its kind and who does it, and when."""
        if self.words:
            return self.words
        if self.kind == LineKind.PA_HOURS:
            return f"{self.assistant_name}, {self.day_kind_words.lower()}"
        return self.kind_words

    @property
    def how_much(self) -> str:
        """“9 hours a week at £13.00 an hour”, “£20.00 every month” or “5% of all the rest”."""
        if self.minutes_weekly is not None:
            return f"{duration(self.minutes_weekly)} a week at {money(self.hourly_pence or 0)} an hour"
        if self.amount_pence is not None:
            return f"{money(self.amount_pence)} {self.every_words.lower()}"
        return f"{in_words(self.share_bp or 0, BASIS_POINTS)} of all the rest"

    @property
    def stamp(self) -> str:
        """How it reads now (see `stamp_of`)."""
        return stamp_of(self)


@dataclass(frozen=True, slots=True)
class HeadingFacts:
    """What money is for: an outcome of the plan in words, the person's own outcome it serves, and its lines."""

    id: int
    words: str
    outcome_id: int
    outcome_words: str
    lines: tuple[LineFacts, ...]

    @property
    def stamp(self) -> str:
        """How it reads now, its lines apart (see `stamp_of`)."""
        return stamp_of(self.id, self.words, self.outcome_id)


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A whole plan, in the order in which it was written."""

    id: int
    person_id: int
    number: int
    route: str
    route_words: str
    route_reason: str
    status: str
    status_words: str
    starts_on: date
    only_care: bool
    claims_allowance: bool
    headings: tuple[HeadingFacts, ...]
    assistants: tuple[AssistantFacts, ...]

    @property
    def lines(self) -> tuple[LineFacts, ...]:
        """Every line, heading by heading."""
        return tuple(line for heading in self.headings for line in heading.lines)

    @property
    def is_draft(self) -> bool:
        """Whether it may still be changed."""
        return self.status == PlanStatus.DRAFT

    @property
    def may_be_offered(self) -> bool:
        """Whether its route goes on to an offer of a direct payment."""
        return self.route in ROUTES_WITH_AN_OFFER

    @property
    def stamp(self) -> str:
        """How the plan itself reads now, what is in it apart (see `stamp_of`)."""
        return stamp_of(
            self.id, self.route, self.route_reason, self.starts_on, self.only_care, self.claims_allowance, self.status
        )


@dataclass(frozen=True, slots=True)
class PlanCostFacts:
    """What a plan was found to cost, in pence, and the working of each figure by its name in the rule `plan.cost`.

    `inputs` are what it was worked out from: a plan that has changed since has others (see `queries.is_costed`).
    """

    id: int
    plan_id: int
    decision_id: int
    weekly_pence: int
    four_weekly_pence: int
    yearly_pence: int
    one_off_pence: int
    made_by: str
    made_at: datetime
    as_at_on: date
    inputs: dict[str, Any]
    workings: dict[str, Step]

    @property
    def headings(self) -> tuple[tuple[str, Step], ...]:
        """The weekly cost by heading, as written, and last what being an employer adds. A Step's parts are its lines."""
        start = "headings."
        found = {name.removeprefix(start): step for name, step in self.workings.items() if name.startswith(start)}
        written = dict.fromkeys(line["heading"] for line in self.inputs["lines"])
        return tuple((words, found[words]) for words in {**written, **found} if words in found)

    @property
    def four_weekly(self) -> Step:
        """Four weeks, with the working."""
        return self.workings["four_weekly"]

    @property
    def yearly(self) -> Step:
        """A year, with the working."""
        return self.workings["yearly"]

    @property
    def one_off(self) -> Step:
        """What is paid once; its parts are the lines."""
        return self.workings["one_off"]

    @property
    def minimum_wages(self) -> tuple[tuple[str, Step], ...]:
        """Whether the pay of each assistant, by name, reaches the minimum wage."""
        names = {f"minimum_wage.{one['key']}": one["name"] for one in self.inputs["assistants"]}
        return tuple((names[name], step) for name, step in self.workings.items() if name in names)


def assistant_facts(row: Assistant) -> AssistantFacts:
    """The row as a value."""
    return AssistantFacts(
        id=row.pk,
        name=row.name,
        born_on=row.born_on,
        over_state_pension_age=row.over_state_pension_age,
        hours_kind=row.hours_kind,
        hours_kind_words=row.get_hours_kind_display(),
        pay_every=row.pay_every,
        pay_every_words=row.get_pay_every_display(),
        asks_for_pension=row.asks_for_pension,
    )


def line_facts(row: Line) -> LineFacts:
    """The row as a value; its assistant must have been fetched with it."""
    return LineFacts(
        id=row.pk,
        heading_id=row.heading_id,
        kind=row.kind,
        kind_words=row.get_kind_display(),
        words=row.words,
        assistant_id=row.assistant_id,
        assistant_name=row.assistant.name if row.assistant else "",
        day_kind=row.day_kind,
        day_kind_words=row.get_day_kind_display(),
        minutes_weekly=row.minutes_weekly,
        minutes_awake_weekly=row.minutes_awake_weekly,
        hourly_pence=row.hourly_pence,
        amount_pence=row.amount_pence,
        every=row.every,
        every_words=row.get_every_display(),
        share_bp=row.share_bp,
    )


def heading_facts(row: Heading, lines: list[LineFacts]) -> HeadingFacts:
    """The row as a value with its lines; its outcome must have been fetched with it."""
    return HeadingFacts(
        id=row.pk, words=row.words, outcome_id=row.outcome_id, outcome_words=row.outcome.words, lines=tuple(lines)
    )


def plan_facts(
    row: Plan, *, headings: tuple[HeadingFacts, ...] = (), assistants: tuple[AssistantFacts, ...] = ()
) -> PlanFacts:
    """The row as a value, with what was read of its parts."""
    return PlanFacts(
        id=row.pk,
        person_id=row.person_id,
        number=row.number,
        route=row.route,
        route_words=row.get_route_display(),
        route_reason=row.route_reason,
        status=row.status,
        status_words=row.get_status_display(),
        starts_on=row.starts_on,
        only_care=row.only_care,
        claims_allowance=row.claims_allowance,
        headings=headings,
        assistants=assistants,
    )


def plan_cost_facts(row: PlanCost) -> PlanCostFacts:
    """The row as a value with its working; its decision and who made it must have been fetched with it."""
    return PlanCostFacts(
        id=row.pk,
        plan_id=row.plan_id,
        decision_id=row.decision_id,
        weekly_pence=row.weekly_pence,
        four_weekly_pence=row.four_weekly_pence,
        yearly_pence=row.yearly_pence,
        one_off_pence=row.one_off_pence,
        made_by=row.decision.made_by.name,
        made_at=row.decision.made_at,
        as_at_on=row.decision.as_at_on,
        inputs=row.decision.inputs,
        workings=answers_from_json(row.decision.workings),
    )


def stamp_of(*parts: object) -> str:
    """A short mark of how something read when a page was opened, to see whether somebody changed it meanwhile."""
    return sha256(repr(parts).encode()).hexdigest()[:16]
