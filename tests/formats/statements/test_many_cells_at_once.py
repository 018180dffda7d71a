"""What is done to many cells in one step is what is done to each by itself, or is left to be done by itself."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from ownway.formats.statements.amounts import read_pence
from ownway.formats.statements.columns import plain_sums, tidy_all
from ownway.formats.statements.rows import plain_columns
from ownway.formats.statements.words import tidy

PIECES = ("a", "é", "", ",", ",", "\n", "\n", "\r\n", "\r", '"', ",\n", ",\r\n", " ")
MARKS = ("0", "7", "12", ".", ".00", ".5", "-", "+", "|", ",", "£", " ", "²", "_", "9" * 12)


@settings(max_examples=2_000, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join), st.integers(1, 4))
def test_columns_are_those_of_the_rows(text, width):
    lines = list(io.StringIO(text, newline=""))
    columns = plain_columns(text, delimiter=",", width=width)
    try:
        rows = list(csv.reader(lines, strict=True))
    except csv.Error:
        rows = []
    if columns is not None:
        assert list(zip(*columns, strict=True)) == list(map(tuple, rows))
        assert len(rows) == len(lines)
    elif "\r" not in text and text.endswith("\n"):
        assert {len(row) for row in rows} != {width} or len(rows) != len(lines) or width == 1


def test_columns_of_one_line_end():
    assert plain_columns("a,b\nc,d\n", delimiter=",", width=2) == (["a", "c"], ["b", "d"])
    assert plain_columns("a,b,c\r\n,,\r\n", delimiter=",", width=3) == (["a", ""], ["b", ""], ["c", ""])


def test_no_columns_where_line_ends_differ():
    assert plain_columns("a,b\r\nc,d\n", delimiter=",", width=2) is None
    assert plain_columns("a,\n,b\r\n", delimiter=",", width=2) is None


def test_no_columns_where_the_last_line_does_not_end():
    assert plain_columns("a,b\nc", delimiter=",", width=2) is None
    assert plain_columns("a", delimiter=",", width=2) is None


@settings(max_examples=2_000, deadline=None)
@given(st.lists(st.lists(st.sampled_from(MARKS), max_size=4).map("".join), min_size=1, max_size=3))
def test_sums_are_those_of_each_cell(cells):
    pence = plain_sums(cells)
    if pence is not None:
        assert pence == [read_pence(cell) for cell in cells]


def test_plain_sums_are_read():
    assert plain_sums(["12.34", "-5.00", "+0.07", "10559893.00"]) == [1_234, -500, 7, 1_055_989_300]


def test_a_sign_is_left_where_there_should_be_none():
    assert plain_sums(["12.34", "0.07"], signed=False) == [1_234, 7]
    for cell in ("-5.00", "+5.00"):
        assert plain_sums(["12.34", cell], signed=False) is None, cell


def test_sums_that_are_not_plain_are_left():
    for cell in ("", "12", ".50", "1.5", "5-3.00", "5.00-", "--5.00", "1_0.00", "1.00|2.00", "٣.00", "123456789012.00"):
        assert plain_sums(["1.00", cell]) is None, cell


@settings(max_examples=1_000, deadline=None)
@given(st.lists(st.text(st.sampled_from("ab |\t\u00a0\x1cé"), max_size=5), min_size=1, max_size=4))
def test_words_are_tidied_as_each_would_be(cells):
    assert list(tidy_all(cells)) == list(map(tidy, cells))
