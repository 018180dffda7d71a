"""Field 86, what a bank says of a payment: plain words, or words with codes between them (?20, /NAME/)."""

import re
from collections.abc import Sequence

from ownway.formats.statements.columns import tidy_all
from ownway.formats.statements.mt940.codes import MARKS, Details, given, read_coded, read_usual
from ownway.formats.statements.mt940.fields import cut_end
from ownway.formats.statements.words import tidy

_FULL_LINE = 65  # the longest line of the field: a word that reaches it goes on in the next
_FULL_CODED_LINE = 64  # one bank that writes codes between slashes wraps here
_NOT_PLAIN = ("\n", "| ", "|/", *MARKS)  # in texts after each a |
_NAME = re.compile(r"/NAME/(.{0,140}?)(?=/[A-Z]{3,4}/|$)", re.DOTALL).search
_REFERENCE = re.compile(r"/EREF/(.{0,80}?)(?=/[A-Z]{3,4}/|$)", re.DOTALL).search


def read_details(text: str) -> Details:
    """The Details of a field 86 as written, line ends in it. Text that fits no code is plain words."""
    if text[3:4] not in MARKS and "\n" not in text and text[0] not in " /":  # most of what British banks write
        return " ".join(text.split()), "", ""
    if "\n" in text:
        text = cut_end(text)
    if details := read_coded(text):
        return details
    if text.startswith("/"):
        return _read_slashes(_unwrap(text, _FULL_CODED_LINE))
    return tidy(_unwrap(text, _FULL_LINE)), "", ""


def read_all_details(column: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """The Details of many fields at once, as columns."""
    joined = "|" + "|".join(column)
    if any(mark in joined for mark in _NOT_PLAIN):
        each = [usual or read_details(text) for usual, text in zip(read_usual(column), column, strict=True)]
        words, payees, references = zip(*each, strict=True)
        return words, payees, references
    none = ("",) * len(column)
    return tidy_all(column), none, none


def _read_slashes(text: str) -> Details:
    """Words with codes between slashes, as Dutch banks write them."""
    name, reference = _NAME(text), _REFERENCE(text)
    return tidy(text), tidy(name[1]) if name else "", given(tidy(reference[1])) if reference else ""


def _unwrap(text: str, full: int) -> str:
    """The lines of a field as one: a full line goes straight on, any other ends its last word."""
    if "\n" not in text:
        return text
    return "".join([line if len(line) >= full else f"{line} " for line in text.split("\n")])
