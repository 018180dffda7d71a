"""One QIF record to one Line."""

from datetime import date

from ownway.formats.statements.amounts import UnreadableError, read_pence, write_pounds
from ownway.formats.statements.qif.days import read_qif_day
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.values import Line
from ownway.formats.statements.words import join_tidy, tidy

_MOST_DAYS = 10_000
Fields = dict[str, str]
_make = tuple.__new__


class EntryReader:
    """Reads records of an account, and tells the Reading of those that cannot be read or do not add up."""

    def __init__(self, reading: Reading, *, day_first: bool) -> None:
        self._reading = reading
        self._day_first = day_first
        self._days: dict[str, date] = {}

    def read(self, place: int, rows: list[str]) -> Line | None:
        """The Line of the rows of one record; None where it cannot be read, which is told."""
        fields = {row[:1]: row[1:] for row in rows}
        get = fields.get
        parts: list[str] = []
        try:
            if "$" in fields or "!" in fields or len(fields) < len(rows):
                fields, parts = _read_repeated(rows)
                get = fields.get
            on = self._days.get(get("D", "")) or self._read_day(get("D", ""))
            amount = get("T", "")
            pence = read_pence(amount if amount and "U" not in fields else _amount(amount, get("U", "")))
        except UnreadableError as error:
            self._reading.refuse(place, str(error), "\n".join(rows))
            return None
        if parts:
            self._add_up(place, pence, parts, rows)
        payee, memo = " ".join(get("P", "").split()), get("M", "")
        words = (join_tidy(payee, tidy(memo)) if memo else payee) or tidy(get("L", ""))
        # made as a tuple, which is twice as fast as by its name, and a file holds many
        return _make(Line, (on, pence, words, payee, tidy(get("N", "")), "", None, None, place))

    def _read_day(self, text: str) -> date:
        if not text.strip():
            raise UnreadableError("This record has no date.")
        if len(self._days) >= _MOST_DAYS:
            self._days.clear()
        on = self._days[text] = read_qif_day(text, day_first=self._day_first)
        return on

    def _add_up(self, place: int, pence: int, parts: list[str], rows: list[str]) -> None:
        try:
            total = sum(read_pence(part) for part in parts if part.strip())
        except UnreadableError as error:
            self._reading.question(place, f"A part of this line cannot be read. {error}", "\n".join(rows))
            return
        if total != pence:
            reason = f"The parts of this line come to {write_pounds(total)}, and the line is {write_pounds(pence)}."
            self._reading.question(place, reason, "\n".join(rows))


def _read_repeated(rows: list[str]) -> tuple[Fields, list[str]]:
    """The fields of a record that is split into parts, the first of each letter, and the sums of its parts."""
    fields: Fields = {}
    parts: list[str] = []
    for row in rows:
        letter = row[:1]
        if letter == "!":
            raise UnreadableError("A heading stands inside this record, so its end (^) may be missing.")
        if letter == "$":
            parts.append(row[1:])
        elif letter not in fields:
            fields[letter] = row[1:]
        elif letter == "T" or (letter == "D" and "S" not in fields):
            raise UnreadableError(f"This record has {letter} twice, so two records may have run together.")
    return fields, parts


def _amount(amount: str, again: str) -> str:
    """The amount of a record, which newer programs write twice."""
    if not amount or not again:
        if amount or again:
            return amount or again
        raise UnreadableError("This record has no amount.")
    if amount != again and read_pence(amount) != read_pence(again):
        raise UnreadableError("This record has two amounts that are not the same.")
    return amount
