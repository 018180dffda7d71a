"""The files of the collection that only a column map can read: its figures are those of EXPECTED.json."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ownway.formats.statements import read_statement
from ownway.formats.statements.column_map import ColumnMap, check_map
from ownway.formats.statements.column_map_reading import read_with_map
from ownway.formats.statements.proposing_report import proposal_for
from ownway.formats.statements.report import describe

REPO = Path(__file__).resolve().parents[3]
FILES = REPO.parent / "shared" / "standards" / "02-bank-statements"
pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the shared collection of statement files is not here")

RAIFFEISEN = ColumnMap(columns=5, day=1, words=(2,), paid_in=4, paid_out=5, delimiter=";", decimal=",", currency="EUR")
FLAGGED = ColumnMap(
    columns=5,
    day=1,
    words=(2,),
    amount=4,
    flag=5,
    flag_out=("O",),
    flag_in=("I",),
    delimiter=";",
    decimal=",",
    currency="EUR",
    unreadable_rows="set aside",
)
WITH_HEADINGS = ColumnMap(
    columns=7,
    day=1,
    words=(2,),
    amount=4,
    headings=("Date", "Payee", "SomeOtherDate", "Inflow", "Currency", "skip", "skip"),
    delimiter=";",
    decimal=",",
    currency_column=5,
    currency="EUR",
)
SCHWAB = ColumnMap(
    columns=8,
    day=1,
    words=(5,),
    paid_out=6,
    paid_in=7,
    balance=8,
    headings=("Date", "Status", "Type", "CheckNumber", "Description", "Withdrawal", "Deposit", "RunningBalance"),
    day_order="month first",
    currency="USD",
)
MINT = ColumnMap(
    columns=9,
    day=1,
    words=(2,),
    amount=4,
    flag=5,
    flag_out=("debit",),
    flag_in=("credit",),
    headings=(
        "Date",
        "Description",
        "Original Description",
        "Amount",
        "Transaction Type",
        "Category",
        "Account Name",
        "Labels",
        "Notes",
    ),
    day_order="month first",
    currency="USD",
)
N26 = ColumnMap(
    columns=11,
    day=1,
    words=(3,),
    amount=8,
    headings=(
        "Booking Date",
        "Value Date",
        "Partner Name",
        "Partner Iban",
        "Type",
        "Payment Reference",
        "Account Name",
        "Amount (EUR)",
        "Original Amount",
        "Original Currency",
        "Exchange Rate",
    ),
    day_order="year first",
    currency="EUR",
)
SEVERAL = ColumnMap(
    columns=9,
    day=3,
    words=(5,),
    amount=6,
    id=1,
    headings=("Row", "Num", "Date", "Reference", "Description", "Amount", "Account", "Category", "Notes"),
    day_order="year first",
)


def read(path, columns):
    assert check_map(columns) == {}
    return read_with_map((FILES / path).read_bytes(), columns, name=Path(path).name, currency=None)


@pytest.fixture(scope="module")
def expected():
    return json.loads((FILES / "EXPECTED.json").read_text(encoding="utf-8"))["files"]


@pytest.mark.parametrize(
    ("path", "columns"),
    [
        ("csv2ofx/schwab-checking.csv", SCHWAB),
        ("csv2ofx/mint.csv", MINT),
        ("csv2ofx/n26-fr.csv", N26),
        ("csv2ofx/default.csv", SEVERAL),
    ],
)
def test_a_map_reads_the_file_to_the_penny(path, columns, expected):
    told, wanted = describe(read(path, columns)), expected[path]
    assert (told["outcome"], told["transaction_count"]) == ("whole", wanted["transaction_count"])
    assert told["sum"] == (wanted["sum"] if "." in wanted["sum"] else wanted["sum"] + ".00")
    for name in ("opening_balance", "closing_balance", "reconciles"):
        assert told[name] == wanted.get(name)
    if "row_order" in wanted:
        assert told["row_order"] == wanted["row_order"]


@pytest.mark.parametrize(
    ("path", "columns", "aside"),
    [("bank2ynab/test_headers.csv", WITH_HEADINGS, 3), ("bank2ynab/test_row_format_default.csv", RAIFFEISEN, 1)],
)
def test_rows_that_are_no_payment_are_set_aside_and_the_rest_is_read(path, columns, aside, expected):
    """EXPECTED counts one more in the second: a row with words and no day or money ("A null transaction, just to…")."""
    statement = read(path, replace(columns, unreadable_rows="set aside"))
    told = describe(statement)
    assert (told["outcome"], told["transaction_count"], told["sum"]) == ("in part", 73, expected[path]["sum"])
    assert len(statement.problems) == aside


def test_rows_that_do_not_say_in_or_out_are_set_aside_and_the_rest_is_read(expected):
    statement = read("bank2ynab/test_row_format_CD_flag.csv", FLAGGED)
    wanted = expected["bank2ynab/test_row_format_CD_flag.csv"]
    assert describe(statement)["outcome"] == "in part"
    assert (len(statement.lines), describe(statement)["sum"]) == (wanted["flagged_count"], wanted["flagged_sum"])
    assert len(statement.problems) == wanted["transaction_count"] - wanted["flagged_count"]
    assert [problem.place for problem in statement.problems] == [71, 72, 73, 74]
    assert sum("in or out" in problem.reason for problem in statement.problems) == 3


def test_the_same_rows_refuse_the_file_where_the_map_says_so():
    statement = read("bank2ynab/test_row_format_CD_flag.csv", replace(FLAGGED, unreadable_rows="refuse"))
    assert (statement.outcome, len(statement.problems)) == ("refused", 4)


@pytest.mark.parametrize(("path", "columns", "account"), [("default", SEVERAL, 7), ("mint", MINT, 7)])
def test_a_column_of_accounts_finds_that_there_are_two(path, columns, account):
    statement = read(f"csv2ofx/{path}.csv", replace(columns, account=account))
    assert statement.outcome == "refused"
    assert statement.problems[0].reason.startswith("The file holds 2 accounts (")


WITHOUT_A_LAYOUT = [
    "bank2ynab/test_headers.csv",
    "bank2ynab/test_row_format_CD_flag.csv",
    "bank2ynab/test_row_format_default.csv",
    *(f"csv2ofx/{name}.csv" for name in ("default", "mint", "n26-fr", "schwab-checking", "xero")),
]


@pytest.mark.parametrize("path", WITHOUT_A_LAYOUT)
def test_without_a_map_nothing_is_read_and_one_is_proposed(path):
    data = (FILES / path).read_bytes()
    statement = read_statement(data, name="x", currency=None)
    assert (statement.outcome, statement.problems[0].place) == ("refused", 1)
    assert statement.problems[0].reason.startswith("We do not know this layout.")
    assert proposal_for(statement, data, name="x") is not None


def test_euros_are_refused_where_pounds_are_wanted():
    data = (FILES / "csv2ofx" / "n26-fr.csv").read_bytes()
    assert read_with_map(data, N26, name="x").problems[0].reason == "This statement is in EUR. We can only take GBP."
