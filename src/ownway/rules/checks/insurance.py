"""Has employers' liability insurance been paid in the last year?"""

from datetime import timedelta

from ownway.rules.account import INSURANCE, Account
from ownway.rules.checks.findings import Finding, found
from ownway.rules.days import add_months

START_WEEKS = 8
"""Time to set things up after the first payment."""


def insurance_not_seen(account: Account) -> list[Finding]:
    """We have not seen employers’ liability insurance paid from this account in the last year.

    Only for a person who employs a PA. Good to know while the statements do not reach back a whole year.
    """
    covered = account.covered
    if not account.employs_pa or covered is None or _has_just_started(account):
        return []
    a_year_ago = add_months(account.today, -12)
    if any(line.pence < 0 and line.on > a_year_ago for line in account.lines_of(INSURANCE)):
        return []
    return found(
        insurance_not_seen,
        what_to_do="You may have paid it in another way. Add a photo of the certificate, and we know. If you are not "
        "sure that you have it, call us and we will help: the law asks for it when you employ somebody.",
        severity="please look" if covered.from_on <= a_year_ago else "good to know",
    )


def _has_just_started(account: Account) -> bool:
    since = account.running_since_on
    return since is not None and account.today < since + timedelta(weeks=START_WEEKS)
