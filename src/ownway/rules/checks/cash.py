"""Was money taken out as cash?"""

from ownway.rules.account import CASH, Account
from ownway.rules.checks.findings import Finding, a_week_of_money, found
from ownway.rules.wording import money


def cash_taken_out(account: Account) -> list[Finding]:
    """{amount} was taken out of the account as cash.

    Good to know while it comes to no more than a week of money. A cash line that has a heading is explained already.
    """
    lines = [line for line in account.lines_of(CASH) if line.pence < 0 and not line.heading_key]
    if not lines:
        return []
    amount = -sum(line.pence for line in lines)
    return found(
        cash_taken_out,
        amount=money(amount),
        what_to_do="Cash is fine when you can say what it was for. Choose a heading for each one, and add a photo of "
        "the receipt if you have it.",
        severity="good to know" if amount <= a_week_of_money(account) else "please look",
        amount_pence=amount,
        lines=lines,
    )
