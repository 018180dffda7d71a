"""The same made-up statement in every format that is measured. Standard library only."""

import csv
import random
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

WORDS = ("CORNER SHOP", "HILLFOOT LEISURE CENTRE", "WEIR TAXIS", "HMRC PAYE NIC", "CARYS EVANS WAGES", "COUNCIL DP")
SORT_CODE, ACCOUNT = "200000", "12345678"


class Moved(NamedTuple):
    """One line: its day, pence (money in is positive), a number of its own, and words."""

    on: date
    pence: int
    number: int
    words: str


def moved(size):
    """So many lines, oldest first, the same ones every time."""
    mixed = random.Random(2_026)
    begun = date(2026, 1, 1)
    return [
        Moved(
            begun + timedelta(days=number * 365 // size),
            90_000 if number % 50 == 0 else -mixed.randint(100, 3_800),
            number,
            f"{WORDS[number % len(WORDS)]} {mixed.randint(1, 99_999)}",
        )
        for number in range(size)
    ]


def write_all(folder, lines):
    """Each format by its ending."""
    written = {"ofx": as_ofx(lines), "sta": as_mt940(lines), "xml": as_camt(lines)}
    for ending, text in written.items():
        (folder / f"{len(lines)}.{ending}").write_text(text, newline="")
    with (folder / f"{len(lines)}.csv").open("w", newline="") as file:
        write_csv(file, lines)


def as_ofx(lines):
    """OFX 1.0.2, as British banks write it: open tags."""
    body = "".join(
        f"<STMTTRN>\n<TRNTYPE>{'CREDIT' if one.pence > 0 else 'DEBIT'}\n<DTPOSTED>{one.on:%Y%m%d}\n"
        f"<TRNAMT>{pounds(one.pence)}\n<FITID>{one.number:08}\n<NAME>{one.words}\n<MEMO>CARD {one.number}\n</STMTTRN>\n"
        for one in lines
    )
    return (
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\n"
        "OLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX>\n<SIGNONMSGSRSV1>\n<SONRS>\n<STATUS>\n<CODE>0\n<SEVERITY>INFO\n"
        "</STATUS>\n<DTSERVER>20261231\n<LANGUAGE>ENG\n</SONRS>\n</SIGNONMSGSRSV1>\n<BANKMSGSRSV1>\n<STMTTRNRS>\n"
        "<TRNUID>1\n<STATUS>\n<CODE>0\n<SEVERITY>INFO\n</STATUS>\n<STMTRS>\n<CURDEF>GBP\n<BANKACCTFROM>\n"
        f"<BANKID>{SORT_CODE}\n<ACCTID>{ACCOUNT}\n<ACCTTYPE>CHECKING\n</BANKACCTFROM>\n<BANKTRANLIST>\n"
        f"<DTSTART>{lines[0].on:%Y%m%d}\n<DTEND>{lines[-1].on:%Y%m%d}\n{body}</BANKTRANLIST>\n<LEDGERBAL>\n"
        f"<BALAMT>{pounds(total(lines))}\n<DTASOF>{lines[-1].on:%Y%m%d}\n</LEDGERBAL>\n</STMTRS>\n</STMTTRNRS>\n"
        "</BANKMSGSRSV1>\n</OFX>\n"
    )


def as_mt940(lines):
    """MT940 with a line of words for each entry."""
    body = "".join(
        f":61:{one.on:%y%m%d}{one.on:%m%d}{'C' if one.pence > 0 else 'D'}{comma(one.pence)}NMSC{one.number:08}\r\n"
        f":86:{one.words}\r\n"
        for one in lines
    )
    return (
        f":20:STATEMENT\r\n:25:{SORT_CODE}/{ACCOUNT}\r\n:28C:1/1\r\n:60F:C{lines[0].on:%y%m%d}GBP0,00\r\n{body}"
        f":62F:{'C' if total(lines) >= 0 else 'D'}{lines[-1].on:%y%m%d}GBP{comma(total(lines))}\r\n-\r\n"
    )


def as_camt(lines):
    """camt.053.001.02 with the details of each entry."""
    body = "".join(
        f'<Ntry><NtryRef>{one.number:08}</NtryRef><Amt Ccy="GBP">{pounds(abs(one.pence))}</Amt>'
        f"<CdtDbtInd>{mark(one.pence)}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{one.on}</Dt></BookgDt>"
        f"<ValDt><Dt>{one.on}</Dt></ValDt><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>"
        f"</Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E{one.number:08}</EndToEndId></Refs><RltdPties><Cdtr>"
        f"<Nm>{one.words}</Nm></Cdtr></RltdPties><RmtInf><Ustrd>CARD {one.number}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
        for one in lines
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'
        "<BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-12-31T00:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id>"
        "<ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2026-12-31T00:00:00</CreDtTm><Acct><Id><Othr>"
        f"<Id>{SORT_CODE}{ACCOUNT}</Id></Othr></Id><Ccy>GBP</Ccy></Acct>{balance('OPBD', 0, lines[0].on)}"
        f"{balance('CLBD', total(lines), lines[-1].on)}\n{body}</Stmt></BkToCstmrStmt></Document>\n"
    )


def balance(kind, pence, on):
    """A balance of camt."""
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">{pounds(abs(pence))}</Amt>'
        f"<CdtDbtInd>{mark(pence)}</CdtDbtInd><Dt><Dt>{on}</Dt></Dt></Bal>"
    )


def write_csv(file, lines):
    """As Lloyds writes it: newest first, money out and in apart, with the balance."""
    rows = [
        (
            f"{one.on:%d/%m/%Y}",
            "DEB",
            "'20-00-00",
            ACCOUNT,
            one.words,
            pounds(-one.pence) if one.pence < 0 else "",
            pounds(one.pence) if one.pence > 0 else "",
            pounds(after),
        )
        for one, after in zip(lines, accumulate(one.pence for one in lines), strict=True)
    ]
    heads = ("Transaction Date", "Transaction Type", "Sort Code", "Account Number", "Transaction Description")
    out = csv.writer(file, lineterminator="\r\n")
    out.writerow((*heads, "Debit Amount", "Credit Amount", "Balance"))
    out.writerows(reversed(rows))


def total(lines):
    """What all lines come to."""
    return sum(one.pence for one in lines)


def pounds(pence):
    """Pence as pounds: -12.34."""
    return f"{'-' if pence < 0 else ''}{abs(pence) // 100}.{abs(pence) % 100:02}"


def comma(pence):
    """Pence without a sign, as SWIFT writes amounts: 12,34."""
    return f"{abs(pence) // 100},{abs(pence) % 100:02}"


def mark(pence):
    """Credit or debit, as ISO 20022 says it."""
    return "CRDT" if pence >= 0 else "DBIT"
