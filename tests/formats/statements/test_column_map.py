"""A column map says where everything stands; a wrong one is refused field by field, and it comes back from JSON the same."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.statements import samples
from tests.formats.statements.books import book_of

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.column_cells import DAY_ORDERS, day_reader, pence_reader
from ownway.formats.statements.column_map import ColumnMap, check_map
from ownway.formats.statements.column_map_json import MapRefusedError, read_map, write_map
from ownway.formats.statements.column_map_reading import read_with_map

HEADINGS = ("Date", "Description", "Amount", "Balance")
SIMPLE = ColumnMap(columns=4, day=1, words=(2,), amount=3, balance=4, headings=HEADINGS, bank="Riverton Bank")
LIKE_LLOYDS = ColumnMap(
    columns=8,
    day=1,
    words=(5,),
    paid_out=6,
    paid_in=7,
    balance=8,
    type=2,
    account=4,
    headings=tuple(samples.LLOYDS.split("\n")[0].split(",")),
)


def read(text, columns, **options):
    data = text if isinstance(text, bytes) else text.encode()
    return read_with_map(data, columns, name="x", **options)


def money(statement):
    return tuple((line.on, line.pence) for line in statement.lines)


@pytest.mark.parametrize("as_bytes", [str.encode, book_of], ids=["csv", "xlsx"])
def test_a_map_reads_what_the_banks_own_layout_reads(as_bytes):
    first = read(as_bytes(samples.FIRST_DIRECT), SIMPLE)
    assert (first.outcome, first.bank, first.layout, money(first)) == (
        "whole",
        "Riverton Bank",
        "declared",
        samples.MONEY,
    )
    assert (first.opening_pence, first.closing_pence) == (samples.OPENING_PENCE, samples.CLOSING_PENCE)
    lloyds = read(as_bytes(samples.LLOYDS), LIKE_LLOYDS)
    assert (money(lloyds), lloyds.account, lloyds.lines[0].type) == (samples.MONEY, "10203040", "FPO")


def test_rows_above_the_headings_do_not_matter():
    text = "Statement\nSeptember\n" + samples.FIRST_DIRECT
    assert money(read(text, SIMPLE)) == samples.MONEY


def test_other_headings_are_refused_and_told():
    statement = read(samples.LLOYDS, SIMPLE)
    assert statement.problems[0].reason == (
        "This file does not have the headings of the column map: “Date, Description, Amount, Balance”."
    )


def test_a_file_without_headings_is_read_by_its_columns():
    columns = ColumnMap(columns=3, day=1, words=(2,), amount=3, rows_above=1)
    assert money(read("My account\n" + samples.HSBC, columns)) == samples.MONEY
    assert read("01/09/2026,TEA\n", columns).problems[0].reason.startswith("This file does not have the columns")


def test_what_was_spent_may_be_positive():
    columns = ColumnMap(columns=3, day=1, words=(2,), amount=3, positive="out")
    assert money(read("04/09/2026,TEA,1.50\n05/09/2026,REFUND,-0.50\n", columns)) == (
        (date(2026, 9, 4), -150),
        (date(2026, 9, 5), 50),
    )


def test_money_out_may_have_a_minus_in_its_own_column():
    columns = ColumnMap(columns=4, day=1, words=(2,), paid_out=3, paid_in=4, signed_out=True)
    assert [line.pence for line in read("04/09/2026,TEA,-1.50,\n05/09/2026,DP,,9.00\n", columns).lines] == [-150, 900]


def test_a_row_that_cannot_be_read_refuses_the_file_unless_it_is_to_be_set_aside():
    text = samples.FIRST_DIRECT + "Total,,204.11,\n31/09/2026,TEA,-1.00,\n"
    assert read(text, SIMPLE).outcome == "refused"
    statement = read(text, replace(SIMPLE, unreadable_rows="set aside"))
    assert (statement.outcome, money(statement)) == ("in part", samples.MONEY)
    assert [(problem.place, problem.stops) for problem in statement.problems] == [(8, False)]


def test_a_line_in_another_currency_than_the_maps_is_refused():
    columns = ColumnMap(columns=4, day=1, words=(2,), amount=3, currency_column=4)
    statement = read("04/09/2026,TEA,-1.00,GBP\n05/09/2026,WINE,-2.00,EUR\n", columns)
    assert [problem.place for problem in statement.problems] == [2]


@pytest.mark.parametrize("bad", [b"%PDF-1.7", b"PK\x03\x04junk", b"", b"\x00\x01\x02\x03"])
def test_what_is_no_sheet_is_refused_in_words(bad):
    statement = read(bad, SIMPLE)
    assert statement.outcome == "refused"
    assert statement.problems[0].reason.endswith(".")


@pytest.mark.parametrize(
    ("written", "pence"),
    [("12,34", 1234), ("-1.234,56", -123456), ("1 234,5", 123450), ("€12,34", 1234), ("33", 3300), ("12,00 EUR", 1200)],
)
def test_a_comma_before_the_pence_is_read_where_the_map_says_so(written, pence):
    assert pence_reader(",")(written) == pence


@pytest.mark.parametrize("written", ["12.34", "1,234.56", "12,345", "", "x", "--1", "1,2,3", "12,34-"])
def test_a_point_before_the_pence_is_refused_where_a_comma_should_be(written):
    with pytest.raises(UnreadableError):
        pence_reader(",")(written)


@pytest.mark.parametrize(("written", "pence"), [("$1,036.47", 103647), ("-12.34 GBP", -1234), ("£5", 500)])
def test_a_currencys_sign_may_stand_beside_a_sum(written, pence):
    assert pence_reader(".")(written) == pence


@pytest.mark.parametrize(
    ("order", "written"),
    [
        ("day first", "04/09/2026"),
        ("day first", "4.9.26"),
        ("day first", "04/09/2026 10:15:59"),
        ("day first", "2026-09-04T10:15:00Z"),
        ("month first", "09/04/2026"),
        ("month first", "9/4/26 1:05 PM"),
        ("month first", "4 Sep 2026"),
        ("month first", "2026-09-04"),
        ("year first", "2026-09-04"),
        ("year first", "20260904"),
        ("year first", "2026/09/04 00:00"),
    ],
)
def test_a_day_is_read_in_the_order_that_the_map_says(order, written):
    assert day_reader(order)(written) == date(2026, 9, 4)


@pytest.mark.parametrize(("order", "written"), [("month first", "13/01/2026"), ("year first", "04/09/2026"), ("year first", "20261304"), ("day first", "30/02/2026")])  # fmt: skip
def test_a_day_that_is_none_in_that_order_is_refused(order, written):
    with pytest.raises(UnreadableError):
        day_reader(order)(written)


WRONG = [
    ({"day": 0}, "day"),
    ({"day": 9}, "day"),
    ({"words": ()}, "words"),
    ({"words": (5,)}, "words"),
    ({"amount": 0}, "amount"),
    ({"amount": 1}, "amount"),
    ({"balance": 3}, "balance"),
    ({"paid_out": 3}, "amount"),
    ({"amount": 0, "paid_out": 3}, "paid_in"),
    ({"amount": 0, "paid_in": 3}, "paid_out"),
    ({"amount": 0, "paid_in": 3, "paid_out": 3}, "paid_in"),
    ({"flag": 2, "flag_out": ("D",)}, "flag_in"),
    ({"flag": 2, "flag_in": ("C",)}, "flag_out"),
    ({"flag": 2, "flag_in": ("C",), "flag_out": ("c ",)}, "flag_in"),
    ({"flag": 2, "amount": 0, "paid_in": 3, "paid_out": 4, "balance": 0}, "flag"),
    ({"delimiter": "x"}, "delimiter"),
    ({"decimal": ";"}, "decimal"),
    ({"day_order": "any"}, "day_order"),
    ({"positive": "up"}, "positive"),
    ({"currency": "pounds"}, "currency"),
    ({"unreadable_rows": "drop"}, "unreadable_rows"),
    ({"headings": ("Date",)}, "headings"),
    ({"rows_above": 999}, "rows_above"),
    ({"columns": 0}, "columns"),
]


@pytest.mark.parametrize(("change", "field"), WRONG)
def test_each_thing_that_is_wrong_has_a_sentence_by_its_field(change, field):
    wrong = check_map(replace(SIMPLE, **change))
    assert wrong[field].endswith(".")
    with pytest.raises(MapRefusedError) as refused:
        read_map(write_map(replace(SIMPLE, **change)))
    assert field in refused.value.errors


def test_a_good_map_has_nothing_wrong():
    assert check_map(SIMPLE) == check_map(LIKE_LLOYDS) == {}


def test_json_names_columns_by_their_headings():
    data = json.loads(write_map(SIMPLE))
    assert data == {
        "columns": 4,
        "day": "Date",
        "words": ["Description"],
        "headings": list(HEADINGS),
        "amount": "Amount",
        "balance": "Balance",
        "bank": "Riverton Bank",
    }
    assert read_map(json.dumps({**data, "day": 1, "words": "Description"})) == SIMPLE


def test_a_heading_that_two_columns_have_is_told_by_number():
    twice = ColumnMap(columns=3, day=1, words=(2,), amount=3, headings=("Date", "skip", "skip"))
    assert read_map(write_map(twice)) == twice
    with pytest.raises(MapRefusedError) as refused:
        read_map('{"headings": ["Date", "skip", "skip"], "day": "Date", "words": ["skip"], "amount": "Sum"}')
    assert refused.value.errors == {
        "words": "Several columns are called “skip”: give its number.",
        "amount": "No heading is “Sum”.",
    }


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", ""),
        ("[]", ""),
        ("{", ""),
        ("[" * 5000, ""),
        (" " * 200_000, ""),
        ('{"day": true}', "day"),
        ('{"colour": 1}', "colour"),
        ('{"headings": "Date"}', "headings"),
        ('{"currency": 5}', "currency"),
        ('{"signed_out": "yes"}', "signed_out"),
        ('{"words": [[1]]}', "words"),
        ('{"columns": -1}', "columns"),
    ],
)
def test_what_is_no_map_is_refused_by_its_field(text, field):
    with pytest.raises(MapRefusedError) as refused:
        read_map(text)
    assert field in refused.value.errors


columns_of_a_map = st.integers(1, 12)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
any_map = st.builds(
    ColumnMap,
    columns=st.just(12),
    day=st.just(1),
    words=st.lists(columns_of_a_map, min_size=1, max_size=3).map(tuple),
    amount=st.just(2),
    flag=st.just(0) | st.just(3),
    flag_out=st.just(("d",)),
    flag_in=st.just(("c",)),
    balance=st.just(0) | st.just(4),
    headings=st.just(()) | st.lists(texts, min_size=12, max_size=12).map(tuple),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    decimal=st.sampled_from([".", ","]),
    day_order=st.sampled_from(DAY_ORDERS),
    currency=st.sampled_from(["GBP", "EUR", ""]),
    bank=texts,
)


@given(any_map)
def test_any_map_comes_back_from_json_the_same(columns):
    assert check_map(columns) == {}
    assert read_map(write_map(columns)) == columns


@given(any_map, st.binary(max_size=300))
def test_no_map_and_no_bytes_make_it_raise(columns, data):
    assert read(data, columns).outcome in ("whole", "in part", "refused")


def test_the_shape_is_of_the_headings_whatever_their_case_and_spaces():
    loud = replace(SIMPLE, headings=(" DATE", "description ", "Amount", "Balance"), day=2, words=(1,))
    assert loud.shape == SIMPLE.shape
    assert replace(SIMPLE, delimiter=";").shape != SIMPLE.shape
    assert replace(SIMPLE, headings=HEADINGS[::-1]).shape != SIMPLE.shape
    assert replace(SIMPLE, headings=()).shape == ""
