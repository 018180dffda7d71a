"""First Direct, and HSBC where it writes headings: four columns; the account is only in the file's name."""

import re

from ownway.formats.statements.layouts.layout import Layout, Signed

_NAMED = re.compile(r"(?:^|[_ /\\])([0-9]{8})\.csv$", re.IGNORECASE)


def account_from_name(name: str) -> str:
    """The account number at the end of a name such as 20260930_12345678.csv, or "". A day alone is not one."""
    match = _NAMED.search(name[-80:])
    return match[1] if match and match.start(1) > 0 else ""


FIRST_DIRECT = Layout(
    name="first-direct",
    bank="First Direct or HSBC",
    columns=("date", "description", "amount", "balance"),
    day="date",
    money=Signed("amount"),
    words=("description",),
    balance="balance",
    account_from_name=account_from_name,
)
