"""The emergency list as a spreadsheet that holds no formula: one worksheet of payments, one of what they come to."""

import io
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ownway.formats.payments.emergency_list.values import (
    COLUMNS,
    HOW,
    KEEP_SAFE,
    TITLE,
    USED,
    WARNING,
    EmergencyList,
    Sheet,
    Totals,
    total_of,
)

_WIDTHS = (10, 38, 14, 14, 14, 22, 9, 9)
_BOLD = Font(bold=True)
_LINE = Border(bottom=Side(style="thin"))
_AS_TEXT, _MONEY, _WHOLE = "@", "#,##0.00", "0"
_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")

Value = str | int | Decimal


def write_xlsx(listed: EmergencyList) -> bytes:
    """The list as XLSX; the same values give the same bytes. ValueError when there is nobody to pay."""
    if not listed.payments:
        raise ValueError("There is nobody to pay in this list")
    book = Workbook()
    book.properties.title = f"{TITLE}, payment run {listed.run_number}"
    book.properties.creator = ""
    sheets = listed.sheets()
    _payments(_page(book.worksheets[0], "Payments"), listed, sheets)
    _about(_page(book.create_sheet(), "About"), listed, total_of(sheets))
    out = io.BytesIO()
    book.save(out)
    return _without_the_clock(out.getvalue(), f"{listed.made_at:%Y-%m-%dT%H:%M:%S}Z")


def _payments(page: Worksheet, listed: EmergencyList, sheets: Sequence[Sheet]) -> None:
    page.freeze_panes = "A3"
    page.print_title_rows = "1:2"
    _put(page, 1, [f"{TITLE}, payment run {listed.run_number}. {WARNING}"], font=_BOLD)
    _put(page, 2, COLUMNS, font=_BOLD, border=_LINE)
    line = 2
    for sheet in sheets:
        for row in sheet.rows:
            line += 1
            amount = Decimal(row.amount_pence).scaleb(-2)
            _put(page, line, [row.number, row.name, row.sort_code, row.account, amount, row.reference, "", ""])
        line += 1
        _put(page, line, _sums(f"Sheet {sheet.number}", sheet.totals), font=_BOLD, border=_LINE)
        page.row_breaks.append(Break(id=line))
    _put(page, line + 1, _sums("Everything", total_of(sheets)), font=_BOLD, border=_LINE)


def _sums(name: str, totals: Totals) -> list[Value]:
    """Each sum below its column: of sort codes below sort codes, of account numbers below account numbers."""
    pounds = Decimal(totals.pence).scaleb(-2)
    return [name, f"{totals.payments} payments", str(totals.sort_codes), str(totals.accounts), pounds]


def _about(page: Worksheet, listed: EmergencyList, totals: Totals) -> None:
    rows: list[tuple[str, Value]] = [
        *listed.about(),
        ("Payments", totals.payments),
        ("They come to (£)", Decimal(totals.pence).scaleb(-2)),
        ("Sum of sort codes", str(totals.sort_codes)),
        ("Sum of account numbers", str(totals.accounts)),
        ("Keyed by, when", ""),
        ("Checked by, when", ""),
        ("Used: yes or no", ""),
    ]
    _put(page, 1, [TITLE], font=_BOLD)
    for line, (name, value) in enumerate(rows, start=2):
        _put(page, line, ["", name, value])
    for line, sentence in enumerate((WARNING, HOW, KEEP_SAFE, USED), start=len(rows) + 3):
        _put(page, line, ["", sentence])


def _page(page: Worksheet, title: str) -> Worksheet:
    page.title = title
    for column, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        page.column_dimensions[column].width = width
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return page


def _put(
    page: Worksheet, line: int, values: Sequence[Value], *, font: Font | None = None, border: Border | None = None
) -> None:
    """A row of cells that are what they say: text is text, even where it looks like a number or a formula."""
    for column, value in enumerate(values, start=1):
        cell = page.cell(line, column)
        if isinstance(value, str):
            cell.value, cell.data_type, cell.number_format = value, "s", _AS_TEXT
        else:
            cell.value, cell.number_format = value, _MONEY if isinstance(value, Decimal) else _WHOLE
        if font is not None:
            cell.font = font
        if border is not None:
            cell.border = border


def _without_the_clock(data: bytes, moment: str) -> bytes:
    """The same workbook with the time it was packed at taken out: openpyxl and zip both write the clock's."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packing:
        for name in packed.namelist():
            content = packed.read(name)
            if name == "docProps/core.xml":
                content = _STAMPS.sub(rb"\g<1>" + moment.encode(), content)
            packing.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
