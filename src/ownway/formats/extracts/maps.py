"""A map of an extract: which column of a case system's file is which field of ours, as a council declares it once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ownway.formats.extracts import kinds
from ownway.formats.extracts.cells import YES_OR_NO, plain
from ownway.formats.extracts.kinds import KINDS, Kind
from ownway.formats.statements.column_cells import COMMA, DAY_FIRST, DAY_ORDERS, POINT
from ownway.formats.statements.column_map import DELIMITERS

MOST_ROWS_ABOVE = 100
_ACCOUNT = (kinds.SORT_CODE_FIELD, kinds.ACCOUNT_FIELD)
Wrong = dict[str, str]
"""What is wrong with a map: a sentence for each place, such as "day_order" or "columns.born_on"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractMap:
    """Where everything stands. `kind` is one of `kinds.KINDS`; `columns` has the headings of each field of ours.

    A text may be put together from several columns: an address from its lines, other texts with a space between. `words`
    has, for a code or a yes and no, the file's word and ours ("" when it means that nothing is known). `sheet` is the
    sheet of a spreadsheet, "" for the one that has the headings. `rows_above`: rows above the headings, blank ones not
    counted. `decimal`: the mark before the pence. `delimiter`: what divides the columns of a CSV file.
    """

    kind: str
    columns: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    day_order: str = DAY_FIRST
    decimal: str = POINT
    delimiter: str = ","
    sheet: str = ""
    rows_above: int = 0


def check_map(extract_map: ExtractMap) -> Wrong:
    """What is wrong with a map; empty when nothing is."""
    kind = KINDS.get(extract_map.kind)
    told = {
        "kind": (kind is not None, f"Say one of: {', '.join(KINDS)}."),
        "day_order": (extract_map.day_order in DAY_ORDERS, f"Say one of: {', '.join(DAY_ORDERS)}."),
        "decimal": (extract_map.decimal in (POINT, COMMA), "A point or a comma stands before the pence."),
        "delimiter": (
            extract_map.delimiter in DELIMITERS,
            f"Columns are divided by one of: {', '.join(DELIMITERS.values())}.",
        ),
        "rows_above": (
            0 <= extract_map.rows_above <= MOST_ROWS_ABOVE,
            f"At most {MOST_ROWS_ABOVE} rows can stand above the headings.",
        ),
    }
    wrong = {name: sentence for name, (right, sentence) in told.items() if not right}
    if kind is None:
        return wrong
    return wrong | _wrong_columns(extract_map, kind) | _used_twice(extract_map) | _wrong_words(extract_map, kind)


def _wrong_columns(extract_map: ExtractMap, kind: Kind) -> Wrong:
    wrong: Wrong = {}
    for name, headings in extract_map.columns.items():
        one = kind.field(name)
        if one is None:
            wrong[f"columns.{name}"] = f"An extract of {kind.name} has no such field."
        elif not headings or not all(plain(heading) for heading in headings):
            wrong[f"columns.{name}"] = "Say the heading of its column."
        elif len(headings) > 1 and one.kind != kinds.TEXT:
            wrong[f"columns.{name}"] = "Only a text can be put together from several columns."
    for one in kind.fields:
        if one.needed and one.name not in extract_map.columns:
            wrong[f"columns.{one.name}"] = f"An extract of {kind.name} needs this. Say the heading of its column."
    for one_half, other in (_ACCOUNT, _ACCOUNT[::-1]):
        if one_half in extract_map.columns and other not in extract_map.columns and kind.field(other):
            wrong[f"columns.{other}"] = f"This is needed beside {one_half}."
    return wrong


def _used_twice(extract_map: ExtractMap) -> Wrong:
    wrong: Wrong = {}
    taken: dict[str, str] = {}
    for name, headings in extract_map.columns.items():
        for heading in headings:
            before = taken.get(plain(heading))
            if before is not None:
                wrong[f"columns.{name}"] = f"The column “{heading}” is {before} already."
            taken[plain(heading)] = name
    return wrong


def _wrong_words(extract_map: ExtractMap, kind: Kind) -> Wrong:
    wrong: Wrong = {}
    for name, words in extract_map.words.items():
        one, place = kind.field(name), f"words.{name}"
        if one is None or one.kind not in (kinds.CODE, kinds.YES_NO):
            wrong[place] = "Words are for codes, and for yes and no."
            continue
        if name not in extract_map.columns:
            wrong[place] = f"No column of the map is {name}."
        own = YES_OR_NO.keys() if one.kind == kinds.YES_NO else one.codes
        met: dict[str, str] = {}
        for word, code in words.items():
            if code and code not in own:
                wrong[place] = f"“{word}” cannot mean “{code}”. It can mean: {', '.join(own)}."
            elif not plain(word) or met.setdefault(plain(word), code) != code:
                wrong[place] = f"The word “{word}” has no meaning, or two."
    return wrong
