"""Barclays: no balance; payee, reference and a code packed into Memo with runs of spaces or a tab between."""

import re

from ownway.formats.statements.layouts.layout import Layout, Signed

_GAP = re.compile(r"\t| {2,}")


def split_memo(memo: str) -> tuple[str, str]:
    """Payee and reference from a Memo, whose last part is Barclays' code for the kind of payment."""
    parts = [part.strip() for part in _GAP.split(memo.strip()) if part.strip()]
    return (parts[0] if parts else "", " ".join(parts[1:-1]))


BARCLAYS = Layout(
    name="barclays",
    bank="Barclays",
    columns=("number", "date", "account", "amount", "subcategory", "memo"),
    day="date",
    money=Signed("amount"),
    words=("memo",),
    split_words=split_memo,
    type="subcategory",
    account=("account",),
)
