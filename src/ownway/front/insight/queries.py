"""Questions over everybody, counted by PostgreSQL."""

from datetime import date, datetime

from django.core.cache import cache
from django.db.models import (
    Avg,
    Case,
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
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

KEPT_SECONDS = 600
"""The measures look at everybody, so what was counted is shown again for ten minutes; the page says when it was."""


def get_insight(*, council: Council, on: date, now: datetime) -> Insight:
    """The measures of a day, as counted within the last ten minutes."""
    key = f"insight.{council.pk}.{on.isoformat()}"
    kept: Insight | None = cache.get(key)
    if kept is None:
        kept = count_insight(council=council, on=on, now=now)
        cache.set(key, kept, timeout=KEPT_SECONDS)
    return kept


def count_insight(*, council: Council, on: date, now: datetime) -> Insight:
    """The measures of a day. Three queries, however many people there are."""
    return Insight(
        on=on,
        counted_at=now,
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
    kind = "offer__plan__headings__lines__kind"
    numbered = (When(**{f"{kind}__in": kinds}, then=Value(number)) for number, kinds in enumerate(USES.values()))
    counted = (
        in_force(council=council, on=on)
        .annotate(use=Case(*numbered, output_field=IntegerField()))
        .values_list("use")
        .annotate(people=Count("person_id", distinct=True))
        .order_by()
    )
    people = dict(counted)
    return tuple(UseFacts(words=words, people=people.get(number, 0)) for number, words in enumerate(USES))


def find_days_to_first_payment(*, council: Council, on: date) -> int | None:
    """Whole days from the agreement to the first payment day, on average over the agreements in force; None for none."""
    took = ExpressionWrapper(F("schedules__first_on") - F("agreed_at__date"), output_field=DurationField())
    earlier = Schedule.objects.filter(agreement=OuterRef("pk"), first_on__lt=OuterRef("schedules__first_on"))
    firsts = in_force(council=council, on=on).filter(~Exists(earlier), schedules__isnull=False)
    average = firsts.aggregate(average=Avg(took))["average"]
    return max(0, round(average.total_seconds() / 86_400)) if average is not None else None
