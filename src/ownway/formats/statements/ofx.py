"""Reading OFX 1 and 2, as banks write it rather than as the specification has it.

The doctrine is that of the bankfile corpus (MIT), with one difference: an entry whose money or day cannot be read
refuses the file, as a sum with a gap in it is worse than a question.
"""

from dataclasses import dataclass, field
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip, read_ofx_pence
from ownway.formats.statements.ofx_entries import Entry, EntryReader, read_ofx_day
from ownway.formats.statements.ofx_tags import find_ofx, iterate_tags, read_value
from ownway.formats.statements.reading import MOST_PROBLEMS, Reading, refused, stopping
from ownway.formats.statements.texts import Source
from ownway.formats.statements.values import Line, Note, Problem

KIND = "OFX"
_ACCOUNTS = ("BANKACCTFROM", "CCACCTFROM")
_BALANCES = ("LEDGERBAL", "AVAILBAL")
_STATEMENTS = ("STMTRS", "CCSTMTRS")
_ONCE = ("DTPOSTED", "TRNAMT", "FITID")


def looks_like_ofx(source: Source) -> bool:
    """Whether the text opens with an OFX header or holds <OFX> near its beginning."""
    top = source.text[:4000]
    return top.lstrip("\ufeff \t\r\n").upper().startswith("OFXHEADER") or find_ofx(top) >= 0


def read_ofx(source: Source) -> Reading:
    """A Reading of an OFX file; its problems stop it when it is cut short, of another kind, or of several accounts."""
    start = find_ofx(source.text)
    if start < 0:
        return refused(KIND, "The file has an OFX heading and no statement under it. It may be damaged.")
    if "<!" in source.text[:start] and _declares(source.text[:start]):
        return refused(KIND, "The file declares a document type, which bank files do not do, so it was not read.")
    scan = Scan()
    try:
        for tag, value in iterate_tags(source.text[start:]):
            scan.take(tag, value)
    except UnreadableError as error:
        return refused(KIND, str(error))
    return _as_reading(scan)


def _declares(head: str) -> bool:
    upper = head.upper()
    return "<!DOCTYPE" in upper or "<!ENTITY" in upper


@dataclass(slots=True)
class Scan:
    """What has been seen so far, and inside what: one pass over the tags, none kept."""

    inside: str = ""
    entry: Entry | None = None
    lists: int = 0
    pending: int = 0
    investment: bool = False
    closed: bool = False
    entries: list[Entry] = field(default_factory=list)
    accounts: list[tuple[str, str]] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    broken: list[Problem] = field(default_factory=list)

    def take(self, tag: str, value: str) -> None:
        """One tag and the text after it."""
        entry = self.entry
        if entry is not None and tag[:1] != "/" and tag != "STMTTRN":
            if tag not in entry.fields:
                entry.fields[tag] = value
            elif tag in _ONCE:
                self._break(entry, f"The entry has {tag} twice, so two entries may have run together.")
        elif tag == "STMTTRN":
            if entry is not None:
                self._break(entry, "The entry has no end before the next one begins.")
            self.entry = Entry(place=len(self.entries) + 1)
            self.entries.append(self.entry)
        elif tag == "/STMTTRN":
            self.entry = None
        elif entry is None:
            self._take_outside(tag, value)

    def _break(self, entry: Entry, reason: str) -> None:
        if len(self.broken) < MOST_PROBLEMS:
            self.broken.append(stopping(entry.place, reason, entry.as_text()))

    def _take_outside(self, tag: str, value: str) -> None:
        if tag == "/OFX":
            self.closed = True
        elif tag in _STATEMENTS:
            self.lists += 1
        elif tag in ("INVSTMTRS", "INVTRANLIST"):
            self.investment = True
        elif tag == "STMTTRNP":
            self.pending += 1
        elif tag in _ACCOUNTS or tag in _BALANCES:
            self.inside = tag
        elif tag[:1] == "/" and tag[1:] == self.inside:
            self.inside = ""
        elif tag in ("ACCTID", "BANKID") and self.inside in _ACCOUNTS:
            self.accounts.append((tag, read_value(value)))
        elif tag == "BALAMT" and self.inside:
            self.seen[self.inside] = read_value(value)
        elif tag in ("CURDEF", "DTSTART", "DTEND", "ORG", "SEVERITY", "MESSAGE"):
            self.seen[tag] = read_value(value)


def _as_reading(scan: Scan) -> Reading:
    bank = scan.seen.get("ORG", "")
    if reason := _refusal(scan):
        return refused(KIND, reason, text=scan.seen.get("MESSAGE", ""), layout="ofx", bank=bank)
    currency = scan.seen.get("CURDEF", "").upper()
    lines, problems = _read_entries(scan, currency)
    notes: list[Note] = []
    if scan.pending:
        notes.append(Note(0, f"{scan.pending} payments are still pending; they will come in a later statement."))
    return Reading(
        kind=KIND,
        layout="ofx",
        bank=bank,
        account=" ".join(dict.fromkeys(value for tag, value in scan.accounts if tag == "ACCTID")),
        currency=currency,
        lines=lines,
        closing_pence=_read_balance(scan.seen.get("LEDGERBAL", ""), notes),
        from_on=_read_edge(scan.seen.get("DTSTART", "")),
        to_on=_read_edge(scan.seen.get("DTEND", "")),
        problems=tuple(problems),
        notes=tuple(notes),
    )


def _refusal(scan: Scan) -> str:
    if scan.investment:
        return "This is a statement of investments, not of a bank account."
    if not scan.closed:
        return "The file stops before its end, so payments may be missing. Please download it again."
    if not scan.lists:
        if scan.seen.get("SEVERITY", "").upper() == "ERROR":
            return "The bank answered with an error instead of a statement. Please download it again."
        return "The file holds no bank statement."
    accounts = sorted({value for tag, value in scan.accounts if tag == "ACCTID"})
    if len(accounts) > 1:
        told = ", ".join(clip(account, 30) for account in accounts[:5])
        return f"The file holds {len(accounts)} accounts ({told}). Please send one file for each account."
    if not scan.seen.get("CURDEF"):
        return "The file does not say which currency it is in."
    return ""


def _read_entries(scan: Scan, currency: str) -> tuple[tuple[Line, ...], list[Problem]]:
    problems = list(scan.broken)
    reader = EntryReader(currency)
    lines: list[Line] = []
    for entry in scan.entries:
        try:
            lines.append(reader.read(entry))
        except UnreadableError as error:
            problems.append(stopping(entry.place, str(error), entry.as_text()))
            if len(problems) >= MOST_PROBLEMS:
                break
    return tuple(lines), problems


def _read_balance(text: str, notes: list[Note]) -> int | None:
    if not text:
        return None
    try:
        return read_ofx_pence(text)
    except UnreadableError as error:
        notes.append(Note(0, f"The closing balance was not used. {error}", text))
        return None


def _read_edge(text: str) -> date | None:
    try:
        return read_ofx_day(text)
    except UnreadableError:
        return None
