"""For a sheet that no layout knows, a column map is proposed with its reasons; a running balance proves it."""

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.statements import samples
from tests.formats.statements.books import book_of

from ownway.formats.statements.column_map import check_map
from ownway.formats.statements.column_map_json import read_map, write_map
from ownway.formats.statements.column_map_reading import preview_map, read_with_map
from ownway.formats.statements.proposing import propose_map
from ownway.formats.statements.ready_maps import find_ready_map
from ownway.formats.statements.source import Source

REPO = Path(__file__).resolve().parents[3]
FILES = REPO.parent / "shared" / "standards" / "02-bank-statements"
collection = pytest.mark.skipif(not FILES.is_dir(), reason="the shared collection of statement files is not here")
CARD = """Booked,What,Spent or loaded,Sum,Left on card
07/09/2026,CITY CABS,Spend,8.20,579.30
07/09/2026,RIVERTON COUNCIL,Load,640.00,1219.30
07/09/2026,CITY CABS,Spend,8.20,1211.10
30/09/2026,GOOD COVER,Spend,6.99,1204.11
"""


def propose(text):
    return propose_map(Source(io.BytesIO(text if isinstance(text, bytes) else text.encode()), name="x"))


def read(text, columns):
    return read_with_map(text if isinstance(text, bytes) else text.encode(), columns, name="x", currency=None)


def money(statement):
    return tuple((line.on, line.pence) for line in statement.lines)


def why(proposal, holds):
    return next(reason.why for reason in proposal.reasons if reason.holds == holds)


# With no heading and no balance nothing tells money in from money out; the first of two columns is taken for money out.
TELLING = [name for name in samples.ALL_CSV if name != "barclaycard"]


@pytest.mark.parametrize("layout", TELLING)
def test_without_the_banks_layout_a_proposal_reads_the_same_month(layout):
    text = samples.ALL_CSV[layout]
    proposal = propose(text)
    assert check_map(proposal.columns) == {}
    columns = replace(proposal.columns, unreadable_rows="set aside")
    assert money(read(text, columns)) == samples.MONEY
    assert proposal.is_proven is (layout in samples.WITH_BALANCES or layout == "bank-of-ireland")


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_any_division_of_columns_is_found(delimiter):
    text = samples.FIRST_DIRECT.replace(",", delimiter)
    proposal = propose(text)
    assert proposal.columns.delimiter == delimiter
    assert money(read(text, proposal.columns)) == samples.MONEY


def test_a_comma_before_the_pence_is_found_and_asked_about():
    text = samples.FIRST_DIRECT.replace(",", ";").replace(".", ",")
    proposal = propose(text)
    assert proposal.columns.decimal == ","
    assert "We take the comma in sums to stand before the pence." in proposal.to_confirm
    assert money(read(text, proposal.columns)) == samples.MONEY


def test_a_balance_tells_which_of_two_unknown_words_is_money_in():
    proposal = propose(CARD)
    assert (proposal.columns.flag_in, proposal.columns.flag_out) == (("load",), ("spend",))
    assert proposal.is_proven
    assert read(CARD, proposal.columns).sum_pence == 64000 - 820 - 820 - 699


def test_a_balance_that_fits_two_ways_proves_neither():
    """The only load is the first line, and what stood on the card before it is not in the file."""
    lines = CARD.split("\n")
    proposal = propose("\n".join([lines[0], *lines[2:]]))
    assert not proposal.is_proven
    assert any("in another way too" in said for said in proposal.to_confirm)


def test_a_column_that_leaves_rows_without_a_sum_is_no_rival():
    lines = ["Day,What,Off,On,Left", "2026-08-03,DP,,707.32,907.32", "2026-08-05,SWIM,6.50,,900.82"]
    assert propose("\n".join([*lines, "2026-08-28,CARYS,624.00,,276.82"])).is_proven


def test_a_balance_tells_that_what_was_spent_is_positive():
    text = "Date,What,Sum,Left\n01/09/2026,TEA,1.00,99.00\n02/09/2026,BUS,2.50,96.50\n03/09/2026,REFUND,-1.00,97.50\n"
    proposal = propose(text)
    assert (proposal.columns.positive, proposal.is_proven) == ("out", True)
    assert read(text, proposal.columns).sum_pence == -250


def test_two_columns_without_headings_are_told_apart_by_the_balance():
    text = "01/09/2026,TEA,,1.00,99.00\n02/09/2026,DP,50.00,,149.00\n03/09/2026,BUS,,2.00,147.00\n"
    columns = propose(text).columns
    assert (columns.paid_in, columns.paid_out, columns.balance, columns.headings) == (3, 4, 5, ())


def test_it_says_why():
    proposal = propose(samples.FIRST_DIRECT)
    assert why(proposal, "Day") == "Every value in this column is a day, newest first."
    assert why(proposal, "Money") == "This adds up with the balance: 4 of 4 rows."
    assert why(proposal, "Balance") == "Each balance follows from the one before it and the money: 4 of 4 rows."
    assert why(proposal, "What it was for") == "Its heading says so."
    assert why(propose(CARD), "What it was for") == "It has the most words."
    assert proposal.names == ("Date", "Description", "Amount", "Balance")
    assert proposal.examples[0] == ("30/09/2026", "GOOD COVER POL88", "-6.99", "1204.11")


def test_a_balance_that_does_not_follow_is_said():
    proposal = propose(samples.FIRST_DIRECT.replace("1219.30", "1219.31"))
    assert "The balance follows from the money in 2 of 4 rows, and not in the others." in proposal.to_confirm
    assert not proposal.is_proven


@pytest.mark.parametrize(
    ("days", "order", "is_asked"),
    [
        (["13/09/2026", "14/09/2026", "15/09/2026"], "day first", False),
        (["09/13/2026", "09/14/2026", "09/15/2026"], "month first", False),
        (["04/09/2026", "05/09/2026", "06/09/2026"], "day first", True),
        (["09/30/2026", "10/01/2026", "10/02/2026"], "month first", False),
        (["09/11/2026", "10/01/2026", "10/02/2026"], "month first", True),
        (["2026-09-04", "2026-09-05", "2026-09-06"], "year first", False),
        (["04 Sep 2026", "05 Sep 2026", "06 Sep 2026"], "day first", False),
    ],
)
def test_the_order_of_a_day_is_found_and_asked_about_when_it_could_be_another(days, order, is_asked):
    rows = "".join(f"{day},TEA {n},-{n}.50\n" for n, day in enumerate(days, 1))
    proposal = propose("Date,What,Sum\n" + rows)
    assert proposal.columns.day_order == order
    assert any("can be read in two ways" in said for said in proposal.to_confirm) is is_asked


def test_without_a_balance_the_person_is_asked_which_way_the_money_went():
    told = propose(samples.HSBC).to_confirm
    assert told[0].startswith("No running balance proves which way the money went.")


def test_several_accounts_are_asked_about_and_never_joined_unseen():
    text = "Date,What,Sum,Account\n01/09/2026,TEA,-1.00,A\n02/09/2026,BUS,-2.00,B\n03/09/2026,TEA,-1.50,A\n"
    proposal = propose(text)
    assert "The column “Account” has 2 different values. Is this one account?" in proposal.to_confirm
    assert "holds 2 accounts" in read(text, proposal.columns).problems[0].reason


def test_rows_that_cannot_be_read_are_counted():
    text = samples.FIRST_DIRECT + "Total,,204.11,\n"
    assert "1 row has no day or no sum that we can read. You can have such rows left out." in propose(text).to_confirm


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dear Amina,\nthank you, and see you soon.\n",
        "Name,Town\nAmina,Leeds\n",
        "Name,Town,Born\nAmina,Leeds,04/09/1980\nBrian,York,05/10/1970\n",
        "A,B,C\n1,2,3\n4,5,6\n",
        b"%PDF-1.7",
        b"PK\x03\x04broken",
        '"never closed,1,2\n3,4,5',
    ],
)
def test_what_is_no_statement_gets_no_proposal(text):
    assert propose(text) is None


def test_a_spreadsheet_gets_a_proposal_from_its_one_sheet():
    def more(workbook, sheet):
        workbook.create_sheet("Notes").append(["Call", "the", "council"])

    data = book_of(CARD, change=more)
    proposal = propose(data)
    assert proposal.is_proven
    assert read(data, proposal.columns).sum_pence == 64000 - 820 - 820 - 699

    def twice(workbook, sheet):
        workbook.copy_worksheet(sheet)

    assert propose(book_of(CARD, change=twice)) is None


def test_the_first_lines_are_shown_as_they_would_be_read():
    lines, problems = preview_map(Source(io.BytesIO(CARD.encode()), name="x"), propose(CARD).columns, most=2)
    assert [(line.on, line.pence, line.words) for line in lines] == [
        (date(2026, 9, 7), -820, "CITY CABS"),
        (date(2026, 9, 7), 64000, "RIVERTON COUNCIL"),
    ]
    assert problems == ()


def test_a_providers_own_headings_are_known():
    text = (
        "Authorisation date,Card name,Description,Amount,Currency,Balance (after settlement),Exchange rate\n"
        "2026-09-07,Amina,CITY CABS,-8.20,GBP,91.80,1.00\n2026-09-08,Amina,TEA,-1.00,GBP,90.80,1.00\n"
    )
    proposal = propose(text)
    assert (proposal.columns.name, proposal.columns.bank) == ("soldo", "Soldo")
    assert (read(text, proposal.columns).sum_pence, read(text, proposal.columns).closing_pence) == (-920, 9080)
    assert find_ready_map(("Date", "Amount"), delimiter=",") is None


REAL = [
    ("bank2ynab/test_headers.csv", "-4580.70", 73),
    ("bank2ynab/test_row_format_CD_flag.csv", "-4441.16", 70),
    ("csv2ofx/schwab-checking.csv", "-215.27", 4),
    ("csv2ofx/n26-fr.csv", "0.00", 2),
    ("bank2ynab/test_BOI_TransactionExport.csv", "-419.61", 27),
]


@collection
@pytest.mark.parametrize(("path", "total", "count"), REAL)
def test_a_proposal_reads_files_from_elsewhere_to_the_penny(path, total, count):
    data = (FILES / path).read_bytes()
    columns = replace(propose(data).columns, unreadable_rows="set aside")
    statement = read(data, columns)
    assert (f"{statement.sum_pence / 100:.2f}", len(statement.lines)) == (total, count)


@collection
def test_a_list_of_bookings_is_doubted():
    data = (FILES / "csv2ofx" / "xero.csv").read_bytes()
    assert any("list of bookings" in said for said in propose(data).to_confirm)


cells = st.sampled_from(
    ["04/09/2026", "2026-09-04", "-1.00", "1,50", "TEA", "", "Date", "£", '"', "D", "C", "12", "=1"]
)
tables = st.lists(st.lists(cells, min_size=1, max_size=6).map(",".join), max_size=12).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(tables | st.text(max_size=200))
def test_nothing_makes_it_raise_and_every_proposal_can_be_kept_and_read(text):
    proposal = propose(text.encode("utf-8", "surrogatepass"))
    if proposal is not None:
        assert check_map(proposal.columns) == {}
        assert read_map(write_map(proposal.columns)) == proposal.columns
        assert read(text, proposal.columns).outcome in ("whole", "in part", "refused")
        assert json.loads(write_map(proposal.columns))["columns"] == len(proposal.names)
