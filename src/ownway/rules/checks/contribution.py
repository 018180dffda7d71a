"""Has the person's contribution come into the account?"""

from datetime import timedelta

from ownway.rules.account import CONTRIBUTION, Account
from ownway.rules.checks.findings import Finding, found
from ownway.rules.wording import money

GRACE_DAYS = 7
"""A standing order may be some days late."""

_TALK_FROM_WEEKS = 8


def contribution_missing(account: Account) -> list[Finding]:
    """{missing} of your contribution has not come into the account yet.

    Only what was due on days that statements cover counts, and not in their last week. Needs a conversation when
    eight weeks of it are missing: paying may be hard.
    """
    covered = account.covered
    if covered is None:
        return []
    last_due = covered.to_on - timedelta(days=GRACE_DAYS)
    was_due = sum(due.pence for due in account.contributions_due if due.on <= last_due and account.is_covered(due.on))
    lines = account.lines_of(CONTRIBUTION)
    missing = was_due - sum(line.pence for line in lines)
    if missing <= 0:
        return []
    hard_to_pay = 0 < _TALK_FROM_WEEKS * account.contribution_weekly_pence <= missing
    return found(
        contribution_missing,
        missing=money(missing),
        what_to_do="It may be on its way, or have gone to another account. Please look at your standing order. "
        "If it is hard to pay, tell us: we can work it out again with you.",
        severity="needs a conversation" if hard_to_pay else "please look",
        amount_pence=missing,
        lines=lines,
    )
