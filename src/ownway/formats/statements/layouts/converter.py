"""The ConvertMyStatements layout, made by a converter from a statement: days may be British, American or ISO.

Layout described by ConvertMyStatements (https://www.convertmystatements.com/), CC BY 4.0.
"""

from collections.abc import Iterable

from ownway.formats.statements.layouts.layout import Find, Flagged, Layout, Row


def refuse_unclear_days(rows: Iterable[Row], find: Find) -> str:
    """A reason to refuse when 01/03 may be 1 March or 3 January and nothing in the file tells which.

    A day above the 12th in first place, or a column that says pounds, tells that it is British.
    """
    day_at, currency_at = find("transaction_date"), find("currency")
    unclear = False
    for row in rows:
        if len(row) <= day_at:
            continue
        if currency_at >= 0 and row[currency_at : currency_at + 1] == ["GBP"]:
            return ""
        first, slash, _ = row[day_at].strip().partition("/")
        if slash and first.isascii() and first.isdigit() and int(first[:4]) > 12:
            return ""
        unclear = unclear or bool(slash)
    if not unclear:
        return ""
    return "The dates can be read in two ways (day first or month first), and nothing in the file says which."


CONVERTER = Layout(
    name="converter",
    bank="",
    columns=("transaction_date", "description", "amount", "debit_credit", "unique_id"),
    optional=("balance", "currency", "memo"),
    day="transaction_date",
    money=Flagged("amount", "debit_credit"),
    words=("description", "memo"),
    payee="description",
    reference="memo",
    balance="balance",
    bank_id="unique_id",
    currency="currency",
    refuse_rows=refuse_unclear_days,
)
