"""The month of samples.py as further banks write it: Co-op, Metro, Tide, Virgin Money's card, Barclaycard, Bank of Ireland, Santander."""

COOP = """Date,Description,Type,Money In,Money Out,Balance
2026-09-30,GOOD COVER POL88,DD,,6.99,1204.11
2026-09-07,CITY CABS,PURCHASE,,8.20,1211.10
2026-09-07,CITY CABS,PURCHASE,,8.20,1219.30
2026-09-07,RIVERTON COUNCIL DP 4471,CREDIT,640.00,,1227.50
2026-09-04,CARYS PRICE WAGES AUG,TRANSFER,,412.50,587.50
"""
METRO = """Date,Details,Transaction Type,In,Out,Balance
30/09/2026,GOOD COVER POL88,Direct Debit,,6.99,1204.11
07/09/2026,CITY CABS,Card Purchase,,8.20,1211.10
07/09/2026,CITY CABS,Card Purchase,,8.20,1219.30
07/09/2026,RIVERTON COUNCIL DP 4471,Inward Payment,640.00,,1227.50
04/09/2026,CARYS PRICE WAGES AUG,Outward Faster Payment,,412.50,587.50
"""
TIDE = """Date,Transaction ID,Transaction description,Reference,From,To,Paid in,Paid out,Category name,Transaction type,Status,Initiated by,Tag 1
2026-09-30 06:00:00,'t5,GOOD COVER ref: POL88,POL88,,GOOD COVER,,6.99,Insurance,DirectDebit,Cleared,,
2026-09-07 17:12:40,'t4,CITY CABS,,,CITY CABS,,8.20,Travel,CardPayment,Cleared,Amina Khan,
2026-09-07 09:30:02,'t3,CITY CABS,,,CITY CABS,,8.20,Travel,CardPayment,Cleared,Amina Khan,
2026-09-07 01:02:03,'t2,RIVERTON COUNCIL ref: DP 4471,DP 4471,RIVERTON COUNCIL,,640.00,,Income,FasterPaymentIn,Cleared,,
2026-09-04 12:00:00,'t1,CARYS PRICE ref: WAGES AUG,WAGES AUG,,CARYS PRICE,,412.50,Staff,FasterPaymentOut,Settled,Amina Khan,
"""
_CARD_HEAD = (
    "Transaction Date,Posting Date,Billing Amount,Merchant,Merchant City,Merchant State,Merchant Postcode,"
    "Reference Number,Debit or Credit,SICMCC Code,Status,Transaction Currency,Additional Card Holder,Card Used"
)
VIRGIN_CARD = f"""{_CARD_HEAD}
2026-09-30,2026-10-01,6.99,GOOD COVER POL88,LEEDS,,LS1 1AA,R5,DBIT,6300,BILLED,GBP,,****1234
2026-09-07,2026-09-08,8.20,CITY CABS,SHEFFIELD,,S1 2HH,R4,DBIT,4121,BILLED,GBP,,****1234
2026-09-07,2026-09-08,8.20,CITY CABS,SHEFFIELD,,S1 2HH,R3,DBIT,4121,BILLED,GBP,,****1234
2026-09-07,2026-09-07,640.00,RIVERTON COUNCIL DP 4471,,,,R2,CRDT,,BILLED,GBP,,****1234
2026-09-04,2026-09-05,412.50,CARYS PRICE WAGES AUG,,,,R1,DBIT,,BILLED,GBP,,****1234
"""
BARCLAYCARD = """04 Sep 26,"CARYS PRICE, WAGES AUG",Visa,MISS A KHAN,Household,,412.50
07 Sep 26,RIVERTON COUNCIL DP 4471,Visa,MISS A KHAN,Payments,640.00,
07 Sep 26,CITY CABS,Visa,MISS A KHAN,Travel,,8.20
07 Sep 26,CITY CABS,Visa,MISS A KHAN,Travel,,8.20
30 Sep 26,GOOD COVER POL88,Visa,MISS A KHAN,Household,,6.99
"""
BANK_OF_IRELAND = """Date,Details,Debit,Credit,Balance
04/09/2026,CARYS PRICE WAGES AUG,412.5,,587.50
07/09/2026,RIVERTON COUNCIL DP 4471,,640.0,
07/09/2026,CITY CABS,8.2,,
07/09/2026,CITY CABS,8.2,,1211.10
30/09/2026,GOOD COVER POL88,6.99,,1204.11
"""
SANTANDER = """From:\u00a001/09/2026 to 30/09/2026

Account:\u00a0XXXX XXXX XXXX 9876

Date:\u00a030/09/2026
Description:\u00a0GOOD COVER POL88
Amount:\u00a0-6.99\u00a0
Balance:\u00a01204.11\u00a0

Date:\u00a007/09/2026
Description:\u00a0CITY CABS
Amount:\u00a0-8.20\u00a0
Balance:\u00a01211.10\u00a0

Date:\u00a007/09/2026
Description:\u00a0CITY CABS
Amount:\u00a0-8.20\u00a0
Balance:\u00a01219.30\u00a0

Date:\u00a007/09/2026
Description:\u00a0RIVERTON COUNCIL DP 4471
Amount:\u00a0640.00\u00a0
Balance:\u00a01227.50\u00a0

Date:\u00a004/09/2026
Description:\u00a0CARYS PRICE WAGES AUG
Amount:\u00a0-412.50\u00a0
Balance:\u00a0587.50\u00a0
"""
