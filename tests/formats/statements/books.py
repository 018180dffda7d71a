"""Spreadsheets made for tests: a CSV as a person would have it in Excel, and ways to change the parts inside."""

import csv
import io
import re
import zipfile
from datetime import date, datetime

from openpyxl import Workbook


def typed(cell):
    """A cell as Excel makes of it when a CSV is opened: days are days and sums are numbers."""
    for shape in ("%d/%m/%Y", "%d %b %Y", "%d %b %y", "%Y-%m-%d"):
        try:
            return datetime.strptime(cell, shape).date()
        except ValueError:
            continue
    try:
        return float(cell) if "." in cell else cell
    except ValueError:
        return cell


def book_of(text, *, delimiter=",", change=None, typing=True):
    """An XLSX file of a CSV text. `change(workbook, worksheet)` may do more to it."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Statement"
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        sheet.append([(typed(cell) if typing else cell) or None for cell in row])
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, date):
                cell.number_format = "DD/MM/YYYY"
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.data_type = "s"
    if change:
        change(workbook, sheet)
    return saved(workbook)


def saved(workbook):
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def with_parts(data, *, change=None, add=None, drop=()):
    """The file again with parts changed: `change` from a name to a function of bytes, `add` from a name to bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in drop:
                content = before.read(name)
                after.writestr(name, (change or {}).get(name, lambda same: same)(content))
        for name, content in (add or {}).items():
            after.writestr(name, content)
    return out.getvalue()


def with_shared_strings(data):
    """The file as Excel writes it: each text once, in a part of its own, and cells point there."""
    texts = []

    def share(match):
        texts.append(match[1].decode())
        return b' t="s"><v>%d</v></c>' % (len(texts) - 1)

    def point(content):
        return re.sub(rb' t="inlineStr"><is><t>([^<]*)</t></is></c>', share, content)

    def declare(content):
        part = (
            '<Override PartName="/xl/sharedStrings.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
        )
        return content.replace(b"</Types>", part.encode())

    pointing = with_parts(data, change={"xl/worksheets/sheet1.xml": point, "[Content_Types].xml": declare})
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return with_parts(pointing, add={"xl/sharedStrings.xml": f'<sst xmlns="{space}">{shared}</sst>'.encode()})
