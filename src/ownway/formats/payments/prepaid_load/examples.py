"""Two layouts to begin from. They are examples: no provider of cards uses them, and each says so."""

from ownway.formats.payments.prepaid_load.layout import Cell, Layout

_ONLY_AN_EXAMPLE = "An example, and no provider's layout. Ask the provider of the cards for theirs."

WITH_COMMAS = Layout(
    name="Example with commas",
    about=_ONLY_AN_EXAMPLE,
    titles=True,
    columns=(
        Cell(holds="card", title="CardId", width=20),
        Cell(holds="name", title="Name", width=40),
        Cell(holds="amount", title="Amount", form="pounds"),
        Cell(holds="load_on", title="LoadDate", form="DD/MM/YYYY"),
        Cell(holds="reference", title="Reference", width=30),
    ),
)

FIXED_WIDTH = Layout(
    name="Example of fixed width",
    about=_ONLY_AN_EXAMPLE,
    delimiter="",
    header=(
        Cell(holds="text", text="H", width=1),
        Cell(holds="file_number", width=6),
        Cell(holds="made_on", form="YYYYMMDD", width=8),
    ),
    columns=(
        Cell(holds="text", text="D", width=1),
        Cell(holds="row", width=6),
        Cell(holds="card", width=16),
        Cell(holds="amount", form="pence", width=11),
        Cell(holds="load_on", form="YYYYMMDD", width=8),
        Cell(holds="reference", width=18),
    ),
    trailer=(
        Cell(holds="text", text="T", width=1),
        Cell(holds="count", width=6),
        Cell(holds="sum", form="pence", width=13),
    ),
)

EXAMPLES = {layout.name: layout for layout in (WITH_COMMAS, FIXED_WIDTH)}
