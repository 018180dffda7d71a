"""A plan in the words of the rulebook: the inputs of the rule `plan.cost`."""

from datetime import date
from typing import Any

from ownway.journey.plans.facts import BY_THE_HOUR, AssistantFacts, LineFacts, PlanFacts
from ownway.journey.plans.models import DayKind, HoursKind, LineKind
from ownway.rules import employing, frequencies, plans

RULE = "plan.cost"
AGE_OF_SOMEBODY_NOT_KNOWN = 30  # an adult of full working age: the dearest case until there is a date of birth

KINDS = {
    LineKind.PA_HOURS: plans.PA_HOURS,
    LineKind.AGENCY_HOURS: plans.AGENCY_HOURS,
    LineKind.ACTIVITY: plans.ACTIVITY,
    LineKind.TRANSPORT: plans.TRANSPORT,
    LineKind.SHORT_BREAK: plans.SHORT_BREAKS,
    LineKind.EQUIPMENT: plans.EQUIPMENT,
    LineKind.START_UP: plans.START_UP,
    LineKind.INSURANCE: plans.INSURANCE,
    LineKind.PAYROLL: plans.PAYROLL,
    LineKind.TRAINING: plans.TRAINING,
    LineKind.CONTINGENCY: plans.CONTINGENCY,
    LineKind.SUPPORTED_LIVING: plans.SUPPORTED_LIVING,
    LineKind.MONEY_HELP: plans.MONEY_HELP,
    LineKind.APPOINTEESHIP: plans.APPOINTEESHIP,
    LineKind.CHILDCARE: plans.CHILDCARE,
    LineKind.OTHER: plans.OTHER,
}
DAY_KINDS = {
    DayKind.WEEKDAY: employing.WEEKDAY,
    DayKind.EVENING: employing.EVENING,
    DayKind.WEEKEND: employing.WEEKEND,
    DayKind.BANK_HOLIDAY: employing.BANK_HOLIDAY,
    DayKind.SLEEP_IN: employing.SLEEP_IN,
    DayKind.WAKING_NIGHT: employing.WAKING_NIGHT,
}
HOURS_KINDS = {
    HoursKind.FIXED: employing.FIXED_HOURS,
    HoursKind.IRREGULAR: employing.IRREGULAR_HOURS,
    HoursKind.PART_YEAR: employing.PART_YEAR,
}


def plan_inputs(plan: PlanFacts) -> dict[str, Any]:
    """The JSON inputs of the rule `plan.cost`: lines in the plan's order, ages on the plan's first day."""
    return plans.Plan(
        lines=tuple(rule_line(line, heading=heading.words) for heading in plan.headings for line in heading.lines),
        assistants=tuple(rule_assistant(one, on=plan.starts_on) for one in plan.assistants),
        only_care=plan.only_care,
        claims_allowance=plan.claims_allowance,
    ).to_json()


def rule_line(line: LineFacts, *, heading: str) -> plans.PlanLine:
    """One line as the rulebook knows it."""
    if line.kind in BY_THE_HOUR:
        return plans.PlanLine(
            kind=KINDS[LineKind(line.kind)],
            heading=heading,
            label=line.label,
            minutes_weekly=line.minutes_weekly or 0,
            hourly_pence=line.hourly_pence or 0,
            day_kind=DAY_KINDS[DayKind(line.day_kind)] if line.day_kind else employing.WEEKDAY,
            minutes_awake_weekly=line.minutes_awake_weekly or 0,
            assistant=str(line.assistant_id or ""),
        )
    return plans.PlanLine(
        kind=KINDS[LineKind(line.kind)],
        heading=heading,
        label=line.label,
        amount_pence=line.amount_pence or 0,
        every=line.every or frequencies.WEEK,
        basis_points=line.share_bp or 0,
    )


def rule_assistant(one: AssistantFacts, *, on: date) -> employing.Assistant:
    """An assistant as the rulebook knows them; the key is the row's number."""
    return employing.Assistant(
        key=str(one.id),
        name=one.name,
        age_years=age_on(one.born_on, on) if one.born_on else AGE_OF_SOMEBODY_NOT_KNOWN,
        hours_kind=HOURS_KINDS[HoursKind(one.hours_kind)],
        pay_period=one.pay_every,
        over_state_pension_age=one.over_state_pension_age,
        asks_for_pension=one.asks_for_pension,
    )


def age_on(born_on: date, day: date) -> int:
    """Whole years from a birth to a day; somebody born on 29 February is a year older on 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
