"""Make Amina's support plan, as the tests know it: what it is for, who is employed, and what it costs.

Worked by hand, with the figures of September 2026: Carys works 12 hours a week at £13.00 an hour.

    pay          12 × £13.00                                          £156.00
    holiday      £156.00 × 5.6 weeks ÷ 46.4 weeks = £18.8275…          £18.83
    pension      £156.00 × 52 = £8,112 a year, below £10,000            £0.00
    NI           4 × £156 = £624; less 4 × £96 = £240; 15% = £36.00
                 13 times = £468 a year, all taken by the allowance     £0.00
    insurance    £104.00 a year ÷ 52                                    £2.00
                                                       a week         £176.83
                                 4 weeks £707.32      a year £9,195.16     once £50.00 (an advert)
"""

from datetime import date

from django.utils import timezone

from ownway.ground.access.models import Council, User
from ownway.ground.figures.operations import confirm_figure
from ownway.ground.people.models import Person
from ownway.journey.needs.models import CareActArea, Outcome
from ownway.journey.plans import operations
from ownway.journey.plans.models import DayKind, Every, Heading, HoursKind, LineKind, Plan, Route
from ownway.journey.plans.operations import Change, NewAssistant, NewHeading, NewLine

STARTS_ON = date(2026, 9, 7)
WEEKLY, FOUR_WEEKLY, YEARLY, ONCE = 17_683, 70_732, 919_516, 5_000
PENSION = {
    "pension.ae_trigger": 1_000_000,
    "pension.ae_lowest_age": 22,
    "pension.qualifying_lower": 624_000,
    "pension.qualifying_upper": 5_027_000,
    "pension.min_employer": 300,
}


def change_of(person: Person, by: User) -> Change:
    """A change to the person's plan, now."""
    return Change(council=person.council, person_id=person.pk, by=by, at=timezone.now())


def confirm_pension(*, council: Council, by: User) -> None:
    """Confirm the pension figures, with amounts made up for the tests."""
    for figure, value in PENSION.items():
        confirm_figure(
            council=council,
            figure=figure,
            from_on=date(2026, 4, 6),
            value=value,
            source="made up for a test",
            by=by,
            at=timezone.now(),
        )


def make_outcome(person: Person, by: User, words: str = "I want to swim again") -> Outcome:
    """Something the person wants; the same words give the same outcome."""
    fields = {"area": CareActArea.COMMUNITY, "added_by": by, "added_at": timezone.now()}
    return Outcome.objects.get_or_create(person=person, words=words, defaults=fields)[0]


def make_draft(person: Person, by: User, *, route: Route = Route.DIRECT_PAYMENT) -> Plan:
    """An empty draft from 7 September 2026."""
    return operations.start_plan(
        change=change_of(person, by), route=route, route_reason="She wants to choose who helps.", starts_on=STARTS_ON
    )


def make_heading(person: Person, by: User, words: str = "Exercise, 3 hours a week") -> Heading:
    """A heading of the draft, for an outcome of the person's."""
    heading = NewHeading(words=words, outcome_id=make_outcome(person, by).pk)
    return operations.add_heading(change=change_of(person, by), heading=heading)


def make_carys(person: Person, by: User, **fields: object):
    """Carys, born in 1990, with the same hours each week, paid every 4 weeks."""
    given = {"name": "Carys Bevan", "hours_kind": HoursKind.FIXED, "born_on": date(1990, 3, 27)}
    return operations.add_assistant(change=change_of(person, by), assistant=NewAssistant(**(given | fields)))


def make_plan(person: Person, by: User) -> Plan:
    """Amina's whole draft, as worked by hand above."""
    draft = make_draft(person, by)
    exercise, mornings = make_heading(person, by), make_heading(person, by, "Getting up my way, 9 hours a week")
    carys = make_carys(person, by)
    hours = {"kind": LineKind.PA_HOURS, "assistant_id": carys.pk, "day_kind": DayKind.WEEKDAY, "hourly_pence": 1_300}
    lines = [
        (exercise, NewLine(**hours, minutes_weekly=180)),
        (mornings, NewLine(**hours, minutes_weekly=540)),
        (mornings, NewLine(LineKind.INSURANCE, "Employer’s insurance", amount_pence=10_400, every=Every.YEAR)),
        (mornings, NewLine(LineKind.START_UP, "An advert", amount_pence=5_000, every=Every.ONCE)),
    ]
    for heading, line in lines:
        operations.add_line(change=change_of(person, by), heading_id=heading.pk, line=line)
    return draft


def make_costed_plan(person: Person, by: User) -> Plan:
    """The same, with the pension figures confirmed and the cost worked out."""
    confirm_pension(council=person.council, by=by)
    plan = make_plan(person, by)
    operations.cost_plan(change=change_of(person, by))
    return plan
