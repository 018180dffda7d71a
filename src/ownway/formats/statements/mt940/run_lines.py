"""Runs of entries to Lines, a column at a time; a run with anything unusual in it is left to be read one by one."""

import re
from datetime import date
from itertools import repeat

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.columns import Days, make_lines
from ownway.formats.statements.mt940.details import read_all_details
from ownway.formats.statements.mt940.figures import read_entry_day
from ownway.formats.statements.mt940.messages import Messages
from ownway.formats.statements.mt940.references import put_first, read_references
from ownway.formats.statements.mt940.runs import Column, Run
from ownway.formats.statements.values import Line

_FEW = 4  # lines, which are not worth the trouble
_ONE_DECIMAL = re.compile(r",([0-9])\|")
_ANY_LETTER = "R"  # as in CR and DR


class RunReader:
    """Reads runs, and tells the message about their lines."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._days = Days(_read_plain_day)

    def read(self, run: Run) -> list[Line] | None:
        """The Lines of a run, the same as one by one; None where it is better read so."""
        if len(run.days) < _FEW:
            return None
        try:
            on = list(map(self._days.__getitem__, run.days))
            pence = _read_sums(run.amounts, self._messages.now.currency)
        except ValueError:  # UnreadableError is one
            return None
        self._messages.now.add_all(on, pence)
        words, payees, references = read_all_details(run.details)
        theirs, names, banks = read_references(run.references)
        if any(run.more):
            words = [put_first(more, told) if more else told for more, told in zip(run.more, words, strict=True)]
        if any(names):
            words = list(map(put_first, names, words))
        if not all(words):
            words = [told or reference for told, reference in zip(words, theirs, strict=True)]
        if any(references):
            theirs = [told or reference for told, reference in zip(references, theirs, strict=True)]
        return make_lines(on, pence, words, payees, theirs, run.types, repeat(None), banks, run.places)


def _read_plain_day(written: str) -> date:
    """The day of six or ten figures. Raises UnreadableError also where there is a doubt about it."""
    if len(written) not in (6, 10):
        raise UnreadableError(written)
    on, doubt = read_entry_day(written[:6], written[6:] or None)
    if doubt:
        raise UnreadableError(doubt)
    return on


def _read_sums(amounts: Column, currency: str) -> list[int]:
    """Pence of amounts such as D14,08. Raises ValueError where one may have the letter of another currency."""
    joined = _ONE_DECIMAL.sub(r",\g<1>0|", "|".join(amounts) + "|").replace(",|", ",00|")
    bare = joined.translate(str.maketrans("D", "-", f",C{_ANY_LETTER}{currency[2:3]}"))
    return list(map(int, bare[:-1].split("|")))
