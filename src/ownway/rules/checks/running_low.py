"""Is there enough in the account for the bills to come?"""

from ownway.rules.account import Account, balance, committed
from ownway.rules.checks.findings import Finding, found
from ownway.rules.wording import money


def running_low(account: Account) -> list[Finding]:
    """The bills to come before the next payment are {short} more than is in the account.

    So that care goes on: the person hears of it before a bill is missed.
    """
    short = committed(account).value - balance(account).value
    if short <= 0:
        return []
    return found(
        running_low,
        short=money(short),
        what_to_do="Please call us soon, so that your care goes on. A payment or a contribution may be late, or the "
        "plan may cost more than we thought.",
        severity="needs a conversation",
        amount_pence=short,
    )
