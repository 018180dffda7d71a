"""Reading OFX 1 and 2, as banks write it rather than as the specification has it.

The doctrine is that of the bankfile corpus (MIT), with one difference: an entry whose money or day cannot be read
refuses the file, as a sum with a gap in it is worse than a question.
"""

from collections.abc import Iterator
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip, read_ofx_pence
from ownway.formats.statements.ofx_entries import read_ofx_day
from ownway.formats.statements.ofx_scan import Scan, scan_ofx
from ownway.formats.statements.ofx_tags import find_ofx
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Line, Part


def looks_like_ofx(source: Source) -> bool:
    """Whether the text opens with an OFX header or holds <OFX> near its beginning."""
    top = source.head[:4000]
    return top.lstrip("\ufeff \t\r\n").upper().startswith("OFXHEADER") or find_ofx(top) >= 0


def read_ofx(source: Source, reading: Reading) -> Iterator[Line]:
    """The lines of an OFX file. It is refused when it is cut short, of another kind, or of several accounts."""
    reading.layout = "ofx"
    start = find_ofx(source.head)
    if start < 0:
        reading.refuse(0, "The file has an OFX heading and no statement under it. It may be damaged.")
        return
    if "<!" in source.head[:start]:
        reading.refuse(0, "The file declares a document type, which bank files do not do, so it was not read.")
        return
    scan = Scan(reading)
    try:
        yield from scan_ofx(_from(source.text(), start), scan)
    except UnreadableError as error:
        reading.refuse(0, str(error))
    else:
        _tell_around(scan, reading)


def _from(chunks: Iterator[str], start: int) -> Iterator[str]:
    yield next(chunks)[start:]
    yield from chunks


def _tell_around(scan: Scan, reading: Reading) -> None:
    """What the scan saw around the entries, into the reading."""
    seen = scan.seen
    reading.bank, reading.currency = seen.get("ORG", ""), seen.get("CURDEF", "").upper()
    if reason := _refusal(scan):
        reading.refuse_for_one_reason(reason, seen.get("MESSAGE", ""))
        return
    for part, count, sum_pence in scan.parts if len(scan.parts) > 1 else ():
        reading.add_part(_read_part(part, count, sum_pence, reading))
    reading.account = " ".join(scan.accounts) if len(scan.accounts) == 1 else ""
    reading.closing_pence = _read_balance(seen.get("LEDGERBAL", ""), reading)
    reading.from_on, reading.to_on = _read_edge(seen.get("DTSTART", "")), _read_edge(seen.get("DTEND", ""))
    if scan.pending:
        reading.note(0, f"{scan.pending} payments are still pending; they will come in a later statement.")
    for symbol, places in scan.symbols.items():
        for place in places if symbol != reading.currency else ():
            told = clip(symbol, 12), clip(reading.currency, 12)
            reading.refuse(place, f"This entry is in {told[0]}, and the account is in {told[1]}.")


def _refusal(scan: Scan) -> str:
    if scan.investment:
        return "This is a statement of investments, not of a bank account."
    if not scan.closed and not scan.reading.is_full:
        return "The file stops before its end, so payments may be missing. Please download it again."
    if not scan.statements:
        if scan.seen.get("SEVERITY", "").upper() == "ERROR":
            return "The bank answered with an error instead of a statement. Please download it again."
        return "The file holds no bank statement."
    accounts = sorted(scan.accounts)
    if len(accounts) > 1 and len(scan.parts) < 2:  # else they are told as parts
        told = ", ".join(clip(account, 30) for account in accounts[:5])
        return f"The file holds {len(accounts)} accounts ({told}). Please send one file for each account."
    if not scan.seen.get("CURDEF"):
        return "The file does not say which currency it is in."
    return ""


def _read_part(part: dict[str, str], count: int, sum_pence: int, reading: Reading) -> Part:
    return Part(
        account=part.get("ACCTID", ""),
        currency=part.get("CURDEF", "").upper(),
        id="",
        opening_pence=None,
        closing_pence=_read_balance(part.get("LEDGERBAL", ""), reading),
        from_on=_read_edge(part.get("DTSTART", "")),
        to_on=_read_edge(part.get("DTEND", "")),
        line_count=count,
        sum_pence=sum_pence,
    )


def _read_balance(text: str, reading: Reading) -> int | None:
    if not text:
        return None
    try:
        return read_ofx_pence(text)
    except UnreadableError as error:
        reading.note(0, f"The closing balance was not used. {error}", text)
        return None


def _read_edge(text: str) -> date | None:
    try:
        return read_ofx_day(text)
    except UnreadableError:
        return None
