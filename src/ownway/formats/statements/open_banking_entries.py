"""One transaction of the Open Banking UK API to one Line."""

from datetime import date
from typing import NamedTuple

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.camt.money import NOT_HUNDREDTHS, read_day, read_sum
from ownway.formats.statements.open_banking_json import Figures, Json, as_object, read_words
from ownway.formats.statements.values import Line
from ownway.formats.statements.words import join_tidy

_SIGNS = {"Credit": 1, "Debit": -1}
# version 4 writes the codes of ISO 20022, version 3.1 words of its own
BOOKED = frozenset({"BOOK", "Booked"})
_STATUSES = {
    "PDNG": "are still pending; they will come in a later statement.",
    "Pending": "are still pending; they will come in a later statement.",
    "FUTR": "are still to come; they will come in a later statement.",
    "RJCT": "were rejected, so no money moved.",
    "Rejected": "were rejected, so no money moved.",
    "INFO": "only tell of something and move no money.",
}
_BOOKED_BALANCES = frozenset({"ITBD", "CLBD", "InterimBooked", "ClosingBooked"})


class Money(NamedTuple):
    """A sum with its side: money in is positive. `is_number`: the file wrote a JSON number, where the API says text."""

    pence: int
    currency: str
    is_number: bool


def read_money(said: dict[str, Json]) -> Money:
    """The Amount and CreditDebitIndicator of an object. Raises UnreadableError when either is not sure."""
    amount = as_object(said.get("Amount"))
    figures, currency = amount.get("Amount"), amount.get("Currency")
    if not isinstance(figures, str):
        raise UnreadableError("The amount is missing.")
    if not isinstance(currency, str) or not currency.strip():
        raise UnreadableError("The amount does not say which currency it is in.")
    side = said.get("CreditDebitIndicator")
    if not isinstance(side, str) or side not in _SIGNS:
        told = f" (“{clip(side, 12)}”)" if isinstance(side, str) else ""
        raise UnreadableError(f"The entry does not say whether money came in or went out{told}.")
    if currency in NOT_HUNDREDTHS:
        raise UnreadableError(f"The amount is in {currency}, which has no hundredths. We cannot read it.")
    return Money(_SIGNS[side] * read_sum(figures), read_words(currency), isinstance(figures, Figures))


def tell_unbooked(said: dict[str, Json]) -> str:
    """What is told of a transaction that is not booked, "" of one that is. Raises UnreadableError for an unknown status."""
    status = said.get("Status")
    if isinstance(status, str) and status in BOOKED:
        return ""
    if isinstance(status, str) and status in _STATUSES:
        return _STATUSES[status]
    told = f"has a status we do not know (“{clip(status, 12)}”)" if isinstance(status, str) else "has no status"
    raise UnreadableError(f"The entry {told}, so we cannot tell whether its money has moved.")


def make_line(said: dict[str, Json], money: Money, place: int, days: dict[str, date]) -> Line:
    """The Line of a booked transaction, or UnreadableError. The day is the one written, its time and zone left out."""
    booked = said.get("BookingDateTime")
    payee = _find_payee(said, money)
    words = join_tidy(payee, read_words(said.get("TransactionInformation")))
    words = words or read_words(said.get("AddressLine")) or read_words(said.get("TransactionReference"))
    return Line(
        on=read_day(booked if isinstance(booked, str) else "", days),
        pence=money.pence,
        words=words,
        payee=payee,
        reference=read_words(said.get("TransactionReference")),
        type=_find_type(said),
        balance_pence=_read_balance(said, money),
        bank_id=read_words(said.get("TransactionId")) or None,
        place=place,
    )


def _find_payee(said: dict[str, Json], money: Money) -> str:
    """The shop, or the other side's name as the bank has it."""
    side = "Debtor" if money.pence > 0 else "Creditor"
    ways = (("MerchantDetails", "MerchantName"), (f"{side}Account", "Name"), (f"Ultimate{side}", "Name"))
    return next((name for way, field in ways if (name := read_words(as_object(said.get(way)).get(field)))), "")


def _find_type(said: dict[str, Json]) -> str:
    """The ISO code of the transaction in one word, else the bank's own."""
    code = as_object(said.get("BankTransactionCode"))
    both = [read_words(code.get(name)) for name in ("Code", "SubCode")]
    own = as_object(said.get("ProprietaryBankTransactionCode"))
    return "-".join(filter(None, both)) or read_words(own.get("Code"))


def _read_balance(said: dict[str, Json], money: Money) -> int | None:
    """The running balance after it, where the bank gives a booked one; what could be spent is none."""
    balance = as_object(said.get("Balance"))
    if balance.get("Type") not in _BOOKED_BALANCES:
        return None
    read = read_money(balance)
    if read.currency != money.currency:
        raise UnreadableError(f"The balance after the entry is in {clip(read.currency, 12)}, unlike the entry itself.")
    return read.pence
