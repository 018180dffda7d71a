"""Decide about what the bank said: which payment it is, and whether it is paid again. Nothing is taken from anybody."""

from datetime import datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.design import words
from ownway.journey.payments.models import AnswerItem, ItemEnd, ItemKind, RunLine
from ownway.journey.payments.operations.money_back import put_in_the_books
from ownway.journey.payments.operations.refusals import AlreadyDecided, CannotPayAgain
from ownway.journey.payments.queries.answers import CAME_BACK


@transaction.atomic
def name_payment(
    *, council: Council, item_id: int, line_id: int | None, why: str, by: User, at: datetime
) -> AnswerItem:
    """Say which payment the bank means, among those it may be; None when it is none of them.

    Raises AlreadyDecided, also when that payment came back before.
    """
    item = _open(council, item_id)
    if item.run_line_id is not None:
        raise AlreadyDecided("Somebody said already which payment it is.")
    if line_id is None:
        return _end(council, item, ItemEnd.NOT_OURS, why, by, at)
    line = RunLine.objects.get(run__council=council, pk=line_id, pk__in=item.candidates)
    if item.kind in CAME_BACK and line.items.filter(kind__in=CAME_BACK).exists():
        raise AlreadyDecided("This payment came back already, so it cannot be this one.", field="line_id")
    item.run_line = line
    item.save(update_fields=["run_line"])
    put_in_the_books(council=council, items=[item], by=by, at=at)
    said = f"Said that the bank’s words are about the payment {line.end_to_end_id}. Why: {why}"
    _note(council, item, "name_payment", said, by, at)
    return item


@transaction.atomic
def settle_item(
    *, council: Council, item_id: int, ended: str, checked: bool, why: str, by: User, at: datetime
) -> AnswerItem:
    """Decide: pay it again, do not, or it is looked at. A payment that is paid again falls due in the next run.

    `ended` is one of `choices_for`; `checked` says that the account was checked with the person. Raises AlreadyDecided and CannotPayAgain.
    """
    item = _open(council, item_id)
    if ended == ItemEnd.PAY_AGAIN:
        line = _line_to_pay_again(item, checked=checked)
        line.live = False
        line.save(update_fields=["live"])
    return _end(council, item, ItemEnd(ended), why, by, at)


def _line_to_pay_again(item: AnswerItem, *, checked: bool) -> RunLine:
    line = item.run_line
    if line is None or item.kind not in CAME_BACK:
        raise CannotPayAgain("Nothing came back here, so there is nothing to pay again.", field="ended")
    if line.person.died_on is not None:
        raise CannotPayAgain("The person has died, so nothing is paid by a run any more.", field="ended")
    if item.amount_pence is not None and item.amount_pence != line.amount_pence:
        raise CannotPayAgain(
            f"Only {words.pounds(item.amount_pence)} of {words.pounds(line.amount_pence)} came back, so it cannot be "
            "paid again as it was. Agree a one-off payment of what came back.",
            field="ended",
        )
    if item.step == "check_account" and line.bank_account.ended_on is None and not checked:
        raise CannotPayAgain(
            "The account is still the one that did not take the money. Change it, or check it with the person and "
            "tick the box.",
            field="checked",
        )
    return line


def _open(council: Council, item_id: int) -> AnswerItem:
    rows = AnswerItem.objects.select_for_update(of=("self",), no_key=True).filter(answer__council=council)
    item = rows.select_related("answer", "run_line__person", "run_line__bank_account").get(pk=item_id)
    if item.ended:
        raise AlreadyDecided("Somebody decided about this already. Load the page again.")
    return item


def _end(council: Council, item: AnswerItem, ended: ItemEnd, why: str, by: User, at: datetime) -> AnswerItem:
    item.ended, item.ended_why, item.ended_by, item.ended_at = ended, why, by, at
    item.save(update_fields=["ended", "ended_why", "ended_by", "ended_at"])
    what = f"the payment {item.run_line.end_to_end_id}" if item.run_line else f"“{item.reference}”"
    _note(council, item, "settle_item", f"Decided about {what}: {ended.label.lower()}. Why: {why}", by, at)
    return item


def _note(council: Council, item: AnswerItem, what: str, said: str, by: User, at: datetime) -> None:
    record_event(
        council=council,
        by=by,
        at=at,
        what=what,
        words=said,
        person_id=item.run_line.person_id if item.run_line else None,
        about=f"bank answer {item.answer_id}",
    )


def choices_for(kind: str) -> list[tuple[str, str]]:
    """What can be decided about something of this kind."""
    ends = (ItemEnd.PAY_AGAIN, ItemEnd.LEFT) if kind in (ItemKind.REJECTED, ItemKind.RETURNED) else (ItemEnd.DONE,)
    return [(end.value, end.label) for end in ends]
