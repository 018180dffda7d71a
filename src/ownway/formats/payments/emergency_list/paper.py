"""The emergency list as a tagged PDF (PDF/UA-1) to print: a sheet of twenty payments a page, each with its sums."""

import json
from datetime import UTC
from functools import cache
from importlib import resources
from pathlib import Path

import typst

from ownway.formats.payments.emergency_list.values import (
    COLUMNS,
    HOW,
    KEEP_SAFE,
    TITLE,
    USED,
    WARNING,
    EmergencyList,
    Totals,
    pounds,
    total_of,
)

MAIN_FONT = "Noto Sans"


class CannotPrint(ValueError):
    """The list cannot be printed; the message says why, and what to do."""


def write_pdf(listed: EmergencyList, *, fonts: Path) -> bytes:
    """The list as PDF with the fonts in the folder `fonts`; the same values give the same bytes.

    Raises CannotPrint when the font is not there, and ValueError when there is nobody to pay.
    """
    sheets = listed.sheets()
    if not sheets:
        raise ValueError("There is nobody to pay in this list")
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    if MAIN_FONT not in found.families():
        raise CannotPrint(f"The font {MAIN_FONT} is not in {fonts}. Setting Ownway up again fetches it.")
    data = {
        "title": f"{TITLE}: payment run {listed.run_number}",
        "warning": WARNING,
        "how": [HOW, KEEP_SAFE],
        "used": USED,
        "about": listed.about(),
        "columns": COLUMNS,
        "sheets": [
            {
                "number": sheet.number,
                "rows": [
                    [str(row.number), row.name, row.sort_code, row.account, pounds(row.amount_pence), row.reference]
                    for row in sheet.rows
                ],
                "totals": _in_words(sheet.totals),
            }
            for sheet in sheets
        ],
        "totals": _in_words(total_of(sheets)),
    }
    made = typst.compile(
        _template(),
        font_paths=found,
        sys_inputs={"list": json.dumps(data), "font": MAIN_FONT},
        pdf_standards=["ua-1"],
        timestamp=listed.made_at.replace(tzinfo=UTC),
    )
    return bytes(made)


def _in_words(totals: Totals) -> list[str]:
    return [f"{totals.payments:,} payments", str(totals.sort_codes), str(totals.accounts), pounds(totals.pence)]


@cache
def _template() -> bytes:
    return resources.files("ownway.formats.payments.emergency_list").joinpath("list.typ").read_bytes()
