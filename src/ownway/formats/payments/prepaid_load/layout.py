"""The layout that a provider declares: which cells stand in which order, and how each is written."""

from dataclasses import dataclass

AMOUNT_FORMS = ("pounds", "pence")
DATE_FORMS = {
    "YYYY-MM-DD": "%Y-%m-%d",
    "YYYYMMDD": "%Y%m%d",
    "DD/MM/YYYY": "%d/%m/%Y",
    "DDMMYYYY": "%d%m%Y",
    "DDMMYY": "%d%m%y",
}
OF_A_LOAD = ("card", "name", "amount", "reference", "row")
OF_THE_FILE = ("count", "sum", "file_number", "made_on", "load_on", "text")
_SUMS, _DAYS = ("amount", "sum"), ("made_on", "load_on")
_LINE_ENDS = ("\r\n", "\n")
_WIDEST = 200
_MOST_CELLS = 60


class LayoutRefused(ValueError):
    """The layout cannot be used; the message says what to put right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell. `holds` is one of OF_A_LOAD (only in the lines of loads) or OF_THE_FILE.

    `form` is one of AMOUNT_FORMS for money and of DATE_FORMS for days. `text` is what a cell of text always says.
    `width` is how many characters it has in a layout of fixed width, and the most it may have in another (0: any).
    Numbers and money stand to the right and are filled with `fill`; everything else to the left, with spaces.
    """

    holds: str
    title: str = ""
    form: str = ""
    text: str = ""
    width: int = 0
    fill: str = "0"

    @property
    def is_number(self) -> bool:
        """Whether it stands to the right."""
        return self.holds in ("row", "count", "file_number", *_SUMS)

    @property
    def is_money(self) -> bool:
        """Whether it is written in pounds or pence."""
        return self.holds in _SUMS

    @property
    def is_day(self) -> bool:
        """Whether it is written in one of the forms of days."""
        return self.holds in _DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A provider's layout: with a `delimiter` between cells, or of fixed width when that is empty.

    `titles` puts a line with the titles of the columns first (after the header). `header` and `trailer` are empty when
    there are none. `about` says where the layout is from, and whether it is only an example. Raises LayoutRefused.
    """

    name: str
    about: str
    columns: tuple[Cell, ...]
    header: tuple[Cell, ...] = ()
    trailer: tuple[Cell, ...] = ()
    delimiter: str = ","
    titles: bool = False
    line_end: str = "\r\n"

    def __post_init__(self) -> None:
        held = [cell.holds for cell in self.columns]
        _require("amount" in held and "card" in held, "Each line of a load needs a card and an amount.")
        _require(len(set(held) - {"text"}) == len([one for one in held if one != "text"]), "A cell stands there twice.")
        _require(
            self.delimiter == "" or (len(self.delimiter) == 1 and self.delimiter in ",;|\t^~"),
            "Cells are parted by one of , ; | ^ ~ or a tab, or by nothing when they have a fixed width.",
        )
        _require(self.line_end in _LINE_ENDS, "A line ends with CR and LF, or with LF.")
        for place, cells in (("header", self.header), ("columns", self.columns), ("trailer", self.trailer)):
            _require(len(cells) <= _MOST_CELLS, f"The {place} has more than {_MOST_CELLS} cells.")
            for cell in cells:
                self._require_cell(cell, place)
        first = (self.header or self.columns)[0]
        last = (self.trailer or self.columns)[0]
        if self.header:
            _require(
                first.holds == "text" and first.text != "", "A header begins with a text that tells it from loads."
            )
        if self.trailer:
            _require(last.holds == "text" and last.text != "", "A trailer begins with a text that tells it from loads.")

    def _require_cell(self, cell: Cell, place: str) -> None:
        allowed = (*OF_A_LOAD, "text", "made_on", "load_on") if place == "columns" else OF_THE_FILE
        named = f"“{cell.title or cell.holds}” in the {place}"
        _require(cell.holds in allowed, f"{named}: “{cell.holds}” is not one of {', '.join(allowed)}.")
        if cell.is_money:
            _require(cell.form in AMOUNT_FORMS, f"{named}: say whether it is in pounds or pence.")
        elif cell.is_day:
            _require(cell.form in DATE_FORMS, f"{named}: write the day as one of {', '.join(DATE_FORMS)}.")
        _require(0 <= cell.width <= _WIDEST, f"{named}: the width is from 0 to {_WIDEST}.")
        _require(self.delimiter != "" or cell.width > 0, f"{named}: in a layout of fixed width each cell has a width.")
        _require(cell.fill in ("0", " "), f"{named}: numbers are filled with 0 or a space.")
        _require(
            cell.text.isascii() and cell.text.isprintable(), f"{named}: the text has signs that files cannot carry."
        )
        _require(cell.text[:1] not in ("=", "+", "-", "@"), f"{named}: a text must not start like a formula.")
        _require(not self.delimiter or self.delimiter not in cell.text, f"{named}: the text holds the delimiter.")


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise LayoutRefused(otherwise)
