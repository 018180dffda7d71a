"""Propose a payment run: what falls due, held against what was paid last."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max

from ownway.formats.payments.problems import check_payments
from ownway.formats.payments.values import PaymentFile
from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.design import words
from ownway.journey.payments.facts import CAME_BACK, NO_ACCOUNT, NOT_IN_TOTALS, OVER_LIMIT
from ownway.journey.payments.models import Run, RunChange, RunLine, RunStatus
from ownway.journey.payments.operations.files import debtor_of
from ownway.journey.payments.operations.refusals import CouncilCannotPay, DayRefused, NobodyToPay, RunOpenAlready
from ownway.journey.payments.queries.answers import map_open_by_person
from ownway.journey.payments.queries.due import (
    Due,
    LastPaid,
    OpenAccount,
    compared,
    list_due,
    list_last_paid,
    map_accounts,
    map_reasons_to_stop,
)
from ownway.rules.bank_days import bank_day_on_or_after, latest_submission_for_entry_date, require_submission
from ownway.rules.days import ONE_DAY, Days, days_in_words
from ownway.rules.frequencies import ONCE
from ownway.rules.run_changes import Change, compare_runs

FURTHEST_AHEAD = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class _Proposal:
    """What a run would pay and say: payments with the reasons known for each, and findings by person."""

    payments: list[tuple[Due, OpenAccount, tuple[str, ...]]]
    changes: list[RunChange]


@transaction.atomic
def propose_run(
    *,
    council: Council,
    pay_on: date,
    by: User,
    at: datetime,
    today: date,
    bank_holidays: Set[date],
    limit_pence: int,
    due_to_on: date | None = None,
) -> Run:
    """Propose to pay on a bank day all that falls due by then, and before the next bank day, and is not paid.

    `due_to_on` takes in more days; `limit_pence` is the most for one payment before somebody must write why. Raises
    RunOpenAlready, NobodyToPay, CouncilCannotPay, DayRefused, and the rulebook's Refused for a pay day that cannot be.
    """
    Council.objects.select_for_update(no_key=True).get(pk=council.pk)
    if Run.objects.filter(council=council, status__in=[RunStatus.PROPOSED, RunStatus.APPROVED]).exists():
        raise RunOpenAlready("A payment run is open already. Finish it or withdraw it first.")
    require_submission(bank_day_on_or_after(today, bank_holidays), pay_on, bank_holidays)
    due_to_on = _due_to(pay_on, due_to_on, bank_holidays)
    _require_council_can_pay(council, pay_on, at)
    proposal = _propose(council, due_to_on, limit_pence)
    if not proposal.payments:
        raise NobodyToPay(f"Nothing falls due up to {words.day(due_to_on)} that is not paid already.")
    run = Run.objects.create(
        council=council,
        number=(Run.objects.filter(council=council).aggregate(last=Max("number"))["last"] or 0) + 1,
        pay_on=pay_on,
        due_to_on=due_to_on,
        submit_by_on=latest_submission_for_entry_date(pay_on, bank_holidays),
        proposed_by=by,
        proposed_at=at,
    )
    _keep(run, proposal)
    said = f"Proposed payment run {run.number}: {words.many(len(proposal.payments), 'payment')}."
    record_event(council=council, by=by, at=at, what="propose_run", words=said, about=f"payment run {run.number}")
    return run


def _due_to(pay_on: date, asked: date | None, bank_holidays: Set[date]) -> date:
    """Up to the day before the next bank day, as nobody can be paid before that one; or what was asked, if later."""
    least = bank_day_on_or_after(pay_on + ONE_DAY, bank_holidays) - ONE_DAY
    if asked is None:
        return least
    if not least <= asked <= pay_on + FURTHEST_AHEAD:
        raise DayRefused(
            f"Choose a day from {words.day(least)} to {words.day(pay_on + FURTHEST_AHEAD)}.", field="due_to_on"
        )
    return asked


def _require_council_can_pay(council: Council, pay_on: date, at: datetime) -> None:
    file = PaymentFile(debtor=debtor_of(council), pay_on=pay_on, message_id="DP", created_at=at, payments=())
    problems = [problem.message for problem in check_payments(file) if problem.where == "the council"]
    if problems:
        raise CouncilCannotPay("The council’s own bank account is not complete. " + " ".join(problems))


def _propose(council: Council, due_to_on: date, limit_pence: int) -> _Proposal:
    accounts, last = map_accounts(council=council), list_last_paid(council=council)
    due: dict[int, list[Due]] = defaultdict(list)
    for one in list_due(council=council, due_to_on=due_to_on):
        due[one.person_id].append(one)
    payments = [
        (one, accounts[person_id], _reasons(one, lines, last.get(person_id, [])))
        for person_id, lines in due.items()
        if person_id in accounts
        for one in lines
    ]
    changes = [*_compared(council, payments, last, set(due) - set(accounts), due_to_on)]
    changes += [_no_account(lines) for person_id, lines in due.items() if person_id not in accounts]
    changes += _over_limit(payments, limit_pence)
    changes += _came_back(payments, map_open_by_person(council=council))
    return _Proposal(payments, changes)


def _compared(
    council: Council,
    payments: list[tuple[Due, OpenAccount, tuple[str, ...]]],
    last: Mapping[int, list[LastPaid]],
    without_account: set[int],
    due_to_on: date,
) -> Iterator[RunChange]:
    paid_now = {one.person_id for one, _, _ in payments}
    before = {
        person_id: lines
        for person_id, lines in last.items()
        if person_id in paid_now or (person_id not in without_account and not lines[0].end_was_told)
    }
    changes = compare_runs(
        last=[one.line for lines in before.values() for one in lines],
        proposed=[
            compared(
                one.person_id,
                one.amount_pence,
                Days(one.from_on, one.to_on),
                one.every,
                one.weekly_pence,
                account.digest,
                reasons,
            )
            for one, account, reasons in payments
        ],
        due_to_on=due_to_on,
        stopped_because=map_reasons_to_stop(council=council, person_ids=set(before) - paid_now, on=due_to_on),
    )
    return _once_each(changes)


def _once_each(changes: Iterable[Change]) -> Iterator[RunChange]:
    """One finding of a kind a person: two payments of one kind of mistake are told together."""
    found: dict[tuple[str, str], RunChange] = {}
    for change in changes:
        row = found.get((change.payee_key, change.kind))
        if row is not None:
            row.words += f" {change.sentence}"
            continue
        found[change.payee_key, change.kind] = RunChange(
            person_id=int(change.payee_key),
            kind=change.kind,
            before_pence=change.before_pence,
            after_pence=change.after_pence,
            words=change.sentence,
            needs_looking_at=change.needs_looking_at,
            stops_the_run=change.stops_the_run,
        )
    yield from found.values()


def _reasons(one: Due, due: list[Due], last: list[LastPaid]) -> tuple[str, ...]:
    """What is known about why a payment differs from the last one, in words fit for the person's letter."""
    if not last:
        return ()
    found = []
    if one.schedule_id not in {before.schedule_id for before in last}:
        found.append(one.why)
    if one.is_part:
        found.append(f"This payment is for part of the usual days: {days_in_words(Days(one.from_on, one.to_on))}")
    if any(before.is_part for before in last):
        found.append("The last payment was for part of the usual days")
    now, then = (sum(every != ONCE for every in each) for each in ([d.every for d in due], _every(last)))
    if now > 1:
        found.append(f"{now} payments fall due together")
    if then > 1:
        found.append(f"{then} payments were made together last time")
    if ONCE in _every(last) and one.every != ONCE:
        found.append("Last time there was a one-off payment too")
    return tuple(found)


def _every(last: list[LastPaid]) -> list[str]:
    return [before.line.every for before in last]


def _no_account(due: list[Due]) -> RunChange:
    pence = sum(one.amount_pence for one in due)
    said = f"{words.pounds(pence)} falls due, and we do not know which bank account to pay it into."
    return _finding(due[0].person_id, NO_ACCOUNT, 0, said, stops=False)


def _over_limit(payments: list[tuple[Due, OpenAccount, tuple[str, ...]]], limit_pence: int) -> Iterator[RunChange]:
    sums: dict[int, int] = defaultdict(int)
    for one, _, _ in payments:
        sums[one.person_id] += one.amount_pence
    for person_id, pence in sums.items():
        if pence > limit_pence:
            said = f"{words.pounds(pence)} is more than {words.pounds(limit_pence)}, the limit for one person in a run."
            yield _finding(person_id, OVER_LIMIT, pence, said, stops=True)


def _came_back(
    payments: list[tuple[Due, OpenAccount, tuple[str, ...]]], waiting: Mapping[int, tuple[int, int]]
) -> Iterator[RunChange]:
    """Whoever would be paid into the account that sent a payment back, while nobody has looked at why."""
    accounts = {one.person_id: account.id for one, account, _ in payments}
    for person_id, account_id in accounts.items():
        before = waiting.get(person_id)
        if before is not None and before[0] == account_id:
            said = f"{words.pounds(before[1])} came back from this account. Look at why first, or take the payment out."
            yield _finding(person_id, CAME_BACK, before[1], said, stops=True)


def _finding(person_id: int, kind: str, pence: int, said: str, *, stops: bool) -> RunChange:
    return RunChange(
        person_id=person_id,
        kind=kind,
        before_pence=pence,
        after_pence=pence,
        words=said,
        needs_looking_at=True,
        stops_the_run=stops,
    )


def _keep(run: Run, proposal: _Proposal) -> None:
    before = {change.person_id: change.before_pence for change in proposal.changes if change.kind not in NOT_IN_TOTALS}
    run.before_pence = sum(before.values())
    run.save(update_fields=["before_pence"])
    for change in proposal.changes:
        change.run = run
    RunChange.objects.bulk_create(proposal.changes, batch_size=5000)
    differ = {change.person_id for change in proposal.changes if change.before_pence != change.after_pence}
    told: set[int] = set()
    rows = []
    for place, (one, account, reasons) in enumerate(proposal.payments, start=1):
        rows.append(
            RunLine(
                run=run,
                schedule_id=one.schedule_id,
                person_id=one.person_id,
                bank_account_id=account.id,
                amount_pence=one.amount_pence,
                from_on=one.from_on,
                to_on=one.to_on,
                end_to_end_id=f"DP{run.council_id}-{run.number}-{place}",
                reasons=list(reasons),
                notice_due=one.person_id in differ and one.person_id not in told,
            )
        )
        told.add(one.person_id)
    RunLine.objects.bulk_create(rows, batch_size=5000)
