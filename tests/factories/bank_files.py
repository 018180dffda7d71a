"""Bank statement files as banks write them, from lines in plain values, and other things for an account."""

from datetime import date, timedelta

HEAD = (
    "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,"
    "Balance"
)
ACCOUNT = "12345678"


def lloyds(*lines, opening=0, account=ACCOUNT):
    """A file as Lloyds writes it, newest first. Lines are (day, words, pence) or (day, words, pence, type), oldest first."""
    rows, balance = [], opening
    for on, words, pence, *kind in lines:
        balance += pence
        money = ("", pounds(pence)) if pence > 0 else (pounds(-pence), "")
        cells = [on.strftime("%d/%m/%Y"), *(kind or ["FPO"]), "'30-00-00", account, words, *money, pounds(balance)]
        rows.append(",".join(cells))
    return "\r\n".join([HEAD, *reversed(rows), ""]).encode()


def barclays(*lines):
    """A file as Barclays writes it: no balance. Lines are (day, words, pence), newest first in the file."""
    rows = [
        f" ,{on.strftime('%d/%m/%Y')},20-00-00 12345678,{pounds(pence)},PAYMENT,{words}"
        for on, words, pence in reversed(lines)
    ]
    return "\r\n".join(["Number,Date,Account,Amount,Subcategory,Memo", *rows, ""]).encode()


def long_statement(count, *, from_on=date(2024, 1, 1), a_day=10):
    """A file of that many lines, of forty names."""
    lines = [
        (
            from_on + timedelta(days=n // a_day),
            f"SHOP NUMBER {'ABCDEFGHIJ'[n % 10]}{'WXYZ'[n % 4]} {n}",
            -(100 + n % 977),
        )
        for n in range(count)
    ]
    return lloyds(*lines, opening=10_000_000)


def pounds(pence):
    """-1234 is "-12.34"."""
    sign = "-" if pence < 0 else ""
    return f"{sign}{abs(pence) // 100}.{abs(pence) % 100:02}"


def ofx(*lines):
    """A file in OFX, without balances. Lines are (day, words, pence, the bank's number)."""
    entries = "".join(
        f"<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{on:%Y%m%d}<TRNAMT>{pounds(pence)}<FITID>{number}<NAME>{words}</STMTTRN>"
        for on, words, pence, number in lines
    )
    account = f"<BANKACCTFROM><BANKID>300000<ACCTID>{ACCOUNT}<ACCTTYPE>CHECKING</BANKACCTFROM>"
    days = f"<DTSTART>{lines[0][0]:%Y%m%d}<DTEND>{lines[-1][0]:%Y%m%d}"
    return (
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n"
        f"<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP{account}"
        f"<BANKTRANLIST>{days}{entries}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
    ).encode()
