"""One pass over the tags of an OFX file: lines are read as their entries end, and what stands around them is kept."""

from dataclasses import dataclass, field
from datetime import date

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.ofx_entries import MOST_CHARACTERS, read_entry, write_entry
from ownway.formats.statements.ofx_tags import read_value, split_tags
from ownway.formats.statements.reading import MOST_PROBLEMS, stopping
from ownway.formats.statements.values import Line, Problem

_ACCOUNTS = ("BANKACCTFROM", "CCACCTFROM")
_BALANCES = ("LEDGERBAL", "AVAILBAL")
_KEPT = ("CURDEF", "DTSTART", "DTEND", "ORG", "SEVERITY", "MESSAGE")
_MOST_STRAYS = 1_000
_ONCE = ("DTPOSTED", "TRNAMT", "FITID")


@dataclass(slots=True)
class Scan:
    """What has been seen so far. `symbols`: (entry, currency) of entries that name one; `inside`: the part of the file."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    symbols: list[tuple[int, str]] = field(default_factory=list)
    accounts: list[str] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    inside: str = ""
    entries: int = 0
    statements: int = 0
    pending: int = 0
    strays: int = 0
    investment: bool = False
    closed: bool = False


def scan_ofx(text: str) -> Scan:
    """All that an OFX text (from its <OFX>) says. Raises UnreadableError when it may not be read at all.

    `fields` are the tags of the entry that is open, if one is. A "<" that begins no tag belongs to the words before it.
    """
    scan = Scan()
    fields: dict[str, str] | None = None
    last = ""
    for chunk in split_tags(text):
        tag, mark, value = chunk.partition(">")
        if not mark or tag[:1] in (" ", "=") or not tag.strip():
            if fields is not None and last in fields:
                _take_stray(scan, fields, last, chunk)
            continue
        tag = tag.strip().upper()
        if tag == "STMTTRN" or (tag == "/STMTTRN" and fields is not None):
            fields = _turn(scan, tag, fields)
            if len(scan.problems) >= MOST_PROBLEMS:
                break
        elif fields is None:
            _take_around(scan, tag, value)
        elif tag[0] != "/":
            if tag not in fields:
                fields[tag] = value
            elif tag in _ONCE:
                _add_problem(scan, f"The entry has {tag} twice, so two entries may have run together.", fields)
            last = tag
    if fields is not None:
        _add_problem(scan, "The entry has no end.", fields)
    return scan


def _take_stray(scan: Scan, fields: dict[str, str], last: str, chunk: str) -> None:
    """A "<" in plain words, such as "A < B"; raises UnreadableError when there are more than words ever have."""
    scan.strays += 1
    if scan.strays > _MOST_STRAYS or len(fields[last]) > MOST_CHARACTERS:
        raise UnreadableError("The tags of the file do not pair up. It may be damaged.")
    fields[last] = f"{fields[last]}<{chunk}"


def _turn(scan: Scan, tag: str, fields: dict[str, str] | None) -> dict[str, str] | None:
    """The fields of the next entry when one begins; takes the entry that ends."""
    if tag == "/STMTTRN":
        _take_entry(scan, fields or {})
        return None
    scan.entries += 1
    if fields is not None:
        _add_problem(scan, "The entry before this one has no end.", fields)
    return {}


def _take_entry(scan: Scan, fields: dict[str, str]) -> None:
    if "CURRENCY" in fields and fields.get("CURSYM", "").strip():
        scan.symbols.append((scan.entries, read_value(fields["CURSYM"]).upper()))
    try:
        scan.lines.append(read_entry(fields, scan.entries, scan.days))
    except UnreadableError as error:
        _add_problem(scan, str(error), fields)


def _add_problem(scan: Scan, reason: str, fields: dict[str, str]) -> None:
    if len(scan.problems) < MOST_PROBLEMS:
        scan.problems.append(stopping(scan.entries, reason, write_entry(fields)))


def _take_around(scan: Scan, tag: str, value: str) -> None:
    """A tag that is not inside an entry."""
    if tag in _ACCOUNTS or tag in _BALANCES:
        scan.inside = tag
    elif tag[1:] == scan.inside:
        scan.inside = ""
    elif tag == "ACCTID" and scan.inside in _ACCOUNTS:
        scan.accounts.append(read_value(value))
    elif tag == "BALAMT" and scan.inside:
        scan.seen[scan.inside] = read_value(value)
    elif tag in _KEPT:
        scan.seen[tag] = read_value(value)
    else:
        _take_mark(scan, tag)


def _take_mark(scan: Scan, tag: str) -> None:
    """A tag whose being there says something."""
    if tag in ("STMTRS", "CCSTMTRS"):
        scan.statements += 1
    elif tag in ("INVSTMTRS", "INVTRANLIST"):
        scan.investment = True
    elif tag == "STMTTRNP":
        scan.pending += 1
    elif tag == "/OFX":
        scan.closed = True
