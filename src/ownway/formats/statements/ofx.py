"""Reading OFX 1 and 2, as banks write it rather than as the specification has it.

The doctrine is that of the bankfile corpus (MIT), with one difference: an entry whose money or day cannot be read
refuses the file, as a sum with a gap in it is worse than a question.
"""

from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip, read_ofx_pence
from ownway.formats.statements.ofx_entries import read_ofx_day
from ownway.formats.statements.ofx_scan import Scan, scan_ofx
from ownway.formats.statements.ofx_tags import find_ofx
from ownway.formats.statements.reading import MOST_PROBLEMS, Reading, refused, stopping
from ownway.formats.statements.texts import Source
from ownway.formats.statements.values import Note, Problem

KIND = "OFX"


def looks_like_ofx(source: Source) -> bool:
    """Whether the text opens with an OFX header or holds <OFX> near its beginning."""
    top = source.text[:4000]
    return top.lstrip("\ufeff \t\r\n").upper().startswith("OFXHEADER") or find_ofx(top) >= 0


def read_ofx(source: Source) -> Reading:
    """A Reading of an OFX file; its problems stop it when it is cut short, of another kind, or of several accounts."""
    start = find_ofx(source.text)
    if start < 0:
        return refused(KIND, "The file has an OFX heading and no statement under it. It may be damaged.")
    if "<!" in source.text[:start]:
        return refused(KIND, "The file declares a document type, which bank files do not do, so it was not read.")
    try:
        return _as_reading(scan_ofx(source.text[start:]))
    except UnreadableError as error:
        return refused(KIND, str(error))


def _as_reading(scan: Scan) -> Reading:
    bank = scan.seen.get("ORG", "")
    if reason := _refusal(scan):
        return refused(KIND, reason, text=scan.seen.get("MESSAGE", ""), layout="ofx", bank=bank)
    currency = scan.seen.get("CURDEF", "").upper()
    notes: list[Note] = []
    if scan.pending:
        notes.append(Note(0, f"{scan.pending} payments are still pending; they will come in a later statement."))
    return Reading(
        kind=KIND,
        layout="ofx",
        bank=bank,
        account=" ".join(dict.fromkeys(scan.accounts)),
        currency=currency,
        lines=tuple(scan.lines),
        closing_pence=_read_balance(scan.seen.get("LEDGERBAL", ""), notes),
        from_on=_read_edge(scan.seen.get("DTSTART", "")),
        to_on=_read_edge(scan.seen.get("DTEND", "")),
        problems=(*scan.problems, *_foreign(scan, currency)),
        notes=tuple(notes),
    )


def _refusal(scan: Scan) -> str:
    if scan.investment:
        return "This is a statement of investments, not of a bank account."
    if not scan.closed and len(scan.problems) < MOST_PROBLEMS:
        return "The file stops before its end, so payments may be missing. Please download it again."
    if not scan.statements:
        if scan.seen.get("SEVERITY", "").upper() == "ERROR":
            return "The bank answered with an error instead of a statement. Please download it again."
        return "The file holds no bank statement."
    accounts = sorted(set(scan.accounts))
    if len(accounts) > 1:
        told = ", ".join(clip(account, 30) for account in accounts[:5])
        return f"The file holds {len(accounts)} accounts ({told}). Please send one file for each account."
    if not scan.seen.get("CURDEF"):
        return "The file does not say which currency it is in."
    return ""


def _foreign(scan: Scan, currency: str) -> list[Problem]:
    return [
        stopping(place, f"This entry is in {clip(symbol, 12)}, and the account is in {clip(currency, 12)}.")
        for place, symbol in scan.symbols
        if symbol != currency
    ][:MOST_PROBLEMS]


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
