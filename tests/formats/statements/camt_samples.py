"""camt messages written by hand for the tests: one September of Amina's account, and a small writer of any other.

Opens with 1,000.00; 4 Sep Carys's wages -412.50; 7 Sep the council pays 640.00 in; 30 Sep insurance -6.99.
By hand: 1000.00 - 412.50 + 640.00 - 6.99 = 1220.51, and the sum of the lines is 220.51.
"""

import io

from ownway.formats.statements.camt import read_camt
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source

IBAN = "GB33BUKB20201555555555"
PARTS = {
    "camt.052": ("BkToCstmrAcctRpt", "Rpt"),
    "camt.053": ("BkToCstmrStmt", "Stmt"),
    "camt.054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
}


def write_entry(
    amount="8.20",
    sign="DBIT",
    *,
    on="2026-09-07",
    status="BOOK",
    id="BK1",
    name="City Cabs",
    words="Trip",
    before="",
    inside="",
    after="",
    currency="GBP",
    new=True,
):
    """One entry. `before` stands among the entry's own elements, `inside` in its payment, `after` at its end."""
    side = "Dbtr" if sign == "CRDT" else "Cdtr"
    party = f"<Pty><Nm>{name}</Nm></Pty>" if new else f"<Nm>{name}</Nm>"
    return (
        f'<Ntry><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd>{before}'
        + (f"<Sts><Cd>{status}</Cd></Sts>" if new else f"<Sts>{status}</Sts>")
        + (f"<BookgDt><Dt>{on}</Dt></BookgDt>" if on else "")
        + f"<AcctSvcrRef>{id}</AcctSvcrRef><BkTxCd><Prtry><Cd>FPO</Cd></Prtry></BkTxCd><NtryDtls><TxDtls>"
        f"<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><{side}>{party}</{side}></RltdPties>"
        f"<RmtInf><Ustrd>{words}</Ustrd></RmtInf>{inside}</TxDtls></NtryDtls>{after}</Ntry>"
    )


def write_balance(kind, amount, *, sign="CRDT", currency="GBP", on="2026-09-30"):
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy="{currency}">{amount}</Amt>'
        f"<CdtDbtInd>{sign}</CdtDbtInd><Dt><Dt>{on}</Dt></Dt></Bal>"
    )


def write_part(*entries, message="camt.053", id="S1", iban=IBAN, currency="<Ccy>GBP</Ccy>", around=""):
    """A statement. `around` stands before its entries: balances, totals."""
    part = PARTS[message][1]
    account = f"<Acct><Id><IBAN>{iban}</IBAN></Id>{currency}</Acct>"
    return f"<{part}><Id>{id}</Id>{account}{around}{''.join(entries)}</{part}>"


def write_message(*parts, message="camt.053", version="08", header="<MsgId>M1</MsgId>"):
    body = PARTS[message][0]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:{message}.001.{version}"><{body}>'
        f"<GrpHdr>{header}</GrpHdr>{''.join(parts)}</{body}></Document>"
    )


def write_september(*, message="camt.053", version="08", closing="1220.51"):
    new = int(version) >= 4
    entries = (
        write_entry("412.50", "DBIT", on="2026-09-04", id="B1", name="Carys Price", words="Wages Aug", new=new),
        write_entry("640.00", "CRDT", on="2026-09-07", id="B2", name="Riverton Council", words="DP 4471", new=new),
        write_entry("6.99", "DBIT", on="2026-09-30", id="B3", name="Good Cover", words="POL88", new=new),
    )
    around = write_balance("OPBD", "1000.00", on="2026-09-01") + write_balance("CLBD", closing)
    return write_message(write_part(*entries, message=message, around=around), message=message, version=version)


def read(text, **asked):
    """The lines and the reading of a text, straight from the reader of camt."""
    data = text.encode() if isinstance(text, str) else text
    reading = Reading(kind="camt")
    return list(read_camt(Source(io.BytesIO(data), name="x"), reading, **asked)), reading


def read_entry(*entries, **asked):
    """The lines and the reading of a statement of these entries."""
    return read(write_message(write_part(*entries, **asked)))


def reasons(reading):
    return [(problem.place, problem.reason) for problem in reading.problems]


def notes(reading):
    return [note.words for note in reading.notes]
