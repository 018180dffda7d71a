"""One OFX entry (STMTTRN) to one Line."""

from dataclasses import dataclass, field
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip, read_ofx_pence
from ownway.formats.statements.days import make_day
from ownway.formats.statements.ofx_tags import read_value
from ownway.formats.statements.reading import MOST_TEXT
from ownway.formats.statements.values import Line
from ownway.formats.statements.words import join_words

MOST_CHARACTERS = 100_000


@dataclass(slots=True)
class Entry:
    """The tags inside one STMTTRN and their values as written. `place` counts the entries of the file from 1."""

    place: int
    fields: dict[str, str] = field(default_factory=dict)

    def as_text(self) -> str:
        """The entry as one line, to show to a person."""
        return " ".join(f"<{tag}>{value.strip()[:MOST_TEXT]}" for tag, value in self.fields.items())[:MOST_TEXT]


class EntryReader:
    """Reads entries of one account, remembering days it has read. Vendors' own tags (ACCTBAL, VALUEDATE) are not used."""

    def __init__(self, currency: str) -> None:
        self._currency = currency
        self._days: dict[str, date] = {}

    def read(self, entry: Entry) -> Line:
        """The Line of an entry, or UnreadableError."""
        fields = entry.fields
        if "CURRENCY" in fields:
            self._check_currency(read_value(fields.get("CURSYM", "")).upper())
        posted = fields.get("DTPOSTED", "")[:8]
        on = self._days.get(posted)
        if on is None:
            on = self._days[posted] = read_ofx_day(fields.get("DTPOSTED", ""))
        name, memo = read_value(fields.get("NAME", "")), read_value(fields.get("MEMO", ""))
        if len(name) + len(memo) > MOST_CHARACTERS:
            raise UnreadableError("This entry has words far longer than any bank writes. It may be damaged.")
        number = fields.get("CHECKNUM") or fields.get("CHKNUM") or fields.get("REFNUM") or ""
        return Line(
            on,
            read_ofx_pence(fields.get("TRNAMT", "")),
            join_words((name, memo)),
            name,
            read_value(number),
            read_value(fields.get("TRNTYPE", "")).upper(),
            None,
            read_value(fields.get("FITID", "")) or None,
            entry.place,
        )

    def _check_currency(self, symbol: str) -> None:
        if symbol and symbol != self._currency:
            raise UnreadableError(f"This entry is in {clip(symbol, 12)}, and the account is in {self._currency}.")


def read_ofx_day(text: str) -> date:
    """The day of an OFX date (20260903, 20260903120000[0:GMT]): its first eight figures, as the bank wrote them.

    The time zone is not applied: the day is the one on the bank's own statement. Raises UnreadableError.
    """
    digits = text.strip()[:8]
    if len(digits) < 8 or not (digits.isascii() and digits.isdigit()):
        raise UnreadableError(f"“{clip(text)}” is not a date." if text.strip() else "The date is missing.")
    return make_day(int(digits[:4]), int(digits[4:6]), int(digits[6:]), digits)
