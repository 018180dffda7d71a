"""A file that is not the extract of the map is refused whole, and says why."""

import io
import zipfile
from dataclasses import replace

import pytest
from tests.formats.extracts import made_up
from tests.formats.extracts.made_up import book_of, read, read_small, told

from ownway.formats.extracts.found import MOST_KEPT

SMALL = [["ID", "Name", "Born", "Died"], ["P1", "Amina", "1958-04-03", None]]
NO_TEXT = "There is no CSV text or spreadsheet in this file. Please export it again as CSV or XLSX."


def reasons(data, extract_map=made_up.SMALL_MAP):
    rows, found = read(data, extract_map)
    assert (rows, found.outcome) == ([], "refused")
    return [problem.reason for problem in found.problems]


def test_every_heading_that_is_missing_is_named():
    assert reasons("ID,Names,Born\nP1,Amina,1958-04-03\n") == [
        "The file has no column “Name”, which the map names.",
        "The file has no column “Died”, which the map names.",
    ]


def test_a_heading_that_stands_there_twice():
    assert reasons("ID,Name,Born,Died,name\n") == ["Several columns are called “Name”. Give each a name of its own."]


def test_a_heading_twice_that_the_map_does_not_read_is_no_matter():
    rows, found = read("ID,Name,Born,Died,x,x\nP1,Amina,1958-04-03,,1,2\n", made_up.SMALL_MAP)
    assert (len(rows), found.outcome, found.unused) == (1, "whole", ["x", "x"])


def test_headings_without_rows():
    assert reasons("ID,Name,Born,Died\n,,,\n\n") == ["The file has headings, and no rows."]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"%PDF-1.4 x", b"\x89PNG\r\n", b"ID,Name\0,Born,Died\n"])
def test_what_is_no_table(data):
    assert reasons(data) == [NO_TEXT]


def test_fewer_rows_than_stand_above_the_headings():
    few = "There are no headings in this file where the map says that they are."
    assert reasons("ID,Name,Born,Died\n", replace(made_up.SMALL_MAP, rows_above=3)) == [few]


def test_more_columns_than_any_extract_has():
    wide = "This file has more than 1,000 columns. Something else than the map says may divide them."
    assert reasons("ID,Name,Born,Died" + "," * 997 + "\n") == [wide]
    assert reasons("ID,Name,Born,Died" + "," * 996 + "\n") == ["The file has headings, and no rows."]


def test_a_quotation_mark_that_never_closes_though_rows_were_given():
    rows, found = read_small("P1,Amina,1958-04-03,", "P2,Leila,x,", 'P3,"Brian,1990-12-11,')
    assert [row.place for row in rows] == [2]
    assert found.outcome == "refused"
    assert told(found)[0] == (
        4,
        "",
        "From here on the file cannot be split into rows. A quotation mark may be missing.",
    )


def test_what_stops_the_file_is_told_even_after_many_problems():
    _, found = read_small(*(f"P{number},A,x," for number in range(MOST_KEPT + 5)), 'P,"')
    assert (found.outcome, len(found.problems), found.problems[0].field) == ("refused", MOST_KEPT, "")


def test_two_sheets_that_fit():
    data = book_of({"2025": SMALL, "2026": SMALL})
    assert reasons(data) == ["2 sheets fit the map (“2025”, “2026”). Say in the map which it is."]


def test_a_sheet_that_is_not_there_or_hidden():
    def hide(book):
        book["Old"].sheet_state = "hidden"

    data = book_of({"People": SMALL, "Old": SMALL}, change=hide)
    assert reasons(data, replace(made_up.SMALL_MAP, sheet="old")) == [
        "No sheet that is shown is called “old”. There is: “People”."
    ]
    rows, found = read(data, made_up.SMALL_MAP)
    assert (len(rows), found.notes) == (1, ["The sheet “Old” is hidden. It was not read."])


def test_no_sheet_with_the_headings():
    data = book_of({"People": [["ID", "Name", "Born"], ["P1", "Amina", "1958-04-03"]]})
    assert reasons(data) == ["The file has no column “Died”, which the map names."]


def test_merged_cells_below_the_headings_and_not_above():
    merged = book_of({"People": SMALL}, change=lambda book: book["People"].merge_cells("A2:B2"))
    assert reasons(merged) == ["The cells A2:B2 are merged, so we cannot tell which row they belong to."]
    above = book_of({"People": [["Riverton Council"], *SMALL]}, change=lambda book: book["People"].merge_cells("A1:D1"))
    rows, _ = read(above, replace(made_up.SMALL_MAP, rows_above=1))
    assert [row.place for row in rows] == [3]


def test_hidden_rows_are_read_and_told():
    def hide(book):
        book["People"].row_dimensions[2].hidden = True

    rows, found = read(book_of({"People": SMALL}, change=hide), made_up.SMALL_MAP)
    assert (len(rows), found.notes) == (1, ["Rows are hidden in this sheet (2). They were read too."])


def packed(**changed):
    """A right spreadsheet with some of its parts changed; names with / as they are in the ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book_of({"People": SMALL}))) as before, zipfile.ZipFile(out, "w", 8) as after:
        for name in before.namelist():
            after.writestr(
                name, changed.get("sheet") if "sheet" in changed and "sheets/" in name else before.read(name)
            )
        for name, data in changed.get("more", {}).items():
            after.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        packed(sheet=b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "b">]><worksheet>&a;</worksheet>'),
        packed(sheet=b"<worksheet>" + b" " * 70_000_000),
        packed(more={"../../evil": b"x"}),
        packed(sheet=b"<worksheet><sheetData><row"),
        book_of({"People": SMALL})[:-40],
        b"PK\x03\x04 and nothing more",
    ],
    ids=["entities", "bomb", "leads out", "damaged sheet", "cut short", "no ZIP"],
)
def test_hostile_spreadsheets(data):
    (reason,) = reasons(data)
    assert reason
