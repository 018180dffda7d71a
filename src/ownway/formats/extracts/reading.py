"""Reads an extract by its map, row by row: each row is taken with typed values, or set aside with the reason."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import BinaryIO, NamedTuple

from ownway.formats.accounts.details import DetailsRefused, standardise
from ownway.formats.extracts import kinds
from ownway.formats.extracts.cells import Reader, Value, empty, plain, reader_of
from ownway.formats.extracts.found import Found, Problem
from ownway.formats.extracts.kinds import KINDS, PERSON_REFERENCE, REFERENCE, Field, Kind
from ownway.formats.extracts.maps import ExtractMap
from ownway.formats.extracts.opening import Table, missing_headings, open_table
from ownway.formats.returns.values import said
from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.rows import BrokenRowError
from ownway.formats.statements.source import Source

_BROKEN = "From here on the file cannot be split into rows. A quotation mark may be missing."
_FORMULA = "This cell holds a formula. We read only what is written out: please paste it as a value."
_NO_ROWS = "The file has headings, and no rows."
_MOST_TOLD = 50
Values = dict[str, Value]


class Row(NamedTuple):
    """A row by the names of our fields: those that the map has. Money in pence; None or "" where nothing is told."""

    place: int
    values: Values


class Column(NamedTuple):
    """A field of ours, the heading it has in the file, which cells hold it, and what makes a value of them."""

    field: Field
    heading: str
    cells: tuple[int, ...]
    read: Reader


class Extract:
    """The rows of a file that can be taken, in its order. `found` fills in as they are gone through.

    Rows have been given when the end shows that the file is refused: nothing is to be kept of them before `found` has
    been asked. Each time they are gone through, `found` begins anew.
    """

    def __init__(self, file: BinaryIO, extract_map: ExtractMap, *, name: str) -> None:
        self._source = Source(file, name=name)
        self._map = extract_map
        self._name = name
        self.found = Found(extract_map.kind, name)

    def __iter__(self) -> Iterator[Row]:
        found = self.found = Found(self._map.kind, self._name)
        try:
            table = open_table(self._source, self._map, found)
            columns = _columns(table.headings, self._map, found)
            if not found.refusal_count:
                yield from _read_rows(table, columns, KINDS[self._map.kind], found)
        except BrokenRowError as error:
            found.refuse(error.place, _BROKEN)
        except UnreadableError as error:
            found.refuse(0, str(error))


def read_extract(file: BinaryIO, extract_map: ExtractMap, *, name: str) -> Extract:
    """The rows of an extract, to go through one by one. `file` is seekable, and `check_map` finds the map right.

    Never raises for what is in the file: that is told in `found`. `name` is the file's, for the report.
    """
    return Extract(file, extract_map, name=name)


def check_extract(file: BinaryIO, extract_map: ExtractMap, *, name: str) -> Found:
    """What is in an extract, with none of its rows kept."""
    extract = read_extract(file, extract_map, name=name)
    for _row in extract:
        pass
    return extract.found


def _columns(headings: Sequence[str], extract_map: ExtractMap, found: Found) -> list[Column]:
    """Where each field of the map stands; a heading that is missing or there twice refuses the file."""
    places: dict[str, list[int]] = {}
    for at, heading in enumerate(headings):
        places.setdefault(plain(heading), []).append(at)
    for heading in missing_headings(extract_map, list(headings)):
        found.refuse(0, f"The file has no column “{heading}”, which the map names.")
    columns = []
    for name, several in extract_map.columns.items():
        for heading in several:
            if len(places.get(plain(heading), ())) > 1:
                found.refuse(0, f"Several columns are called “{heading}”. Give each a name of its own.")
        field = next(field for field in KINDS[extract_map.kind].fields if field.name == name)
        words = extract_map.words.get(name, {})
        read = reader_of(field, day_order=extract_map.day_order, decimal=extract_map.decimal, words=words)
        cells = tuple(at for heading in several for at in places.get(plain(heading), ())[:1])
        columns.append(Column(field, ", ".join(several), cells, read))
    used = {at for column in columns for at in column.cells}
    found.unused = [heading.strip() or f"column {at + 1}" for at, heading in enumerate(headings) if at not in used]
    return columns


def _read_rows(table: Table, columns: Sequence[Column], kind: Kind, found: Found) -> Iterator[Row]:
    for place, _lines, cells in table.rows:
        if not any(map(said, cells)):
            continue
        found.row_count += 1
        if len(cells) != len(table.headings):
            told = f"This row has {len(cells)} cells, and there are {len(table.headings)} headings."
            found.keep_aside([Problem(place, "", "", told, ", ".join(cells[:_MOST_TOLD]))])
            continue
        values, problems = _read_cells(place, cells, columns, table)
        problems += _check_row(place, values, kind, columns)
        reference = str(values.get(REFERENCE, "")).upper()
        first = found.references.setdefault(reference, place) if reference else place
        if first != place:
            problems.append(
                _about(place, REFERENCE, columns, f"This reference stands on line {first} already.", values)
            )
        if problems:
            found.keep_aside(problems, reference if first == place else "")
            continue
        _take(place, values, columns, found)
        yield Row(place, values)
    if not found.row_count:
        found.refuse(0, _NO_ROWS)


def _read_cells(
    place: int, cells: Sequence[str], columns: Sequence[Column], table: Table
) -> tuple[Values, list[Problem]]:
    """The values of a row, those left out that cannot be read, and what is wrong with these."""
    values: Values = {}
    problems: list[Problem] = []
    for field, heading, at, read in columns:
        text = said(cells[at[0]]) if len(at) == 1 else _joined(field, [said(cells[one]) for one in at])
        if table.formulas and any((place, one) in table.formulas for one in at):
            problems.append(Problem(place, field.name, heading, _FORMULA, text))
        elif not text and field.needed:
            problems.append(Problem(place, field.name, heading, "This must be told."))
        else:
            try:
                values[field.name] = read(text) if text else empty(field)
            except UnreadableError as error:
                problems.append(Problem(place, field.name, heading, str(error), text))
    return values, problems


def _joined(field: Field, texts: Sequence[str]) -> str:
    return ("\n" if field.name == "address" else " ").join(text for text in texts if text)


def _check_row(place: int, values: Values, kind: Kind, columns: Sequence[Column]) -> list[Problem]:
    """What is wrong with values beside each other. An account number is made the eight digits that payments use."""
    problems = []
    for order in kind.orders:
        earlier, later = values.get(order.earlier), values.get(order.later)
        if isinstance(earlier, date) and isinstance(later, date) and later < earlier:
            problems.append(_about(place, order.later, columns, order.reason, values))
    sort_code, account_number = values.get(kinds.SORT_CODE_FIELD), values.get(kinds.ACCOUNT_FIELD)
    if isinstance(sort_code, str) and isinstance(account_number, str) and (sort_code or account_number):
        problems += _check_account(place, values, sort_code, account_number, columns)
    return problems


def _check_account(
    place: int, values: Values, sort_code: str, account_number: str, columns: Sequence[Column]
) -> list[Problem]:
    for name, value in ((kinds.SORT_CODE_FIELD, sort_code), (kinds.ACCOUNT_FIELD, account_number)):
        if not value:
            return [_about(place, name, columns, "A sort code and an account number belong together.", values)]
    try:
        details = standardise(sort_code=sort_code, account_number=account_number)
    except DetailsRefused as refused:
        return [_about(place, kinds.ACCOUNT_FIELD, columns, str(refused), values)]
    values |= {kinds.SORT_CODE_FIELD: details.sort_code, kinds.ACCOUNT_FIELD: details.account_number}
    return []


def _about(place: int, name: str, columns: Sequence[Column], reason: str, values: Values) -> Problem:
    heading = next(column.heading for column in columns if column.field.name == name)
    return Problem(place, name, heading, reason, str(values[name]))


def _take(place: int, values: Values, columns: Sequence[Column], found: Found) -> None:
    found.taken += 1
    for column in columns:
        value = values[column.field.name]
        if column.field.kind == kinds.MONEY and isinstance(value, int):
            found.sums_pence[column.field.name] += value
    if PERSON_REFERENCE in values:
        found.people.setdefault(str(values[PERSON_REFERENCE]).upper(), []).append(place)
