"""Every file of the shared collection, through what `ownway statement --json` prints, against EXPECTED.json.

A file that is not listed here is read (whole, or as its kind is) with every figure as EXPECTED has it. Where a figure
stands alone against EXPECTED, it is listed with the reason.
"""

import json
from collections import Counter
from pathlib import Path

import pytest
from tests.formats.statements.shared_files import find_differences

from ownway.formats.statements import read_statement
from ownway.formats.statements.amounts import write_pounds
from ownway.journey.accounts.management.commands.statement import in_json

FILES = Path(__file__).resolve().parents[3].parent / "shared" / "standards" / "02-bank-statements"
pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the shared collection of statement files is not here")

OPENING_ROW = (
    "EXPECTED counts the “Opening balance” row of no money as a transaction. It is none: the collection says so itself "
    "of Starling's (“a reader should report 3 real transactions”)."
)
NO_LAYOUT = (
    "No bank's layout says what these columns are, and only a person may: it is refused until a column map is declared "
    "(test_real_files_by_map)."
)
INVESTMENTS = "One of the records is of an investment account and moves no money of the bank's; it is set aside."
STANDS_ALONE = {
    "bank2ynab/20180226_12345678.csv": ({"row_order"}, "One row has no order, so it is told as it stands."),
    "bank2ynab/statement_1.csv": (
        {"sum"},
        "A credit card's file has spending positive. EXPECTED gives the sum as written; money in is positive here.",
    ),
    "bank2ynab/test_headers.csv": ({"transaction_count", "sum"}, NO_LAYOUT),
    "bank2ynab/test_row_format_CD_flag.csv": ({"transaction_count"}, NO_LAYOUT),
    "bank2ynab/test_row_format_default.csv": ({"transaction_count", "sum"}, NO_LAYOUT),
    **{
        f"convertmystatements/uk/{bank}.csv": ({"transaction_count"}, OPENING_ROW)
        for bank in ("barclays", "hsbc-uk", "lloyds", "natwest", "santander-uk")
    },
    "countinghouse/starling.csv": ({"transaction_count"}, OPENING_ROW),
    "csv2ofx/default.csv": ({"transaction_count", "sum"}, NO_LAYOUT),
    "csv2ofx/mint.csv": ({"transaction_count", "sum"}, NO_LAYOUT),
    "csv2ofx/n26-fr.csv": ({"transaction_count"}, NO_LAYOUT),
    "csv2ofx/schwab-checking.csv": (
        {"transaction_count", "sum", "opening_balance", "closing_balance", "reconciles", "row_order"},
        NO_LAYOUT,
    ),
    "csv2ofx/xero.csv": ({"format"}, "It is no statement, as EXPECTED says. It is refused as a CSV that nobody knows."),
    "mt940/jejik/knab.sta": (
        {"transaction_count"},
        "An amount has no comma, which SWIFT does not allow: it may have lost its end. EXPECTED counts the raw tags.",
    ),
    "ofxparse/fidelity-savings.ofx": (
        {"statements"},
        "ofxparse reads four lines to a ten thousandth of a dollar. It is an investment account, with no bank money.",
    ),
    "quiffen/empty.qif": ({"format"}, "The file has no bytes at all, so it has no kind. It is refused as empty."),
    "quiffen/test.qif": ({"transaction_count"}, INVESTMENTS),
    "quiffen/test_oth_a.qif": ({"transaction_count"}, INVESTMENTS),
}
OUTCOMES = Counter({"whole": 54, "in part": 11, "refused": 52})


@pytest.fixture(scope="module")
def expected():
    return json.loads((FILES / "EXPECTED.json").read_text(encoding="utf-8"))["files"]


@pytest.fixture(scope="module")
def told(expected):
    """What the command prints of each file."""
    found = {}
    for path in expected:
        statement = read_statement((FILES / path).read_bytes(), name=Path(path).name, currency=None)
        found[path] = in_json(Path(path), statement)
    return found


def test_each_figure_is_as_expected_or_has_its_reason(expected, told):
    different = {path: {name for name, _, _ in find_differences(told[path], expected[path])} for path in expected}
    different = {path: names for path, names in different.items() if names}
    assert different == {path: names for path, (names, _) in STANDS_ALONE.items()}


def test_every_file_that_is_not_taken_whole_says_where_and_why(told):
    for path, statement in told.items():
        assert (statement["outcome"] == "whole") == (statement["problems"] == []), path
        assert all(problem["reason"] for problem in statement["problems"])


def test_what_is_not_in_the_figures_is_as_the_collection_wants_it(told):
    """EXPECTED says these in words: an unclear day is not guessed, a number twice is not counted twice, rows are named."""
    assert told["convertmystatements/edge/date_format_mismatch.csv"]["outcome"] == "refused"
    assert told["convertmystatements/edge/duplicate_transactions.csv"]["outcome"] == "in part"
    assert told["convertmystatements/edge/missing_balance.csv"]["reconciles"] is None
    for name in ("midata-1", "midata-2", "statement-1", "statement-2"):
        (problem,) = told[f"nationwide-transaction-parser/bad-{name}.csv"]["problems"]
        assert (problem["stops"], problem["place"]) == (True, 4 if "midata" in name else 6)


def test_how_much_is_read_of_the_whole_collection(told, capsys):
    """The count of files, lines and money, printed. Statements of a refused file are described and not counted."""
    outcomes = Counter(statement["outcome"] for statement in told.values())
    taken = [statement for statement in told.values() if statement["outcome"] != "refused"]
    lines = sum(statement["transaction_count"] for statement in taken)
    pounds = [statement for statement in taken if statement["currency"] == "GBP"]
    pence = sum(_pence(statement["sum"]) for statement in pounds)
    with capsys.disabled():
        print(
            f"\n{len(told)} statement files: {outcomes['whole']} whole, {outcomes['in part']} in part, "
            f"{outcomes['refused']} refused with the reason; {lines} lines, "
            f"of which {sum(each['transaction_count'] for each in pounds)} in pounds that come to {write_pounds(pence)}"
        )
    assert len(told) == 117
    assert outcomes == OUTCOMES


def _pence(text):
    pounds, _, pence = text.removeprefix("-").partition(".")
    return (-1 if text.startswith("-") else 1) * (int(pounds) * 100 + int(pence))
