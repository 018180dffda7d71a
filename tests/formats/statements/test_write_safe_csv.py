"""CSV written for a spreadsheet holds no formula, whatever words people and banks have written."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.formats.statements.csv_out import safe_cell, write_csv


@pytest.mark.parametrize("before", ["\ufeff", "\u200b", "\u00a0", "\u3000 ", "\u2060\t"])
@pytest.mark.parametrize("begin", ["=", "@", "\uff1d", "\uff20", "\uff0b", "\uff0d"])
def test_what_cannot_be_seen_or_is_written_wide_hides_no_formula(before, begin):
    assert safe_cell(f"{before}{begin}1+1") == f"'{before}{begin}1+1"
    assert safe_cell(f"{begin}1+1") == f"'{begin}1+1"


@pytest.mark.parametrize(
    "words", ["=1+1", "+44 7700", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "  =1", "=HYPERLINK('x')", "-1+1"]
)
def test_words_that_could_run_get_an_apostrophe(words):
    assert safe_cell(words) == "'" + words


@pytest.mark.parametrize("words", ["-12.34", "640.00", "CITY CABS", "", "7 - 9", "+5"])
def test_sums_and_plain_words_stay_as_they_are(words):
    assert safe_cell(words) == words


def test_whole_numbers_stay_numbers():
    assert safe_cell(-1234) == "-1234"


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), min_size=1)))
def test_what_is_written_is_read_back_and_no_cell_begins_a_formula(rows):
    again = list(csv.reader(io.StringIO(write_csv(rows), newline="")))
    for row, back in zip(rows, again, strict=True):
        assert [cell.removeprefix("'") for cell in back] == [cell.removeprefix("'") for cell in row] or row == [""]
        for cell in back:
            assert not cell.lstrip().startswith(("=", "@", "\uff1d", "\uff20"))
