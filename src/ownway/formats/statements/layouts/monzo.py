"""Monzo: the export of 2018 and the one of today, each row with the bank's own id; notes may run over lines."""

from ownway.formats.statements.layouts.layout import Layout, Signed

MONZO = Layout(
    name="monzo",
    bank="Monzo",
    columns=("transaction id", "date", "time", "type", "name", "amount", "currency", "description"),
    open_ended=True,
    day="date",
    money=Signed("amount"),
    words=("description", "name"),
    payee="name",
    reference="notes and #tags",
    type="type",
    bank_id="transaction id",
    currency="currency",
    lines_in_cells=True,
)

MONZO_2018 = Layout(
    name="monzo-2018",
    bank="Monzo",
    columns=("id", "created", "amount", "currency", "local_amount", "local_currency", "category", "description"),
    optional=("emoji", "address", "notes", "receipt"),
    day="created",
    money=Signed("amount"),
    words=("description",),
    payee="description",
    reference="notes",
    type="category",
    bank_id="id",
    currency="currency",
    lines_in_cells=True,
)
