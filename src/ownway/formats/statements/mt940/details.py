"""Field 86, what a bank says of a payment: plain words, or words with codes between them (?20, /NAME/)."""

import re
from collections.abc import Sequence

from ownway.formats.statements.columns import tidy_all
from ownway.formats.statements.mt940.fields import cut_end
from ownway.formats.statements.words import tidy

_FULL_LINE = 65  # the longest line of the field: a word that reaches it goes on in the next
_FULL_CODED_LINE = 64  # one bank that writes codes between slashes wraps here
_FULL_PART = 27  # the longest part between two codes
_LONGEST_REFERENCE = 35
_MARKS = "?>~^<@"
_NOT_PLAIN = ("\n", "| ", "|/", *_MARKS)  # in texts after each a |
_CODED = re.compile(rf"\s*[0-9]{{3}}([{_MARKS}])(?=\n?[0-9]\n?[0-9])").match
_SPLIT = {mark: re.compile(rf"{re.escape(mark)}(?=[0-9][0-9])").split for mark in _MARKS}
_KEYWORDS = frozenset({"EREF", "KREF", "MREF", "CRED", "DEBT", "SVWZ", "ABWA", "ABWE", "IBAN", "COAM", "OAMT", "PURP"})
_NAME = re.compile(r"/NAME/(.{0,140}?)(?=/[A-Z]{3,4}/|$)", re.DOTALL).search
_REFERENCE = re.compile(r"/EREF/(.{0,80}?)(?=/[A-Z]{3,4}/|$)", re.DOTALL).search
_NOT_GIVEN = frozenset({"NOTPROVIDED", "NONREF", "NOTAVAIL"})
_BOOKING, _PAYEE = "00", frozenset({"32", "33"})
_PURPOSE = frozenset((*map(str, range(20, 30)), "60", "61", "62", "63"))
_LEFT_OUT = frozenset({"10", "30", "31", "34", "38"})  # the bank's own numbers, and the other account
Details = tuple[str, str, str]  # all words, spaces tidied; who was paid or paid; the reference they gave


def read_details(text: str) -> Details:
    """The Details of a field 86 as written, line ends in it. Text that fits no code is plain words."""
    mark = text[3:4]
    if mark not in _MARKS and "\n" not in text and text[0] not in " /":  # most of what British banks write
        return " ".join(text.split()), "", ""
    if "\n" in text:
        text = cut_end(text)
    if coded := _CODED(text):
        return _read_coded(_split_codes(text[coded.end() :].replace("\n", ""), coded[1]))
    if text.startswith("/"):
        return _read_slashes(_unwrap(text, _FULL_CODED_LINE))
    return tidy(_unwrap(text, _FULL_LINE)), "", ""


def read_all_details(column: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """The Details of many fields at once, as columns."""
    joined = "|" + "|".join(column)
    if any(mark in joined for mark in _NOT_PLAIN):
        words, payees, references = zip(*map(read_details, column), strict=True)
        return words, payees, references
    none = ("",) * len(column)
    return tidy_all(column), none, none


def _read_coded(parts: list[str]) -> Details:
    """Words with two-figure codes, as German, Austrian, Polish and Dutch banks write them."""
    booking = payee = purpose = other = ""
    for part in parts:
        code, words = part[:2], part[2:]
        if len(words) < _FULL_PART:
            words += " "  # a full part goes straight on in the next, any other ends its last word
        if code in _PURPOSE:
            purpose += words
        elif code in _LEFT_OUT:
            continue
        elif code in _PAYEE:
            payee += words
        elif code == _BOOKING:
            booking += words
        else:
            other += words
    reference = _read_end_to_end(purpose) if "EREF+" in purpose else ""
    return " ".join(f"{booking} {payee} {purpose} {other}".split()), tidy(payee), reference


def _split_codes(text: str, mark: str) -> list[str]:
    """The parts of a text, each with its code in front. The mark itself may be in somebody's words."""
    parts = text.split(mark)
    codes = "".join([part[:2] for part in parts])
    return parts if codes.isdecimal() and len(codes) == 2 * len(parts) else _SPLIT[mark](text)


def _read_end_to_end(purpose: str) -> str:
    """What stands after EREF+, up to the next keyword with a plus sign."""
    start = purpose.index("EREF+") + 5
    end = purpose.find("+", start)
    while end >= 0 and purpose[end - 4 : end] not in _KEYWORDS:
        end = purpose.find("+", end + 1)
    reference = tidy(purpose[start : end - 4 if end >= 0 else None])
    if len(reference) > _LONGEST_REFERENCE:
        reference = reference.partition(" ")[0]
    return _given(reference)


def _read_slashes(text: str) -> Details:
    """Words with codes between slashes, as Dutch banks write them."""
    name, reference = _NAME(text), _REFERENCE(text)
    return tidy(text), tidy(name[1]) if name else "", _given(tidy(reference[1])) if reference else ""


def _given(reference: str) -> str:
    return "" if reference in _NOT_GIVEN else reference


def _unwrap(text: str, full: int) -> str:
    """The lines of a field as one: a full line goes straight on, any other ends its last word."""
    if "\n" not in text:
        return text
    return "".join([line if len(line) >= full else f"{line} " for line in text.split("\n")])
