"""One cell of an extract as a value, by the kind of its field; what is not plainly one is refused with the reason."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from unicodedata import category

from ownway.formats.accounts.details import DetailsRefused, parse_account_number, parse_sort_code
from ownway.formats.extracts import kinds
from ownway.formats.extracts.days import day_reader
from ownway.formats.extracts.kinds import Field
from ownway.formats.returns.values import is_nhs_number
from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.column_cells import pence_reader

Value = str | int | bool | date | None
Reader = Callable[[str], Value]

YES_OR_NO = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}
_MOST_DAYS = 10_000
_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})").fullmatch
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]{1,63}(?:\.[^@\s.]{1,63}){1,10}").fullmatch
_WHOLE = re.compile(r"[0-9]{1,9}").fullmatch
_WITHOUT_VALUE = frozenset({kinds.DAY, kinds.MONEY, kinds.WHOLE, kinds.YES_NO})


def plain(words: str) -> str:
    """Words in any case and spacing, to compare them by."""
    return " ".join(words.replace("\ufeff", "").split()).casefold()


def empty(field: Field) -> Value:
    """What an empty cell is: None for a day, money, a whole number or yes and no, and "" for all that is text."""
    return None if field.kind in _WITHOUT_VALUE else ""


def reader_of(field: Field, *, day_order: str, decimal: str, words: Mapping[str, str]) -> Reader:
    """A function from what a cell says to its value: pence, a day, a code of the field… It raises UnreadableError.

    `words`: for codes, and for yes and no, the file's words and what they mean here.
    """
    if field.kind == kinds.DAY:
        return lru_cache(_MOST_DAYS)(day_reader(day_order))
    if field.kind == kinds.MONEY:
        return _money(pence_reader(decimal), signed=field.signed)
    if field.kind in (kinds.CODE, kinds.YES_NO):
        return _by_words(field, words)
    if field.kind == kinds.TEXT:
        return lambda text: _text(text, most=field.most)
    return _PLAIN_READERS[field.kind]


def meanings(field: Field, words: Mapping[str, str]) -> dict[str, Value]:
    """What each word of a field means, by the plain word: its own codes, and then the words of the map."""
    own: dict[str, Value] = (
        dict(YES_OR_NO) if field.kind == kinds.YES_NO else {plain(code): code for code in field.codes}
    )
    return own | {plain(word): own[plain(code)] if code else empty(field) for word, code in words.items()}


def _by_words(field: Field, words: Mapping[str, str]) -> Reader:
    known = meanings(field, words)
    told = "yes or no" if field.kind == kinds.YES_NO else ", ".join(field.codes)

    def read(text: str) -> Value:
        try:
            return known[plain(text)]
        except KeyError:
            raise UnreadableError(f"The map does not say what this word means. It can be: {told}.") from None

    return read


def _money(read: Callable[[str], int], *, signed: bool) -> Reader:
    def read_money(text: str) -> int:
        pence = read(text)
        if pence < 0 and not signed:
            raise UnreadableError("This money cannot be less than nothing.")
        return pence

    return read_money


def _text(text: str, *, most: int) -> str:
    if len(text) > most:
        raise UnreadableError(f"This is longer than {most:,} letters.")
    if not text.isprintable() and not all(map(_may_stand, text)):
        raise UnreadableError("There are characters in this that cannot be shown.")
    return text


def _may_stand(letter: str) -> bool:
    """Whether a letter can be shown: spaces and line ends, and what joins or parts letters in names in Persian and Urdu."""
    return letter.isprintable() or letter in "\n\r\t\u200c\u200d" or category(letter) == "Zs"


def _whole(text: str) -> int:
    if not _WHOLE(text):
        raise UnreadableError(f"“{clip(text)}” is not a whole number.")
    return int(text)


def _nhs_number(text: str) -> str:
    if not is_nhs_number(text):
        raise UnreadableError("This is not an NHS number: its last figure does not follow from the others.")
    return text.replace(" ", "").replace("-", "")


def _postcode(text: str) -> str:
    match = _POSTCODE("".join(text[:20].split()).upper())
    if match is None:
        raise UnreadableError(f"“{clip(text)}” is not a postcode. It should be like AB1 2CD.")
    return f"{match[1]} {match[2]}"


def _email(text: str) -> str:
    if len(text) > 254 or not _EMAIL(text) or not text.isprintable():
        raise UnreadableError(f"“{clip(text)}” is not an email address.")
    return text


def _sort_code(text: str) -> str:
    return _bank(parse_sort_code, text)


def _account_number(text: str) -> str:
    return _bank(parse_account_number, text)


def _bank(parse: Callable[[str], str], text: str) -> str:
    try:
        return parse(text)
    except DetailsRefused as refused:
        raise UnreadableError(str(refused)) from None


_PLAIN_READERS: dict[str, Reader] = {
    kinds.WHOLE: _whole,
    kinds.NHS_NUMBER: _nhs_number,
    kinds.POSTCODE: _postcode,
    kinds.EMAIL: _email,
    kinds.SORT_CODE: _sort_code,
    kinds.ACCOUNT_NUMBER: _account_number,
}
