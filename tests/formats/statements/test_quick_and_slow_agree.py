"""What is read many lines at a time is what is read one by one: the same lines, problems and notes, whatever stands there."""

from contextlib import contextmanager
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.statements import samples

from ownway.formats.statements import ofx_scan, read_statement, sheet_columns, sheet_lines

HEAD = "Date,Description,Amount,Balance\n"
PIECES = (
    *("", " ", "0", "9", "-", "+", ".", ",", "\n", "\r\n", '"', "'", "\u00a0", "&amp;", "&", "<", ">", "\t", "  "),
    *(
        "0.00",
        "-0.00",
        "1,000.00",
        "£1.00",
        "1.5",
        "12",
        "9" * 12 + ".00",
        "30/02/2026",
        "2026-09-07",
        "Total",
        "Pending",
    ),
    *(
        "PENDING",
        "Opening Balance",
        "GBP",
        "EUR",
        "debit",
        "<MEMO>",
        "<CURRENCY><CURSYM>EUR</CURRENCY>",
        "²",
        "\x1c",
        "é",
    ),
    *("</STMTTRN>", "<STMTTRN>", "<FITID>F1", "</STMTRS>", "20260230", "credit"),
)
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(PIECES)), max_size=5)


@contextmanager
def one_by_one():
    """Without the quick ways: no row is plain enough, and no entry has a shape."""
    with (
        patch.object(sheet_columns.ColumnReader, "read", lambda *_, **__: None),
        patch.object(ofx_scan, "learn_shape", lambda *_: None),
    ):
        yield


def both_ways(text):
    quick = read_statement(text.encode("utf-8", "replace"), name="x", currency=None)
    with one_by_one():
        slow = read_statement(text.encode("utf-8", "replace"), name="x", currency=None)
    return quick, slow


@pytest.mark.parametrize("what", samples.ALL)
def test_of_each_bank(what):
    quick, slow = both_ways(samples.ALL[what])
    assert quick == slow
    assert quick.line_count == samples.COUNT


@settings(max_examples=1_000, deadline=None)
@given(st.sampled_from(sorted(samples.ALL)), CHANGES, st.sampled_from((1, 60, 150, 400)))
def test_of_a_file_with_pieces_changed(what, changes, at_once):
    text = samples.ALL[what]
    for where, many, new in changes:
        at = int(where * len(text))
        text = text[:at] + new + text[at + many :]
    with patch.object(sheet_lines, "_AT_ONCE", at_once):
        quick, slow = both_ways(text)
    assert quick == slow


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(PIECES), st.sampled_from(PIECES)), max_size=12))
def test_of_rows_and_entries_made_of_pieces(cells):
    rows = "".join(f"07/09/2026,{words},{amount}8.20,{balance}9.00\n" for words, amount, balance in cells)
    quick, slow = both_ways(HEAD + rows)
    assert quick == slow
    entries = [
        samples.write_entry("DEBIT", "20260907", f"-1.{n:02d}{amount}", f"F{n}", words, memo)
        for n, (words, amount, memo) in enumerate(cells)
    ]
    quick, slow = both_ways(samples.write_ofx("\n".join(entries)))
    assert quick == slow


def test_a_quoted_cell_over_two_lines_at_the_edge_of_what_is_read_at_once():
    rows = [f'tx_{n},07/09/2026,10:00:00,Card,Shop,,Food,-1.00,GBP,-1.00,GBP,"a\nb",,,SHOP,,,\n' for n in range(9)]
    heading = samples.MONZO.splitlines(keepends=True)[0]
    for at_once in range(1, 8):
        with patch.object(sheet_lines, "_AT_ONCE", at_once):
            statement = read_statement((heading + "".join(rows)).encode(), name="x")
        assert [line.place for line in statement.lines] == list(range(2, 20, 2))
        assert {line.reference for line in statement.lines} == {"a b"}
