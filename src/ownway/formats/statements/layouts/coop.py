"""The Co-operative Bank and smile: newest first, days as 2026-09-30, one column for money in and one for money out.

Not tried on a file of the bank. Its headings are reported alike by several people who read their own exports.
"""

from ownway.formats.statements.layouts.layout import Layout, OutAndIn

COOP = Layout(
    name="co-op",
    bank="The Co-operative Bank or smile",
    columns=("date", "description", "type", "money in", "money out", "balance"),
    day="date",
    money=OutAndIn("money out", "money in"),
    words=("description",),
    type="type",
    balance="balance",
)
