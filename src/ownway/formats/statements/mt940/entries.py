"""One entry (field 61 and the 86 under it) to one Line."""

import re
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.mt940.details import read_details
from ownway.formats.statements.mt940.figures import join_pence, read_entry_day
from ownway.formats.statements.mt940.messages import Messages
from ownway.formats.statements.mt940.references import put_first, read_reference
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.values import Line

# day, booking day, mark, third letter of the currency, amount, type, the references; further words stand on a new line
_ENTRY = re.compile(
    r"([0-9]{6})([0-9]{4})?(R?[CD]|E[CD])([A-Z]?)([0-9]{1,18}),([0-9]{0,6})[NFS]([A-Z0-9]{3})([^\n]*)"
).match
_NO_COMMA = re.compile(r"[0-9]{6}(?:[0-9]{4})?(?:R?[CD]|E[CD])[A-Z]?[0-9]+[NFS]").match
_OUT, _EXPECTED = frozenset({"D", "RC"}), frozenset({"EC", "ED"})
_make = tuple.__new__
_NO_DETAILS = ("", "", "")
_MOST_DAYS = 10_000
_ANY_LETTER = "R"  # banks write CR and DR for credit and debit, whatever the currency


class EntryReader:
    """Reads entries, and tells the Reading of those that are no lines and those that a person should look at."""

    def __init__(self, reading: Reading, messages: Messages) -> None:
        self._reading = reading
        self._messages = messages
        self._days: dict[tuple[str, str | None], tuple[date, str]] = {}

    def read(self, place: int, text: str, details: str) -> Line | None:
        """The Line of the text under 61 and under 86 ("" if none); None where it is no line, which is told."""
        match = _ENTRY(text) or _ENTRY(text.strip().replace("\n", "", 1))  # one bank wraps in the middle of the field
        if match is None:
            self._reading.refuse(place, _why_not(text), text)
            return None
        value, booked, mark, letter, units, decimals, kind, references = match.groups()
        try:
            on, doubt = self._days.get((value, booked)) or self._read_day(value, booked)
            pence = int(units + decimals) if len(decimals) == 2 else join_pence(units, decimals)
        except UnreadableError as error:
            self._reading.refuse(place, str(error), text)
            return None
        if mark in _EXPECTED:
            reason = "A payment that is expected and not booked yet; it will come in a later statement."
            self._reading.note(place, reason, text)
            return None
        if doubt or letter:
            self._doubt(place, doubt, letter, text)
        words, payee, reference, bank_id = _read_words(references, match, details)
        if mark[0] == "R":
            kind = f"reversal {kind}"
        pence = -pence if mark in _OUT else pence
        # made as a tuple, which is twice as fast as by its name, and a file holds many
        line = _make(Line, (on, pence, words, payee, reference, kind, None, bank_id, place))
        self._messages.now.add(line)
        return line

    def _read_day(self, value: str, booked: str | None) -> tuple[date, str]:
        if len(self._days) >= _MOST_DAYS:
            self._days.clear()
        day = self._days[value, booked] = read_entry_day(value, booked)
        return day

    def _doubt(self, place: int, doubt: str, letter: str, text: str) -> None:
        currency = self._messages.now.currency
        if doubt:
            self._reading.question(place, doubt, text)
        if letter and letter != _ANY_LETTER and currency and letter != currency[2]:
            reason = f"The amount has the letter {letter}, which is not that of {currency}. Is it in another currency?"
            self._reading.question(place, reason, text)


def _read_words(references: str, match: re.Match[str], details: str) -> tuple[str, str, str, str | None]:
    """All words, the payee, the reference and the bank's number of an entry."""
    theirs, name, bank_id = read_reference(references)
    words, payee, reference = read_details(details) if details else _NO_DETAILS
    if match.end() < len(match.string):
        words = put_first(match.string[match.end() :], words)
    if name:
        words = put_first(name, words)
    return words or theirs, payee, reference or theirs, bank_id


def _why_not(text: str) -> str:
    if _NO_COMMA(text):
        return (
            "The amount of this line has no comma. SWIFT amounts always have one, so it may have lost its pence. "
            "Please download the file again."
        )
    return f"This is not a line of a SWIFT statement: “{clip(text)}”." if text.strip() else "This line is empty."
