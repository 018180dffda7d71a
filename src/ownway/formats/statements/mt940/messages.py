"""The messages of a SWIFT file: what each says of its account, period and balances, checked against its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip, write_pounds
from ownway.formats.statements.camt.money import NOT_HUNDREDTHS
from ownway.formats.statements.mt940.fields import HEADER, cut_end
from ownway.formats.statements.mt940.figures import Balance, read_balance, read_total
from ownway.formats.statements.reading import MOST_PARTS, Reading
from ownway.formats.statements.values import Line, Part

_FROM_BANK = re.compile(r"\{2:O9[0-9]{2}[0-9]{10}([A-Z0-9]{8})").search
_CURRENCY = re.compile(r"[A-Z]{3}").match
_NAMES = {"60": "opening", "62": "closing"}
_STARTS = frozenset({"20", "60F", "60M", "62F", "62M", "34F", "90C", "90D"})


@dataclass(slots=True)
class Message:
    """One message so far. `page` tells which balances are of a page and not of the whole statement ("60", "62")."""

    place: int = 0
    account: str = ""
    reference: str = ""
    number: str = ""
    currency: str = ""
    opening: Balance | None = None
    closing: Balance | None = None
    closing_place: int = 0
    pages: tuple[str, ...] = ()
    interim: bool = False
    seen: bool = False
    count: int = 0
    count_in: int = 0
    sum_in: int = 0
    sum_out: int = 0
    first_on: date | None = None
    last_on: date | None = None

    @property
    def moved(self) -> int:
        """The sum of the lines, in pence."""
        return self.sum_in - self.sum_out

    def add(self, line: Line) -> None:
        """A line of the message."""
        on, pence = line.on, line.pence
        self.count += 1
        if pence > 0:
            self.count_in += 1
            self.sum_in += pence
        else:
            self.sum_out -= pence
        if on is not self.last_on:  # days are read once and kept, so most lines end here
            self._take_day(on)

    def add_all(self, days: Sequence[date], pences: Sequence[int]) -> None:
        """Several lines of the message, and the days they are of."""
        paid_in = [pence for pence in pences if pence > 0]
        sum_in = sum(paid_in)
        self.count += len(pences)
        self.count_in += len(paid_in)
        self.sum_in += sum_in
        self.sum_out += sum_in - sum(pences)
        self._take_day(min(days))
        self._take_day(max(days))

    def _take_day(self, on: date) -> None:
        if self.last_on is None or self.first_on is None:
            self.first_on = self.last_on = on
        elif on > self.last_on:
            self.last_on = on
        elif on < self.first_on:
            self.first_on = on

    def as_part(self) -> Part:
        """The Part of a message that has ended. Its days are those of its balances and its lines together."""
        days = [balance.on for balance in (self.opening, self.closing) if balance]
        days += [on for on in (self.first_on, self.last_on) if on]
        return Part(
            account=self.account,
            currency=self.currency,
            id=self.number or self.reference,
            opening_pence=self.opening.pence if self.opening else None,
            closing_pence=self.closing.pence if self.closing else None,
            from_on=min(days, default=None),
            to_on=max(days, default=None),
            line_count=self.count,
            sum_pence=self.moved,
        )


class Messages:
    """Takes the fields around the lines, one message after the other, and tells the Reading about each."""

    def __init__(self, reading: Reading) -> None:
        self.now = Message()
        self._reading = reading
        self._first: Message | None = None
        self._last: Message | None = None

    def take(self, place: int, tag: str, text: str) -> None:
        """A field that is no part of an entry."""
        if tag == HEADER:
            self._take_header(text)
            return
        if tag == "20":
            self.end()
        now = self.now
        now.place = now.place or place
        now.seen = now.seen or tag in _STARTS
        bare = cut_end(text).partition("\n")[0].strip()
        if tag == "20":
            now.reference = bare
        elif tag in ("25", "25P"):
            self._take_account(place, bare)
        elif tag in ("28", "28C"):
            now.number = bare
        elif tag[:2] in _NAMES:
            self._take_balance(place, tag, bare)
        elif tag in ("34F", "90C", "90D"):
            self._take_interim(place, tag, bare)

    def end(self) -> None:
        """The message so far has ended: it becomes a Part, and what is wrong with it is told."""
        message, self.now = self.now, Message()
        if not message.seen and not message.count:
            return
        self._tell(message)
        self._first = self._first or message
        if self._last is not None:
            self._compare(self._last, message)
        self._last = message
        if len(self._reading.parts) < MOST_PARTS:
            self._reading.add_part(message.as_part())

    def finish(self) -> None:
        """The file has ended."""
        self.end()
        if self._first is None or self._last is None:
            self._reading.refuse(0, "The file has SWIFT fields, but no statement in them. It may be damaged.")
            return
        self._reading.layout = "mt942" if self._first.interim else "mt940"
        if "60" in self._first.pages:
            self._ask(self._first.place, "The first page of this file goes on from an earlier one that is not in it.")
        if "62" in self._last.pages:
            self._ask(self._last.closing_place, "The last page of this file is followed by one that is not in it.")

    def _take_header(self, text: str) -> None:
        if bank := _FROM_BANK(text):
            self._reading.bank = bank[1]

    def _take_account(self, place: int, account: str) -> None:
        if self.now.account not in ("", account):
            self._reading.refuse(place, f"This statement names a second account, {clip(account, 40)}.", account)
        self.now.account = self.now.account or account[:100]

    def _take_balance(self, place: int, tag: str, text: str) -> None:
        name, now = _NAMES[tag[:2]], self.now
        try:
            balance = read_balance(text)
        except UnreadableError as error:
            self._ask(place, f"The {name} balance cannot be read. {error}", text)
            return
        before = now.opening if name == "opening" else now.closing
        if before is not None and before != balance:
            self._reading.refuse(place, f"This statement has two {name} balances.", text)
            return
        self._take_currency(place, balance.currency, text)
        if not balance.currency:
            self._reading.note(place, f"The {name} balance does not name its currency.", text)
        if tag[2] == "M":
            now.pages = (*now.pages, tag[:2])
        if name == "opening":
            now.opening = balance
        else:
            now.closing, now.closing_place = balance, place

    def _take_interim(self, place: int, tag: str, text: str) -> None:
        """The floor and the totals of an interim report (MT942), which has no balances."""
        now = self.now
        now.interim = now.interim or now.opening is None
        if tag == "34F":
            if match := _CURRENCY(text):
                self._take_currency(place, match[0], text)
            return
        try:
            count, currency, pence = read_total(text)
        except UnreadableError as error:
            self._ask(place, f"The totals cannot be read. {error}", text)
            return
        self._take_currency(place, currency, text)
        mine = (now.count_in, now.sum_in) if tag == "90C" else (now.count - now.count_in, now.sum_out)
        if mine != (count, pence):
            way = "in" if tag == "90C" else "out"
            said, found = f"{count} lines of {write_pounds(pence)}", f"{mine[0]} of {write_pounds(mine[1])}"
            self._ask(place, f"The file counts {said} {way}, and there are {found}.", text)

    def _take_currency(self, place: int, currency: str, text: str) -> None:
        if currency and self.now.currency not in ("", currency):
            self._reading.refuse(place, f"This statement is in {self.now.currency} and in {currency}.", text)
        elif currency in NOT_HUNDREDTHS and not self.now.currency:
            reason = f"This statement is in {currency}, which has no hundredths. We cannot read it."
            self._reading.refuse(place, reason, text)
        self.now.currency = self.now.currency or currency

    def _tell(self, message: Message) -> None:
        if not message.account or not message.currency:
            what = "account it is of" if not message.account else "currency it is in"
            self._reading.refuse(message.place, f"This statement does not say which {what}.")
        elif message.interim:
            reason = "This is an interim report (MT942): the statement of the day will have its lines again."
            self._reading.note(message.place, reason)
        elif message.opening is None:
            self._ask(message.place, "There is no opening balance, so lines at the beginning may be missing.")
        elif message.closing is None:
            self._ask(message.place, "There is no closing balance, so lines at the end may be missing.")
        elif message.opening.pence + message.moved != message.closing.pence:
            opened, closed = write_pounds(message.opening.pence), write_pounds(message.closing.pence)
            reason = (
                f"it opens with {opened}, its lines are {write_pounds(message.moved)}, and it closes with {closed}."
            )
            self._ask(message.closing_place, f"This statement does not add up: {reason}")

    def _compare(self, before: Message, after: Message) -> None:
        """Whether a statement goes on where the one before it, of the same account, ended."""
        if before.account != after.account or before.closing is None or after.opening is None:
            return
        if before.closing.pence != after.opening.pence:
            closed, opened = write_pounds(before.closing.pence), write_pounds(after.opening.pence)
            reason = f"This statement opens with {opened}, and the one before it closed with {closed}."
            self._ask(after.place, f"{reason} One may be missing, or be there twice.")

    def _ask(self, place: int, reason: str, text: str = "") -> None:
        self._reading.question(place, reason, text)
