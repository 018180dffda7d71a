"""Reading camt.052, camt.053 and camt.054, versions 02 to 13, into lines: the door's way in."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter, itemgetter

from ownway.formats.statements.amounts import UnreadableError, clip, write_pounds
from ownway.formats.statements.camt.columns import Alike, group_alike, make_lines_alike
from ownway.formats.statements.camt.gather import Unit
from ownway.formats.statements.camt.lines import (
    BOOKED,
    COMING,
    PENDING,
    Values,
    add_payments,
    is_true,
    make_line,
    read_status,
)
from ownway.formats.statements.camt.money import read_sign, read_sum
from ownway.formats.statements.camt.part import OpenPart
from ownway.formats.statements.camt.plan import Plan
from ownway.formats.statements.camt.scan import Entries, Scan
from ownway.formats.statements.camt.tree import CLOSE, HEADER, OPEN, PAGES
from ownway.formats.statements.reading import MOST_TEXT, Reading
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Line

KIND = "camt"
_LOOKS = re.compile(r"<(?:[\w.-]+:)?(?:Document|BkToCstmr\w+)[\s>/]|urn:iso:std:iso:20022:")
_DECLARED = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']")
_ONE_BYTE = frozenset({"iso-8859-1", "iso-8859-15", "iso8859-1", "iso_8859-1", "latin1", "windows-1252", "cp1252"})
_WAITING = {
    PENDING: "payments are still pending; they will come in a later statement.",
    COMING: "payments are still to come; they will come in a later statement.",
}
_NO_STATEMENT = {
    "camt.052": "This is a report during the day. The same payments come again in the statement of the day.",
    "camt.054": "This is a notice of single payments. The same payments come again in the statement of the day.",
}


def looks_like_camt(source: Source) -> bool:
    """Whether the text begins as XML and names an ISO 20022 message in its first part."""
    return source.head.lstrip("\ufeff \t\r\n").startswith("<") and _LOOKS.search(source.head) is not None


def read_camt(source: Source, reading: Reading, *, general_only: bool = False) -> Iterator[Line]:
    """The booked entries of a camt file as Lines, in its order; `place` is the number of the entry in the file.

    Each Stmt, Rpt or Ntfctn is a Part. Pending and merely informing entries are counted in notes and are no lines.
    """
    scan = Scan(general_only=general_only)
    reader = _Reader(reading)
    try:
        check_encoding(source)
        for found in scan.read(strip_start(source.text())):
            if isinstance(found, Unit):
                reader.take(found)
                continue
            lines = reader.read_entries(found)
            found.clear()  # or the collector looks at them, and memory holds them, while their lines are given
            yield from lines
            if reading.is_full:
                return
    except UnreadableError as error:
        reading.refuse(reader.place, str(error))
    reading.layout = scan.gatherer.layout
    reader.finish(scan.gatherer.layout[:8])


class _Reader:
    """What is known between one entry and the next."""

    __slots__ = ("days", "page", "part", "place", "reading", "valued", "waiting")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.part, self.page = OpenPart(), ""
        self.place = self.valued = 0
        self.days: dict[str, date] = {}
        self.waiting: dict[str, int] = {}

    def take(self, unit: Unit) -> None:
        """What stands around the entries."""
        if unit.name == OPEN:
            self.part = OpenPart()
        elif unit.name == CLOSE:
            self.part.close(self.reading)
        elif unit.name == HEADER:
            self._take_page("message", unit, "MsgPgntn/")
        elif unit.name == PAGES:
            self._take_page("statement", unit, "")
        else:
            self.part.take(unit, self.reading)

    def _take_page(self, what: str, unit: Unit, path: str) -> None:
        """Remembers a page that is not the last one, until the last one comes."""
        said = dict(zip(unit.paths, unit.values, strict=False))
        last, page = said.get(f"{path}LastPgInd"), clip(said.get(f"{path}PgNb", ""), 6)
        if last is not None:
            self.page = "" if is_true(last) else f"The bank's {what} goes on after page {page}, and more pages follow."

    def read_entries(self, entries: Entries) -> list[Line]:
        """The Lines of entries that follow each other; those that are not booked or were refused have none."""
        places = range(self.place + 1, self.place + 1 + len(entries))
        alone = 1 if self.part.checked is None else 0  # the first entry of a statement shows what its currency is
        lines = list(self._read_each(zip(places[:alone], entries, strict=False)))
        lines += self._read_alike(group_alike(entries[alone:], places[alone:]))
        self.place += len(entries)
        self.part.booked.add_lines(lines)
        return lines

    def _read_alike(self, groups: list[Alike]) -> list[Line]:
        """The Lines of entries by plan: of a whole group at once where it is plain enough, else one by one."""
        lines: list[Line] = []
        left: list[tuple[int, tuple[Plan, Values]]] = []
        for alike in groups:
            made = make_lines_alike(alike, currency=self.part.checked, days=self.days)
            if made is None:
                left += [(place, (alike.plan, row)) for place, row in zip(alike.places, alike.rows, strict=True)]
                continue
            lines += made
            if alike.plan.booked < 0:
                self.valued += len(made)
        lines += self._read_each(sorted(left, key=itemgetter(0)))
        return sorted(lines, key=attrgetter("place")) if len(groups) > 1 else lines

    def _read_each(self, entries: Iterable[tuple[int, tuple[Plan, Values]]]) -> Iterator[Line]:
        for place, (plan, values) in entries:
            try:
                if values[plan.status] != BOOKED and (status := read_status(plan, values)) != BOOKED:
                    self._leave_waiting(status, plan, values)
                    continue
                line = make_line(plan, values, place, self.days)
            except UnreadableError as error:
                self.reading.refuse(place, str(error), " ".join(filter(None, values))[:MOST_TEXT])
                continue
            if values[plan.currency] != self.part.checked:
                self.part.check_currency(values[plan.currency], self.reading, place, "This entry")
            if plan.booked < 0:
                self.valued += 1
            if len(plan.details) > 1:
                self._compare_payments(plan, values, line)
            yield line

    def _compare_payments(self, plan: Plan, values: Values, line: Line) -> None:
        """Says so when the payments of an entry come to another sum than the entry, which is the one that moved."""
        try:
            total = add_payments(plan, values)
        except UnreadableError as error:
            self.reading.note(line.place, f"A payment inside this entry cannot be read. {error}")
            return
        if total is not None and total != line.pence:
            told = f"come to {write_pounds(total)}, and the entry is of {write_pounds(line.pence)}, which was taken"
            self.reading.note(line.place, f"The payments inside this entry {told}.")

    def _leave_waiting(self, status: str, plan: Plan, values: Values) -> None:
        self.part.waiting.add(read_sign(values[plan.sign]) * read_sum(values[plan.amount]))
        self.waiting[status] = self.waiting.get(status, 0) + 1

    def finish(self, message: str) -> None:
        """Says what was left out, once the file has ended."""
        if self.page:
            self.reading.question(0, self.page)
        for status, many in self.waiting.items():
            told = _WAITING.get(status, "entries only tell of something and move no money.")
            self.reading.note(0, f"{many:,} {told}")
        if self.valued:
            self.reading.note(
                0, f"{self.valued:,} entries have no booking day, so the day of their value stands for it."
            )
        if message in _NO_STATEMENT and not self.reading.is_refused:
            self.reading.note(0, _NO_STATEMENT[message])
        if not self.reading.parts and not self.reading.is_refused:
            self.reading.refuse(0, "The file holds no bank statement.")


def strip_start(pieces: Iterator[str]) -> Iterator[str]:
    """A text without the white space before it, which XML forbids before its first line and some files have."""
    for piece in pieces:
        bare = piece.lstrip("\ufeff \t\r\n")
        if bare:
            yield bare
            break
    yield from pieces


def check_encoding(source: Source) -> None:
    """Raises UnreadableError when the bytes are not in the encoding that the file says, and may be read wrongly."""
    if source.encoding != "cp1252":
        return
    match = _DECLARED.match(source.head.lstrip("\ufeff \t\r\n"))
    declared = match[1].lower() if match else "utf-8"
    if declared not in _ONE_BYTE:
        raise UnreadableError(
            f"The file says it is in {clip(declared, 20)}, and some of its letters are not. It may be damaged."
        )
