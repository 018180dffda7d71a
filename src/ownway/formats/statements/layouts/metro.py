"""Metro Bank: newest first, a column for money in and one for money out.

Not tried on a file of the bank. Its headings are reported alike by several people who read their own exports.
"""

from ownway.formats.statements.layouts.layout import Layout, OutAndIn

METRO = Layout(
    name="metro",
    bank="Metro Bank",
    columns=("date", "details", "transaction type", "in", "out", "balance"),
    day="date",
    money=OutAndIn("out", "in"),
    words=("details",),
    type="transaction type",
    balance="balance",
)
