"""Questions about check-ups: who is due and why, and how each is going."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, DateField, F, Func, Max, Min, Prefetch, Q, QuerySet, Value, When, Window
from django.db.models.functions import Coalesce, Least, TruncDate

from ownway.ground.access.models import Council
from ownway.ground.design.words import day
from ownway.journey.accounts.models import Statement
from ownway.journey.agreements.models import Agreement
from ownway.journey.checkups.facts import CheckUpFacts, CheckUpLine, DueLine, DuePage, check_up_facts
from ownway.journey.checkups.models import CheckUp, CheckUpStatus, Conversation, Finding, Proposal
from ownway.journey.payments.models import RunLine, RunStatus
from ownway.rules.checks.due import CheckUpDue, CheckUpHistory, CheckUpPolicy, why_due_now
from ownway.rules.checks.findings import Finding as Found
from ownway.rules.frequencies import PERIODS_YEARLY, WEEK

PAGE_SIZE = 25
POLICY = CheckUpPolicy()
PAID = (RunStatus.FILES_WRITTEN, RunStatus.CONFIRMED)
FAR_OFF = date(9999, 1, 1)
WEEKS_YEARLY = PERIODS_YEARLY[WEEK]


class MonthsLater(Func):
    """A day some months later, at the month's last day when it has no such day."""

    template = "(%(expressions)s + make_interval(months => %(months)s))::date"
    output_field = DateField()


class DaysLater(Func):
    """A day some days later."""

    template = "(%(expressions)s + %(days)s)"
    output_field = DateField()


def in_force(*, council: Council, on: date) -> QuerySet[Agreement]:
    """Agreements of the council that hold on the day."""
    still = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    return Agreement.objects.filter(still, person__council=council, starts_on__lte=on)


def with_history(rows: QuerySet[Agreement]) -> QuerySet[Any]:
    """Agreements with `first_on` (the first payment), `last_on` (the last check-up) and `asked` (the last ask)."""
    return rows.annotate(
        first_on=Min("schedules__first_on"),
        last_on=TruncDate(Max("checkups__ended_at")),
        asked=TruncDate(Max("asks__at")),
    )


def list_due(*, council: Council, today: date, page: int = 1) -> DuePage:
    """Who is due for a check-up today and why, longest first; nobody whose check-up is open. One query.

    A page that is not there is the first. The day is worked out by PostgreSQL as rules.checks.due works it out; the reasons come from that rule.
    """
    rows = with_due_day(in_force(council=council, on=today)).filter(due_on__lte=today).order_by("due_on", "pk")
    columns = ("person_id", "person__name", "person__reference", "due_on", "first_on", "last_on", "asked")
    counted = rows.annotate(in_all=Window(Count("pk"))).values(*columns, "offer__budget_weekly_pence", "in_all")
    number = max(1, page)
    found = list(counted[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
    if not found and number > 1:
        return list_due(council=council, today=today)
    count = found[0]["in_all"] if found else 0
    lines = tuple(due_line(row, today=today) for row in found)
    return DuePage(lines=lines, count=count, number=number, pages=max(1, -(-count // PAGE_SIZE)))


def with_due_day(rows: QuerySet[Agreement]) -> QuerySet[Any]:
    """Agreements without an open check-up, with the day `due_on`: the calendar's, or the day somebody asked."""
    never = Value(FAR_OFF, output_field=DateField())
    first = DaysLater(F("first_on"), days=7 * POLICY.first_after_weeks)
    again = MonthsLater(F("last_on"), months=POLICY.every_months)
    asked = Case(When(Q(last_on__isnull=True) | Q(asked__gt=F("last_on")), then=F("asked")), default=None)
    waiting = CheckUp.objects.exclude(status=CheckUpStatus.CLOSED).values("agreement")
    known = with_history(rows.exclude(pk__in=waiting))
    days = known.annotate(calendar=Coalesce(again, first, never), on_asking=Coalesce(asked, never))
    due: QuerySet[Any] = days.annotate(due_on=Least("calendar", "on_asking"))
    return due


def due_line(row: dict[str, Any], *, today: date) -> DueLine:
    """A row of the list, with the rule's own reasons."""
    history = CheckUpHistory(
        first_payment_on=row["first_on"],
        last_check_up_on=row["last_on"],
        yearly_pence=row["offer__budget_weekly_pence"] * WEEKS_YEARLY,
        asked_on=row["asked"],
    )
    due = why_due_now(history, policy=POLICY, today=today)
    return DueLine(
        person_id=row["person_id"],
        name=row["person__name"],
        reference=row["person__reference"],
        due_on=row["due_on"],
        reasons=due.reasons if due is not None else (),
    )


def find_due(*, council: Council, person_id: int, today: date, findings: list[Found]) -> CheckUpDue | None:
    """When this person's next check-up is due and why; None while nothing was paid and nobody asked. One query."""
    row = with_history(in_force(council=council, on=today).filter(person_id=person_id)).select_related("offer").first()
    if row is None:
        return None
    history = CheckUpHistory(
        first_payment_on=row.first_on,
        last_check_up_on=row.last_on,
        yearly_pence=row.offer.budget_weekly_pence * WEEKS_YEARLY,
        asked_on=row.asked,
    )
    return why_due_now(history, findings=findings, policy=POLICY, today=today)


def list_check_ups(*, council: Council, person_id: int) -> list[CheckUpLine]:
    """A person's check-ups, newest first. One query."""
    rows = CheckUp.objects.filter(agreement__person__council=council, agreement__person_id=person_id)
    return [
        CheckUpLine(id=row.pk, status_words=row.get_status_display(), opened_at=row.opened_at, ended_at=row.ended_at)
        for row in rows.order_by("-opened_at", "-pk")[:100]
    ]


def find_check_up(*, council: Council, person_id: int, id: int) -> CheckUpFacts | None:
    """That check-up of the person, with what was found, said and proposed. Four queries."""
    rows = CheckUp.objects.select_related("opened_by").prefetch_related(
        Prefetch("findings", Finding.objects.order_by("pk")),
        Prefetch("conversations", Conversation.objects.select_related("by").order_by("at", "pk")),
        Prefetch("proposals", Proposal.objects.select_related("made_by", "replied_by").order_by("-pk")),
    )
    row = rows.filter(agreement__person__council=council, agreement__person_id=person_id, pk=id).first()
    return check_up_facts(row) if row is not None else None


def get_period(*, council: Council, person_id: int, starts_on: date, today: date) -> tuple[date, date]:
    """The days that a new check-up looks at: since the last one ended, or since the agreement began, until today."""
    last = (
        CheckUp.objects.filter(
            agreement__person__council=council, agreement__person_id=person_id, status=CheckUpStatus.CLOSED
        )
        .order_by("-to_on")
        .first()
    )
    return (min(last.to_on + timedelta(days=1), today) if last is not None else min(starts_on, today)), today


def find_first_payment(*, council: Council, person_id: int) -> date | None:
    """The first day for which a payment run paid the person; None while nothing was paid. One query."""
    paid = RunLine.objects.filter(person__council=council, person_id=person_id, run__status__in=PAID)
    first: date | None = paid.aggregate(first=Min("from_on"))["first"]
    return first


def why_statement_stays(*, council: Council, person_id: int, statement_id: int) -> list[str]:
    """The finished check-ups that looked at a bank statement, each in a sentence: it cannot be taken back. Two queries."""
    rows = Statement.objects.filter(person__council=council, person_id=person_id, pk=statement_id)
    statement = rows.only("from_on", "to_on", "read_at").first()
    if statement is None:
        return []
    finished = CheckUp.objects.filter(
        agreement__person_id=person_id,
        status=CheckUpStatus.CLOSED,
        ended_at__gte=statement.read_at,
        from_on__lte=statement.to_on,
        to_on__gte=statement.from_on,
    )
    return [
        f"The financial check-up of {day(each.from_on)} to {day(each.to_on)} looked at these lines and is finished. "
        "So they stay. If they are wrong, say so in a new check-up."
        for each in finished.order_by("pk")
    ]
