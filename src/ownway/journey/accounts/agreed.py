"""What was agreed around an account: the plan and its cost, payments, contribution, and the bills to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ownway.ground.access.models import Council
from ownway.journey.accounts.matching import KnownAssistant, KnownHeading
from ownway.journey.accounts.tidying import tidy_name
from ownway.journey.agreements.facts import AgreementFacts
from ownway.journey.agreements.queries import list_agreements
from ownway.journey.payments.facts import Planned
from ownway.journey.payments.queries import list_planned
from ownway.journey.plans.facts import HeadingFacts, LineFacts, PlanCostFacts, PlanFacts
from ownway.journey.plans.models import LineKind
from ownway.journey.plans.queries import find_agreed_plan, find_latest_cost
from ownway.rules import schedules
from ownway.rules import steps as units
from ownway.rules.account import Commitment, Due, PlanHeading
from ownway.rules.frequencies import FOUR_WEEKS, ONCE, REGULARLY, UNIT_EVERY, each_period, weekly
from ownway.rules.plan_cost import EMPLOYER
from ownway.rules.vocabulary import given

EMPLOYER_KEY = "employer"
LOOK_AHEAD = timedelta(weeks=4)
YEAR_WEEKS = 52
_EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Agreed:
    """The agreed plan with its cost, the agreements until today, and the payments that are set up."""

    plan: PlanFacts | None
    cost: PlanCostFacts | None
    agreements: tuple[AgreementFacts, ...]
    schedules: tuple[Planned, ...]
    today: date

    @property
    def now(self) -> AgreementFacts | None:
        """The agreement in force today."""
        return next((each for each in self.agreements if each.holds_on(self.today)), None)

    @property
    def running_since_on(self) -> date | None:
        """The first day of the first agreement."""
        return min((each.starts_on for each in self.agreements), default=None)

    @property
    def employs_pa(self) -> bool:
        """Whether the plan has a personal assistant's hours."""
        return self.plan is not None and any(line.kind == LineKind.PA_HOURS for line in self.plan.lines)


def get_agreed(*, council: Council, person_id: int, today: date) -> Agreed:
    """What holds for a person today. Seven queries."""
    plan = find_agreed_plan(council=council, person_id=person_id)
    cost = find_latest_cost(council=council, plan_id=plan.id) if plan else None
    return Agreed(
        plan=plan,
        cost=cost,
        agreements=tuple(list_agreements(council=council, from_on=_EARLIEST, until_on=today, person_ids=[person_id])),
        schedules=tuple(list_planned(council=council, person_id=person_id)),
        today=today,
    )


def plan_headings(agreed: Agreed) -> tuple[PlanHeading, ...]:
    """The plan's headings with what each costs a week, and being an employer as one more."""
    if agreed.plan is None:
        return ()
    costs = {words: step.value for words, step in agreed.cost.headings} if agreed.cost else {}
    found = [PlanHeading(str(each.id), each.words, costs.get(each.words, 0)) for each in agreed.plan.headings]
    if EMPLOYER in costs:
        found.append(PlanHeading(EMPLOYER_KEY, EMPLOYER, costs[EMPLOYER]))
    return tuple(found)


def payments_due(agreed: Agreed, *, after_on: date) -> tuple[Due, ...]:
    """The payments that fall due in the year after a day."""
    until_on = after_on + timedelta(days=366)
    return tuple(
        Due(payment.due_on, payment.amount_pence)
        for each in agreed.schedules
        for payment in each.due(after_on + timedelta(days=1), until_on)
    )


def contribution_of(agreement: AgreementFacts) -> int:
    """Pence that the person adds each time under an agreement; nothing when the council asks for it apart."""
    if not agreement.is_net or agreement.contribution_weekly_pence <= 0:
        return 0
    a_week = given("Contribution", agreement.contribution_weekly_pence, units.PENCE_WEEKLY, source="the agreement")
    return each_period("Contribution", a_week, every=agreement.every).value


def contributions_due(agreed: Agreed) -> tuple[Due, ...]:
    """What the person was to add until today."""
    return tuple(
        Due(payment.due_on, payment.amount_pence)
        for agreement in agreed.agreements
        if (pence := contribution_of(agreement)) > 0
        for payment in schedules.due_payments(
            schedules.Schedule(agreement.starts_on, agreement.every, pence, agreement.ends_on),
            agreement.starts_on,
            agreed.today,
        )
    )


def contribution_amounts(agreed: Agreed) -> frozenset[int]:
    """The amounts in which the contribution may come: as agreed, a week or four weeks."""
    amounts = {contribution_of(each) for each in agreed.agreements}
    weeks = [each.contribution_weekly_pence for each in agreed.agreements if contribution_of(each)]
    return frozenset(pence for pence in (*amounts, *weeks, *(4 * each for each in weeks)) if pence > 0)


def commitments(agreed: Agreed, *, after_on: date, until_on: date) -> tuple[Commitment, ...]:
    """What the plan has still to pay from the day after one day until another.

    An amount every so often is due as the plan says, counted from its first day. Hours, and what being an employer
    adds, are due on the last day of each pay period (4 weeks for an agency): they are paid when they are worked.
    Yearly and one-off amounts count only when they fall into these days. What is put by is no bill.
    """
    if agreed.plan is None:
        return ()
    heads = {each.key: each for each in plan_headings(agreed)}
    found: list[Commitment] = []
    every = _pay_every(agreed.plan)
    for heading in agreed.plan.headings:
        found += _amounts_due(agreed.plan, heading, after_on, until_on)
        rest = _worked_weekly(heads[str(heading.id)].weekly_pence, heading, agreed.cost)
        found += _worked(agreed.plan, heading.words, str(heading.id), rest, every.get(heading.id), after_on, until_on)
    employer = heads.get(EMPLOYER_KEY)
    if employer:
        often = next((each.pay_every for each in agreed.plan.assistants), FOUR_WEEKS)
        found += _worked(agreed.plan, EMPLOYER, EMPLOYER_KEY, employer.weekly_pence, often, after_on, until_on)
    return tuple(found)


def put_by_pence(agreed: Agreed) -> int:
    """What the plan has put by for emergencies so far: its contingency for each whole week since its first day.

    At most a year of it; a one-off contingency counts whole.
    """
    plan = agreed.plan
    if plan is None or agreed.today < plan.starts_on:
        return 0
    weeks = min((agreed.today - plan.starts_on).days // 7, YEAR_WEEKS)
    lines = [
        (line, heading) for heading in plan.headings for line in heading.lines if line.kind == LineKind.CONTINGENCY
    ]
    once = sum(line.amount_pence or 0 for line, _ in lines if line.every == ONCE)
    a_week = sum(_contingency_weekly(line, heading, agreed.cost) for line, heading in lines)
    return once + weeks * a_week


def known_headings(agreed: Agreed) -> tuple[KnownHeading, ...]:
    """The plan's headings for matching: their words and those of their lines."""
    return tuple(
        KnownHeading(
            id=heading.id,
            phrases=(heading.words, *(line.words for line in heading.lines if line.words)),
            kinds=frozenset(line.kind for line in heading.lines),
        )
        for heading in (agreed.plan.headings if agreed.plan else ())
    )


def known_assistants(agreed: Agreed) -> tuple[KnownAssistant, ...]:
    """The plan's personal assistants for matching, with their heading where they have just one."""
    if agreed.plan is None:
        return ()
    work: dict[int, set[int]] = {}
    for line in agreed.plan.lines:
        if line.assistant_id is not None:
            work.setdefault(line.assistant_id, set()).add(line.heading_id)
    return tuple(
        KnownAssistant(tidy_name(each.name), next(iter(work[each.id])) if len(work.get(each.id, ())) == 1 else None)
        for each in agreed.plan.assistants
    )


def _amounts_due(plan: PlanFacts, heading: HeadingFacts, after_on: date, until_on: date) -> Iterator[Commitment]:
    for line in heading.lines:
        if line.amount_pence and line.every and line.kind != LineKind.CONTINGENCY:
            schedule = schedules.Schedule(plan.starts_on, line.every, line.amount_pence)
            for due_on in schedules.due_dates(schedule, after_on + timedelta(days=1), until_on):
                yield Commitment(line.label, line.amount_pence, due_on, heading_key=str(heading.id))


def _worked(
    plan: PlanFacts, words: str, key: str, weekly_pence: int, every: str | None, after_on: date, until_on: date
) -> Iterator[Commitment]:
    if weekly_pence <= 0:
        return
    often = every if every in REGULARLY else FOUR_WEEKS
    pence = each_period(words, given(words, weekly_pence, units.PENCE_WEEKLY, source="the plan"), every=often).value
    schedule = schedules.Schedule(plan.starts_on, often, pence)
    for days in schedules.periods(schedule, to_on=until_on):
        if after_on < days.to_on <= until_on:
            yield Commitment(words, pence, days.to_on, heading_key=key)


def _worked_weekly(weekly_pence: int, heading: HeadingFacts, cost: PlanCostFacts | None) -> int:
    """A heading's week without its amounts and its contingency: what is paid for hours."""
    amounts = sum(_weekly(line) for line in heading.lines if line.kind != LineKind.CONTINGENCY)
    put_by = sum(
        _contingency_weekly(line, heading, cost) for line in heading.lines if line.kind == LineKind.CONTINGENCY
    )
    return weekly_pence - amounts - put_by


def _contingency_weekly(line: LineFacts, heading: HeadingFacts, cost: PlanCostFacts | None) -> int:
    if line.amount_pence is not None:
        return _weekly(line)
    parts = dict(cost.headings)[heading.words].parts if cost and heading.words in dict(cost.headings) else ()
    return next((part.value for part in parts if part.label == line.label), 0)


def _weekly(line: LineFacts) -> int:
    if not line.amount_pence or line.every not in REGULARLY:
        return 0
    return weekly(
        given(line.label, line.amount_pence, UNIT_EVERY[line.every], source="the plan"), every=line.every
    ).value


def _pay_every(plan: PlanFacts) -> dict[int, str]:
    """How often a heading's first assistant is paid."""
    often = {each.id: each.pay_every for each in plan.assistants}
    found: dict[int, str] = {}
    for line in plan.lines:
        if line.assistant_id is not None:
            found.setdefault(line.heading_id, often[line.assistant_id])
    return found
