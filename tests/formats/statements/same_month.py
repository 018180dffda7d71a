"""The month of `samples` again, as the kinds of text write it that are no bank's own CSV."""

import json

QIF = """!Account
NCurrent
TBank
^
!Type:Bank
D04/09/2026
T-412.50
PCARYS PRICE
MWAGES AUG
^
D07/09/2026
T640.00
PRIVERTON COUNCIL
MDP 4471
^
D07/09/2026
T-8.20
PCITY CABS
^
D07/09/2026
T-8.20
PCITY CABS
^
D30/09/2026
T-6.99
PGOOD COVER
MPOL88
^
"""
MT940 = """:20:STATEMENT
:25:GB33BUKB20201555555555
:28C:9/1
:60F:C260901GBP1000,00
:61:2609040904D412,50NTRFWAGES//B1
:86:CARYS PRICE WAGES AUG
:61:2609070907C640,00NTRFDP4471//B2
:86:RIVERTON COUNCIL DP 4471
:61:2609070907D8,20NMSCNONREF//B3
:86:CITY CABS
:61:2609070907D8,20NMSCNONREF//B4
:86:CITY CABS
:61:2609300930D6,99NDDTPOL88//B5
:86:GOOD COVER POL88
:62F:C260930GBP1204,11
-
"""
_LINES = (
    ("2026-09-04", "412.50", "DBIT", "CARYS PRICE", "WAGES AUG", "C1"),
    ("2026-09-07", "640.00", "CRDT", "RIVERTON COUNCIL", "DP 4471", "C2"),
    ("2026-09-07", "8.20", "DBIT", "CITY CABS", "", "C3"),
    ("2026-09-07", "8.20", "DBIT", "CITY CABS", "", "C4"),
    ("2026-09-30", "6.99", "DBIT", "GOOD COVER", "POL88", "C5"),
)


def _entry(on: str, amount: str, side: str, name: str, words: str, number: str) -> str:
    party = f"<Cdtr><Nm>{name}</Nm></Cdtr>" if side == "DBIT" else f"<Dbtr><Nm>{name}</Nm></Dbtr>"
    told = f"<RmtInf><Ustrd>{words}</Ustrd></RmtInf>" if words else ""
    return (
        f'<Ntry><Amt Ccy="GBP">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd><Sts>BOOK</Sts>'
        f"<BookgDt><Dt>{on}</Dt></BookgDt><AcctSvcrRef>{number}</AcctSvcrRef><NtryDtls><TxDtls>"
        f"<RltdPties>{party}</RltdPties>{told}</TxDtls></NtryDtls></Ntry>"
    )


def _balance(kind: str, amount: str, on: str) -> str:
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">{amount}</Amt>'
        f"<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{on}</Dt></Dt></Bal>"
    )


CAMT = (
    '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'
    "<BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-10-01T06:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id>"
    "<CreDtTm>2026-10-01T06:00:00</CreDtTm><Acct><Id><Othr><Id>60112210203040</Id></Othr></Id><Ccy>GBP</Ccy></Acct>"
    + _balance("OPBD", "1000.00", "2026-09-01")
    + _balance("CLBD", "1204.11", "2026-09-30")
    + "".join(_entry(*line) for line in _LINES)
    + "</Stmt></BkToCstmrStmt></Document>"
)
OPEN_BANKING = json.dumps(
    {
        "Data": {
            "Transaction": [
                {
                    "AccountId": "22289",
                    "TransactionId": f"OB{n}",
                    "CreditDebitIndicator": "Credit" if side == "CRDT" else "Debit",
                    "Status": "BOOK",
                    "BookingDateTime": f"{on}T00:00:00+00:00",
                    "Amount": {"Amount": amount, "Currency": "GBP"},
                    "TransactionInformation": f"{name} {words}".strip(),
                }
                for n, (on, amount, side, name, words, _) in enumerate(_LINES)
            ]
        },
        "Links": {"Self": "https://bank.example/transactions"},
        "Meta": {"TotalPages": 1},
    }
)
ALL = {"qif": QIF, "mt940": MT940, "camt": CAMT, "open banking": OPEN_BANKING}
