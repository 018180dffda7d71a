"""One pass over the tags of an OFX file: a line is given as its entry ends, and what stands around the entries is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.columns import Days
from ownway.formats.statements.ofx_entries import read_columns, read_entry, read_ofx_day, write_entry
from ownway.formats.statements.ofx_shapes import OPEN, Shape, learn_shape
from ownway.formats.statements.ofx_tags import MOST_CHARACTERS, read_value, whole_tags
from ownway.formats.statements.reading import MOST_PARTS, MOST_PROBLEMS, Reading
from ownway.formats.statements.values import Line

_ACCOUNTS = ("BANKACCTFROM", "CCACCTFROM")
_BALANCES = ("LEDGERBAL", "AVAILBAL")
_KEPT = ("CURDEF", "DTSTART", "DTEND", "ORG", "SEVERITY", "MESSAGE")
_STATEMENTS = ("STMTRS", "CCSTMTRS")
_CLOSE = "</STMTTRN>"
_MOST_STRAYS = 1_000
_MOST_LESSONS = 100
_ONCE = ("DTPOSTED", "TRNAMT", "FITID")


@dataclass(slots=True)
class Scan:
    """What has been seen so far, and the tags of the entry that is open, if one is.

    `symbols`: (entry, currency) of entries that name one, the first MOST_PROBLEMS of each; `inside`: the part of the
    file outside the entries that is open; `last`: the last tag of the open entry; `part`: what the open statement named,
    of which `count` and `sum_pence` are; `parts`: the same of the statements that have ended.
    """

    reading: Reading
    parts: list[tuple[dict[str, str], int, int]] = field(default_factory=list)
    part: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, None] = field(default_factory=dict)
    symbols: dict[str, list[int]] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    days: Days = field(default_factory=lambda: Days(read_ofx_day))
    shape: Shape | None = None
    lessons: int = 0
    fields: dict[str, str] | None = None
    last: str = ""
    inside: str = ""
    entries: int = 0
    count: int = 0
    sum_pence: int = 0
    statements: int = 0
    pending: int = 0
    strays: int = 0
    investment: bool = False
    closed: bool = False


def scan_ofx(chunks: Iterable[str], scan: Scan) -> Iterator[Line]:
    """The lines of an OFX text (from its <OFX>), with all else it says in `scan`.

    Raises UnreadableError when the text may not be read at all. Stops when the reading has problems enough.
    """
    return chain.from_iterable(_scan_pieces(chunks, scan))


def _scan_pieces(chunks: Iterable[str], scan: Scan) -> Iterator[Iterable[Line]]:
    for text in whole_tags(chunks, cut_before=OPEN):
        start, last = text.find(OPEN), text.rfind(_CLOSE)
        start, end = (start, last + len(_CLOSE)) if 0 <= start < last else (0, 0)
        yield _scan_tags(text[:start], scan)
        yield from _scan_entries(text[start:end], scan)
        yield _scan_tags(text[end:], scan)
        if scan.reading.is_full:
            return
    if scan.fields is not None:
        _refuse(scan, "The entry has no end.", scan.fields)


def _scan_entries(text: str, scan: Scan) -> Iterator[Iterable[Line]]:
    """All at once if all are alike; else those that are so together, and the others tag by tag."""
    if lines := _read_alike(text, scan):
        yield lines
        return
    alike: list[str] = []
    for entry in [f"{OPEN}{rest}" for rest in text.split(OPEN)[1:]]:
        if _is_alike(entry, scan):
            alike.append(entry)
            continue
        yield _read_together(alike, scan)
        alike = []
        yield _scan_tags(entry, scan)
        if scan.reading.is_full:
            return
    yield _read_together(alike, scan)


def _read_together(entries: list[str], scan: Scan) -> Iterable[Line]:
    """The lines of entries that are each alike."""
    text = "".join(entries)
    lines = _read_alike(text, scan)
    if entries and not lines and scan.shape is not None:  # then only the ends of their values are others
        scan.shape = scan.shape.with_any_end()
        lines = _read_alike(text, scan)
    return lines or _scan_tags(text, scan)


def _read_alike(entries: str, scan: Scan) -> list[Line]:
    """The lines of entries if all have the shape of those before them; else nothing."""
    if not entries or scan.fields is not None:
        return []
    shape = scan.shape or _learn_shape(entries.split(OPEN, 2)[1], scan)
    columns = shape.columns(entries) if shape is not None else None
    if columns is None:
        return []
    try:
        lines = read_columns(columns, scan.entries + 1, scan.days)
    except UnreadableError:  # a day is none
        return []
    scan.entries += len(lines)
    scan.count += len(lines)
    scan.sum_pence += sum([line.pence for line in lines])
    return lines


def _is_alike(entry: str, scan: Scan) -> bool:
    """Whether an entry is one that may be read together with others; if it has an order of its own, it is learnt."""
    if scan.fields is not None:
        return False
    posted = scan.shape.day(entry) if scan.shape is not None else ""
    if not posted and (shape := _learn_shape(entry, scan)) is not None:
        posted = shape.day(entry)
    try:
        return bool(posted and scan.days[posted])
    except UnreadableError:
        return False


def _learn_shape(entry: str, scan: Scan) -> Shape | None:
    """The shape once it holds this entry too; None where there is nothing to learn from it."""
    if scan.lessons >= _MOST_LESSONS:
        return None
    scan.lessons += 1
    shape = learn_shape(entry, scan.shape)
    scan.shape = shape or scan.shape
    return shape


def _scan_tags(text: str, scan: Scan) -> Iterator[Line]:
    """Tags one by one. A "<" that begins no tag belongs to the words before it."""
    for piece in text.split("<")[1:]:
        tag, mark, value = piece.partition(">")
        fields = scan.fields
        if not mark or tag[:1] in (" ", "=") or not tag.strip():
            if fields is not None and scan.last in fields:
                _take_stray(scan, fields, piece)
            continue
        tag = tag.strip().upper()
        if tag == "STMTTRN":
            _open_entry(scan)
            if scan.reading.is_full:
                return
        elif tag == "/STMTTRN" and fields is not None:
            scan.fields = None
            if (line := _close_entry(scan, fields)) is not None:
                scan.count += 1
                scan.sum_pence += line.pence
                yield line
            elif scan.reading.is_full:
                return
        elif fields is None:
            _take_around(scan, tag, value)
        elif tag[0] != "/":
            _take_field(scan, fields, tag, value)


def _take_field(scan: Scan, fields: dict[str, str], tag: str, value: str) -> None:
    if tag not in fields:
        fields[tag] = value
    elif tag in _ONCE:
        _refuse(scan, f"The entry has {tag} twice, so two entries may have run together.", fields)
    scan.last = tag


def _take_stray(scan: Scan, fields: dict[str, str], piece: str) -> None:
    """A "<" in plain words, such as "A < B"; raises UnreadableError when there are more than words ever have."""
    scan.strays += 1
    if scan.strays > _MOST_STRAYS or len(fields[scan.last]) > MOST_CHARACTERS:
        raise UnreadableError("The tags of the file do not pair up. It may be damaged.")
    fields[scan.last] = f"{fields[scan.last]}<{piece}"


def _open_entry(scan: Scan) -> None:
    scan.entries += 1
    if scan.fields is not None:
        _refuse(scan, "The entry before this one has no end.", scan.fields)
    scan.fields = {}


def _close_entry(scan: Scan, fields: dict[str, str]) -> Line | None:
    if "CURRENCY" in fields and (symbol := read_value(fields.get("CURSYM", "")).upper()):
        places = scan.symbols.setdefault(symbol, [])
        if len(places) < MOST_PROBLEMS and len(scan.symbols) < MOST_PROBLEMS:
            places.append(scan.entries)
    try:
        return read_entry(fields, scan.entries, scan.days)
    except UnreadableError as error:
        _refuse(scan, str(error), fields)
        return None


def _refuse(scan: Scan, reason: str, fields: dict[str, str]) -> None:
    scan.reading.refuse(scan.entries, reason, write_entry(fields))


def _take_around(scan: Scan, tag: str, value: str) -> None:
    """A tag that is not inside an entry."""
    if tag in _ACCOUNTS or tag in _BALANCES:
        scan.inside = tag
    elif tag[1:] == scan.inside:
        scan.inside = ""
    elif tag == "ACCTID" and scan.inside in _ACCOUNTS:
        scan.part["ACCTID"] = read_value(value)
        if len(scan.accounts) < MOST_PARTS:
            scan.accounts[read_value(value)] = None
    elif tag == "BALAMT" and scan.inside:
        scan.seen[scan.inside] = scan.part[scan.inside] = read_value(value)
    elif tag in _KEPT:
        scan.seen[tag] = scan.part[tag] = read_value(value)
    else:
        _take_mark(scan, tag)


def _take_mark(scan: Scan, tag: str) -> None:
    """A tag whose being there says something."""
    if tag in _STATEMENTS:
        scan.statements += 1
        scan.part, scan.count, scan.sum_pence = {}, 0, 0
    elif tag[1:] in _STATEMENTS and len(scan.parts) < MOST_PARTS:
        scan.parts.append((scan.part, scan.count, scan.sum_pence))
    elif tag in ("INVSTMTRS", "INVTRANLIST"):
        scan.investment = True
    elif tag == "STMTTRNP":
        scan.pending += 1
    elif tag == "/OFX":
        scan.closed = True
