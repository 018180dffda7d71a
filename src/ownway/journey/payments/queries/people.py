"""Questions about one person's payments."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject

from ownway.ground.access.models import Council
from ownway.journey.agreements.models import Agreement
from ownway.journey.payments.facts import (
    BankAccountFacts,
    PastPayment,
    PaymentsFacts,
    Planned,
    ScheduleFacts,
    rule_schedule,
    working_of,
)
from ownway.journey.payments.models import AccountCheck, BankAccount, Pause, RunLine, RunStatus, Schedule
from ownway.journey.payments.queries.answers import map_came_back, was_sent
from ownway.journey.payments.queries.due import unpaid_from, without_of
from ownway.rules.days import Days
from ownway.rules.frequencies import ONCE
from ownway.rules.schedules import DuePayment, due_payments

PAST_SHOWN, COMING_SHOWN = 20, 3
LOOK_AHEAD = timedelta(days=400)
FOR_EVER = date(9999, 12, 30)  # a day before the last that there is, so that one can be added


def find_payments_facts(*, council: Council, person_id: int, today: date, whole_numbers: bool = False) -> PaymentsFacts:
    """What was paid, what comes next and where it goes; whole account numbers only when asked. Nine queries at most."""
    rows = list(
        Schedule.objects.filter(person__council=council, person_id=person_id)
        .filter(Q(until_on__isnull=True) | Q(until_on__gte=today) | Q(every=ONCE))
        .prefetch_related("pauses")
        .order_by("first_on", "pk")
    )
    regular = [row for row in rows if row.every != ONCE]
    return PaymentsFacts(
        schedule=_schedule_facts(regular[0], today) if regular else None,
        bank_account=find_bank_account(council=council, person_id=person_id, whole_number=whole_numbers),
        past=_past(council, person_id),
        coming=tuple(islice(sorted(_coming(council, rows, today), key=lambda due: due.due_on), COMING_SHOWN)),
        may_start=_may_start(council, person_id, today),
    )


def find_bank_account(*, council: Council, person_id: int, whole_number: bool = False) -> BankAccountFacts | None:
    """The account that a person is paid into, if they gave one. One query."""
    row = BankAccount.objects.filter(person__council=council, person_id=person_id, ended_on__isnull=True).first()
    return None if row is None else account_facts(row, whole_number=whole_number)


def list_accounts_given(*, council: Council, person_id: int) -> list[BankAccountFacts]:
    """Every account a person gave, newest first, by their last 4 digits. One query."""
    rows = BankAccount.objects.filter(person__council=council, person_id=person_id).order_by("-given_at", "-pk")
    return [account_facts(row, whole_number=False) for row in rows]


def account_facts(row: BankAccount, *, whole_number: bool) -> BankAccountFacts:
    """The row as a value."""
    return BankAccountFacts(
        holder_name=row.holder_name,
        sort_code=row.sort_code if whole_number else None,
        account_number=row.account_number if whole_number else None,
        ending=row.account_number[-4:],
        check_words=row.check_words,
        is_checked=row.check_result == AccountCheck.VALID,
        given_at=row.given_at,
    )


def find_line(*, council: Council, person_id: int, id: int) -> RunLine | None:
    """That payment of that person in a run that a bank has, if there is one."""
    lines = RunLine.objects.filter(run__council=council, person_id=person_id, live=True)
    return lines.filter(pk=id, run__status__in=[RunStatus.FILES_WRITTEN, RunStatus.CONFIRMED]).first()


def _schedule_facts(row: Schedule, today: date) -> ScheduleFacts:
    pauses = [pause for pause in row.pauses.all() if pause.until_on is None or pause.until_on >= today]
    pause = pauses[0] if pauses else None
    return ScheduleFacts(
        id=row.pk,
        every=row.every,
        amount_pence=row.amount_pence,
        weekly_pence=row.weekly_pence,
        first_on=row.first_on,
        until_on=row.until_on,
        why=row.why,
        paused_from_on=pause.from_on if pause else None,
        paused_until_on=pause.until_on if pause else None,
    )


def _past(council: Council, person_id: int) -> tuple[PastPayment, ...]:
    rows = (
        RunLine.objects.filter(was_sent(council=council), run__council=council, person_id=person_id)
        .exclude(run__status=RunStatus.PROPOSED)
        .select_related("run", "schedule", "bank_account")
        .order_by("-run__pay_on", "-from_on", "-pk")
    )
    shown = list(rows[:PAST_SHOWN])
    came_back = map_came_back(council=council, line_ids=[row.pk for row in shown])
    return tuple(
        PastPayment(
            id=row.pk,
            pay_on=row.run.pay_on,
            from_on=row.from_on,
            to_on=row.to_on,
            amount=working_of(row.schedule, from_on=row.from_on, to_on=row.to_on),
            account_ending=row.bank_account.account_number[-4:],
            reference=row.end_to_end_id,
            status=row.run.status,
            notice_id=row.notice_id,
            came_back=came_back.get(row.pk),
        )
        for row in shown
    )


def _coming(council: Council, rows: list[Schedule], today: date) -> Iterator[DuePayment]:
    """What is not in any run yet; at most two questions a person, as a person has few schedules."""
    for row in rows:
        without = without_of(council=council, row=row)
        start = unpaid_from(row.first_on, without)
        due = due_payments(rule_schedule(row), start, max(start, today) + LOOK_AHEAD, without=without)
        yield from islice(due, COMING_SHOWN)


def _may_start(council: Council, person_id: int, today: date) -> bool:
    agreements = Agreement.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=today), person__council=council, person_id=person_id
    )
    return agreements.filter(schedules__isnull=True).exists()


def list_planned(*, council: Council, person_id: int) -> list[Planned]:
    """Every schedule of a person with its pauses. One query."""
    pauses = Pause.objects.filter(schedule=OuterRef("pk")).order_by("from_on", "pk")
    rows = Schedule.objects.filter(person__council=council, person_id=person_id).annotate(
        paused=ArraySubquery(pauses.values(days=JSONObject(from_on="from_on", until_on="until_on")))
    )
    return [
        Planned(
            rule_schedule(row), tuple(Days(_day(pause["from_on"]), _day(pause["until_on"])) for pause in row.paused)
        )
        for row in rows.order_by("pk")
    ]


def _day(text: str | None) -> date:
    return date.fromisoformat(text) if text else FOR_EVER
