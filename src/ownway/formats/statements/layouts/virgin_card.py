"""Virgin Money credit card: a sum without a sign, and beside it DBIT (spent) or CRDT (paid in).

Not tried on a file of the bank. Its headings are reported alike by two people who read their own exports. For Virgin
Money's current account nothing reliable was found, so there is no layout for it. A payment that is still PENDING says
so in the column Status, which stands as the kind of line here.
"""

from ownway.formats.statements.layouts.layout import Flagged, Layout

VIRGIN_CARD = Layout(
    name="virgin-card",
    bank="Virgin Money",
    columns=(
        "transaction date",
        "posting date",
        "billing amount",
        "merchant",
        "merchant city",
        "merchant state",
        "merchant postcode",
        "reference number",
        "debit or credit",
        "sicmcc code",
        "status",
        "transaction currency",
        "additional card holder",
        "card used",
    ),
    day="transaction date",
    money=Flagged("billing amount", "debit or credit", out=("dbit",), into=("crdt",)),
    words=("merchant", "merchant city"),
    payee="merchant",
    type="status",
    bank_id="reference number",
)
