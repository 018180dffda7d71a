"""Barclaycard: seven columns without headings; the last but one is paid in, the last is spent, both without a sign."""

from ownway.formats.statements.layouts.layout import Layout, OutAndIn

BARCLAYCARD = Layout(
    name="barclaycard",
    bank="Barclaycard",
    columns=("date", "description", "card", "card holder", "category", "paid in", "spent"),
    day="date",
    money=OutAndIn("spent", "paid in"),
    words=("description",),
    type="card",
)
