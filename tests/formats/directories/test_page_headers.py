"""A page says what it holds: the header is made right, and one that is wrong is told."""

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.formats.directories import PageHeader, page_header, read_payload

TERM = {"name": "Need", "description": "A need", "term": "need"}
RIGHT = {
    "total_items": 7,
    "total_pages": 3,
    "page_number": 2,
    "size": 3,
    "first_page": False,
    "last_page": False,
    "empty": False,
}


def told(header, *, held=3):
    contents = [{"id": f"ac148810-d857-441c-9679-{number:012}", **TERM} for number in range(held)]
    directory = read_payload(json.dumps({**header, "contents": contents}).encode())
    return [(problem.place, problem.reason) for problem in directory.problems]


def test_seven_records_three_a_page_make_three_pages():
    assert asdict(page_header(total_items=7, page_number=2, per_page=3)) == RIGHT
    assert asdict(page_header(total_items=7, page_number=3, per_page=3)) == RIGHT | {
        "page_number": 3,
        "size": 1,
        "last_page": True,
    }


def test_no_records_make_one_empty_page():
    assert page_header(total_items=0, page_number=1, per_page=50) == PageHeader(
        total_items=0, total_pages=1, page_number=1, size=0, first_page=True, last_page=True, empty=True
    )


@pytest.mark.parametrize(("items", "number", "per_page"), [(7, 0, 3), (7, 4, 3), (7, 1, 0), (-1, 1, 3), (0, 2, 3)])
def test_there_is_no_such_page(items, number, per_page):
    with pytest.raises(ValueError, match=r"page"):
        page_header(total_items=items, page_number=number, per_page=per_page)


@given(st.integers(0, 500), st.integers(1, 60))
def test_the_pages_of_a_list_hold_all_of_it_once(items, per_page):
    first = page_header(total_items=items, page_number=1, per_page=per_page)
    pages = [page_header(total_items=items, page_number=n + 1, per_page=per_page) for n in range(first.total_pages)]
    assert sum(page.size for page in pages) == items
    assert [page.first_page for page in pages].count(True) == [page.last_page for page in pages].count(True) == 1


def test_a_right_header_is_let_through():
    assert told(RIGHT) == []


@pytest.mark.parametrize(
    ("wrong", "place", "reason"),
    [
        ({"size": 31}, "/size", "The page says that it holds 31, and it holds 3."),
        ({"total_items": 2}, "/total_items", "The page says that there are 2 in all, and it holds 3."),
        (
            {"page_number": 0, "first_page": False},
            "/page_number",
            "There are 3 pages, counted from 1, and this is page 0.",
        ),
        (
            {"page_number": 4, "last_page": True},
            "/page_number",
            "There are 3 pages, counted from 1, and this is page 4.",
        ),
        ({"first_page": True}, "/first_page", "This is page 2."),
        ({"last_page": True}, "/last_page", "This is page 2 of 3."),
        ({"empty": True}, "/empty", "The page holds 3."),
        ({"size": "3"}, "/size", "It should be a whole number."),
        ({"empty": "no"}, "/empty", "It should be true or false."),
        ({"empty": 0}, "/empty", "It should be true or false."),
        ({"size": True}, "/size", "It should be a whole number."),
    ],
)
def test_a_wrong_header_is_told(wrong, place, reason):
    assert told(RIGHT | wrong) == [(place, reason)]


def test_one_page_cannot_hold_more_than_it_holds():
    header = RIGHT | {"total_pages": 1, "page_number": 1, "first_page": True, "last_page": True}
    assert told(header) == [("/total_pages", "One page of 3 cannot hold all 7.")]


def test_an_empty_page_is_one():
    directory = read_payload(
        json.dumps({**asdict(page_header(total_items=0, page_number=1, per_page=9)), "contents": []}).encode()
    )
    assert (directory.kind, directory.outcome) == ("an empty page", "whole")


def test_a_local_attribute_of_a_page_is_let_through():
    assert told(RIGHT | {"took_ms": 3})[0][0] == "/took_ms"
