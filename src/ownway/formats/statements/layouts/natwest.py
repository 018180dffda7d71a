"""NatWest and Royal Bank of Scotland: a blank first line, spaces in the headings, apostrophes before text."""

from ownway.formats.statements.layouts.layout import Layout, Signed

NATWEST = Layout(
    name="natwest",
    bank="NatWest or Royal Bank of Scotland",
    columns=("date", "type", "description", "value", "balance", "account name", "account number"),
    day="date",
    money=Signed("value"),
    words=("description",),
    guard="'",
    type="type",
    balance="balance",
    account=("account number",),
)
