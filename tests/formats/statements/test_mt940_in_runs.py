"""Entries of a SWIFT statement that are read many at a time are what they are one by one, whatever stands among them."""

from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.statements.mt940_written import AMINA, ENTRIES, message, read_alone

from ownway.formats.statements import read_statement, texts
from ownway.formats.statements.mt940 import entries, fields, run_lines
from ownway.formats.statements.mt940.fields import iterate_fields
from ownway.formats.statements.mt940.runs import Run

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "standards" / "02-bank-statements"
FILES = {path.name: path.read_bytes() for path in sorted(SHARED.rglob("*.sta"))} | {"amina": AMINA.encode()}
DAYS = ("2609040904", "260904", "2612310101", "2603010230", "2602300301", "26090409", "9913010101", "9001010101")
MARKS = ("C", "D", "RC", "RD", "EC", "CR", "DP", "DR", "CU", "DD", "CC")
AMOUNTS = ("8,20", "412,5", "640,", "0,00", "1,005", "1,500", "12", "000000000147,64", "9" * 16 + ",00", "")
TYPES = ("NTRF", "FMSC", "S123", "Nxyz", "ZTRF", "")
REFERENCES = ("", "NONREF", "DP 4471", "A//B1", "//", "//NONREF", "P000029225      CITY CABS   ", "X" * 90, "a|b//c//d")
SECOND_LINES = ("", "", "\nDIRECT DEBIT", "\n", "\n-", "\n:x", "\n  ", "\nCITY CABS")
DETAILS = (
    *("CITY CABS", "GOOD  COVER", " CARYS", "CARYS ", "a|b", "\t", "", "-", "é\u00a0\x1c", "x" * 101, "WAS IT YOURS?"),
    *("FIRST\nSECOND", "AT\n:12:11 HIGH STREET", "FIRST\n\nTHIRD", "ONE\n-", "ONE\n{2:O940}", "\x03", "x\n" * 14),
    *("166?00CREDIT?20EREF+E1?21SVWZ+WAGES?32CARYS", "166?00CREDIT?2\n0SVWZ+?32", "/EREF/E1/NAME/CARYS\n PRICE/"),
    *("FIRST\n:86:SECOND", "FIRST\n:NS:22SECOND", "FIRST\n:\n86:SECOND", "FIRST\n:64:C260904GBP1,", "123", "12>10"),
)
PARTS = (DAYS, MARKS, AMOUNTS, TYPES, REFERENCES, SECOND_LINES, DETAILS)
ENTRY = st.tuples(*map(st.sampled_from, PARTS))
PLAIN = ("260904", "D", "8,20", "NMSC", "NONREF//R3", "", "CITY CABS")
AMONG = (
    "",
    "",
    "",
    ":13:x\n",
    ":62F:C260930GBP1,\n-\n",
    ":20:NEXT\n:25:GB29\n:60F:C260831EUR1,\n",
    "-\n",
    "\n",
    ":61:\n",
)


@contextmanager
def one_by_one():
    """Without the quick way: no entries are plain enough."""
    with patch.object(fields, "split_runs", lambda text, _: ([], text)):
        yield


def same_both_ways(data):
    quick = read_statement(data, name="x", currency=None)
    alone, reading = read_alone(data)
    with one_by_one():
        assert read_statement(data, name="x", currency=None) == quick
        assert read_alone(data) == (alone, reading)
    return alone


def write_entry(day, mark, amount, kind, references, second, details):
    return f":61:{day}{mark}{amount}{kind}{references}{second}\n:86:{details}\n"


@pytest.mark.parametrize("name", sorted(FILES))
def test_of_each_file(name):
    same_both_ways(FILES[name])


@settings(deadline=None, max_examples=500)
@given(st.lists(st.tuples(ENTRY, st.integers(0, 6), st.sampled_from(AMONG)), max_size=12), st.integers(50, 900))
def test_of_entries_made_of_pieces_among_plain_ones(made, length):
    plain = write_entry(*PLAIN)
    text = message("".join(write_entry(*entry) + plain * many + among for entry, many, among in made))
    with patch.object(texts, "_CHUNK", length):
        same_both_ways(text.encode())


@pytest.mark.parametrize("part", range(len(PLAIN)))
def test_of_many_that_are_unusual_in_one_way(part):
    for each in PARTS[part]:
        changed = write_entry(*PLAIN[:part], each, *PLAIN[part + 1 :])
        same_both_ways(message((write_entry(*PLAIN) + changed) * 5).encode())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_wherever_a_piece_of_the_file_ends(end):
    data = message(ENTRIES * 2).replace("\n", end).encode()
    lines = read_alone(data)[0]
    for length in range(1, len(data)):
        with patch.object(texts, "_CHUNK", length):
            assert read_alone(data)[0] == lines


def test_plain_entries_are_not_read_one_by_one():
    with patch.object(entries.EntryReader, "read", side_effect=AssertionError):
        lines = read_alone(message(ENTRIES * 10).encode())[0]
    assert [line.place for line in lines] == list(range(5, 105, 2))
    assert [line.pence for line in lines] == [-41250, 64000, -820, -820, -699] * 10
    assert {line.bank_id for line in lines} == {"R1", "R2", "R3", "R4", "R5"}


def test_one_odd_entry_among_many_leaves_the_others_in_runs():
    odd = ":61:2609300930RD1,00NTRFNONREF\n:86:CITY CABS\n"
    found = list(iterate_fields([message(ENTRIES * 3 + odd + ENTRIES * 3)]))
    assert [len(each.days) for each in found if isinstance(each, Run)] == [15, 15]
    assert len(same_both_ways(message(ENTRIES * 3 + odd + ENTRIES * 3).encode())) == 31


def test_a_run_can_be_told_as_the_fields_it_was():
    text = message(ENTRIES.replace("//R3\n", "//R3\nA TRIP\n").replace("COUNCIL", "COUNCIL\nADULT CARE"))
    found = [each.fields() if isinstance(each, Run) else [each] for each in iterate_fields([text])]
    with one_by_one():
        assert list(chain.from_iterable(found)) == list(iterate_fields([text]))


def test_where_no_day_can_be_as_few_are_looked_at_as_one_by_one():
    assert same_both_ways(message(":61:2602300230D8,20NMSCNONREF\n:86:CITY CABS\n" * 200).encode()) == []


def test_the_letter_of_the_currency_is_passed_over_and_another_is_not():
    pounds, dollars = (message(ENTRIES.replace("0904D", f"0904D{letter}") * 3).encode() for letter in "PU")
    assert [len(same_both_ways(data)) for data in (pounds, dollars)] == [15, 15]
    asked = [[problem.place for problem in read_alone(data)[1].problems] for data in (pounds, dollars)]
    assert asked == [[35], [5, 15, 25, 35]]  # line 35: three times the same lines do not add up


def test_totals_of_an_interim_report_are_those_of_its_runs():
    # Four times Amina's September: 4 x 640.00 in; 4 x (412.50 + 8.20 + 8.20 + 6.99) = 4 x 435.89 out.
    totals = ":90D:16GBP1743,56\n:90C:4GBP2560,\n"
    statement = read_statement(message(ENTRIES * 4, opening=":34F:GBPD0,\n", closing=totals).encode(), name="x")
    assert [problem.reason for problem in statement.problems if "counts" in problem.reason] == []
    assert (statement.layout, statement.parts[0].sum_pence) == ("mt942", 256000 - 174356)


def test_the_fewest_that_are_read_as_a_run():
    for count in range(1, 2 * run_lines._FEW):
        same_both_ways(message(write_entry(*PLAIN) * count).encode())
