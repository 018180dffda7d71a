"""HSBC: three columns without headings (day, words, amount), no balance, no account."""

from ownway.formats.statements.layouts.layout import Layout, Signed

HSBC = Layout(
    name="hsbc",
    bank="HSBC",
    columns=("date", "description", "amount"),
    day="date",
    money=Signed("amount"),
    words=("description",),
)
