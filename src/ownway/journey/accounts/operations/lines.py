"""Say what a line was for: it wins over what the program found, and is remembered for the next time."""

from datetime import datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.design.words import day, many
from ownway.journey.accounts.facts import LineFacts
from ownway.journey.accounts.models import Line, LineMatch, Payee
from ownway.journey.accounts.queries.lines import list_choices, list_like

HOW_IT_WAS_PAID = (LineMatch.WAGES, LineMatch.CASH)
"""A heading says what the money was for; that it was wages or cash stays true."""


class LineGone(Exception):
    """There is no such line in the person's account."""


class NotAChoice(Exception):
    """A line cannot be that."""


@transaction.atomic
def match_line(
    *, council: Council, person_id: int, line_id: int, choice: str, note: str | None = None, by: User, at: datetime
) -> int:
    """Say what a line was: a kind (LineMatch), or "heading:" and the number of a heading of the plan that holds now.

    It is remembered for lines of the same name, but not for cash, which is for something else each time.
    Gives how many lines are like it and are still something else. Raises LineGone or NotAChoice.
    """
    line = _locked(council, person_id, line_id)
    if choice not in {value for value, _ in list_choices(council=council, person_id=person_id)}:
        raise NotAChoice("This is not in the plan any more. Please choose again.")
    kind, heading_id = _chosen(choice, LineMatch(line.match))
    line.match, line.heading_id, line.matched_by = kind, heading_id, by
    line.note = line.note if note is None else note
    line.run_line = line.run_line if kind == LineMatch.PAYMENT else None
    line.payee = _remember(line)
    line.save()
    words = f"Said what a line of {day(line.on)} was: {_words(line)}."
    record_event(council=council, by=by, at=at, what="match_line", words=words, person_id=person_id)
    return len(_alike(council, line))


@transaction.atomic
def match_like(*, council: Council, person_id: int, line_id: int, by: User, at: datetime) -> int:
    """Say the same of all lines like one that was put right. Gives how many. Raises LineGone."""
    line = _locked(council, person_id, line_id)
    ids = [each.id for each in _alike(council, line)]
    changed = Line.objects.filter(pk__in=ids, matched_by__isnull=True).update(
        match=line.match, heading_id=line.heading_id, payee_id=line.payee_id, matched_by=by
    )
    if changed:
        words = f"Said what {many(changed, 'line')} like that of {day(line.on)} were: {_words(line)}."
        record_event(council=council, by=by, at=at, what="match_like", words=words, person_id=person_id)
    return changed


def _locked(council: Council, person_id: int, line_id: int) -> Line:
    rows = Line.objects.select_for_update(of=("self",), no_key=True).filter(person__council=council)
    line = rows.filter(person_id=person_id, pk=line_id).first()
    if line is None:
        raise LineGone("We cannot find that line.")
    return line


def _chosen(choice: str, before: LineMatch) -> tuple[LineMatch, int | None]:
    if not choice.startswith("heading:"):
        return LineMatch(choice), None
    kind = before if before in HOW_IT_WAS_PAID else LineMatch.HEADING
    return kind, int(choice.removeprefix("heading:"))


def _remember(line: Line) -> Payee | None:
    if not line.like or line.match == LineMatch.CASH:
        return None
    if line.match == LineMatch.NOT_KNOWN:
        Payee.objects.filter(person_id=line.person_id, matches=line.like).delete()
        return None
    name = line.payee_words or line.like.title()
    payee, _ = Payee.objects.update_or_create(
        person_id=line.person_id,
        matches=line.like,
        defaults={"name": name[:120], "kind": line.match, "heading_id": line.heading_id},
    )
    return payee


def _alike(council: Council, line: Line) -> list[LineFacts]:
    facts = LineFacts(
        id=line.pk,
        on=line.on,
        pence=line.pence,
        words=line.words,
        balance_pence=line.balance_pence,
        match=line.match,
        match_words="",
        heading_id=line.heading_id,
        heading_words="",
        payee_name="",
        matched_by="",
        note="",
        like=line.like,
        receipts=0,
    )
    return list_like(council=council, person_id=line.person_id, line=facts)


def _words(line: Line) -> str:
    return line.heading.words if line.heading else str(line.get_match_display())
