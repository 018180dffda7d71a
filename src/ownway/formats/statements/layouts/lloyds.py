"""Lloyds, and Halifax, Bank of Scotland and TSB, which share its layout: an apostrophe before the sort code.

Tried on a file of Lloyds. That TSB shares the layout, with days as 2026-09-30, is reported by people who read its exports.
"""

from ownway.formats.statements.layouts.layout import Layout, OutAndIn

LLOYDS = Layout(
    name="lloyds",
    bank="Lloyds, Halifax, Bank of Scotland or TSB",
    columns=(
        "transaction date",
        "transaction type",
        "sort code",
        "account number",
        "transaction description",
        "debit amount",
        "credit amount",
        "balance",
    ),
    day="transaction date",
    money=OutAndIn("debit amount", "credit amount"),
    words=("transaction description",),
    type="transaction type",
    balance="balance",
    account=("sort code", "account number"),
)
