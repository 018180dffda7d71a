"""One statement inside a camt message: its account, its balances, its own totals, and the entries counted on the way."""

from dataclasses import dataclass, field
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip, write_pounds
from ownway.formats.statements.camt.gather import Unit
from ownway.formats.statements.camt.money import NOT_HUNDREDTHS, read_day, read_sign, read_sum
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.values import Line, Part
from ownway.formats.statements.words import tidy

_OPENING, _BEFORE, _CLOSING, _INTERIM = "OPBD", "PRCD", "CLBD", "ITBD"
_NAMES = {_OPENING: "opening balance", _BEFORE: "balance of the statement before", _CLOSING: "closing balance"}
_TOTALS = {"TtlNtries": "entries", "TtlCdtNtries": "entries of money in", "TtlDbtNtries": "entries of money out"}
_COPIES = {"DUPL": "a duplicate", "COPY": "a copy", "CODU": "a copy of a duplicate"}


@dataclass(slots=True)
class Tally:
    """How many entries brought money in and took it out, and how much, in pence; `pence_out` is 0 or less."""

    many_in: int = 0
    many_out: int = 0
    pence_in: int = 0
    pence_out: int = 0

    def add(self, pence: int) -> None:
        """Counts an entry."""
        if pence >= 0:
            self.many_in += 1
            self.pence_in += pence
        else:
            self.many_out += 1
            self.pence_out += pence

    def add_lines(self, lines: list[Line]) -> None:
        """Counts many entries."""
        sums = [line[1] for line in lines]
        out = [pence for pence in sums if pence < 0]
        pence_out = sum(out)
        self.many_in += len(sums) - len(out)
        self.many_out += len(out)
        self.pence_in += sum(sums) - pence_out
        self.pence_out += pence_out

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.many_in + other.many_in,
            self.many_out + other.many_out,
            self.pence_in + other.pence_in,
            self.pence_out + other.pence_out,
        )


@dataclass(slots=True)
class OpenPart:
    """A statement that is being read. `booked`: what became lines; `waiting`: all other entries;
    `checked`: the currency that was found right last, so that the same need not be looked at again.
    """

    account: str = ""
    owner: str = ""
    bank: str = ""
    id: str = ""
    currency: str = ""
    checked: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    balances: dict[str, int] = field(default_factory=dict)
    totals: dict[str, str] = field(default_factory=dict)
    booked: Tally = field(default_factory=Tally)
    waiting: Tally = field(default_factory=Tally)

    def take(self, unit: Unit, reading: Reading) -> None:
        """Takes what stands around the entries. Refuses in the reading what makes the whole statement unsure."""
        said = dict(zip(reversed(unit.paths), reversed(unit.values[:-1]), strict=True))  # the first of each counts
        if unit.name == "Acct":
            self._take_account(said)
        elif unit.name == "Id":
            self.id = tidy(said.get("", ""))
        elif unit.name == "FrToDt":
            self.from_on, self.to_on = _day_of(said.get("FrDtTm", "")), _day_of(said.get("ToDtTm", ""))
        elif unit.name == "Bal":
            self._take_balance(said, reading)
        elif unit.name == "TxsSummry":
            self.totals = said
        elif unit.name == "CpyDplctInd":
            copy = _COPIES.get(said.get("", "").strip(), "a copy")
            reading.note(0, f"The bank marks this statement as {copy}.", self.id)

    def _take_account(self, said: dict[str, str]) -> None:
        self.account = tidy(said.get("Id/IBAN") or said.get("Id/Othr/Id", ""))
        self.currency = said.get("Ccy", "").strip()
        service = "Svcr/FinInstnId"
        names = (said.get(f"{service}/{name}") for name in ("Nm", "BICFI", "BIC"))
        self.bank = tidy(next((name for name in names if name), ""))

    def _take_balance(self, said: dict[str, str], reading: Reading) -> None:
        kind = said.get("Tp/CdOrPrtry/Cd", "").strip()
        if kind == _INTERIM:
            day = said.get("Dt/Dt") or said.get("Dt/DtTm", "")
            reading.note(0, f"The balance during the day of {clip(day, 30)} is in the file and was not used.")
        if kind not in _NAMES:
            return
        try:
            pence = read_sign(said.get("CdtDbtInd", "")) * read_sum(said.get("Amt", ""))
        except UnreadableError as error:
            reading.refuse(0, f"The {_NAMES[kind]} cannot be read. {error}", said.get("Amt", ""))
            return
        self.check_currency(said.get("Amt@Ccy", ""), reading, 0, f"The {_NAMES[kind]}")
        if self.balances.setdefault(kind, pence) != pence:
            first = write_pounds(self.balances[kind])
            reading.refuse(0, f"The {_NAMES[kind]} is there twice: {first} and {write_pounds(pence)}.", self.id)

    def check_currency(self, currency: str, reading: Reading, place: int, what: str) -> None:
        """Refuses money in another currency than the account's, or in one that has no hundredths."""
        currency = currency.strip()
        if not self.currency:
            self.currency = currency
        if not currency:
            reading.refuse(place, f"{what} does not say which currency it is in.")
        elif currency != self.currency:
            told = f"{clip(currency, 12)}, and the account is in {clip(self.currency, 12)}"
            reading.refuse(place, f"{what} is in {told}.")
        elif currency in NOT_HUNDREDTHS:
            reading.refuse(place, f"{what} is in {currency}, which has no hundredths. We cannot read it.")
        else:
            self.checked = currency

    def close(self, reading: Reading) -> None:
        """Compares the statement with its own totals and balances, says what differs, and adds it to the reading."""
        self._compare_totals(reading)
        opening = self.balances.get(_OPENING, self.balances.get(_BEFORE))
        part = Part(
            account=self.account,
            currency=self.currency,
            id=self.id,
            opening_pence=opening,
            closing_pence=self.balances.get(_CLOSING),
            from_on=self.from_on,
            to_on=self.to_on,
            line_count=self.booked.many_in + self.booked.many_out,
            sum_pence=self.booked.pence_in + self.booked.pence_out,
        )
        before = self.balances.get(_BEFORE)
        if before is not None and before != opening:
            told = f"{write_pounds(opening or 0)}, and the statement before it closed with {write_pounds(before)}"
            reading.note(0, f"The statement opens with {told}.", self.id)
        if part.reconciles is False:
            reached = write_pounds((opening or 0) + part.sum_pence)
            closing = write_pounds(part.closing_pence or 0)
            reading.note(
                0, f"The entries lead from the opening balance to {reached}; the bank says {closing}.", self.id
            )
        reading.bank = reading.bank or self.bank
        reading.add_part(part)

    def _compare_totals(self, reading: Reading) -> None:
        """The bank's own totals beside the entries: those of booked entries or of all of them, as banks do either."""
        booked, every = _by_total(self.booked), _by_total(self.booked + self.waiting)
        for name, what in _TOTALS.items():
            count = self.totals.get(f"{name}/NbOfNtries", "").strip()
            if count and (count.lstrip("0") or "0") not in (str(booked[name][0]), str(every[name][0])):
                held = f"{every[name][0]:,}"
                reading.question(0, f"The bank counts {clip(count, 15)} {what}; the file holds {held}.", self.id)
            text = self.totals.get(f"{name}/Sum", "").strip()
            if not text:
                continue
            try:
                stated = read_sum(text)
            except UnreadableError:
                reading.note(0, f"The bank's sum of {what} cannot be read, so it was not compared.", text)
                continue
            if stated not in (booked[name][1], every[name][1]):
                told = f"{write_pounds(stated)}; those in the file come to {write_pounds(every[name][1])}"
                reading.question(0, f"The bank's sum of {what} is {told}.", self.id)


def _by_total(tally: Tally) -> dict[str, tuple[int, int]]:
    """Count and sum of each of the bank's totals; that of all entries adds up sums whichever way the money went."""
    return {
        "TtlNtries": (tally.many_in + tally.many_out, tally.pence_in - tally.pence_out),
        "TtlCdtNtries": (tally.many_in, tally.pence_in),
        "TtlDbtNtries": (tally.many_out, -tally.pence_out),
    }


def _day_of(text: str) -> date | None:
    try:
        return read_day(text, {})
    except UnreadableError:
        return None
