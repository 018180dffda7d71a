"""What falls due, and what was paid last: for a whole council in a handful of queries."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import connection
from django.db.models import Q

from ownway.ground.access.models import Council
from ownway.ground.design import words
from ownway.journey.payments.models import BankAccount, Pause, RunLine, Schedule
from ownway.rules import run_changes, schedules
from ownway.rules.days import ONE_DAY, Days
from ownway.rules.frequencies import ONCE
from ownway.rules.schedules import due_payments

PAID_SPANS = """
    SELECT person_id, lower(span), upper(span) - 1
      FROM (SELECT line.person_id, unnest(range_agg(daterange(line.from_on, line.to_on, '[]'))) AS span
              FROM payments_runline AS line
              JOIN payments_schedule AS schedule ON schedule.id = line.schedule_id
              JOIN payments_run AS run ON run.id = line.run_id
             WHERE run.council_id = %s AND line.live AND schedule.every <> 'once'
             GROUP BY line.person_id) AS spans
"""

LAST_PAID = """
    SELECT line.person_id, line.amount_pence, line.from_on, line.to_on, schedule.id, schedule.every,
           schedule.amount_pence, schedule.weekly_pence, account.sort_code, account.account_number,
           EXISTS (SELECT FROM payments_runchange AS told JOIN payments_run AS later ON later.id = told.run_id
                    WHERE told.person_id = line.person_id AND told.kind = 'stopped'
                      AND told.run_id > line.run_id AND later.status <> 'withdrawn')
      FROM (SELECT paid.person_id, max(paid.run_id) AS run_id
              FROM payments_runline AS paid JOIN payments_run AS run ON run.id = paid.run_id
             WHERE run.council_id = %s AND paid.live
             GROUP BY paid.person_id) AS last
      JOIN payments_runline AS line ON line.run_id = last.run_id AND line.person_id = last.person_id AND line.live
      JOIN payments_schedule AS schedule ON schedule.id = line.schedule_id
      JOIN payments_bankaccount AS account ON account.id = line.bank_account_id
"""

NO_END = date(9999, 1, 1)


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """The account that somebody is paid into now; the digest tells accounts apart without naming them."""

    id: int
    digest: str


@dataclass(frozen=True, slots=True)
class Due:
    """A payment that falls due: under which schedule, for which days, how much (pence), and a part of a period or not."""

    person_id: int
    schedule_id: int
    every: str
    weekly_pence: int
    amount_pence: int
    from_on: date
    to_on: date
    is_part: bool
    why: str


@dataclass(frozen=True, slots=True)
class LastPaid:
    """A payment of the last run in which somebody was paid."""

    line: run_changes.RunLine
    person_id: int
    schedule_id: int
    is_part: bool
    end_was_told: bool


def list_due(*, council: Council, due_to_on: date) -> list[Due]:
    """Everything due up to and with a day and not in any live line, by person and day. Four queries.

    Nothing is due for somebody who has died: a person decides what happens then.
    """
    paid, pauses, paid_once = _paid_spans(council), _pauses(council), _paid_once(council)
    found: list[Due] = []
    for row in Schedule.objects.filter(
        person__council=council, person__died_on__isnull=True, first_on__lte=due_to_on
    ).order_by("person_id", "first_on", "pk"):
        if row.every != ONCE:
            found.extend(_due(row, (*paid.get(row.person_id, ()), *pauses.get(row.pk, ())), due_to_on))
        elif row.pk not in paid_once:
            found.extend(_due(row, (), due_to_on))
    return found


def list_last_paid(*, council: Council) -> dict[int, list[LastPaid]]:
    """By person, the payments of the last run in which they were paid. One query."""
    found: dict[int, list[LastPaid]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(LAST_PAID, [council.pk])
        for row in cursor.fetchall():
            person_id, pence, from_on, to_on, schedule_id, every, whole_pence, weekly, sort_code, number, told = row
            line = compared(person_id, pence, Days(from_on, to_on), every, weekly, account_digest(sort_code, number))
            found[person_id].append(LastPaid(line, person_id, schedule_id, pence != whole_pence, told))
    return dict(found)


def map_accounts(*, council: Council) -> dict[int, OpenAccount]:
    """By person, the account they are paid into now. One query."""
    rows = BankAccount.objects.filter(person__council=council, ended_on__isnull=True)
    return {
        person_id: OpenAccount(account_id, account_digest(sort_code, number))
        for person_id, account_id, sort_code, number in rows.values_list(
            "person_id", "pk", "sort_code", "account_number"
        )
    }


def map_reasons_to_stop(*, council: Council, person_ids: set[int], on: date) -> dict[str, str]:
    """By person, why nothing is due any more, where a reason is known. Two queries."""
    reasons: dict[str, str] = {}
    rows = Schedule.objects.filter(person__council=council, person_id__in=person_ids).exclude(every=ONCE)
    for row in rows.select_related("person").order_by("first_on"):
        if row.person.died_on is not None:
            reasons[str(row.person_id)] = f"{row.person.name} died on {words.day(row.person.died_on)}"
        elif row.until_on is not None and row.until_on < on:
            reasons[str(row.person_id)] = f"Payments ended on {words.day(row.until_on)}"
        else:
            reasons.pop(str(row.person_id), None)
    paused = Pause.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=on), from_on__lte=on)
    for pause in paused.filter(schedule__person_id__in=person_ids).select_related("schedule"):
        reasons[str(pause.schedule.person_id)] = f"Payments are paused: {pause.why}"
    return reasons


def compared(
    person_id: int, pence: int, days: Days, every: str, weekly: int, digest: str, reasons: tuple[str, ...] = ()
) -> run_changes.RunLine:
    """A payment as the rulebook compares it. A person has one direct payment, so the person is the key of both."""
    return run_changes.RunLine(
        payee_key=str(person_id),
        agreement_key=str(person_id),
        amount_pence=pence,
        period_from_on=days.from_on,
        period_to_on=days.to_on,
        every=every,
        weekly_pence_agreed=weekly,
        bank_account_digest=digest,
        reasons=reasons,
    )


def account_digest(sort_code: str, account_number: str) -> str:
    """Tells two accounts apart."""
    return sha256(f"{sort_code} {account_number}".encode()).hexdigest()


def unpaid_from(first_on: date, without: tuple[Days, ...]) -> date:
    """The first day of a schedule that may be unpaid: after the days paid from its beginning without a gap."""
    return max((days.to_on + ONE_DAY for days in without if days.from_on <= first_on <= days.to_on), default=first_on)


def without_of(*, council: Council, row: Schedule) -> tuple[Days, ...]:
    """The days for which a schedule does not pay: paid already, or paused."""
    lines = RunLine.objects.filter(run__council=council, person_id=row.person_id, live=True)
    lines = lines.filter(schedule=row) if row.every == ONCE else lines.exclude(schedule__every=ONCE)
    return (
        *(Days(from_on, to_on) for from_on, to_on in lines.values_list("from_on", "to_on")),
        *(_days(pause) for pause in row.pauses.all()),
    )


def _due(row: Schedule, without: tuple[Days, ...], due_to_on: date) -> Iterator[Due]:
    start = unpaid_from(row.first_on, without)
    if start > due_to_on or (row.until_on is not None and start > row.until_on):
        return
    schedule = schedules.Schedule(
        first_on=row.first_on, every=row.every, amount_pence=row.amount_pence, until_on=row.until_on
    )
    for payment in due_payments(schedule, start, due_to_on, without=without):
        if payment.amount_pence > 0:
            yield Due(
                person_id=row.person_id,
                schedule_id=row.pk,
                every=row.every,
                weekly_pence=row.weekly_pence,
                amount_pence=payment.amount_pence,
                from_on=payment.covers.from_on,
                to_on=payment.covers.to_on,
                is_part=payment.amount_pence != row.amount_pence,
                why=row.why,
            )


def _paid_spans(council: Council) -> Mapping[int, list[Days]]:
    spans: dict[int, list[Days]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(PAID_SPANS, [council.pk])
        for person_id, from_on, to_on in cursor.fetchall():
            spans[person_id].append(Days(from_on, to_on))
    return spans


def _paid_once(council: Council) -> set[int]:
    lines = RunLine.objects.filter(run__council=council, live=True, schedule__every=ONCE)
    return set(lines.values_list("schedule_id", flat=True))


def _pauses(council: Council) -> Mapping[int, list[Days]]:
    pauses: dict[int, list[Days]] = defaultdict(list)
    for pause in Pause.objects.filter(schedule__person__council=council):
        pauses[pause.schedule_id].append(_days(pause))
    return pauses


def _days(pause: Pause) -> Days:
    return Days(pause.from_on, pause.until_on or NO_END)
