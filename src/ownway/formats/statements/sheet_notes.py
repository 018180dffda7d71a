"""Rows that are not money moved: opening and closing balances, totals, pending payments and footers."""

from dataclasses import dataclass

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.layouts.layout import Find, Layout, Row, heading
from ownway.formats.statements.values import Line

OPENING, CLOSING, OTHER = "opening", "closing", "other"
_OPENING = frozenset({"opening balance", "start balance", "balance brought forward", "brought forward", "balance b/f"})
_CLOSING = frozenset({"closing balance", "end balance", "balance carried forward", "carried forward", "balance c/f"})
_TOTALS = frozenset({"total", "totals", "subtotal", "sub-total", "grand total"} | {f"total {way}" for way in
    ("in", "out", "paid in", "paid out", "money in", "money out", "credits", "debits")})  # fmt: skip
_NOTHING = frozenset({"", "0", "0.00", "£0.00", "-", "0.0"})


@dataclass(frozen=True, slots=True)
class Aside:
    """Why a row is not a line, and the balance it gives, if it does."""

    kind: str
    words: str
    balance_pence: int | None = None


class NoteFinder:
    """Knows a layout's rows that are not lines. Strict: a payee called Total Fitness is a payee."""

    def __init__(self, layout: Layout, find: Find) -> None:
        self._footers = frozenset(layout.footers)
        self._read = layout.read_balance
        self._money = tuple(find(column) for column in layout.money.columns)
        self._day, self._type, self._balance = find(layout.day), find(layout.type), find(layout.balance)
        self._said = tuple({self._day, self._type, *(find(column) for column in layout.words)})

    @staticmethod
    def may_be_note(line: Line) -> bool:
        """Whether a row that did read as a line is worth asking about; quick, as it is asked of every line."""
        return not line.pence or line.pence == line.balance_pence or line.type in ("PENDING", "Pending", "pending")

    def find(self, row: Row, line: Line | None) -> Aside | None:
        """The reason why a row is not a line, or None. `line` is what it read as, or None if it could not be read."""
        if heading(row[0]) in self._footers:
            return Aside(OTHER, "A line below the payments, about the account itself.")
        said = {heading(_cell(row, at)).rstrip(":") for at in self._said}
        if "pending" in (heading(_cell(row, self._day)), heading(_cell(row, self._type))):
            return Aside(OTHER, "A payment that is still pending; it will come in a later statement.")
        if line is None and said & _TOTALS and heading(_cell(row, self._day)) in (_TOTALS | {""}):
            return Aside(OTHER, "A line of totals.")
        if line is not None and line.pence and not (said & _OPENING and line.pence == line.balance_pence):
            return None
        if line is None and any(_cell(row, at).strip() not in _NOTHING for at in self._money):
            return None
        return self._balance_row(row, said)

    def _balance_row(self, row: Row, said: set[str]) -> Aside | None:
        opening = bool(said & _OPENING)
        if not opening and not said & _CLOSING and not any(word.startswith("balance as at ") for word in said):
            return None
        try:
            balance = _cell(row, self._balance).strip()
            pence = self._read(balance) if balance else None
        except UnreadableError:
            return None
        if opening:
            return Aside(OPENING, "The balance at the start.", pence)
        return Aside(CLOSING, "The balance at the end.", pence)


def _cell(row: Row, at: int) -> str:
    return row[at] if 0 <= at < len(row) else ""
