"""The sections of a QIF file: which of its accounts a record is of, or that it is no movement of money on any."""

from dataclasses import dataclass
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.values import Line, Part
from ownway.formats.statements.words import tidy

NOTHING, ACCOUNTS, MONEY, INVESTMENTS, LIST, UNKNOWN = "nothing", "accounts", "money", "investments", "list", "unknown"
_MOST_ACCOUNTS = 1_000
_LONGEST_NAME = 100
_MONEY = {"bank": "Bank", "cash": "Cash", "ccard": "CCard", "oth a": "Oth A", "oth l": "Oth L"}
_INVESTMENTS = frozenset({"invst", "port"})
_LISTS = frozenset({"cat", "class", "memorized", "security", "prices", "budget", "tag", "tax"})


@dataclass(slots=True)
class Account:
    """One account so far: its name ("" if the file has none), its kind, and what its lines come to."""

    name: str
    type: str
    count: int = 0
    sum_pence: int = 0
    opening_pence: int | None = None
    first_on: date | None = None
    last_on: date | None = None

    def add(self, line: Line) -> None:
        """A line of the account."""
        self.count += 1
        self.sum_pence += line.pence
        if line.on is not self.last_on:  # days are read once and kept, so most lines end here
            self.first_on = min(self.first_on or line.on, line.on)
            self.last_on = max(self.last_on or line.on, line.on)

    def as_part(self, *, alone: bool) -> Part:
        """The Part of an account. One without a name is called by its kind where it is not `alone`."""
        return Part(
            account=self.name or ("" if alone else self.type),
            currency="",
            id=self.type,
            opening_pence=self.opening_pence,
            closing_pence=None,
            from_on=self.first_on,
            to_on=self.last_on,
            line_count=self.count,
            sum_pence=self.sum_pence,
        )


class Sections:
    """Follows the headings of a file. `kind` is what the records under the last one are, `account` whose money moved."""

    def __init__(self) -> None:
        self.kind = NOTHING
        self.heading = ""
        self.account = Account("", "")
        self._name = ""
        self._accounts: dict[tuple[str, str], Account] = {}

    def turn(self, heading: str) -> None:
        """A heading such as !Type:Bank. Raises UnreadableError for more accounts than anybody has."""
        self.heading = tidy(heading)[:_LONGEST_NAME]
        word, _, kind = self.heading[1:].partition(":")
        word, kind = word.strip().casefold(), kind.strip().casefold()
        if word == "account":
            self.kind = ACCOUNTS
        elif word != "type":
            self.kind = LIST if word in ("option", "clear") else UNKNOWN
        elif kind in _MONEY:
            self.kind = MONEY
            self._open(_MONEY[kind])
        elif kind in _INVESTMENTS:
            self.kind = INVESTMENTS
        else:
            self.kind = LIST if kind in _LISTS else UNKNOWN

    def name_account(self, name: str) -> None:
        """The name in an !Account record: the section after it is of that account."""
        self._name = tidy(name)[:_LONGEST_NAME]

    def accounts(self) -> list[Account]:
        """The accounts that money moved on, or all that are there if it moved on none."""
        moved = [account for account in self._accounts.values() if account.count or account.opening_pence is not None]
        return moved or list(self._accounts.values())

    def _open(self, kind: str) -> None:
        key = (self._name, "" if self._name else kind)
        if key not in self._accounts:
            if len(self._accounts) == _MOST_ACCOUNTS:
                raise UnreadableError(f"The file holds more than {_MOST_ACCOUNTS:,} accounts ({clip(self._name)}).")
            self._accounts[key] = Account(self._name, kind)
        self.account = self._accounts[key]
