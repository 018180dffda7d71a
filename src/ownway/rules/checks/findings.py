"""What a check found: a sentence that assumes the best, and what to do about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from ownway.rules.account import Account, AccountLine

Severity = Literal["good to know", "please look", "needs a conversation"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found. `amount_pence` is what it is about, if an amount; `lines` the keys of its lines."""

    check: str
    sentence: str
    what_to_do: str
    severity: Severity
    amount_pence: int | None = None
    lines: tuple[str, ...] = ()


Check = Callable[[Account], list[Finding]]


def found(
    check: Check,
    *,
    what_to_do: str,
    severity: Severity,
    amount_pence: int | None = None,
    lines: Iterable[AccountLine] = (),
    **blanks: str,
) -> list[Finding]:
    """The finding of a check: the first line of its docstring, with its blanks filled in."""
    sentence = (check.__doc__ or "").splitlines()[0].format(**blanks)
    return [Finding(check.__name__, sentence, what_to_do, severity, amount_pence, tuple(each.key for each in lines))]


def a_week_of_money(account: Account) -> int:
    """Pence that come into the account in a week: the measure for what is small."""
    return account.payment_weekly_pence + account.contribution_weekly_pence
