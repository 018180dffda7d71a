"""Has more money built up than the council's policy expects?"""

from ownway.rules.account import Account, balance, committed, contingency_allowed
from ownway.rules.checks.findings import Finding, found
from ownway.rules.wording import money

_TALK_FROM_TIMES = 2


def money_built_up(account: Account) -> list[Finding]:
    """There is {over} more in the account than {weeks} weeks of money and the bills to come.

    Source: the council's policy; the law sets no limit. Needs a conversation at twice what the policy expects.
    """
    allowed = contingency_allowed(account).value
    held = balance(account).value - committed(account).value
    if held <= allowed:
        return []
    return found(
        money_built_up,
        over=money(held - allowed),
        weeks=str(account.contingency_weeks),
        what_to_do="You may be saving for something, or a bill may be late. Tell us what the money is for, or ask us "
        "to talk it over. Nothing is taken from your account.",
        severity="needs a conversation" if held > _TALK_FROM_TIMES * allowed else "please look",
        amount_pence=held - allowed,
    )
