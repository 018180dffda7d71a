"""Statements as the Open Banking UK Account and Transaction API gives them: JSON of version 4.0, or of 3.1."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.camt.money import read_day
from ownway.formats.statements.open_banking_entries import make_line, read_money, tell_unbooked
from ownway.formats.statements.open_banking_json import Json, as_list, as_object, load_json, read_words
from ownway.formats.statements.reading import MOST_TEXT, Reading
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Line, Part

MOST_BYTES = 30_000_000
_LOOKS = re.compile(r'"Data"\s*:\s*\{').search
_NAMED = re.compile(r'"(?:Transaction|Balance|Account)"\s*:').search
_OPENING = {"OPBD": 0, "OpeningBooked": 0, "PRCD": 1, "PreviouslyClosedBooked": 1}  # the days until it holds
_CLOSING = frozenset({"CLBD", "ClosingBooked"})
_ONE_DAY = timedelta(days=1)


@dataclass(slots=True)
class _Account:
    """One account of the file. `opening`, `closing`: balances, with the day from which or until which each holds."""

    number: str = ""
    name: str = ""
    currency: str = ""
    opening: tuple[date, int] | None = None
    closing: tuple[date, int] | None = None
    first_on: date = date.max
    last_on: date = date.min
    count: int = 0
    pence: int = 0

    def add(self, line: Line) -> None:
        """Counts a transaction."""
        self.count += 1
        self.pence += line.pence
        self.first_on, self.last_on = min(self.first_on, line.on), max(self.last_on, line.on)


def looks_like_open_banking(source: Source) -> bool:
    """Whether the text begins as JSON and holds the API's Data with transactions, balances or accounts."""
    head = source.head.lstrip("\ufeff \t\r\n")
    return head[:1] in ("{", "[") and _LOOKS(head) is not None and _NAMED(head) is not None


def read_open_banking(source: Source, reading: Reading) -> Iterator[Line]:
    """The booked transactions of one answer of the API, or of a list of answers, in the order of the file.

    `place` counts transactions. Each account that has transactions is a Part.
    """
    try:
        loaded = _load(source)
    except UnreadableError as error:
        reading.refuse(0, str(error))
        return
    answers = [as_object(answer) for answer in (loaded if isinstance(loaded, list) else [loaded])]
    yield from _Reader(reading).read(answers)


def _load(source: Source) -> Json:
    if source.encoding == "cp1252":
        raise UnreadableError("The file is not in UTF-8, which JSON is always in. It may be damaged.")
    if source.size > MOST_BYTES:
        raise UnreadableError(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Please send a shorter period.")
    return load_json("".join(source.text()).lstrip("\ufeff"))


class _Reader:
    """What is known of a file while its transactions are given."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.accounts: dict[str, _Account] = {}
        self.waiting: dict[str, int] = {}
        self.days: dict[str, date] = {}
        self.place = self.numbers = 0

    def read(self, answers: list[dict[str, Json]]) -> Iterator[Line]:
        """The lines; then the parts and notes are in the reading."""
        data = [as_object(answer.get("Data")) for answer in answers]
        for each in data:
            for said in as_list(each.get("Account")):
                self._take_account(as_object(said))
        for each in data:
            for said in as_list(each.get("Balance")):
                self._take_balance(as_object(said))
        if not any(isinstance(each.get("Transaction"), list) for each in data):
            self.reading.refuse(0, "The file tells of accounts or balances, and holds no transactions.")
            return
        for each in data:
            for said in as_list(each.get("Transaction")):
                line = self._read_transaction(as_object(said))
                if line is not None:
                    yield line
                if self.reading.is_full:
                    return
        self._ask_for_other_pages(answers)
        self._finish()

    def _account(self, said: dict[str, Json]) -> _Account:
        name = read_words(said.get("AccountId"))
        if not name:
            raise UnreadableError("The entry does not say which account it is of.")
        return self.accounts.setdefault(name, _Account())

    def _take_account(self, said: dict[str, Json]) -> None:
        try:
            account = self._account(said)
            account.currency = read_words(said.get("Currency"))
            known = [as_object(each) for each in as_list(said.get("Account"))]
            numbers = [number for each in known if (number := read_words(each.get("Identification")))]
            account.number = numbers[0] if numbers else ""
            servicer = as_object(said.get("Servicer"))
            self.reading.bank = self.reading.bank or read_words(servicer.get("Identification"))
        except UnreadableError as error:
            self.reading.note(0, f"Something the file says of an account was not used. {error}")

    def _take_balance(self, said: dict[str, Json]) -> None:
        kind = said.get("Type")
        if not isinstance(kind, str) or (kind not in _OPENING and kind not in _CLOSING):
            return
        try:
            account, money, moment = self._account(said), read_money(said), said.get("DateTime")
            day = read_day(moment if isinstance(moment, str) else "", self.days)
            _check_currency("It", money.currency, account.currency or money.currency)
        except UnreadableError as error:
            self.reading.note(0, f"A balance ({clip(kind, 30)}) was not used. {error}")
            return
        account.currency = account.currency or money.currency
        if kind in _CLOSING:
            account.closing = account.closing or (day, money.pence)
        else:
            account.opening = account.opening or (day + _OPENING[kind] * _ONE_DAY, money.pence)

    def _read_transaction(self, said: dict[str, Json]) -> Line | None:
        """The Line of a transaction; None when it is not booked, or when it was refused."""
        self.place += 1
        try:
            account, money, told = self._account(said), read_money(said), tell_unbooked(said)
            account.currency = account.currency or money.currency
            _check_currency("This entry", money.currency, account.currency)
            self.numbers += money.is_number
            if told:
                self.waiting[told] = self.waiting.get(told, 0) + 1
                return None
            line = make_line(said, money, self.place, self.days)
        except UnreadableError as error:
            self.reading.refuse(self.place, str(error), ascii(said)[:MOST_TEXT])
            return None
        status = said.get("Status")
        self.reading.layout = self.reading.layout or ("Open Banking 4" if status == "BOOK" else "Open Banking 3.1")
        account.add(line)
        return line

    def _ask_for_other_pages(self, answers: list[dict[str, Json]]) -> None:
        pages = [answer for answer in answers if isinstance(as_object(answer.get("Data")).get("Transaction"), list)]
        first, last = as_object(pages[0].get("Links")), as_object(pages[-1].get("Links"))
        total = as_object(pages[0].get("Meta")).get("TotalPages")
        several = isinstance(total, str) and total.isdecimal() and len(total) < 10 and int(total) > len(pages)
        if first.get("Prev") or last.get("Next") or several:
            part = f"{len(pages)} of {total} pages" if several else "one page of several"
            self.reading.question(0, f"This file is {part}. The other pages are needed to see every payment.")

    def _finish(self) -> None:
        """Adds the parts, and says what was left out."""
        for told, many in self.waiting.items():
            self.reading.note(0, f"{many:,} transactions {told}")
        if self.numbers:
            words = "sums are written as numbers instead of text. They were read figure by figure, so they are exact."
            self.reading.note(0, f"{self.numbers:,} {words}")
        used = {name: account for name, account in self.accounts.items() if account.count}
        if len(used) < len(self.accounts) and used:
            self.reading.note(0, f"{len(self.accounts) - len(used):,} other accounts are named, without a transaction.")
        for name, account in (used or self.accounts).items():
            self._add_part(name, account)

    def _add_part(self, name: str, account: _Account) -> None:
        opening, closing = account.opening, account.closing
        if opening and opening[0] > account.first_on:
            self.reading.note(
                0, f"The opening balance holds from {opening[0]}, after the first payment, and was not used."
            )
            opening = None
        if closing and closing[0] < account.last_on:
            self.reading.note(0, f"The closing balance is of {closing[0]}, before the last payment, and was not used.")
            closing = None
        part = Part(
            account=account.number or name,
            currency=account.currency,
            id=name,
            opening_pence=opening[1] if opening else None,
            closing_pence=closing[1] if closing else None,
            from_on=account.first_on if account.count else None,
            to_on=account.last_on if account.count else None,
            line_count=account.count,
            sum_pence=account.pence,
        )
        self.reading.add_part(part)


def _check_currency(what: str, its: str, wanted: str) -> None:
    if its != wanted:
        raise UnreadableError(f"{what} is in {clip(its, 12)}, and the account is in {clip(wanted, 12)}.")
