"""Account checks are asked in the names of Vocalink's examples; what cannot be read is told by its field."""

from datetime import date

import pytest

from ownway.formats.accounts.published import ACCOUNT_QUESTIONS, NoWeightTable
from ownway.formats.accounts.weights import WeightTable, load_weights
from ownway.rules.parameters import load_national
from ownway.rules.published.told import Told
from ownway.rules.refusals import BadInput, Refused

# One made-up range: the last eight digits count once each, modulus 10.
TABLE = load_weights("010000 019999 MOD10    0    0    0    0    0    0    1    1    1    1    1    1    1    1\n")


def ask(rule, table=TABLE, **facts):
    told = Told(facts, parameters=load_national(), today=date(2026, 11, 22))
    return ACCOUNT_QUESTIONS[rule].work(told, table)


def fields_refused(rule, **facts):
    with pytest.raises(BadInput) as refusal:
        ask(rule, **facts)
    return [problem.field for problem in refusal.value.problems]


def test_digits_that_fit_are_valid():
    found = ask("modulus.check", sort_code="01-02-03", account_number="1000 0009", case="made up")
    assert (found["valid"], found["result"]) == (True, "valid")


def test_digits_that_do_not_fit_are_not():
    found = ask("modulus.check", sort_code="010203", account_number="10000008")
    assert (found["valid"], found["result"]) == (False, "invalid")
    assert "does not fit" in found["why"]


def test_a_sort_code_in_no_list_is_presumed_right_and_says_so():
    found = ask("modulus.check", sort_code="990203", account_number="10000008")
    assert (found["valid"], found["result"]) == (True, "cannot_be_checked")


def test_without_the_banks_list_nothing_is_guessed():
    with pytest.raises(NoWeightTable, match="OWNWAY_MODULUS_WEIGHTS"):
        ask("modulus.check", table=WeightTable(), sort_code="010203", account_number="10000009")


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({}, ["account_number", "sort_code"]),
        ({"sort_code": "0102", "account_number": "12"}, ["sort_code", "account_number"]),
        ({"sort_code": 10203, "account_number": "10000009"}, ["sort_code"]),
        ({"sort_code": "010203", "account_number": "1234567890"}, ["bank"]),
    ],
)
def test_numbers_that_cannot_be_read_are_told_by_their_field(facts, fields):
    assert fields_refused("modulus.check", **facts) == fields


def test_the_total_of_a_first_try_is_told():
    assert ask("modulus.exception_14", sort_code="010203", account_number="10000009") == {
        "first_total": 10,
        "valid": True,
    }
    with pytest.raises(Refused, match="cannot check this account"):
        ask("modulus.exception_14", sort_code="990203", account_number="10000009")


def test_a_total_needs_no_list():
    weights = [0, 0, 0, 0, 0, 2, 1, 1, 1, 1, 1, 1, 1, 2]
    asked = {"sort_code": "000005", "account_number": "10000006", "weights": weights}
    # 5 × 2 + 1 + 6 × 2 = 23; digit by digit 1 + 0 + 1 + 1 + 2 = 5.
    total = "modulus.standard_total"
    assert ask(total, **asked, modulus=11) == {"total": 23, "remainder": 1, "valid": False}
    assert ask(total, **asked, modulus=10) == {"total": 23, "remainder": 3, "valid": False}
    assert ask(total, **asked, method="DBLAL") == {"total": 5, "remainder": 5, "valid": False}
    assert fields_refused(total, **asked) == ["modulus"]
    assert fields_refused(total, **asked, modulus=7) == ["modulus"]
    assert fields_refused(total, **asked | {"weights": weights[1:]}, modulus=10) == ["weights"]
    assert fields_refused(total, **asked | {"weights": ["1"] * 14}, modulus=10) == ["weights"]


@pytest.mark.parametrize(
    ("kind", "printed", "eight"),
    [
        ("6 digit", "123456", "00123456"),
        ("7 digit", "1234567", "01234567"),
        ("NatWest 10 digit", "0123456789", "23456789"),
        ("Co-operative 10 digit", "1234567890", "12345678"),
        ("Leeds 10 digit", "1234567890", "12345678"),
    ],
)
def test_an_account_number_is_made_eight_digits(kind, printed, eight):
    asked = {"kind": kind, "account_number": printed}
    assert ask("modulus.standardise_account_number", **asked) == {"account_number": eight}


def test_nine_digits_change_the_sort_code_so_it_must_be_told():
    asked = {"kind": "Santander 9 digit", "account_number": "123456789"}
    assert ask("modulus.standardise_account_number", **asked, sort_code="010203") == {
        "account_number": "23456789",
        "sort_code": "010201",
    }
    assert fields_refused("modulus.standardise_account_number", **asked) == ["sort_code"]


def test_ten_digits_of_no_bank_are_not_guessed_at():
    asked = {"kind": "10 digit", "account_number": "1234567890"}
    assert fields_refused("modulus.standardise_account_number", **asked) == ["bank"]
