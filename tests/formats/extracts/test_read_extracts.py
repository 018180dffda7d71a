"""An extract is read by its map into typed values by Ownway's own names: days, whole pence, codes."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.formats.extracts import made_up
from tests.formats.extracts.made_up import book_of, read, read_small, told

from ownway.formats.extracts import check_extract, read_extract
from ownway.formats.extracts.kinds import CLIENT_GROUPS, EVERY, LETTER_FORMATS, ROUTES
from ownway.ground.people.models import ClientGroup, LetterFormat
from ownway.journey.plans.models import Every, Route


def test_people():
    rows, found = read(made_up.PEOPLE, made_up.PEOPLE_MAP)
    assert (found.outcome, found.row_count, found.taken, found.problems) == ("whole", 3, 3, [])
    assert [row.place for row in rows] == [2, 3, 4]
    assert rows[0].values == {
        "reference": "P1001",
        "name": "Begum, Amina",
        "born_on": date(1958, 4, 3),
        "died_on": None,
        "client_group": "physical_disability",
        "nhs_number": "9434765919",
        "address": "12 Mill Lane\nRiverton",
        "postcode": "RV1 2AB",
        "email": "amina@example.org",
    }
    leila, brian = rows[1].values, rows[2].values
    assert (leila["born_on"], leila["died_on"], leila["nhs_number"]) == (date(1932, 2, 29), None, "")
    assert (leila["address"], leila["postcode"], leila["client_group"]) == ("Flat 3", "RV1 2AC", "older_people")
    assert (brian["client_group"], brian["died_on"]) == ("", date(2026, 9, 1))


def test_services():
    rows, found = read(made_up.SERVICES, made_up.SERVICES_MAP)
    assert found.outcome == "whole"
    assert [row.values["weekly_pence"] for row in rows] == [131240, 21000, 9550]
    assert found.sums_pence == {"weekly_pence": 131240 + 21000 + 9550}
    assert [row.values["delivery"] for row in rows] == ["direct_payment", "managed", "commissioned"]
    assert [row.values["starts_on"] for row in rows] == [date(2026, 4, 6), date(2026, 1, 5), date(2026, 7, 1)]
    assert [row.values["ends_on"] for row in rows] == [None, date(2026, 6, 30), None]
    assert found.people == {"P1001": [2], "P1002": [3, 4]}


def test_plans():
    rows, found = read(made_up.PLANS, made_up.PLANS_MAP)
    assert found.outcome == "whole"
    assert rows[0].values == {
        "person_reference": "P1001",
        "reference": "SP-7",
        "starts_on": date(2026, 4, 6),
        "review_on": date(2027, 4, 6),
        "budget_weekly_pence": 131240,
        "contribution_weekly_pence": 8815,
        "every": "4 weeks",
        "only_care": True,
    }
    assert (rows[1].values["every"], rows[1].values["only_care"]) == ("week", False)


def test_payments_and_money_taken_back():
    rows, found = read(made_up.PAYMENTS, made_up.PAYMENTS_MAP)
    assert found.outcome == "whole"
    assert [row.values["amount_pence"] for row in rows] == [489700, -8815, 5]
    accounts = [(row.values["sort_code"], row.values["account_number"]) for row in rows]
    assert accounts == [("200000", "01234567"), ("200000", "01234567"), ("", "")]


def test_an_account_number_of_nine_digits_changes_the_sort_code():
    """Vocalink, Validating Account Numbers, 2.1.2: the first of nine digits replaces the last of the sort code."""
    text = made_up.PAYMENTS.replace("20-00-00,1234567", "09-01-28,923456789")
    rows, _ = read(text, made_up.PAYMENTS_MAP)
    assert (rows[0].values["sort_code"], rows[0].values["account_number"]) == ("090129", "23456789")


def test_columns_that_the_map_does_not_use_are_named():
    _, found = read(made_up.PEOPLE, made_up.PEOPLE_MAP)
    assert found.unused == ["Case Worker"]
    assert read("ID,Name,,Born,Died,\nP1,Amina,x,1958-04-03,,\n", made_up.SMALL_MAP)[1].unused == [
        "column 3",
        "column 6",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_in_any_alphabet_and_with_any_line_ends(encoding, end):
    text = f"ID,Name,Born,Died{end}P1,Zoë Müller,03/04/1958,{end}{end}P2,Leïla,04/04/1958,{end}"
    rows, found = read(text, made_up.SMALL_MAP, encoding=encoding)
    assert [row.values["name"] for row in rows] == ["Zoë Müller", "Leïla"]
    assert found.outcome == "whole"


def test_headings_in_any_case_and_spacing_below_rows_that_are_none():
    extract_map = replace(made_up.SMALL_MAP, rows_above=2, delimiter=";")
    rows, found = read(
        "Riverton Council;;;\n\nRun on 1 September;;;\n id ;NAME;born\xa0;Died\nP1;Amina;1958-04-03;\n;;;\n",
        extract_map,
    )
    assert [row.place for row in rows] == [5]
    assert (found.outcome, found.row_count) == ("whole", 1)


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [
        ("day first", "03/04/1958", date(1958, 4, 3)),
        ("day first", "3-4-1958", date(1958, 4, 3)),
        ("day first", "3.4.1958", date(1958, 4, 3)),
        ("day first", "03/04/1958 00:00:00", date(1958, 4, 3)),
        ("day first", "1958-04-03T00:00:00.000Z", date(1958, 4, 3)),
        ("day first", "3 April 1958", date(1958, 4, 3)),
        ("day first", "03-Sept-1958", date(1958, 9, 3)),
        ("day first", "19580403", date(1958, 4, 3)),
        ("month first", "03/04/1958", date(1958, 3, 4)),
        ("month first", "1958-04-03", date(1958, 4, 3)),
        ("year first", "1958/04/03", date(1958, 4, 3)),
    ],
)
def test_a_day_as_the_map_says(order, text, day):
    rows, _ = read_small(f"P1,Amina,{text},", extract_map=replace(made_up.SMALL_MAP, day_order=order))
    assert [row.values["born_on"] for row in rows] == [day]


def test_a_comma_before_the_pence():
    text = made_up.SERVICES.replace('"£1,312.40"', '"1.312,40"').replace("95.50", '"95,5"')
    rows, found = read(text, replace(made_up.SERVICES_MAP, decimal=","))
    assert [row.values["weekly_pence"] for row in rows] == [131240, 21000, 9550]
    assert found.outcome == "whole"


def test_a_council_s_own_words_for_yes_and_no():
    extract_map = replace(made_up.PLANS_MAP, words={**made_up.PLANS_MAP.words, "only_care": {"Oui": "yes", "?": ""}})
    rows, _ = read(made_up.PLANS.replace(",Y\n", ",OUI\n").replace(",N\n", ",?\n"), extract_map)
    assert [row.values["only_care"] for row in rows] == [True, None]


def test_a_spreadsheet_with_its_own_days_and_numbers():
    rows = [
        ["ID", "Name", "Born", "Died", "Notes"],
        ["P1", "Amina", datetime(1958, 4, 3), None, "="],
        [1002, "Leila", "29/02/1932", date(2026, 9, 1), None],
    ]
    found_rows, found = read(book_of({"Cover": [["Riverton"]], "People": rows}), made_up.SMALL_MAP)
    assert [(row.place, row.values["reference"], row.values["born_on"]) for row in found_rows] == [
        (2, "P1", date(1958, 4, 3)),
        (3, "1002", date(1932, 2, 29)),
    ]
    assert (found.outcome, found.unused) == ("whole", ["Notes"])


@pytest.mark.parametrize("name", made_up.ALL)
def test_a_spreadsheet_says_what_the_same_csv_says(name):
    text, extract_map = made_up.ALL[name]
    from_csv, _ = read(text, extract_map)
    lines = list(csv.reader(io.StringIO(text)))
    from_book, found = read(book_of({"Sheet1": lines}), extract_map)
    assert [row.values for row in from_book] == [row.values for row in from_csv]
    assert found.outcome == "whole"


def test_the_sheet_that_the_map_names():
    rows = [["ID", "Name", "Born", "Died"], ["P1", "Amina", "1958-04-03", None]]
    other = [["ID", "Name", "Born", "Died"], ["P2", "Leila", "1932-02-29", None]]
    data = book_of({"2025": other, "2026": rows})
    assert [row.values["reference"] for row in read(data, replace(made_up.SMALL_MAP, sheet="2026"))[0]] == ["P1"]


def test_rows_come_one_by_one_and_may_be_gone_through_again():
    extract = read_extract(io.BytesIO(made_up.PEOPLE.encode()), made_up.PEOPLE_MAP, name="people.csv")
    first = next(iter(extract))
    assert (first.values["reference"], extract.found.row_count) == ("P1001", 1)
    assert len(list(extract)) == 3
    assert extract.found == check_extract(io.BytesIO(made_up.PEOPLE.encode()), made_up.PEOPLE_MAP, name="people.csv")


def test_codes_are_those_of_our_tables():
    assert tuple(ClientGroup.values) == CLIENT_GROUPS
    assert tuple(LetterFormat.values) == LETTER_FORMATS
    assert tuple(Route.values) == ROUTES
    assert tuple(Every.values) == EVERY


def test_nothing_is_told_of_a_file_that_is_right():
    assert told(read_small("P1,Amina,1958-04-03,")[1]) == []
