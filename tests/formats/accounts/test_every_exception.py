"""Each of the fourteen exceptions, and none, is tried by hand and by cases that other implementers publish."""

import csv
from pathlib import Path

import pytest
from tests.formats.accounts.hand_made import SUBSTITUTIONS, WEIGHTS
from tests.formats.accounts.test_check_an_account import WORKED

from ownway.formats.accounts.modulus import check_account
from ownway.formats.accounts.weights import EXCEPTIONS, load_weights

CASES = Path(__file__).resolve().parents[4] / "shared" / "standards" / "04-modulus-check"

# Vocalink's own test numbers, as carried in the tests of ModulusChecker (Paul D'Ambra, MIT licence), for the exceptions
# that published_cases.csv leaves out. On the table of version 8.50 each gives the answer that Vocalink gives.
FURTHER = [
    ("871427", "09123496", "valid", (10, 11), "10: ab is 09 and g is 9"),
    ("871427", "99123496", "valid", (10, 11), "10: ab is 99 and g is 9"),
    ("200915", "41011166", "cannot_be_checked", (6,), "6: a foreign currency account"),
    ("938600", "42368003", "valid", (5,), "5: the sort code is read as 938611"),
    ("772798", "99345694", "valid", (7,), "7: g is 9"),
    ("086090", "06774744", "valid", (8,), "8: the sort code is read as 090126"),
    ("309070", "12345668", "valid", (2, 9), "2 and 9: the first check fails, the second passes"),
    ("309070", "99345694", "valid", (2, 9), "2 and 9: a is not 0 and g is 9"),
    ("938063", "15763217", "invalid", (5,), "5: the first check leaves 1, which no check digit answers"),
    ("074456", "11104102", "valid", (12, 13), "12 and 13: modulus 11 fails, modulus 10 passes"),
    ("180002", "00000190", "valid", (14,), "14: the second try passes"),
]


@pytest.fixture(scope="module")
def table():
    if not CASES.exists():
        pytest.skip("the excerpt of the weight table is not beside this repository")
    weights = (CASES / "weights_excerpt_v8-50.csv").read_text()
    return load_weights(weights, (CASES / "substitution_excerpt.csv").read_text())


@pytest.mark.parametrize(("sort_code", "account_number", "result", "exceptions", "why"), FURTHER)
def test_further_published_cases(table, sort_code, account_number, result, exceptions, why):
    check = check_account(sort_code=sort_code, account_number=account_number, table=table)
    assert (check.result, check.exceptions) == (result, exceptions), why


def test_the_first_try_fails_where_the_case_says_so(table):
    for sort_code, account_number, method in (
        ("309070", "12345668", "MOD11"),
        ("074456", "11104102", "MOD11"),
        ("180002", "00000190", "MOD11"),
    ):
        first, second = check_account(sort_code=sort_code, account_number=account_number, table=table).checks
        assert (first.method, first.passed, second.passed) == (method, False, True), sort_code


def test_every_exception_and_none_is_worked_by_hand():
    table = load_weights(WEIGHTS, SUBSTITUTIONS)
    tried = {(exception, result) for sort_code, _, result, _ in WORKED for exception in exceptions_of(table, sort_code)}
    assert {exception for exception, _ in tried} == {None, *EXCEPTIONS}
    assert {exception for exception, result in tried if result == "valid"} == {None, *EXCEPTIONS}
    assert {exception for exception, result in tried if result == "invalid"} == {None, *EXCEPTIONS}


def test_every_exception_and_none_is_in_the_published_cases(table):
    tried = {sort_code for sort_code, *_ in FURTHER}
    for name in ("published_cases.csv", "implementer_cases.csv"):
        with (CASES / name).open(newline="") as file:
            tried |= {case["sort_code"] for case in csv.DictReader(file)}
    assert {one for sort_code in tried for one in exceptions_of(table, sort_code)} == {None, *EXCEPTIONS}


def exceptions_of(table, sort_code):
    return {row.exception for row in table.rows_for(sort_code)}
