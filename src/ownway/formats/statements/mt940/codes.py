"""Field 86 with codes of two figures between its words (?20), as German, Austrian, Polish and Dutch banks write it."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ownway.formats.statements.columns import tidy_all
from ownway.formats.statements.mt940.fields import cut_end
from ownway.formats.statements.words import tidy

MARKS = "?>~^<@"
_FULL_PART = 27  # the longest part between two codes
_LONGEST_REFERENCE = 35
_CODED = re.compile(rf"\s*[0-9]{{3}}([{MARKS}])(?=\n?[0-9]\n?[0-9])").match
_SPLIT = {mark: re.compile(rf"{re.escape(mark)}(?=[0-9][0-9])").split for mark in MARKS}
_KEYWORDS = frozenset({"EREF", "KREF", "MREF", "CRED", "DEBT", "SVWZ", "ABWA", "ABWE", "IBAN", "COAM", "OAMT", "PURP"})
_FROM_KEYWORD = re.compile(rf"(?:{'|'.join(sorted(_KEYWORDS))})\+[^\n]*")
_NOT_GIVEN = frozenset({"NOTPROVIDED", "NONREF", "NOTAVAIL"})
_BOOKING, _PAYEE = "00", frozenset({"32", "33"})
_PURPOSE = frozenset((*map(str, range(20, 30)), "60", "61", "62", "63"))
_LEFT_OUT = frozenset({"10", "30", "31", "34", "38"})  # the bank's own numbers, and the other account
Details = tuple[str, str, str]  # all words, spaces tidied; who was paid or paid; the reference they gave


def read_coded(text: str) -> Details | None:
    """The Details of a field as written; None where it has no codes."""
    coded = _CODED(text)
    return _read_parts(_split_codes(text[coded.end() :].replace("\n", ""), coded[1])) if coded else None


def read_usual(column: Sequence[str]) -> Sequence[Details | None]:
    """The same of many fields at once; None also for those that do not have their codes in the usual order."""
    marks = set(MARKS).intersection([text[3:4] for text in column])
    none: Sequence[Details | None] = (None,) * len(column)
    if len(marks) != 1:
        return none
    usual = _usual(marks.pop())
    found = list(map(usual.codes.fullmatch, _unwrap_all(column)))
    if not any(found):
        return none
    booking, purpose, payee, more, other = zip(*[match.groups("") for match in found if match], strict=True)
    purposes = _join_parts(list(map("".join, zip(purpose, more, strict=True))), usual)
    payees = tidy_all(_join_parts(payee, usual))
    columns = [booking, payees, purposes, *([_join_parts(other, usual)] if any(other) else [])]
    words = tidy_all(list(map(" ".join, zip(*columns, strict=True))))
    details = zip(words, payees, _read_all_references(purposes), strict=True)
    return [next(details) if match else None for match in found]


def given(reference: str) -> str:
    """A reference, or "" where it only says that there is none."""
    return "" if reference in _NOT_GIVEN else reference


def _read_parts(parts: list[str]) -> Details:
    """The Details of the parts of a text, each with its code in front."""
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
    return _shorten(tidy(purpose[start : end - 4 if end >= 0 else None]))


def _read_all_references(purposes: Sequence[str]) -> list[str]:
    """The same of many at once; "" where there is no EREF+."""
    found = "\n".join([purpose.partition("EREF+")[2] for purpose in purposes])
    return list(map(_shorten, tidy_all(_FROM_KEYWORD.sub("", found).split("\n"))))


def _shorten(reference: str) -> str:
    if len(reference) > _LONGEST_REFERENCE:
        reference = reference.partition(" ")[0]
    return given(reference)


class _Usual(NamedTuple):
    """Patterns of one mark: codes in the usual order, a code after a full part, and any code."""

    codes: re.Pattern[str]
    after_full: re.Pattern[str]
    code: re.Pattern[str]


@cache
def _usual(mark: str) -> _Usual:
    mark = re.escape(mark)
    words = f"[^{mark}]*"

    def one(code: str) -> str:
        return f"(?:{mark}{code}{words})?"

    def several(code: str, most: int) -> str:
        return "(" + f"(?:{mark}{code}{words}" * most + ")?" * most + ")"

    codes = (
        rf"[0-9]{{3}}(?={mark})(?:{mark}00({words}))?{one('10')}{several('2[0-9]', 10)}{one('30')}{one('31')}"
        rf"{several('3[23]', 2)}{one('34')}{one('38')}{several('6[0-3]', 4)}{several('7[0-9]', 4)}"
    )
    after_full = rf"{mark}(?<=[^{mark}\n]{{{_FULL_PART + 2}}}{mark})[0-9]{{2}}"
    return _Usual(re.compile(codes), re.compile(after_full), re.compile(f"{mark}[0-9]{{2}}"))


def _unwrap_all(column: Sequence[str]) -> Sequence[str]:
    """Fields without their line ends, but for those before the first code, which no usual field has."""
    joined = "|".join(column)
    if "\n" not in joined:
        return column
    if "\n-" in joined or "\n{" in joined or "\x03" in joined:
        column = [cut_end(text) if "\n" in text else text for text in column]
    return [text[:6] + text[6:].replace("\n", "") for text in column]


def _join_parts(column: Sequence[str], usual: _Usual) -> list[str]:
    """Parts with their codes in front as one text: a space for each code, but for those after a full part."""
    joined = usual.after_full.sub("", "\n".join(("", *column)))
    return usual.code.sub(" ", joined).replace("\n ", "\n").split("\n")[1:]
