"""Tide: a number of its own for each payment, who it came from and went to, and how far it has come; no balance.

Not tried on a file of the bank. Two programs that read their owners' exports, each made without the other, name the
same headings; one writes a 0 in the column that is not used, the other nothing, and days come with a time or without.
Only Cleared and Settled money has moved; a Pending payment is noted, and a file with any other status is refused.
"""

from collections.abc import Iterable

from ownway.formats.statements.amounts import clip
from ownway.formats.statements.layouts.layout import Find, Layout, OutAndIn, Row

_KNOWN = frozenset({"cleared", "settled", "pending", ""})


def _refuse_other_statuses(rows: Iterable[Row], find: Find) -> str:
    at = find("status")
    other = next((row[at] for row in rows if len(row) > at and row[at].strip().lower() not in _KNOWN), None)
    if other is None:
        return ""
    return f"A payment in this file is “{clip(other)}”. We do not know if that money has moved."


TIDE = Layout(
    name="tide",
    bank="Tide",
    columns=(
        "date",
        "transaction id",
        "transaction description",
        "reference",
        "from",
        "to",
        "paid in",
        "paid out",
        "category name",
        "transaction type",
        "status",
        "initiated by",
    ),
    optional=("tag 1", "tag 2", "tag 3"),
    day="date",
    money=OutAndIn("paid out", "paid in"),
    words=("transaction description",),
    reference="reference",
    type="status",
    bank_id="transaction id",
    refuse_rows=_refuse_other_statuses,
)
