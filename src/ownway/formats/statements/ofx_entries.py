"""One OFX entry (STMTTRN) to one Line."""

from collections.abc import Sequence
from datetime import date
from itertools import repeat

from ownway.formats.statements.amounts import UnreadableError, clip, read_ofx_pence
from ownway.formats.statements.columns import Days, make_lines, tidy_all
from ownway.formats.statements.days import make_day
from ownway.formats.statements.ofx_shapes import Columns
from ownway.formats.statements.ofx_tags import MOST_CHARACTERS, read_value
from ownway.formats.statements.reading import MOST_TEXT
from ownway.formats.statements.values import Line
from ownway.formats.statements.words import join_tidy

_DAY = len("20260903")
_REFERENCES = ("CHECKNUM", "CHKNUM", "REFNUM")


def read_entry(fields: dict[str, str], place: int, days: Days) -> Line:
    """The Line of the tags inside one STMTTRN, or UnreadableError. `place` counts entries; `days` keeps days read.

    Vendors' own tags (ACCTBAL, VALUEDATE) are not used, whatever their names promise.
    """
    get = fields.get
    posted = get("DTPOSTED", "").strip()
    on = days.get(posted[:_DAY]) or read_ofx_day(posted)
    name, memo = read_value(get("NAME", "")), read_value(get("MEMO", ""))
    if len(name) + len(memo) > MOST_CHARACTERS:
        raise UnreadableError("This entry has words far longer than any bank writes. It may be damaged.")
    return Line(
        on,
        read_ofx_pence(get("TRNAMT", "")),
        join_tidy(name, memo),
        name,
        next(filter(None, (read_value(get(tag, "")) for tag in _REFERENCES)), ""),
        get("TRNTYPE", "").strip().upper(),
        None,
        read_value(get("FITID", "")) or None,
        place,
    )


def read_columns(columns: Columns, place: int, days: Days) -> list[Line]:
    """The same of many entries (see `Shape.columns`), the first of them the entry `place`.

    Raises UnreadableError when the day of one of them cannot be read.
    """
    on = list(map(days.__getitem__, columns["DTPOSTED"]))
    nothing: Sequence[str] = ("",) * len(on)
    name, memo, kind, number = (columns.get(tag, nothing) for tag in ("NAME", "MEMO", "TRNTYPE", "FITID"))
    names, memos, numbers = _read_values(name), _read_values(memo), _read_values(number)
    return make_lines(
        on,
        list(map(int, "|".join(columns["TRNAMT"]).replace(".", "").split("|"))),
        _join_words(names, memos),
        names,
        _first_of([_read_values(columns[tag]) for tag in _REFERENCES if tag in columns] or [nothing]),
        kind,
        repeat(None),
        numbers if all(numbers) else [number or None for number in numbers],
        range(place, place + len(on)),
    )


def _read_values(column: Sequence[str]) -> Sequence[str]:
    if not any(column):
        return column
    return list(map(read_value, column)) if "&" in "".join(column) else tidy_all(column)


def _join_words(names: Sequence[str], memos: Sequence[str]) -> Sequence[str]:
    """What join_tidy gives of each name and memo."""
    if not any(memos):
        return names
    if not all(names):
        return list(map(join_tidy, names, memos))
    there, sought = map(str.casefold, names), map(str.casefold, memos)
    return [
        name if same in whole else f"{name} {memo}"
        for name, memo, whole, same in zip(names, memos, there, sought, strict=True)
    ]


def _first_of(columns: Sequence[Sequence[str]]) -> Sequence[str]:
    """Of each entry the first that is not empty."""
    if len(columns) == 1:
        return columns[0]
    return [next(filter(None, values), "") for values in zip(*columns, strict=True)]


def write_entry(fields: dict[str, str]) -> str:
    """An entry as one line, to show to a person."""
    return " ".join(f"<{tag}>{value.strip()[:MOST_TEXT]}" for tag, value in fields.items())[:MOST_TEXT]


def read_ofx_day(text: str) -> date:
    """The day of an OFX date (20260903, 20260903120000[0:GMT]): its first eight figures, as the bank wrote them.

    The time zone is not applied: the day is the one on the bank's own statement. Raises UnreadableError.
    """
    digits = text.strip()[:_DAY]
    if len(digits) < _DAY or not (digits.isascii() and digits.isdigit()):
        raise UnreadableError(f"“{clip(text)}” is not a date." if text.strip() else "The date is missing.")
    return make_day(int(digits[:4]), int(digits[4:6]), int(digits[6:]), digits)
