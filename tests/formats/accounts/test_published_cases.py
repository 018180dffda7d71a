"""The cases that Vocalink publishes and that other implementers added, read from the shared standards when there."""

import csv
from pathlib import Path

import pytest
import yaml

from ownway.formats.accounts.details import TenDigitBank, standardise
from ownway.formats.accounts.modulus import check_account, weighted_total
from ownway.formats.accounts.weights import load_weights

SHARED = Path(__file__).resolve().parents[4] / "shared"
CASES = SHARED / "standards" / "04-modulus-check"
EXAMPLES = SHARED / "reference" / "examples.yaml"
RESULTS = {"Y": "valid", "N": "invalid", "U": "cannot_be_checked"}
BANKS = {"NatWest 10 digit": TenDigitBank.NATWEST, "Co-operative 10 digit": TenDigitBank.COOPERATIVE, "6 digit": None}

pytestmark = pytest.mark.skipif(
    not (CASES.exists() and EXAMPLES.exists()),
    reason="the published cases and the excerpt of the weight table are not beside this repository",
)


def rows(name):
    with (CASES / name).open(newline="") as file:
        return list(csv.DictReader(file))


def examples(rule):
    return [example for example in yaml.safe_load(EXAMPLES.read_text())["examples"] if example.get("rule") == rule]


@pytest.fixture(scope="module")
def table():
    weights = (CASES / "weights_excerpt_v8-50.csv").read_text()
    return load_weights(weights, (CASES / "substitution_excerpt.csv").read_text())


@pytest.mark.parametrize(("name", "count"), [("published_cases.csv", 22), ("implementer_cases.csv", 5)])
def test_every_case_gives_the_published_answer(table, name, count):
    cases = rows(name)
    assert len(cases) == count
    for case in cases:
        check = check_account(sort_code=case["sort_code"], account_number=case["account_number"], table=table)
        assert check.result == RESULTS[case["valid"]], case


def test_every_example_gives_the_cited_answer(table):
    cases = examples("modulus.check")
    assert len(cases) == 23
    for case in cases:
        given = case["inputs"]
        check = check_account(sort_code=given["sort_code"], account_number=given["account_number"], table=table)
        assert check.may_be_paid == case["expected"]["valid"], case


def test_the_totals_of_the_examples_are_as_cited(table):
    (standard,) = examples("modulus.standard_total")
    given, expected = standard["inputs"], standard["expected"]
    digits = tuple(int(digit) for digit in given["sort_code"] + given["account_number"])
    total = weighted_total(digits=digits, weights=tuple(given["weights"]), method="MOD11")
    assert (total, total % given["modulus"]) == (expected["total"], expected["remainder"])
    (shifted,) = examples("modulus.exception_14")
    check = check_account(**{key: shifted["inputs"][key] for key in ("sort_code", "account_number")}, table=table)
    assert (check.checks[0].total, check.result) == (shifted["expected"]["first_total"], "valid")


def test_account_numbers_are_made_eight_digits_as_cited():
    cases = examples("modulus.standardise_account_number")
    assert len(cases) == 3
    for case in cases:
        given = case["inputs"]
        details = standardise(sort_code="123456", account_number=given["account_number"], bank=BANKS[given["kind"]])
        assert details.account_number == case["expected"]["account_number"], case
