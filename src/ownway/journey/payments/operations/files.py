"""Write an approved run's files for the bank and post its payments, all or nothing."""

from collections.abc import Iterator, Set
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from ownway.formats.payments import bacs18, pain001
from ownway.formats.payments.values import Debtor, Payment, PaymentFile
from ownway.ground.access.models import Council
from ownway.ground.audit.operations import record_event
from ownway.ground.design.words import in_a_row
from ownway.ground.ledger.models import AccountKind
from ownway.ground.ledger.operations import NewEntry, open_accounts, post_entries
from ownway.journey.payments.models import Run, RunFile, RunLine, RunStatus
from ownway.journey.payments.operations.later import MAKE_NOTICES, do_later
from ownway.journey.payments.operations.refusals import SomebodyDied
from ownway.journey.payments.queries.runs import WRITTEN, list_who_died
from ownway.rules.bank_days import bacs_cycle
from ownway.rules.days import Days, days_in_words
from ownway.rules.lifecycles import require_move


@transaction.atomic
def write_files(*, council: Council, run_id: int, at: datetime, bank_holidays: Set[date]) -> Run:
    """Write the files, post the ledger and move the run on, in one transaction; a run already written is left as it is.

    The same run gives the same bytes whenever it is written. Raises MoveRefused for a run that is not approved, and
    SomebodyDied.
    """
    run = Run.objects.select_for_update(no_key=True).get(council=council, pk=run_id)
    if run.status in WRITTEN:
        return run
    require_move("payment_run", run.status, RunStatus.FILES_WRITTEN)
    require_all_alive(run)
    file = payment_file(council=council, run=run)
    for kind, name, content in _contents(run, file, bank_holidays):
        digest = sha256(content).hexdigest()
        RunFile.objects.create(run=run, kind=kind, name=name, content=content, digest=digest, made_at=at)
    _post(council, run, at)
    run.status = RunStatus.FILES_WRITTEN
    run.save(update_fields=["status"])
    about = f"payment run {run.number}"
    said = f"Wrote the bank files of payment run {run.number}."
    record_event(council=council, by=None, at=at, what="write_files", words=said, about=about)
    do_later(MAKE_NOTICES, run_id=run.pk)
    return run


def debtor_of(council: Council) -> Debtor:
    """The council as payment files name it."""
    return Debtor(
        name=council.bank_name,
        sort_code=council.bank_sort_code,
        account=council.bank_account,
        service_user_number=council.service_user_number or None,
    )


def payment_file(*, council: Council, run: Run) -> PaymentFile:
    """The live lines of an approved run, in order, as files say them. One query."""
    rows = RunLine.objects.filter(run=run, live=True).order_by("pk")
    fields = ("end_to_end_id", "bank_account__holder_name", "bank_account__sort_code", "bank_account__account_number")
    if run.approved_at is None:
        raise ValueError("A run has no file before it is approved")
    return PaymentFile(
        debtor=debtor_of(council),
        pay_on=run.pay_on,
        message_id=f"DP{council.pk}-{run.number}",
        created_at=timezone.make_naive(run.approved_at).replace(microsecond=0),
        payments=[
            Payment(
                end_to_end_id=name, name=holder, sort_code=sort_code, account=number, amount_pence=pence, reference=name
            )
            for name, holder, sort_code, number, pence in rows.values_list(*fields, "amount_pence")
        ],
    )


def require_all_alive(run: Run) -> None:
    """Raises SomebodyDied when a run would pay somebody who has died."""
    died = list_who_died(run_id=run.pk)
    if died:
        raise SomebodyDied(
            f"{in_a_row(died)} died. No file was written, and nobody is paid yet. Please withdraw this run and propose it "
            "again: the new run leaves out whoever has died, and pays everybody else."
        )


def _contents(run: Run, file: PaymentFile, bank_holidays: Set[date]) -> Iterator[tuple[str, str, bytes]]:
    name = f"payment-run-{run.number}-pay-{run.pay_on}"
    yield "pain001", f"{name}.xml", b"".join(pain001.write(file))
    if file.debtor.service_user_number:
        day = bacs_cycle(run.pay_on, bank_holidays).processing_on
        yield "bacs18", f"{name}.txt", bacs18.write(file, processing_on=day, serial_number=f"{run.number:06d}")


def _post(council: Council, run: Run, at: datetime) -> None:
    """One entry a payment: into the person's direct payment account, out of the council's bank."""
    lines = RunLine.objects.filter(run=run, live=True).order_by("pk")
    rows = list(lines.values_list("person_id", "amount_pence", "from_on", "to_on", "end_to_end_id"))
    bank = open_accounts(council=council, kind=AccountKind.COUNCIL_BANK, person_ids=[None])[None].pk
    people = sorted({row[0] for row in rows})
    accounts = open_accounts(council=council, kind=AccountKind.DIRECT_PAYMENT, person_ids=people)
    entries = [
        NewEntry(
            key=name,
            happened_on=run.pay_on,
            words=f"Direct payment for {days_in_words(Days(from_on, to_on))}",
            legs={accounts[person_id].pk: pence, bank: -pence},
        )
        for person_id, pence, from_on, to_on, name in rows
    ]
    post_entries(council=council, entries=entries, by=run.approved_by, at=at)
