"""The words that banks print above the columns of a statement, and what each column holds."""

import re
from enum import Enum


class Role(Enum):
    """What a column holds. `OTHER` is words whose heading we do not know; `SKIPPED` is nothing that we keep."""

    DAY = "day"
    TYPE = "type"
    WORDS = "words"
    OUT = "out"
    IN = "in"
    AMOUNT = "amount"
    BALANCE = "balance"
    OTHER = "other"
    SKIPPED = "skipped"


MONEY = frozenset({Role.OUT, Role.IN, Role.AMOUNT, Role.BALANCE})
MOVEMENT = frozenset({Role.OUT, Role.IN, Role.AMOUNT})

# fmt: off
_LABELS = {
    Role.DAY: ("date", "day", "transaction date", "posting date", "date posted", "booking date", "entry date", "date of transaction"),
    Role.SKIPPED: ("value date", "effective date"),
    Role.TYPE: ("type", "payment type", "transaction type", "code", "method", "type of transaction"),
    Role.WORDS: (
        "description", "details", "transaction", "transactions", "transaction details", "details of transaction",
        "transaction description", "payment type and details", "payment details", "particulars", "narrative", "reference",
        "payee", "merchant", "your transactions", "account activity", "activity", "item", "entry",
    ),
    Role.OUT: (
        "paid out", "money out", "moneyout", "withdrawn", "withdrawal", "withdrawals", "debit", "debits", "debit amount",
        "payments", "payment", "payments out", "payment out", "out", "spent", "paid from account", "amount out", "outgoing",
    ),
    Role.IN: (
        "paid in", "money in", "moneyin", "deposit", "deposits", "credit", "credits", "credit amount", "receipts", "receipt",
        "payments in", "payment in", "in", "received", "paid into account", "paid to account", "amount in", "incoming",
    ),
    Role.AMOUNT: ("amount", "value", "transaction amount", "payment or receipt", "payment receipt"),
    Role.BALANCE: ("balance", "account balance", "running balance", "your balance", "closing balance", "ledger balance"),
}
# fmt: on
_ROLE_OF = {label: role for role, labels in _LABELS.items() for label in labels}
_NO_WORD = re.compile(r"[^a-z]+")
_UNITS = frozenset({"gbp", "pounds", "sterling", "eur", "usd", "s"})
_CURRENCIES = (("€", "EUR"), ("EUR", "EUR"), ("$", "USD"), ("USD", "USD"), ("£", "GBP"), ("GBP", "GBP"))


def role_of(text: str) -> Role | None:
    """What a column with this heading holds; None when we do not know it. Units such as (£) do not count."""
    words = [word for word in _NO_WORD.split(text.lower()) if word and word not in _UNITS]
    return _ROLE_OF.get(" ".join(words))


def currency_in(text: str) -> str:
    """The currency (ISO 4217) that a heading or a sum names; "" when it names none."""
    return next((code for mark, code in _CURRENCIES if mark in text), "")
