"""Starling: the first row is an opening balance of no money; the heading says pounds."""

from ownway.formats.statements.layouts.layout import Layout, Signed

STARLING = Layout(
    name="starling",
    bank="Starling",
    columns=("date", "counter party", "reference", "type", "amount (gbp)", "balance (gbp)"),
    optional=("spending category", "notes"),
    day="date",
    money=Signed("amount (gbp)"),
    words=("counter party", "reference"),
    payee="counter party",
    reference="reference",
    type="type",
    balance="balance (gbp)",
    lines_in_cells=True,
)
