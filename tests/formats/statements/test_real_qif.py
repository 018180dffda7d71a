"""The 11 real and published QIF files beside the repository, each with its expected outcome.

EXPECTED.json counts the records of the file. It counts "Opening Balance" records of 0.00 as lines; they are no money
moved, and the index of the collection says so of other banks' opening rows.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from ownway.formats.statements import read_statement

FILES = Path(__file__).resolve().parents[3].parent / "shared" / "standards" / "02-bank-statements"
HERE = FILES.is_dir()
pytestmark = pytest.mark.skipif(not HERE, reason="the shared collection of statement files is not here")

ALL = json.loads((FILES / "EXPECTED.json").read_text(encoding="utf-8"))["files"] if HERE else {}
EXPECTED = {path: told for path, told in ALL.items() if told.get("format") == "QIF"}
OPENING_RECORD = ("quiffen/test.qif", "quiffen/test_oth_a.qif")
OUTCOMES = {
    "countinghouse/statement.qif": ("whole", ""),
    "quiffen/test_category_override.qif": ("whole", ""),
    "quiffen/test_split.qif": ("whole", ""),
    "quiffen/test.qif": ("in part", "1 record of investments"),
    "quiffen/test_oth_a.qif": ("in part", "1 record of investments"),
    "csv2ofx/converted/default.qif": ("refused", "2 accounts (Cash, Checking)"),
    "csv2ofx/converted/default_w_splits.qif": ("refused", "2 accounts (Cash, Checking)"),
    "csv2ofx/converted/mint.qif": ("refused", "2 accounts (Checking, Savings)"),
    "csv2ofx/converted/xero.qif": ("refused", "3 accounts (Income, Cash, Checking)"),
    "quiffen/empty.qif": ("refused", "empty"),
    "quiffen/test_unknown_account_type.qif": ("refused", "investments"),
}


def read(path):
    return read_statement((FILES / path).read_bytes(), name="x")


def test_every_file_of_the_collection_has_its_outcome_here():
    assert sorted(EXPECTED) == sorted(OUTCOMES)
    assert len(EXPECTED) == 11


@pytest.mark.parametrize("path", sorted(EXPECTED))
def test_the_lines_of_all_accounts_come_to_what_the_file_has(path):
    parts, told = read(path).parts, EXPECTED[path]
    assert sum(part.line_count for part in parts) == told["bank_records"] - (path in OPENING_RECORD)
    assert sum(part.sum_pence for part in parts) == int(Decimal(told["sum"]) * 100)


@pytest.mark.parametrize(("path", "outcome"), sorted(OUTCOMES.items()))
def test_each_has_its_outcome(path, outcome):
    statement = read(path)
    told, reason = outcome
    assert statement.outcome == told
    assert any(reason in problem.reason for problem in statement.problems) or told == "whole"


@pytest.mark.parametrize("path", OPENING_RECORD)
def test_the_opening_record_is_the_opening_balance(path):
    assert read(path).opening_pence == 0
    assert any(note.words == "The balance at the start." for note in read(path).notes)


def test_the_places_are_lines_of_the_file():
    for path in EXPECTED:
        rows = (FILES / path).read_text(encoding="utf-8").split("\n")
        assert all(rows[line.place - 1][:1] in ("D", "N") for line in read(path).lines)


def test_the_same_month_as_csv_has_the_same_money():
    """EXPECTED of the collection: the QIF of one bank holds the two booked lines of its OFX, 1,987.66 together."""
    lines = read("countinghouse/statement.qif").lines
    others = read("countinghouse/statement.ofx").lines
    assert sum(line.pence for line in lines) == sum(line.pence for line in others) == 198766


def test_the_count_of_files_lines_and_money(capsys):
    parts = [part for path in EXPECTED for part in read(path).parts]
    count, moved = sum(part.line_count for part in parts), sum(part.sum_pence for part in parts)
    with capsys.disabled():
        print(f"\nQIF: {len(EXPECTED)} files, {count} lines, {moved / 100:,.2f} together")
    assert count == sum(told["bank_records"] for told in EXPECTED.values()) - len(OPENING_RECORD)
