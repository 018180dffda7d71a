"""One OFX entry (STMTTRN) to one Line."""

from collections.abc import Sequence
from datetime import date
from itertools import repeat

from ownway.formats.statements.amounts import UnreadableError, clip, read_ofx_pence
from ownway.formats.statements.columns import Days, make_lines, tidy_all
from ownway.formats.statements.days import make_day
from ownway.formats.statements.ofx_shapes import Row
from ownway.formats.statements.ofx_tags import MOST_CHARACTERS, read_value
from ownway.formats.statements.reading import MOST_TEXT
from ownway.formats.statements.values import Line
from ownway.formats.statements.words import join_tidy

_DAY = len("20260903")


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
        read_value(get("CHECKNUM") or get("CHKNUM") or get("REFNUM") or ""),
        get("TRNTYPE", "").strip().upper(),
        None,
        read_value(get("FITID", "")) or None,
        place,
    )


def read_shaped(rows: list[Row], place: int, days: Days) -> list[Line]:
    """The same of entries that have shapes known (see `Shape.row`), the first of them the entry `place`.

    Raises UnreadableError when one of them cannot be read.
    """
    posted, amounts, called, told, checks, others, references, kinds, numbers = zip(*rows, strict=True)
    on = list(map(days.__getitem__, posted))
    names, memos = _read_values(called), _read_values(told)
    words = list(map(join_tidy, names, memos)) if any(memos) else names
    cheques = [check or other or reference for check, other, reference in zip(checks, others, references, strict=True)]
    return make_lines(
        on,
        list(map(int, "|".join(amounts).replace(".", "").split("|"))),
        words,
        names,
        _read_values(cheques),
        kinds,
        repeat(None),
        [number or None for number in _read_values(numbers)],
        range(place, place + len(rows)),
    )


def _read_values(column: Sequence[str]) -> Sequence[str]:
    if not any(column):
        return column
    return list(map(read_value, column)) if "&" in "".join(column) else tidy_all(column)


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
