"""Has tax been paid to HMRC for a PA who is paid wages?"""

from datetime import timedelta

from ownway.rules.account import TAX, WAGES, Account
from ownway.rules.checks.findings import Finding, found

QUARTER_AND_DAYS_TO_PAY = timedelta(days=110)
"""Small employers may pay HMRC every quarter: 92 days, and some days after it to pay."""


def tax_not_seen(account: Account) -> list[Finding]:
    """Wages were paid from this account, and we have not seen tax paid to HMRC for them.

    Only for a person who employs a PA, and only once wages have gone on for longer than a quarter.
    """
    covered = account.covered
    if not account.employs_pa or covered is None:
        return []
    a_quarter_ago = covered.to_on - QUARTER_AND_DAYS_TO_PAY
    wages = [line for line in account.lines_of(WAGES) if line.pence < 0]
    has_gone_on = any(line.on <= a_quarter_ago for line in wages)
    still_going = any(line.on > a_quarter_ago for line in wages)
    was_paid = any(line.pence < 0 and line.on > a_quarter_ago for line in account.lines_of(TAX))
    if not (has_gone_on and still_going) or was_paid:
        return []
    return found(
        tax_not_seen,
        what_to_do="Often no tax is due, or the payroll service pays it. Please ask your payroll service, or call us "
        "and we will look at it together.",
        severity="please look",
        lines=[line for line in wages if line.on > a_quarter_ago],
    )
