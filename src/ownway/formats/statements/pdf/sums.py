"""Sums as statements print them: with £ or not, minus before or after, in brackets, or marked overdrawn."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ownway.formats.statements.amounts import UnreadableError, clip, read_pence
from ownway.formats.statements.pdf.pages import Word
from ownway.formats.statements.pdf.text_rows import join

_SUM = re.compile(
    r"(?P<before>[(\[]?[-+\u2212\u2013]?[£€$]?[-+\u2212\u2013]?)"
    r"(?P<figures>[0-9]{1,3}(?:,[0-9]{3}){0,3}\.[0-9]{2}|[0-9]{1,11}\.[0-9]{2})"
    r"(?P<after>[)\]]?[-+\u2212\u2013]?)(?P<mark>OD|O/D|DR|CR|D|C|)",
    re.IGNORECASE,
).fullmatch
_BEFORE = frozenset({"£", "€", "$", "-", "+", "\u2212", "\u2013", "-£", "+£", "\u2212£", "\u2013£"})
_AFTER = re.compile(r"(?:[-+\u2212\u2013]|OD|O/D|DR|CR|D|C|\(?overdrawn\)?)", re.IGNORECASE).fullmatch
_MINUS = frozenset("-\u2212\u2013")
_OWED = frozenset({"od", "o/d", "dr", "d"})


class Token(NamedTuple):
    """A word of a row, or several that are one sum; `figures_end` is where its figures end, before any mark."""

    word: Word
    is_sum: bool
    figures_end: float


class Sum(NamedTuple):
    """A sum of money: its pence with their sign, and whether a sign or a mark was printed with it."""

    pence: int
    is_signed: bool


def tokens_of(words: Sequence[Word]) -> Iterator[Token]:
    """The words of a row from left to right, with a £ or sign before a sum and a mark after it as one with the sum."""
    at = 0
    while at < len(words):
        word, many = words[at], 1
        if word.text in _BEFORE and at + 1 < len(words) and _are_near(word, words[at + 1]):
            whole = Word(word.text + words[at + 1].text, *join(word, words[at + 1])[1:])
            word, many = (whole, 2) if is_sum(whole.text) else (word, 1)
        end = word.right
        following = words[at + many] if at + many < len(words) else None
        if is_sum(word.text) and following is not None and _AFTER(following.text) and _are_near(word, following):
            word, many = join(word, following), many + 1
        yield Token(word, is_sum(word.text), end)
        at += many


def _are_near(word: Word, following: Word) -> bool:
    return following.left - word.right <= word.height


def is_sum(text: str) -> bool:
    """Whether a text is a sum: it has two decimals, as every sum in a statement has."""
    return _match(text) is not None


def read_sum(text: str) -> Sum:
    """A sum; money owed to the bank (OD, DR, D, a minus, brackets) is less than nothing. Raises UnreadableError."""
    match = _match(text)
    if match is None:
        raise UnreadableError(f"“{clip(text)}” is not a sum of money in pounds and pence.")
    signs = [letter for letter in match["before"] + match["after"] if letter in _MINUS or letter == "+"]
    brackets = "(" in match["before"] or "[" in match["before"]
    mark = match["mark"].lower()
    if len(signs) + brackets + bool(mark) > 1 or brackets != (")" in match["after"] or "]" in match["after"]):
        raise UnreadableError(f"It is not clear if “{clip(text)}” is more or less than nothing.")
    owed = brackets or mark in _OWED or any(sign in _MINUS for sign in signs)
    pence = read_pence(match["figures"])
    return Sum(-pence if owed else pence, bool(signs or brackets or mark))


def _match(text: str) -> re.Match[str] | None:
    if not text or len(text) > 40 or not any(letter.isdigit() for letter in text):
        return None
    return _SUM("".join(text.split()).replace("overdrawn", "OD").replace("(OD)", "OD"))
