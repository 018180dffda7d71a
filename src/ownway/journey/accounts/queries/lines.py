"""The lines of an account, and what each can be said to be."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from ownway.formats.statements.amounts import write_pounds
from ownway.formats.statements.csv_out import write_csv
from ownway.ground.access.models import Council
from ownway.ground.design.parsing import parse_pounds
from ownway.journey.accounts.facts import Change, LineFacts, LinesPage, line_facts
from ownway.journey.accounts.models import Line, LineMatch, Receipt
from ownway.journey.plans.queries import list_headings
from ownway.rules.account import PlanHeading

PAGE_SIZE = 50
MOST_LIKE = 500
HEADS = ("Day", "Words", "Money in", "Money out", "Balance", "What it was", "Who says so", "Note", "Receipts")

Choices = list[tuple[str, str]]


def list_lines(
    *, council: Council, person_id: int, words: str = "", only_not_known: bool = False, page: int = 1, count: int = -1
) -> LinesPage:
    """A page of 50 lines, newest first: those with these words or this amount in them, or those not known yet.

    `count` is how many there are, when the caller knows. One query, and one more to count.
    """
    found = _found(council, person_id, words=words, only_not_known=only_not_known)
    total = found.count() if count < 0 else count
    pages = max(1, -(-total // PAGE_SIZE))
    number = min(max(1, page), pages)
    rows = _whole(found)[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return LinesPage(lines=tuple(line_facts(row) for row in rows), count=total, number=number, pages=pages)


def count_not_known(*, council: Council, person_id: int) -> int:
    """How many lines are not matched to anything yet. One query."""
    return _found(council, person_id, words="", only_not_known=True).count()


def find_line(*, council: Council, person_id: int, id: int) -> LineFacts | None:
    """That line of the person's account, if it is theirs. One query."""
    row = _whole(Line.objects.filter(person__council=council, person_id=person_id)).filter(pk=id).first()
    return line_facts(row) if row is not None else None


def list_like(*, council: Council, person_id: int, line: LineFacts) -> list[LineFacts]:
    """The other lines of the same name and direction that nobody has put right and that are something else."""
    if not line.like:
        return []
    rows = _found(council, person_id, words="", only_not_known=False).filter(
        like=line.like, matched_by__isnull=True, run_line__isnull=True
    )
    rows = rows.filter(pence__gt=0) if line.pence > 0 else rows.filter(pence__lt=0)
    rows = rows.exclude(Q(pk=line.id) | Q(match=line.match, heading_id=line.heading_id))
    return [line_facts(row) for row in _whole(rows)[:MOST_LIKE]]


def list_choices(*, council: Council, person_id: int) -> Choices:
    """What a line can be: the plan's headings first ("heading:12"), then the other kinds. Four queries."""
    headings = list_headings(council=council, person_id=person_id)
    return _choices((str(each.id), each.words) for each in headings)


def choices_of(headings: Iterable[PlanHeading]) -> Choices:
    """The same from the headings of an account, with no query."""
    return _choices((each.key, each.words) for each in headings if each.key.isdigit())


def list_changes(*, council: Council, person_id: int, line_id: int) -> list[Change]:
    """What a line was found to be and said to be since it was read, oldest first. One query."""
    events = (
        apps.get_model("accounts", "LineEvent")  # made by pghistory
        .objects.filter(pgh_obj_id=line_id, person__council=council, person_id=person_id)
        .select_related("heading", "matched_by")
        .order_by("pgh_id")
    )
    return [
        Change(
            words=f"{event.heading.words} ({event.get_match_display()})"
            if event.heading
            else event.get_match_display(),
            by=event.matched_by.name if event.matched_by else "Ownway",
            at=event.pgh_created_at,
        )
        for event in events
    ]


def write_lines(*, council: Council, person_id: int) -> str:
    """Every line as CSV text, newest first, safe to open in a spreadsheet. One query."""
    rows = _whole(_found(council, person_id, words="", only_not_known=False))
    return write_csv([HEADS, *_csv_rows(line_facts(row) for row in rows.iterator())])


def _choices(headings: Iterable[tuple[str, str]]) -> Choices:
    kinds = [(kind.value, str(kind.label)) for kind in LineMatch if kind != LineMatch.HEADING]
    return [*((f"heading:{key}", words) for key, words in headings), *kinds]


def _csv_rows(lines: Iterator[LineFacts]) -> Iterator[tuple[str | int, ...]]:
    for line in lines:
        yield (
            line.on.isoformat(),
            line.words,
            write_pounds(line.pence) if line.pence > 0 else "",
            write_pounds(-line.pence) if line.pence < 0 else "",
            "" if line.balance_pence is None else write_pounds(line.balance_pence),
            line.what,
            line.how_known,
            line.note,
            line.receipts,
        )


def _found(council: Council, person_id: int, *, words: str, only_not_known: bool) -> QuerySet[Line]:
    found = Line.objects.filter(person__council=council, person_id=person_id)
    if only_not_known:
        found = found.filter(match=LineMatch.NOT_KNOWN)
    sought = words.replace("\x00", "").strip()
    if sought:
        found = found.filter(Q(words__icontains=sought) | Q(note__icontains=sought) | _with_amount(sought))
    return found


def _with_amount(sought: str) -> Q:
    try:
        pence = abs(parse_pounds(sought))
    except ValueError:
        return Q(pk__isnull=True)
    return Q(pence__in=[pence, -pence])


def _whole(rows: QuerySet[Line]) -> QuerySet[Line]:
    shown = Receipt.objects.filter(line=OuterRef("pk"), taken_back_at__isnull=True)
    receipts = shown.order_by().values("line").annotate(n=Count("pk")).values("n")
    return (
        rows.select_related("heading", "payee", "matched_by")
        .annotate(receipt_count=Coalesce(Subquery(receipts), 0))
        .order_by("-on", "-place", "-pk")
    )
