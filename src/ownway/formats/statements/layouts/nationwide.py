"""Nationwide: a statement and a midata layout, both with rows about the account above the headings and £ signs."""

from ownway.formats.statements.layouts.layout import Layout, OutAndIn, Signed

NATIONWIDE = Layout(
    name="nationwide",
    bank="Nationwide",
    columns=("date", "transaction type", "description", "paid out", "paid in", "balance"),
    day="date",
    money=OutAndIn("paid out", "paid in"),
    words=("transaction type", "description"),
    payee="description",
    type="transaction type",
    balance="balance",
    preamble={"account name:": "account", "account balance:": "closing", "available balance:": ""},
)

NATIONWIDE_MIDATA = Layout(
    name="nationwide-midata",
    bank="Nationwide",
    columns=("date", "type", "merchant/description", "debit/credit", "balance"),
    day="date",
    money=Signed("debit/credit"),
    words=("type", "merchant/description"),
    payee="merchant/description",
    type="type",
    balance="balance",
    preamble={"account number:": "account"},
    footers=("arranged overdraft limit",),
)
