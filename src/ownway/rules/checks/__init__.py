"""Checks on an account: one file a check, each a pure function from an Account to what it found.

Nouns: a Check looks at one thing; a Finding says what it saw, assumes the best, and says what to do.
Promises: nothing is changed, nobody is accused, and each check finds at most one thing. The first line of a check's
docstring is the sentence that the person reads, with {blanks} for what was found.
"""

from ownway.rules.account import Account
from ownway.rules.checks.built_up import money_built_up
from ownway.rules.checks.cash import cash_taken_out
from ownway.rules.checks.contribution import contribution_missing
from ownway.rules.checks.findings import SEVERITIES, Check, Finding
from ownway.rules.checks.insurance import insurance_not_seen
from ownway.rules.checks.running_low import running_low
from ownway.rules.checks.statement_gaps import statement_gaps
from ownway.rules.checks.tax import tax_not_seen
from ownway.rules.checks.unexplained import unexplained_lines

CHECKS: tuple[Check, ...] = (
    running_low,
    contribution_missing,
    money_built_up,
    insurance_not_seen,
    tax_not_seen,
    unexplained_lines,
    statement_gaps,
    cash_taken_out,
)

__all__ = ["CHECKS", "SEVERITIES", "Check", "Finding", "run_all"]


def run_all(account: Account) -> list[Finding]:
    """Everything that the checks found, what needs a conversation first; empty when all is well."""
    found = [finding for check in CHECKS for finding in check(account)]
    return sorted(found, key=lambda finding: -SEVERITIES.index(finding.severity))
