"""Are there days that no bank statement covers?"""

from collections.abc import Iterator
from datetime import timedelta

from ownway.rules.account import Account
from ownway.rules.checks.findings import Finding, found
from ownway.rules.days import ONE_DAY, Days, days_in_words

LATEST_MAY_BE_OLD_DAYS = 45
"""A bank sends a statement every month, and there is time to add it."""

_SMALL_GAP_DAYS = 31
_NAMED = 3


def statement_gaps(account: Account) -> list[Finding]:
    """We have no bank statement for {days}.

    Days from the first payment on; the last 45 days may still be without one. Good to know up to a month of days.
    """
    gaps = list(_gaps(account))
    if not gaps:
        return []
    named = [days_in_words(gap) for gap in gaps[:_NAMED]]
    if len(gaps) > _NAMED:
        named.append(f"{len(gaps) - _NAMED} more times")
    return found(
        statement_gaps,
        days=named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}",
        what_to_do="When you have a moment, add the statement for these days. Your bank’s app or website has it.",
        severity="good to know" if sum(map(len, gaps)) <= _SMALL_GAP_DAYS else "please look",
    )


def _gaps(account: Account) -> Iterator[Days]:
    recent = account.today - timedelta(days=LATEST_MAY_BE_OLD_DAYS)
    since, covered = account.running_since_on, account.covered
    if covered is None:
        if since and since < recent:
            yield Days(since, account.today)
        return
    if since and since < covered.from_on:
        yield Days(since, covered.from_on - ONE_DAY)
    yield from account.uncovered
    if covered.to_on < recent:
        yield Days(covered.to_on + ONE_DAY, account.today)
