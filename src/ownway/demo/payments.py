"""Bank accounts, payment schedules, and the runs of the past year with their entries in the ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ownway.demo.agreements import Agreed, agreed_at
from ownway.demo.copying import copy_in
from ownway.demo.council import Sheafdale
from ownway.demo.days import RUNS, WEEKS_BETWEEN_RUNS, moment
from ownway.formats.accounts.modulus import check_account
from ownway.formats.accounts.weights import WeightTable
from ownway.ground.access.models import User
from ownway.ground.design import words
from ownway.ground.ledger.models import AccountKind, Entry, Posting
from ownway.ground.ledger.operations import open_accounts
from ownway.journey.payments.bank_holidays import english_bank_holidays
from ownway.journey.payments.models import AccountCheck, BankAccount, Run, RunLine, RunStatus, Schedule
from ownway.rules.bank_days import is_bank_day, latest_submission_for_entry_date
from ownway.rules.days import ONE_DAY, Days, days_in_words

SORT_CODE = "000000"
"""Of no bank: a sort code that no table of the modulus check has."""


@dataclass(frozen=True, slots=True)
class Paid:
    """How somebody is paid."""

    agreed: Agreed
    account: BankAccount
    schedule: Schedule

    @property
    def first_run(self) -> int:
        """The first of the past runs that paid them, counted from 0."""
        return self.agreed.assessed.planned.somebody.first_run


def make_payments(sheafdale: Sheafdale, agreed: Sequence[Agreed]) -> list[Paid]:
    """Everybody's bank account and schedule, and the past runs, in the order given."""
    said = check_account(sort_code=SORT_CODE, account_number="0" * 8, table=WeightTable()).sentence
    accounts = [bank_account(each, place=place, said=said) for place, each in enumerate(agreed)]
    copy_in(accounts)
    schedules = [schedule(sheafdale, each) for each in agreed]
    copy_in(schedules)
    paid = [Paid(*parts) for parts in zip(agreed, accounts, schedules, strict=True)]
    ledger = ledger_accounts(sheafdale, paid)
    for number in range(RUNS):
        make_run(sheafdale, paid, number=number, ledger=ledger)
    return paid


def bank_account(each: Agreed, *, place: int, said: str) -> BankAccount:
    """An account at no bank, which the check cannot tell anything of."""
    return BankAccount(
        person_id=each.offer.person_id,
        holder_name=each.user.name,
        sort_code=SORT_CODE,
        account_number=f"{10_000_000 + place}",
        check_result=AccountCheck.UNKNOWN,
        check_words=said,
        given_by=each.user,
        given_at=agreed_at(each.offer.starts_on) + timedelta(days=1),
    )


def schedule(sheafdale: Sheafdale, each: Agreed) -> Schedule:
    """What was agreed, from the first day on."""
    agreed_on = each.agreement.agreed_at.date()
    return Schedule(
        agreement=each.agreement,
        person_id=each.offer.person_id,
        every=each.offer.every,
        amount_pence=each.offer.payment_pence,
        weekly_pence=each.offer.payment_weekly_pence,
        first_on=each.offer.starts_on,
        why=f"Agreed on {words.day(agreed_on)}",
        made_by=sheafdale.harriet,
        made_at=agreed_at(each.offer.starts_on) + timedelta(days=2),
    )


def ledger_accounts(sheafdale: Sheafdale, paid: Sequence[Paid]) -> dict[int | None, int]:
    """The number of each person's account in the ledger, and of the council's bank under None."""
    people: list[int | None] = [each.offer.person_id for each in (one.agreed for one in paid)]
    council = sheafdale.council
    rows = open_accounts(council=council, kind=AccountKind.DIRECT_PAYMENT, person_ids=people)
    bank = open_accounts(council=council, kind=AccountKind.COUNCIL_BANK, person_ids=[None])
    return {person_id: row.pk for person_id, row in (rows | bank).items()}


def make_run(sheafdale: Sheafdale, paid: Sequence[Paid], *, number: int, ledger: Mapping[int | None, int]) -> None:
    """One run that the bank confirmed, with a payment for everybody who had begun."""
    lines = [one for one in paid if one.first_run <= number]
    if not lines:
        return
    run = Run.objects.create(**run_fields(sheafdale, due_on=sheafdale.days.pay_days[number], number=number))
    rows = [run_line(run, one, place=place) for place, one in enumerate(lines, start=1)]
    copy_in(rows)
    entries = [entry(row, run=run, by=sheafdale.farah) for row in rows]
    copy_in(entries)
    copy_in(posting for row, made in zip(rows, entries, strict=True) for posting in postings(row, made, ledger=ledger))


def run_fields(sheafdale: Sheafdale, *, due_on: date, number: int) -> dict[str, Any]:
    """Proposed by one, approved by another, in time for Bacs; paid on the bank day before where the day is none."""
    bank_holidays = english_bank_holidays(due_on)
    pay_on = due_on
    while not is_bank_day(pay_on, bank_holidays):
        pay_on -= ONE_DAY
    submit_by_on = latest_submission_for_entry_date(pay_on, bank_holidays)
    return {
        "council": sheafdale.council,
        "number": number + 1,
        "pay_on": pay_on,
        "due_to_on": due_on,
        "submit_by_on": submit_by_on,
        "status": RunStatus.CONFIRMED,
        "proposed_by": sheafdale.harriet,
        "proposed_at": moment(submit_by_on, 10),
        "approved_by": sheafdale.farah,
        "approved_at": moment(submit_by_on, 14),
    }


def run_line(run: Run, one: Paid, *, place: int) -> RunLine:
    """Four weeks' payment."""
    return RunLine(
        run=run,
        schedule=one.schedule,
        person_id=one.schedule.person_id,
        bank_account=one.account,
        amount_pence=one.schedule.amount_pence,
        from_on=run.due_to_on,
        to_on=run.due_to_on + timedelta(weeks=WEEKS_BETWEEN_RUNS, days=-1),
        end_to_end_id=f"DP{run.council_id}-{run.number}-{place}",
    )


def entry(row: RunLine, *, run: Run, by: User) -> Entry:
    """The payment in the ledger, by the key with which it went to the bank."""
    return Entry(
        council_id=run.council_id,
        key=row.end_to_end_id,
        happened_on=run.pay_on,
        words=f"Direct payment for {days_in_words(Days(row.from_on, row.to_on))}",
        made_by=by,
        made_at=moment(run.submit_by_on, 15),
    )


def postings(row: RunLine, made: Entry, *, ledger: Mapping[int | None, int]) -> tuple[Posting, Posting]:
    """In to the person's direct payment, out of the council's bank."""
    return (
        Posting(entry=made, account_id=ledger[row.person_id], pence=row.amount_pence),
        Posting(entry=made, account_id=ledger[None], pence=-row.amount_pence),
    )
