"""Answers of the Open Banking UK API made up for the tests: one September of Amina's account.

Opens with 1,000.00; 4 Sep Carys's wages -412.50; 7 Sep the council pays 640.00 in; 30 Sep insurance -6.99.
By hand: 1000.00 - 412.50 + 640.00 - 6.99 = 1220.51, and the sum of the lines is 220.51.
"""

import io
import json

from ownway.formats.statements.open_banking import read_open_banking
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source

LINKS = {"Self": "https://api.example.com/open-banking/v4.0/aisp/accounts/22289/transactions"}


def transaction(amount="8.20", side="Debit", **changes):
    """A booked transaction of version 4.0, with what the test changes; None takes a field away."""
    made = {
        "AccountId": "22289",
        "TransactionId": "T1",
        "CreditDebitIndicator": side,
        "Status": "BOOK",
        "BookingDateTime": "2026-09-07T10:43:07+00:00",
        "Amount": {"Amount": amount, "Currency": "GBP"},
        "TransactionInformation": "Trip",
        **changes,
    }
    return {name: value for name, value in made.items() if value is not None}


def balance(kind, amount, *, side="Credit", on="2026-09-30", account="22289", currency="GBP"):
    return {
        "AccountId": account,
        "CreditDebitIndicator": side,
        "Type": kind,
        "DateTime": f"{on}T23:00:00+00:00",
        "Amount": {"Amount": amount, "Currency": currency},
    }


def account(id="22289", number="80200110203345"):
    return {
        "AccountId": id,
        "Currency": "GBP",
        "Account": [{"SchemeName": "UK.OBIE.SortCodeAccountNumber", "Identification": number, "Name": "Amina Hussain"}],
    }


def answer(*transactions, balances=(), accounts=(), links=(), **meta):
    """One answer; balances and accounts stand beside the transactions when they are given."""
    data = {"Transaction": list(transactions)}
    if balances:
        data["Balance"] = list(balances)
    if accounts:
        data["Account"] = list(accounts)
    return {"Data": data, "Links": {**LINKS, **dict(links)}, "Meta": {"TotalPages": 1, **meta}}


def september(**changes):
    return answer(
        transaction("412.50", TransactionId="T1", BookingDateTime="2026-09-04T09:00:00+01:00", **changes),
        transaction("640.00", "Credit", TransactionId="T2", **changes),
        transaction("6.99", TransactionId="T3", BookingDateTime="2026-09-30T23:59:59+01:00", **changes),
        balances=[balance("OPBD", "1000.00", on="2026-09-01"), balance("CLBD", "1220.51")],
        accounts=[account()],
    )


def read(said):
    """The lines and the reading of an answer, a text or bytes, straight from the reader."""
    text = said if isinstance(said, str | bytes) else json.dumps(said)
    data = text.encode() if isinstance(text, str) else text
    reading = Reading(kind="Open Banking")
    return list(read_open_banking(Source(io.BytesIO(data), name="x"), reading)), reading


def reasons(reading):
    return [(problem.place, problem.reason) for problem in reading.problems]


def notes(reading):
    return [note.words for note in reading.notes]
