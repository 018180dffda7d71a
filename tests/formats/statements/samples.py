"""One month of Amina's account as each bank writes it, made up by hand, so that tests stand without any real file.

September 2026: opens with 1,000.00; 4 Sep Carys's wages -412.50; 7 Sep the council pays 640.00 in; 7 Sep two trips with
the same taxi for 8.20 each; 30 Sep insurance -6.99. By hand: 1000.00 - 412.50 + 640.00 - 8.20 - 8.20 - 6.99 = 1204.11,
and the sum of the lines is 204.11.
"""

from datetime import date

from tests.formats.statements.more_samples import (
    BANK_OF_IRELAND,
    BARCLAYCARD,
    COOP,
    METRO,
    SANTANDER,
    TIDE,
    VIRGIN_CARD,
)

COUNT = 5
SUM_PENCE = 20411
OPENING_PENCE = 100000
CLOSING_PENCE = 120411
MONEY = (
    (date(2026, 9, 4), -41250),
    (date(2026, 9, 7), 64000),
    (date(2026, 9, 7), -820),
    (date(2026, 9, 7), -820),
    (date(2026, 9, 30), -699),
)
BALANCES = (58750, 122750, 121930, 121110, 120411)

BARCLAYS = """Number,Date,Account,Amount,Subcategory,Memo
,30/09/2026,20-11-22 10203040,-6.99,DIRECTDEBIT,GOOD COVER         POL88  DDR
,07/09/2026,20-11-22 10203040,-8.20,PAYMENT,CITY CABS          ON 06 SEP   BCC
,07/09/2026,20-11-22 10203040,-8.20,PAYMENT,CITY CABS          ON 06 SEP   BCC
,07/09/2026,20-11-22 10203040,640.00,DIRECTDEP,RIVERTON COUNCIL   DP 4471   BGC
,04/09/2026,20-11-22 10203040,-412.50,PAYMENT,CARYS PRICE        WAGES AUG   FPO
"""
HSBC = """04/09/2026,CARYS PRICE WAGES AUG,-412.50
07/09/2026,RIVERTON COUNCIL DP 4471,640.00
07/09/2026,CITY CABS,-8.20
07/09/2026,CITY CABS,-8.20
30/09/2026,GOOD COVER POL88,-6.99
"""
FIRST_DIRECT = """Date,Description,Amount,Balance
30/09/2026,GOOD COVER POL88,-6.99,1204.11
07/09/2026,CITY CABS,-8.20,1211.10
07/09/2026,CITY CABS,-8.20,1219.30
07/09/2026,RIVERTON COUNCIL DP 4471,640.00,1227.50
04/09/2026,CARYS PRICE WAGES AUG,-412.50,587.50
"""
LLOYDS = """Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance
30/09/2026,DD,'30-11-22,10203040,GOOD COVER POL88,6.99,,1204.11
07/09/2026,DEB,'30-11-22,10203040,CITY CABS,8.20,,1211.10
07/09/2026,DEB,'30-11-22,10203040,CITY CABS,8.20,,1219.30
07/09/2026,BGC,'30-11-22,10203040,RIVERTON COUNCIL DP 4471,,640.00,1227.50
04/09/2026,FPO,'30-11-22,10203040,CARYS PRICE WAGES AUG,412.50,,587.50
"""
NATWEST = """
Date, Type, Description, Value, Balance, Account Name, Account Number
04/09/2026,FPO,"'CARYS PRICE , WAGES AUG",-412.50,587.50,"'MISS A KHAN","'601122-10203040"
07/09/2026,BAC,"'RIVERTON COUNCIL , DP 4471",640.00,1227.50,"'MISS A KHAN","'601122-10203040"
07/09/2026,POS,"'CITY CABS",-8.20,1219.30,"'MISS A KHAN","'601122-10203040"
07/09/2026,POS,"'CITY CABS",-8.20,1211.10,"'MISS A KHAN","'601122-10203040"
30/09/2026,D/D,"'GOOD COVER , POL88",-6.99,1204.11,"'MISS A KHAN","'601122-10203040"
,,"Balance as at 30 Sep 2026",,1204.11,,
"""
NATIONWIDE = """"Account Name:","Everyday ****20304"
"Account Balance:","£1,204.11"
"Available Balance: ","£1,204.11"

"Date","Transaction type","Description","Paid out","Paid in","Balance"
"04 Sep 2026","Payment to","CARYS PRICE WAGES AUG","£412.50","","£587.50"
"07 Sep 2026","Bank credit","RIVERTON COUNCIL DP 4471","","£640.00","£1,227.50"
"07 Sep 2026","Visa purchase","CITY CABS","£8.20","","£1,219.30"
"07 Sep 2026","Visa purchase","CITY CABS","£8.20","","£1,211.10"
"30 Sep 2026","Direct debit","GOOD COVER POL88","£6.99","","£1,204.11"
"""
NATIONWIDE_MIDATA = """"Account Number:","****20304"

"Date","Type","Merchant/Description","Debit/Credit","Balance"
"30/09/2026","Direct debit GOOD COVER","GOOD COVER POL88","-£6.99","£1,204.11"
"07/09/2026","Visa purchase","CITY CABS","-£8.20","£1,211.10"
"07/09/2026","Visa purchase","CITY CABS","-£8.20","£1,219.30"
"07/09/2026","Bank credit","**********","+£640.00","£1,227.50"
"04/09/2026","Payment to","**********","-£412.50","£587.50"

"Arranged Overdraft Limit","01/10/2026","£0.00"
"""
MONZO = """Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In
tx_01,04/09/2026,09:00:00,Faster payment,Carys Price,👋,Care,-412.50,GBP,-412.50,GBP,"wages
August",,,CARYS PRICE WAGES AUG,,-412.50,
tx_02,07/09/2026,06:30:00,Faster payment,Riverton Council,,Income,640.00,GBP,640.00,GBP,,,,RIVERTON COUNCIL DP 4471,,,640.00
tx_03,07/09/2026,10:12:44,Card payment,City Cabs,🚕,Transport,-8.20,GBP,-8.20,GBP,,1 High St,,CITY CABS,,-8.20,
tx_04,07/09/2026,15:40:02,Card payment,City Cabs,🚕,Transport,-8.20,GBP,-8.20,GBP,,1 High St,,CITY CABS,,-8.20,
tx_05,30/09/2026,04:00:00,Direct Debit,Good Cover,,Bills,-6.99,GBP,-6.99,GBP,,,,GOOD COVER POL88,,-6.99,
"""
MONZO_2018 = """id,created,amount,currency,local_amount,local_currency,category,emoji,description,address,notes,receipt
tx_01,2026-09-04 09:00:00 +0000,-412.5,GBP,-412.5,GBP,general,,CARYS PRICE WAGES AUG,,,
tx_02,2026-09-07 06:30:00 +0000,640,GBP,640,GBP,general,,RIVERTON COUNCIL DP 4471,,,
tx_03,2026-09-07 10:12:44 +0000,-8.2,GBP,-8.2,GBP,transport,,CITY CABS,,,
tx_04,2026-09-07 15:40:02 +0000,-8.2,GBP,-8.2,GBP,transport,,CITY CABS,,,
tx_05,2026-09-30 04:00:00 +0000,-6.99,GBP,-6.99,GBP,bills,,GOOD COVER POL88,,,
"""
STARLING = """Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes
01/09/2026,Opening Balance,,,0.00,1000.00,,
04/09/2026,Carys Price,WAGES AUG,FASTER PAYMENT,-412.50,587.50,PAYMENTS,
07/09/2026,Riverton Council,DP 4471,FASTER PAYMENT,640.00,1227.50,INCOME,
07/09/2026,City Cabs,CITY CABS,CONTACTLESS,-8.20,1219.30,TRANSPORT,
07/09/2026,City Cabs,CITY CABS,CONTACTLESS,-8.20,1211.10,TRANSPORT,
30/09/2026,Good Cover,POL88,DIRECT DEBIT,-6.99,1204.11,BILLS_AND_SERVICES,
"""
CONVERTER = """transaction_date,description,amount,debit_credit,balance,currency,unique_id,memo
01/09/2026,Opening balance,0.00,credit,1000.00,GBP,A-0,
04/09/2026,CARYS PRICE WAGES AUG,412.50,debit,587.50,GBP,A-1,
07/09/2026,RIVERTON COUNCIL DP 4471,640.00,credit,1227.50,GBP,A-2,
07/09/2026,CITY CABS,8.20,debit,1219.30,GBP,A-3,
07/09/2026,CITY CABS,8.20,debit,1211.10,GBP,A-4,
30/09/2026,GOOD COVER POL88,6.99,debit,1204.11,GBP,A-5,
"""
_ENTRIES = (
    ("DEBIT", "20260904", "-412.50", "F1", "CARYS PRICE", "WAGES AUG"),
    ("CREDIT", "20260907120000[0:GMT]", "640.00", "F2", "RIVERTON COUNCIL", "DP 4471 &amp; THANKS"),
    ("DEBIT", "20260907", "-8.20", "F3", "CITY CABS", "CARD PAYMENT"),
    ("DEBIT", "20260907", "-8.20", "F4", "CITY CABS", "CARD PAYMENT"),
    ("DEBIT", "20260930", "-6.99", "F5", "GOOD COVER POL88", ""),
)
_TAGS = ("TRNTYPE", "DTPOSTED", "TRNAMT", "FITID", "NAME", "MEMO")


def write_entry(*values: str, closed: bool = False) -> str:
    """One STMTTRN, in the open (OFX 1) or the closed (OFX 2) form."""
    parts = [f"<{tag}>{value}" + (f"</{tag}>" if closed else "") for tag, value in zip(_TAGS, values, strict=True)]
    return f"<STMTTRN>{''.join(parts)}</STMTTRN>"


def write_ofx(entries: str, *, currency: str = "GBP", account: str = "10203040", balance: str = "1204.11") -> str:
    """An OFX 1 statement around entries."""
    return f"""OFXHEADER:100
DATA:OFXSGML
VERSION:102
ENCODING:USASCII
CHARSET:1252

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><FI><ORG>Riverton Bank</FI></SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>{currency}
<BANKACCTFROM><BANKID>601122<ACCTID>{account}<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260901<DTEND>20260930
{entries}
</BANKTRANLIST><LEDGERBAL><BALAMT>{balance}<DTASOF>20260930</LEDGERBAL><AVAILBAL><BALAMT>9.99</AVAILBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""


OFX_1 = write_ofx("\n".join(write_entry(*entry) for entry in _ENTRIES))
OFX_2 = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="202"?>\n<OFX><BANKMSGSRSV1><STMTTRNRS>'
    "<STMTRS><CURDEF>GBP</CURDEF><BANKACCTFROM><BANKID>601122</BANKID><ACCTID>10203040</ACCTID></BANKACCTFROM>"
    "<BANKTRANLIST><DTSTART>20260901</DTSTART><DTEND>20260930</DTEND>"
    + "".join(write_entry(*entry, closed=True) for entry in _ENTRIES)
    + "</BANKTRANLIST><LEDGERBAL><BALAMT>1204.11</BALAMT></LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
)

WITH_BALANCES = {
    "first-direct": FIRST_DIRECT,
    "lloyds": LLOYDS,
    "natwest": NATWEST,
    "nationwide": NATIONWIDE,
    "nationwide-midata": NATIONWIDE_MIDATA,
    "starling": STARLING,
    "converter": CONVERTER,
    "co-op": COOP,
    "metro": METRO,
}
WITHOUT_BALANCES = {
    "barclays": BARCLAYS,
    "hsbc": HSBC,
    "monzo": MONZO,
    "monzo-2018": MONZO_2018,
    "tide": TIDE,
    "virgin-card": VIRGIN_CARD,
    "barclaycard": BARCLAYCARD,
}
ALL_CSV = WITH_BALANCES | WITHOUT_BALANCES | {"bank-of-ireland": BANK_OF_IRELAND}
ALL = WITH_BALANCES | WITHOUT_BALANCES | {"santander": SANTANDER, "ofx 1": OFX_1, "ofx 2": OFX_2}
