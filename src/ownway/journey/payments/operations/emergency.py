"""Make the list of a run that finance keys by hand, hand it out, and say what became of it: nobody is paid twice."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from ownway.formats.payments import emergency_list as lists
from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.journey.payments.models import AnswerItem, EmergencyList, EmergencyListEnd, Run, RunStatus
from ownway.journey.payments.operations.files import payment_file, require_all_alive
from ownway.journey.payments.operations.refusals import ListRefused
from ownway.journey.payments.queries.answers import CAME_BACK

MOST_KEYED = 3_000


@transaction.atomic
def make_emergency_list(
    *, council: Council, run_id: int, why: str, by: User, at: datetime, fonts: Path
) -> EmergencyList:
    """Make the list as a spreadsheet and on paper, once for a run; from now on its files are held back.

    Whoever asks has made sure that the bank does not pay from the files. Raises ListRefused and SomebodyDied.
    """
    run = _locked(council, run_id)
    if run.status != RunStatus.FILES_WRITTEN:
        raise ListRefused("A list is made of a run whose files are written, and that the bank has not confirmed.")
    if EmergencyList.objects.filter(run=run).exists():
        raise ListRefused("The list of this run is made already.")
    if AnswerItem.objects.filter(run_line__run=run, kind__in=CAME_BACK).exists():
        raise ListRefused(
            "The bank has answered for the files of this run: some of it came back, so it may have paid the rest. Decide "
            "about what came back, or withdraw the run when the bank refused all of it."
        )
    require_all_alive(run)
    listed = _listed(council, run, by, at)
    if len(listed.payments) > MOST_KEYED:
        raise ListRefused(
            f"This run has {len(listed.payments):,} payments, more than people can key. Ask the bank how it can take the "
            "file another way."
        )
    xlsx, pdf = lists.write_xlsx(listed), _on_paper(listed, fonts)
    row = EmergencyList.objects.create(
        run=run, why=why, xlsx=xlsx, pdf=pdf, digest=sha256(xlsx).hexdigest(), made_by=by, made_at=at
    )
    _note(
        council, run, by, at, "make_emergency_list", f"Made the emergency list of payment run {run.number}. Why: {why}"
    )
    return row


@transaction.atomic
def open_emergency_list(*, council: Council, run_id: int, kind: str, by: User, at: datetime) -> tuple[str, bytes]:
    """The name and bytes of a list, as "xlsx" or "pdf"; that it was handed out is kept. Raises ListRefused."""
    run = _locked(council, run_id)
    row = _open_list(run)
    content = {"xlsx": row.xlsx, "pdf": row.pdf}[kind]
    said = f"Opened the emergency list of payment run {run.number} ({kind.upper()})."
    _note(council, run, by, at, "open_emergency_list", said)
    return f"emergency-list-run-{run.number}.{kind}", bytes(content)


@transaction.atomic
def end_emergency_list(*, council: Council, run_id: int, was_used: bool, by: User, at: datetime) -> None:
    """Say that people were paid from the list, or that it never will be used. Raises ListRefused."""
    run = _locked(council, run_id)
    EmergencyListEnd.objects.create(emergency_list=_open_list(run), was_used=was_used, said_by=by, said_at=at)
    said = f"People were paid from the emergency list of payment run {run.number}. Its files are held back."
    if not was_used:
        said = f"The emergency list of payment run {run.number} was put aside. Its files can be sent."
    _note(council, run, by, at, "end_emergency_list", said)


def _open_list(run: Run) -> EmergencyList:
    row = EmergencyList.objects.filter(run=run).first()
    if row is None:
        raise ListRefused("No list was made of this run.")
    if row.ends.filter(was_used=False).exists():
        raise ListRefused("This list was put aside, so that the files can be sent. It must not be used any more.")
    if row.ends.exists():
        raise ListRefused("People were paid from this list already. Using it again would pay them twice.")
    return row


def _listed(council: Council, run: Run, by: User, at: datetime) -> lists.EmergencyList:
    file = payment_file(council=council, run=run)
    return lists.EmergencyList(
        council=council.name,
        run_number=run.number,
        pay_on=run.pay_on,
        debtor=file.debtor,
        made_by=by.name,
        made_at=timezone.make_naive(at).replace(microsecond=0),
        payments=tuple(file.payments),
    )


def _on_paper(listed: lists.EmergencyList, fonts: Path) -> bytes:
    try:
        return lists.write_pdf(listed, fonts=fonts)
    except lists.CannotPrint as error:
        raise ListRefused(str(error)) from error


def _locked(council: Council, run_id: int) -> Run:
    return Run.objects.select_for_update(no_key=True).get(council=council, pk=run_id)


def _note(council: Council, run: Run, by: User, at: datetime, what: str, said: str) -> None:
    record_event(council=council, by=by, at=at, what=what, words=said, about=f"payment run {run.number}")
