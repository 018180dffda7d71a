"""Reading QIF: one pass over a file for the order of its days, and one for its lines."""

import re
from collections.abc import Iterator

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.qif import sections as section
from ownway.formats.statements.qif.days import EITHER, MONTH_FIRST, UNKNOWN, find_order
from ownway.formats.statements.qif.entries import EntryReader
from ownway.formats.statements.qif.records import iterate_records
from ownway.formats.statements.qif.sections import Sections
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Line

KIND = "QIF"
_TOP = 8_000
_A_HEADING = re.compile(r"(?:\A|[\r\n])[ \t]*!(?:type:|account|option:|clear:)", re.IGNORECASE).search
_TWO_WAYS = (
    "The days of this file can be read in two ways: {day} may have the day first, as in Britain, or the month first, as "
    "in America. No day in the file tells. Please say which, or send a longer period."
)
_OPENING = "opening balance"


def looks_like_qif(source: Source) -> bool:
    """Whether a line near the beginning is a heading such as !Type:Bank."""
    return _A_HEADING(source.head[:_TOP]) is not None


def read_qif(source: Source, reading: Reading) -> Iterator[Line]:
    """The Lines of a QIF file. Problems stop it where a record cannot be read or the days can be read in two ways."""
    reading.layout = "qif"
    order, shown = find_order(source.text(), source.hint)
    if order == UNKNOWN:
        reading.refuse(0, _TWO_WAYS.format(day=shown))
        return
    if order != EITHER:
        reading.note(
            0, f"The {'month' if order == MONTH_FIRST else 'day'} comes first in the days of this file ({shown})."
        )
    reader = _Reader(reading, EntryReader(reading, day_first=order != MONTH_FIRST))
    try:
        yield from reader.read(source.text())
    except UnreadableError as error:
        reading.refuse(0, str(error))
    reader.tell()


class _Reader:
    """Goes through the records with the headings above them."""

    def __init__(self, reading: Reading, entries: EntryReader) -> None:
        self._reading = reading
        self._entries = entries
        self._sections = Sections()
        self._investments = 0
        self._first_investment = 0

    def read(self, chunks: Iterator[str]) -> Iterator[Line]:
        """The lines of all accounts, in the order of the file."""
        sections, entries, reading = self._sections, self._entries, self._reading
        for start, rows, ended in iterate_records(chunks):
            place = start if rows and rows[0][:1].isalpha() else self._take_headings(start, rows)
            if not rows:
                continue
            if not ended:
                reason = "The last record has no end (^), so the file may be cut short. Please download it again."
                reading.refuse(place, reason, "\n".join(rows))
            elif sections.kind != section.MONEY:
                self._pass_over(place, rows)
            elif line := entries.read(place, rows):
                if self._is_opening(line, rows):
                    continue
                sections.account.add(line)
                yield line
            elif reading.is_full:
                return

    def tell(self) -> None:
        """What the file held, into the Reading."""
        reading, accounts = self._reading, self._sections.accounts()
        for account in accounts:
            reading.add_part(account.as_part(alone=len(accounts) == 1))
        if not accounts:
            what = "an account of investments" if self._investments else "no account of a bank"
            reading.refuse(0, f"This file holds {what}. Please send the statement of a bank account or a card.")
            return
        if self._investments:
            count = "1 record" if self._investments == 1 else f"{self._investments:,} records"
            reason = f"The file also holds {count} of investments, which are not money in a bank and were not read."
            reading.set_aside(self._first_investment, reason)
        reading.note(0, "QIF does not say which currency it is in, nor the balance at the end.")

    def _take_headings(self, place: int, rows: list[str]) -> int:
        """Takes headings, blank lines and remarks away from the top of the rows; the line on which they then start."""
        for count, row in enumerate(rows):
            letter = row.strip()[:1]
            if letter == "!":
                self._sections.turn(row.strip())
                self._ask_about_section(place + count)
            elif letter and not (letter == "#" and self._sections.kind == section.NOTHING):
                del rows[:count]
                return place + count
        rows.clear()
        return place

    def _ask_about_section(self, place: int) -> None:
        if self._sections.kind == section.UNKNOWN:
            reason = f"We do not know the part of the file under {clip(self._sections.heading)}, so it was not read."
            self._reading.set_aside(place, reason)

    def _pass_over(self, place: int, rows: list[str]) -> None:
        """A record that is no movement of money on an account."""
        kind = self._sections.kind
        if kind == section.ACCOUNTS:
            self._sections.name_account(next((row[1:] for row in rows if row[:1] == "N"), ""))
        elif kind == section.INVESTMENTS:
            self._first_investment = self._first_investment or place
            self._investments += 1
        elif kind == section.NOTHING:
            reason = "This record stands above any heading (such as !Type:Bank), so we cannot tell what it is of."
            self._reading.refuse(place, reason, "\n".join(rows))

    def _is_opening(self, line: Line, rows: list[str]) -> bool:
        """Whether a record is the balance that Quicken opens an account with: then it is kept and noted."""
        if line.payee[:1] not in ("O", "o") or line.payee.casefold() != _OPENING:
            return False
        account = self._sections.account
        category = next((row[1:] for row in rows if row[:1] == "L"), "")
        if account.opening_pence is not None or not (category.startswith("[") or (not category and not account.count)):
            return False
        account.opening_pence = line.pence
        self._reading.note(line.place, "The balance at the start.", "\n".join(rows))
        return True
