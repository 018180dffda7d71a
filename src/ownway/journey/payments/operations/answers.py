"""Take in a file in which the bank says what became of payments: the books follow it, and nothing follows twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ownway.formats.payments.echoes import (
    Echo,
    EchoFile,
    Matched,
    Outcome,
    Pair,
    Question,
    match,
    read_echoes,
    reason_for,
)
from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event, record_events
from ownway.ground.design import words
from ownway.journey.payments.models import AnswerItem, BankAnswer, ItemKind, RunLine
from ownway.journey.payments.operations.money_back import put_in_the_books
from ownway.journey.payments.operations.refusals import AnswerRefused
from ownway.journey.payments.queries.answers import list_sent, set_told

MOST_REASONS = 20
TO_LOOK_AT = (Outcome.REJECTED, Outcome.RETURNED, Outcome.CHANGED_ACCOUNT)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file: how many things there are to look at, and how much of it was known before."""

    answer_id: int
    items: int
    told_before: int


@transaction.atomic
def take_answer(*, council: Council, name: str, data: bytes, by: User, at: datetime) -> Taken:
    """Read a file from the bank, match it to what was sent, put what came back in the books, and say what to look at.

    The same file again, or another that says the same, changes nothing. Raises AnswerRefused; then nothing is kept.
    """
    Council.objects.select_for_update(no_key=True).get(pk=council.pk)
    file = read_echoes(data)
    _require_whole(council, file)
    sent = list_sent(council=council, file=file)
    matched = match(file, sent, told=set_told(sent=sent))
    _require_ours(file, matched)
    _ask_about_those_paid_by_hand(matched)
    answer = BankAnswer.objects.create(
        council=council,
        kind=file.kind,
        name=name[:200],
        message_id=file.message_id[:140],
        made_on=file.made_on,
        taken=len(matched.accepted) + len(matched.pending) + len(matched.settled),
        told_before=len(matched.twice),
        digest=file.digest,
        content=data,
        read_by=by,
        read_at=at,
    )
    items = _items(answer, matched)
    AnswerItem.objects.bulk_create(items, batch_size=2000)
    back = [*matched.rejected, *matched.returned]
    put_in_the_books(council=council, items=[item for item in items if item.run_line_id], by=by, at=at)
    _note(council, answer, back, by, at)
    return Taken(answer.pk, items=len(items), told_before=answer.told_before)


def _require_whole(council: Council, file: EchoFile) -> None:
    """A file with a part that cannot be read is not taken: what is missing may be a payment that came back."""
    before = BankAnswer.objects.filter(council=council, digest=file.digest).first()
    if before is not None:
        raise AnswerRefused(f"This file was read already, on {words.day_time(before.read_at)}. Nothing was added.")
    if not file.is_whole:
        said = [
            one.message if one.where == "the file" else f"{one.where.capitalize()}: {one.message}"
            for one in file.problems
            if one.level == "error"
        ]
        raise AnswerRefused("Nothing was added.", *said[:MOST_REASONS])


def _require_ours(file: EchoFile, matched: Matched) -> None:
    """An answer to a file that is not ours, and names no payment of ours, is not for us."""
    found = (matched.accepted, matched.pending, matched.settled, matched.rejected, matched.twice, matched.to_ask)
    if file.wholes and not any(found):
        raise AnswerRefused(
            f"It answers the payment file {file.wholes[0].message_id[:40]}, and this council wrote none of that name. "
            "Nothing was added."
        )


def _ask_about_those_paid_by_hand(matched: Matched) -> None:
    """That a bank refused a file says nothing of people who were, or still may be, paid from its emergency list."""
    lines = RunLine.objects.filter(pk__in=[pair.sent.key for pair in matched.rejected])
    lines = lines.filter(run__emergency_lists__isnull=False).exclude(run__emergency_lists__ends__was_used=False)
    by_hand = set(lines.values_list("pk", flat=True))
    why = "People may be paid from the emergency list of this run. Was this one?"
    matched.to_ask += [Question(one.echo, why, (one.sent,)) for one in matched.rejected if one.sent.key in by_hand]
    matched.rejected = [one for one in matched.rejected if one.sent.key not in by_hand]


def _items(answer: BankAnswer, matched: Matched) -> list[AnswerItem]:
    pairs = [*matched.rejected, *matched.returned, *matched.changed_account]
    asked = [one for one in matched.to_ask if one.echo.outcome in TO_LOOK_AT]
    strange = [Question(echo, "No payment of ours fits.") for echo in matched.unknown if echo.outcome in TO_LOOK_AT]
    return [
        *(_item(answer, pair.echo, line_id=pair.sent.key) for pair in pairs),
        *(_item(answer, one.echo, question=one) for one in (*asked, *strange)),
        *(_item(answer, echo) for echo in matched.instructions),
    ]


def _item(
    answer: BankAnswer, echo: Echo, *, line_id: int | None = None, question: Question | None = None
) -> AnswerItem:
    return AnswerItem(
        answer=answer,
        kind=ItemKind(str(echo.outcome)),
        run_line_id=line_id,
        why=question.why if question else "",
        candidates=[one.key for one in question.candidates] if question else [],
        amount_pence=echo.amount_pence,
        on=echo.on or answer.made_on,
        code=echo.code,
        said=echo.said,
        step=reason_for(answer.kind, echo).step,
        reference=echo.end_to_end_id[:200] or echo.reference,
        name=echo.name,
        account_number=echo.account,
        new_sort_code=echo.new_sort_code,
        new_account_number=echo.new_account,
    )


def _note(council: Council, answer: BankAnswer, back: Sequence[Pair], by: User, at: datetime) -> None:
    about = f"bank answer {answer.pk}"
    said = f"Read the bank’s file {answer.name}: {words.many(len(back), 'payment')} came back."
    record_event(council=council, by=by, at=at, what="take_answer", words=said, about=about)
    told = ((pair.sent.payee, _told_of(pair)) for pair in back)
    record_events(council=council, by=by, at=at, what="take_answer", told=told, about=about)


def _told_of(pair: Pair) -> str:
    what = "did not make" if pair.echo.outcome is Outcome.REJECTED else "sent back"
    return f"The bank {what} the payment {pair.sent.end_to_end_id}, {words.pounds(pair.sent.amount_pence)}."
