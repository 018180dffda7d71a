"""Is anything in the account not matched to the plan or to somebody known?"""

from ownway.rules.account import HEADING, NOT_KNOWN, Account, AccountLine
from ownway.rules.checks.findings import Finding, a_week_of_money, found
from ownway.rules.wording import money


def unexplained_lines(account: Account) -> list[Finding]:
    """{lines_are} not matched to your plan yet, {amount} in all.

    Good to know while they come to no more than a week of money.
    """
    lines = [line for line in account.lines if _is_unexplained(line)]
    if not lines:
        return []
    amount = sum(abs(line.pence) for line in lines)
    return found(
        unexplained_lines,
        lines_are="1 line is" if len(lines) == 1 else f"{len(lines)} lines are",
        amount=money(amount),
        what_to_do="Choose what each one was for. We remember your choice for the next time.",
        severity="good to know" if amount <= a_week_of_money(account) else "please look",
        amount_pence=amount,
        lines=lines,
    )


def _is_unexplained(line: AccountLine) -> bool:
    if line.matched_kind == HEADING:
        return not (line.heading_key or line.payee_key)
    return line.matched_kind == NOT_KNOWN
