"""Questions over everybody, counted by PostgreSQL."""

from datetime import date

from django.db.models import (
    Avg,
    Case,
    CharField,
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    Min,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)

from ownway.front.insight.facts import USES, GroupFacts, Insight, UseFacts
from ownway.ground.access.models import Council
from ownway.ground.people.models import ClientGroup
from ownway.journey.agreements.models import Agreement
from ownway.journey.payments.models import Schedule
from ownway.journey.plans.models import Line


def get_insight(*, council: Council, on: date) -> Insight:
    """The measures of a day. Three queries, however many people there are."""
    return Insight(
        on=on,
        groups=list_groups(council=council, on=on),
        uses=list_uses(council=council, on=on),
        days_to_first_payment=find_days_to_first_payment(council=council, on=on),
    )


def in_force(*, council: Council, on: date) -> QuerySet[Agreement]:
    """Agreements of the council that hold on the day."""
    still = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    return Agreement.objects.filter(still, person__council=council, starts_on__lte=on)


def list_groups(*, council: Council, on: date) -> tuple[GroupFacts, ...]:
    """The nine client groups in their order, also those that have nobody."""
    counted = (
        in_force(council=council, on=on)
        .values("person__client_group")
        .annotate(
            people=Count("pk"),
            payments=Sum("offer__payment_weekly_pence"),
            budgets=Sum("offer__budget_weekly_pence"),
        )
    )
    by_group = {row["person__client_group"]: row for row in counted}
    nobody = {"people": 0, "payments": 0, "budgets": 0}
    return tuple(
        GroupFacts(
            words=group.label,
            people=row["people"],
            payments_weekly_pence=row["payments"],
            budgets_weekly_pence=row["budgets"],
        )
        for group in ClientGroup
        for row in [by_group.get(group.value, nobody)]
    )


def list_uses(*, council: Council, on: date) -> tuple[UseFacts, ...]:
    """The eleven kinds of use, and how many people's agreed plans have each: one pass over the lines."""
    plans = in_force(council=council, on=on).values("offer__plan")
    use = Case(*(When(kind__in=kinds, then=Value(words)) for words, kinds in USES.items()), output_field=CharField())
    counted = (
        Line.objects.filter(heading__plan__in=plans)
        .annotate(use=use)
        .values_list("use")
        .annotate(people=Count("heading__plan__person", distinct=True))
        .order_by()
    )
    people = dict(counted)
    return tuple(UseFacts(words=words, people=people.get(words, 0)) for words in USES)


def find_days_to_first_payment(*, council: Council, on: date) -> int | None:
    """Whole days from the agreement to the first payment day, on average over the agreements in force; None for none."""
    took = ExpressionWrapper(F("first") - F("agreement__agreed_at__date"), output_field=DurationField())
    rows = (
        Schedule.objects.filter(agreement__in=in_force(council=council, on=on))
        .values("agreement", "agreement__agreed_at__date")
        .annotate(first=Min("first_on"))
        .annotate(took=took)
        .aggregate(average=Avg("took"))
    )
    average = rows["average"]
    return max(0, round(average.total_seconds() / 86_400)) if average is not None else None
