"""What a look through a payment file found: what kind it is, what it holds and comes to, and what is wrong."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ownway.formats.payments.values import Level, Problem

MOST_NAMED = 20
"""Of days, currencies and accounts, the first so many are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """A payment file as a bank would meet it. `kind` is empty when it is no kind that is known here.

    `total` is what its payments come to, in the file's currency; `declared_payments` and `declared_total` are what it
    says of itself, as it writes them. Accounts show their last four digits only. `notes` are no problem of the file.
    """

    kind: str
    message_id: str = ""
    payments: int = 0
    total: Decimal | None = None
    declared_payments: str = ""
    declared_total: str = ""
    currencies: tuple[str, ...] = ()
    pay_on: tuple[date, ...] = ()
    debtors: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def level(self) -> Level | None:
        """The worst of the problems; None when there is none."""
        levels = {problem.level for problem in self.problems}
        return "error" if "error" in levels else "warning" if levels else None


def write_total(total: Decimal | None) -> str | None:
    """A sum with two decimals at least, as text."""
    if total is None:
        return None
    exponent = total.as_tuple().exponent
    return format(total.quantize(Decimal("0.01")) if isinstance(exponent, int) and exponent > -2 else total, "f")
