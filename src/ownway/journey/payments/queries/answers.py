"""Questions about what the bank says of payments that were sent."""

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import Count, Q, QuerySet, Sum

from ownway.formats.payments.echoes import Echo, EchoFile, Outcome, Reason, Sent, reason_for
from ownway.ground.access.models import Council
from ownway.ground.design import words
from ownway.journey.payments.facts import AnswerFacts, CameBack, ItemFacts
from ownway.journey.payments.models import AnswerItem, BankAnswer, ItemEnd, ItemKind, RunLine, RunStatus

ANSWERS_SHOWN = 26
ITEMS_SHOWN = 200
WITH_THE_BANK = (RunStatus.FILES_WRITTEN, RunStatus.CONFIRMED)
CAME_BACK = (ItemKind.REJECTED, ItemKind.RETURNED)
ANSWER_KINDS = {
    "pain.002": "The bank’s answer to our file",
    "camt.054": "What the bank booked",
    "ARUCS": "Bacs: payments sent back",
    "AWACS": "Bacs: accounts that changed",
    "ADDACS": "Bacs: direct debits that changed",
}


def list_sent(*, council: Council, file: EchoFile) -> list[Sent]:
    """The payments that a file may be about, in the order of sending. One query."""
    ids = {one for echo in file.echoes for one in (echo.end_to_end_id, echo.reference) if one}
    accounts = {echo.account for echo in file.echoes if echo.account and echo.outcome is not Outcome.INSTRUCTION}
    about = Q(end_to_end_id__in=ids) | Q(bank_account__account_number__in=accounts)
    numbers = [number for whole in file.wholes if (number := _run_number(council, whole.message_id)) is not None]
    rows = RunLine.objects.filter(about | Q(run__number__in=numbers), run__council=council)
    rows = rows.filter(was_sent(council=council), run__status__in=WITH_THE_BANK).order_by("pk")
    fields = ("pk", "person_id", "run__number", "end_to_end_id", "amount_pence")
    return [
        Sent(
            key=pk,
            payee=person_id,
            file_id=file_id(council, number),
            end_to_end_id=name,
            reference=name,
            sort_code=sort_code,
            account=account,
            amount_pence=pence,
        )
        for pk, person_id, number, name, pence, sort_code, account in rows.values_list(
            *fields, "bank_account__sort_code", "bank_account__account_number"
        )
    ]


def set_told(*, sent: Sequence[Sent]) -> set[tuple[int, Outcome]]:
    """What the bank said before of these payments. One query."""
    rows = AnswerItem.objects.filter(run_line__in=[one.key for one in sent]).values_list("run_line_id", "kind")
    return {(line_id, Outcome(kind)) for line_id, kind in rows if line_id is not None}


def file_id(council: Council, number: int) -> str:
    """The name of a run's file for the bank."""
    return f"DP{council.pk}-{number}"


def list_answers(*, council: Council) -> list[AnswerFacts]:
    """The last files from the bank, newest first. One query."""
    return [_answer_facts(row) for row in _answers(council).order_by("-pk")[:ANSWERS_SHOWN]]


def get_answer(*, council: Council, id: int) -> AnswerFacts:
    """That file. Three queries at most. Raises BankAnswer.DoesNotExist."""
    return replace(_answer_facts(_answers(council).get(pk=id)), refused_run=_refused_run(id))


def list_items(*, council: Council, answer_id: int) -> list[ItemFacts]:
    """What somebody has to look at in a file: open first. Two queries."""
    rows = _items(council).filter(answer_id=answer_id).order_by("ended", "pk")[:ITEMS_SHOWN]
    return _with_candidates(council, list(rows))


def find_item(*, council: Council, id: int) -> ItemFacts | None:
    """That thing to look at, if there is one. Two queries at most."""
    found = _with_candidates(council, list(_items(council).filter(pk=id)))
    return found[0] if found else None


def open_items(*, council: Council) -> QuerySet[AnswerItem]:
    """What waits for somebody, oldest first."""
    return _items(council).filter(ended="").order_by("pk")


def map_came_back(*, council: Council, line_ids: Sequence[int]) -> dict[int, CameBack]:
    """By payment, how it came back. One query."""
    rows = AnswerItem.objects.filter(answer__council=council, run_line__in=line_ids, kind__in=CAME_BACK)
    return {row.run_line_id: _came_back(row) for row in rows.select_related("answer") if row.run_line_id is not None}


def was_sent(*, council: Council) -> Q:
    """Payments that were in a run's files: those that count, and those that came back and are paid again."""
    rows = AnswerItem.objects.filter(answer__council=council, kind__in=CAME_BACK, run_line__isnull=False)
    return Q(live=True) | Q(pk__in=rows.values("run_line_id"))


def map_open_by_person(*, council: Council) -> dict[int, tuple[int, int]]:
    """By person, the account and the pence of a payment that came back and that nobody decided about. One query."""
    rows = AnswerItem.objects.filter(answer__council=council, kind__in=CAME_BACK, ended="", run_line__isnull=False)
    fields = ("run_line__person_id", "run_line__bank_account_id", "run_line__amount_pence")
    return {person_id: (account_id, pence) for person_id, account_id, pence in rows.order_by("pk").values_list(*fields)}


def sum_came_back(*, run_id: int) -> tuple[int, int]:
    """How many payments of a run came back, and their pence. One query."""
    rows = AnswerItem.objects.filter(run_line__run_id=run_id, kind__in=CAME_BACK)
    found = rows.aggregate(number=Count("pk"), pence=Sum("run_line__amount_pence"))
    return found["number"], found["pence"] or 0


def reason_of(row: AnswerItem) -> Reason:
    """Why, and what to do next, in words."""
    echo = Echo(place=0, outcome=Outcome(row.kind), code=row.code, said=row.said)
    return reason_for(row.answer.kind, echo)


def _run_number(council: Council, message_id: str) -> int | None:
    start = file_id(council, 0)[:-1]
    number = message_id.removeprefix(start)
    return int(number) if message_id.startswith(start) and number.isdecimal() and len(number) < 10 else None


def _refused_run(answer_id: int) -> tuple[int, int] | None:
    """The run of which a file says that no payment was made."""
    rows = AnswerItem.objects.filter(answer_id=answer_id, kind=ItemKind.REJECTED, run_line__isnull=False)
    found = list(rows.values_list("run_line__run_id", "run_line__run__number").annotate(number=Count("pk"))[:2])
    if len(found) != 1 or found[0][2] < RunLine.objects.filter(run_id=found[0][0], live=True).count():
        return None
    return found[0][0], found[0][1]


def _answers(council: Council) -> QuerySet[BankAnswer]:
    rows = BankAnswer.objects.filter(council=council).select_related("read_by").defer("content")
    return rows.annotate(all_items=Count("items"), waiting=Count("items", filter=Q(items__ended="")))


def _answer_facts(row: BankAnswer) -> AnswerFacts:
    return AnswerFacts(
        id=row.pk,
        kind=row.kind,
        kind_words=ANSWER_KINDS[row.kind],
        name=row.name,
        made_on=row.made_on,
        read_by=row.read_by.name,
        read_at=row.read_at,
        taken=row.taken,
        told_before=row.told_before,
        items=row.all_items,  # type: ignore[attr-defined]  # annotated above
        open_items=row.waiting,  # type: ignore[attr-defined]  # annotated above
    )


def _items(council: Council) -> QuerySet[AnswerItem]:
    rows = AnswerItem.objects.filter(answer__council=council).defer("answer__content")
    return rows.select_related("answer", "run_line__person", "run_line__bank_account")


def _with_candidates(council: Council, rows: list[AnswerItem]) -> list[ItemFacts]:
    wanted = {number for row in rows for number in row.candidates}
    lines = RunLine.objects.filter(run__council=council, pk__in=wanted).select_related("person", "run")
    said = {
        line.pk: f"{line.person.name}, {words.pounds(line.amount_pence)}, {words.day(line.run.pay_on)}, "
        f"{line.end_to_end_id}"
        for line in (lines if wanted else ())
    }
    return [_item_facts(row, tuple((one, said[one]) for one in row.candidates if one in said)) for row in rows]


def _item_facts(row: AnswerItem, candidates: tuple[tuple[int, str], ...]) -> ItemFacts:
    reason, line = reason_of(row), row.run_line
    return ItemFacts(
        id=row.pk,
        answer_id=row.answer_id,
        kind=row.kind,
        kind_words=row.get_kind_display(),
        person_id=line.person_id if line else None,
        person=line.person.name if line else "",
        reference=line.end_to_end_id if line else row.reference,
        amount_pence=row.amount_pence,
        sent_pence=line.amount_pence if line else None,
        on=row.on,
        words=reason.words,
        next_words=reason.next_words,
        said=row.said,
        step=row.step,
        why=row.why,
        candidates=candidates,
        account_ending=(line.bank_account.account_number if line else row.account_number)[-4:],
        new_account_ending=row.new_account_number[-4:],
        account_changed=line is not None and line.bank_account.ended_on is not None,
        ended=row.ended,
        ended_words=row.get_ended_display() if row.ended else "",
        ended_why=row.ended_why,
    )


def _came_back(row: AnswerItem) -> CameBack:
    reason = reason_of(row)
    return CameBack(
        item_id=row.pk,
        on=row.on,
        words=reason.words,
        next_words=reason.next_words,
        for_person=reason.for_person,
        checks_account=row.step == "check_account",
        is_open=not row.ended,
        is_paid_again=row.ended == ItemEnd.PAY_AGAIN,
    )
