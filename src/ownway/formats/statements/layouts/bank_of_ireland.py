"""Bank of Ireland: one line of each day has a balance. Its accounts are in euros or in pounds, and the file does not say."""

from ownway.formats.statements.layouts.layout import Layout, OutAndIn

BANK_OF_IRELAND = Layout(
    name="bank-of-ireland",
    bank="Bank of Ireland",
    columns=("date", "details", "debit", "credit", "balance"),
    day="date",
    money=OutAndIn("debit", "credit"),
    words=("details",),
    balance="balance",
    home_currency="",
)
