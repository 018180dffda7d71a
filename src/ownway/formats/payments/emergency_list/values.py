"""What an emergency list says: rows in sheets, and what each sheet and the whole come to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from ownway.formats.accounts.details import show_sort_code
from ownway.formats.payments.text import for_bacs, for_bank
from ownway.formats.payments.values import Debtor, Payment

ROWS_A_SHEET = 20
TITLE = "Emergency payment list"
WARNING = "Use this list only when the bank cannot take the file. Do not send the file as well: everybody would be paid twice."
HOW = (
    "One person keys the payments, and a second person keys or checks them. Add up the sort codes and the account "
    "numbers you keyed. When they come to the sums at the foot of the sheet, no digit is wrong."
)
KEEP_SAFE = "This list holds people's bank accounts. Lock it away, and destroy it when the payments are checked."
USED = "Was this list used? Write it here, then on the page of the payment run."
COLUMNS = ("No.", "Name", "Sort code", "Account", "Amount (£)", "Reference", "Keyed", "Checked")


class Row(NamedTuple):
    """One payment as it is keyed: the name and reference in the letters that banks take."""

    number: int
    name: str
    sort_code: str
    account: str
    amount_pence: int
    reference: str


class Totals(NamedTuple):
    """How many payments, what they come to, and the sums of their sort codes and account numbers read as numbers."""

    payments: int
    pence: int
    sort_codes: int
    accounts: int


class Sheet(NamedTuple):
    """Up to ROWS_A_SHEET rows, with what they come to."""

    number: int
    rows: tuple[Row, ...]
    totals: Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyList:
    """The payments of one run, from one account, for one day; who made the list, and when (the council's own time)."""

    council: str
    run_number: int
    pay_on: date
    debtor: Debtor
    made_by: str
    made_at: datetime
    payments: Sequence[Payment]

    def sheets(self) -> list[Sheet]:
        """The payments in their order, some to a sheet."""
        rows = [
            Row(
                number,
                for_bank(payment.name),
                show_sort_code(payment.sort_code),
                payment.account,
                payment.amount_pence,
                for_bacs(payment.reference),
            )
            for number, payment in enumerate(self.payments, start=1)
        ]
        parts = [tuple(rows[start : start + ROWS_A_SHEET]) for start in range(0, len(rows), ROWS_A_SHEET)]
        return [Sheet(number, part, totals_of(part)) for number, part in enumerate(parts, start=1)]

    def about(self) -> list[tuple[str, str]]:
        """What stands above the rows: a name and a value each."""
        return [
            ("Council", for_bank(self.council)),
            ("Payment run", str(self.run_number)),
            ("Money should arrive", _day(self.pay_on)),
            ("Pay from", f"{show_sort_code(self.debtor.sort_code)}, account ending {self.debtor.account[-4:]}"),
            ("Made by", f"{for_bank(self.made_by) or 'a finance approver'}, {_day(self.made_at)} {self.made_at:%H:%M}"),
        ]


def totals_of(rows: Sequence[Row]) -> Totals:
    """What rows come to."""
    return Totals(
        len(rows),
        sum(row.amount_pence for row in rows),
        sum(int(row.sort_code.replace("-", "")) for row in rows),
        sum(int(row.account) for row in rows),
    )


def total_of(sheets: Sequence[Sheet]) -> Totals:
    """What all sheets come to."""
    return Totals(*(sum(column) for column in zip(*(sheet.totals for sheet in sheets), strict=True)))


def pounds(pence: int) -> str:
    """1234567 as "12,345.67"."""
    return f"{pence // 100:,}.{pence % 100:02d}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
