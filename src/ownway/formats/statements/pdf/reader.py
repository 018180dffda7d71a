"""Reading a PDF statement, from its bytes to its lines."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.pdf.around import Around, read_around
from ownway.formats.statements.pdf.columns import Columns
from ownway.formats.statements.pdf.entries import gather
from ownway.formats.statements.pdf.labels import currency_in
from ownway.formats.statements.pdf.movements import Printed, read_movements
from ownway.formats.statements.pdf.pages import MOST_BYTES, Page, read_pages
from ownway.formats.statements.pdf.proof import count_breaks, prove
from ownway.formats.statements.pdf.table import TableRow, read_items
from ownway.formats.statements.pdf.text_rows import Row
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Line, Part

_OTHERWISE = "You can ask your bank's website for the same statement as CSV or OFX."
_PICTURE = f"This PDF is a picture of a page: it holds no words that we can read. {_OTHERWISE}"
_NO_LETTERS = f"The letters of this PDF cannot be told apart, only seen. {_OTHERWISE}"
_NO_TABLE = (
    "We found no statement in this PDF: no table with headings for the date, the details and the money paid in and out. "
    + _OTHERWISE
)
_NO_LINES = f"We found the headings of a statement in this PDF, and no payments under them. {_OTHERWISE}"
_BEFORE = b"\xef\xbb\xbf\0 \t\r\n"


def looks_like_pdf(source: Source) -> bool:
    """Whether a file begins as every PDF does."""
    return source.first_bytes.lstrip(_BEFORE).startswith(b"%PDF-")


def read_pdf(source: Source, reading: Reading) -> Iterator[Line]:
    """The lines of a PDF statement; all or none, as each is proved by the balances after it.

    `place` of a line counts the entries of the table from 1. Reasons name the page, and the row of the page.
    """
    try:
        pages = read_pages(source.all_bytes(most=MOST_BYTES))
    except UnreadableError as error:
        reading.refuse(0, str(error))
        return
    yield from read_printed(pages, reading)


def read_printed(pages: Sequence[Page], reading: Reading) -> Iterator[Line]:
    """The lines of pages of words."""
    if reason := _why_no_words(pages):
        reading.refuse(0, reason)
        return
    items = list(read_items(pages))
    headings = [item for item in items if isinstance(item, Columns)]
    if not headings:
        reading.refuse(0, _NO_TABLE)
        return
    reading.layout = ", ".join(column.label for column in headings[0].columns)[:200]
    around = read_around([item for item in items if isinstance(item, Row)])
    _tell_pictures(pages, reading)
    _name_currency(headings, items, reading)
    printed = list(read_movements(gather(items), around, reading))
    lines = [one.line for one in printed if one.line]
    if _holds_several_accounts(printed, around, reading) or reading.is_refused:
        return
    if not lines:
        reading.refuse(0, _NO_LINES)
        return
    if around.period:
        reading.from_on, reading.to_on = around.period
    prove(_in_order(printed), around, reading)
    if not reading.is_refused:
        yield from lines


def _why_no_words(pages: Sequence[Page]) -> str:
    words = [word.text for page in pages for word in page.words]
    if len(words) < 5:
        return _PICTURE
    return _NO_LETTERS if sum("(cid:" in word for word in words) * 4 > len(words) else ""


def _in_order(printed: Sequence[Printed]) -> list[Printed]:
    """In order of time: turned round where the days run backwards, or all are one and only backwards its balances follow."""
    days = [one.line.on for one in printed if one.line]
    turned = list(reversed(printed))
    if days[0] == days[-1]:
        return turned if count_breaks(turned) < count_breaks(printed) else list(printed)
    return turned if days[0] > days[-1] else list(printed)


def _tell_pictures(pages: Sequence[Page], reading: Reading) -> None:
    """Pages that are nothing but a picture are said, as a line may be in them; the balances prove if one is."""
    for page in pages:
        if page.pictures and not page.words:
            reading.note(0, f"Page {page.number} is a picture, and nothing was read from it.")


def _name_currency(headings: Sequence[Columns], items: Sequence[object], reading: Reading) -> None:
    """The currency of the headings and sums; pounds where none is named. Two are refused."""
    texts = {column.label for columns in headings for column in columns.money}
    texts |= {text for item in items if isinstance(item, TableRow) for text in item.cells.sums.values()}
    named = sorted({currency for text in texts if (currency := currency_in(text))})
    if len(named) > 1:
        reading.refuse(0, f"The statement has sums in {len(named)} currencies ({', '.join(named)}).")
    reading.currency = named[0] if named else "GBP"


def _holds_several_accounts(printed: Sequence[Printed], around: Around, reading: Reading) -> bool:
    """Names the account. A part is described for each where there are several, which the door refuses."""
    reading.account = around.account_on(1)
    accounts = [account for _, account in around.accounts]
    if len(set(accounts)) < 2:
        return False
    reading.account = ""
    for account, group in groupby(printed, key=lambda one: around.account_on(one.page)):
        reading.add_part(_part(account, list(group), reading.currency))
    if len({part.account for part in reading.parts}) < 2:
        told = ", ".join(dict.fromkeys(accounts))
        count = len(set(accounts))
        reading.refuse(0, f"The statement names {count} accounts ({told[:100]}). We cannot tell whose lines these are.")
    return True


def _part(account: str, printed: Sequence[Printed], currency: str) -> Part:
    lines = [one.line for one in printed if one.line]
    balances = [one.balance_pence for one in printed if one.balance_pence is not None]
    first = printed[0]
    days = [line.on for line in lines]
    return Part(
        account=account,
        currency=currency,
        id="",
        opening_pence=first.balance_pence if first.line is None else None,
        closing_pence=balances[-1] if balances and printed[-1].balance_pence is not None else None,
        from_on=min(days, default=None),
        to_on=max(days, default=None),
        line_count=len(lines),
        sum_pence=sum(line.pence for line in lines),
    )
