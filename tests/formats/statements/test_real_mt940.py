"""The 32 real and published SWIFT files beside the repository, each with its expected outcome.

EXPECTED.json gives for each message a count of the fields 61 as they stand in the file and what an independent library
read. Where the reading here stands alone against either, the reason stands beside it.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from tests.formats.statements.mt940_written import read_alone

from ownway.formats.statements import read_statement
from ownway.formats.statements.report import describe

FILES = Path(__file__).resolve().parents[3].parent / "shared" / "standards" / "02-bank-statements"
HERE = FILES.is_dir()
pytestmark = pytest.mark.skipif(not HERE, reason="the shared collection of statement files is not here")

ALL = json.loads((FILES / "EXPECTED.json").read_text(encoding="utf-8"))["files"] if HERE else {}
EXPECTED = {path: told for path, told in ALL.items() if told.get("format") == "MT940/MT942"}
# The closing balances of this file leave out the currency. The raw count took them for none, and the library read the
# year of "C02032495000,00" into a currency called "950" and a balance of nothing. By hand: 0 + 6 lines of 105,000 =
# 105,000; + 40,000 = 145,000; 145,000 - 50,000 = 95,000, as the file says. So each message reconciles.
CLOSES_WITHOUT_CURRENCY = "mt940/self-provided/raphaelm.sta"
# One line of this file, "C500NTRF", has no comma. The raw count left it out and the library read 500.00. A SWIFT amount
# always has its comma, so one that lost it may have lost its pence too: the line is refused, and the file with it.
NO_COMMA = "mt940/jejik/knab.sta"
# The library counts the two reversals of credits (RC, 204.88 each) as money in. They are money out, and only so do the
# messages reconcile, as EXPECTED's own count of the fields has it: 4 x 204.88 = 819.52 is the difference.
REVERSALS = {"mt940/betterplace/sepa_mt9401.sta": Decimal("-819.52")}

WHOLE = {
    "mt940/jejik/generic.sta",
    "mt940/jejik/rabobank-iban.sta",
    "mt940/jejik/sns.sta",
    "mt940/mBank/mt940.sta",
}
IN_PART = {  # each with the places of what a person should look at
    # Trimmed by those who published them, so that they do not add up.
    "mt940/jejik/ing.sta": [26],
    "mt940/jejik/triodos.sta": [12],
    "mt940/mBank/with_newline_in_tnr.sta": [19],
    "mt940/self-provided/details_60-63.sta": [12],
    "mt940/self-provided/raiffeisen-cmi.sta": [40],
    # Neither message adds up, the second opens with other than the first closed with, and says that a page follows.
    "mt940/jejik/abnamro.sta": [27, 32, 40, 40],
    # No closing balance.
    "mt940/self-provided/gv_codes.sta": [1],
    # A value day of 30 February; the line was booked on 1 March.
    "mt940/self-provided/transaction_details_wrapped.sta": [6],
}
REFUSED = {
    "mt940/betterplace/sepa_mt9401.sta": "20 accounts",
    "mt940/betterplace/sepa_snippet.sta": "2 accounts",
    "mt940/cmxl/mt940.sta": "3 accounts",
    "mt940/jejik/rabobank.sta": "2 accounts",
    CLOSES_WITHOUT_CURRENCY: "2 accounts",
    NO_COMMA: "has no comma",
    # Pieces of a statement, published to test one field.
    "mt940/betterplace/amount_formats.sta": "which account",
    "mt940/betterplace/empty_86.sta": "no statement in them",
    "mt940/betterplace/empty_entry_date.sta": "which account",
    "mt940/cmxl/account_balance_credit.sta": "which account",
    "mt940/cmxl/account_balance_debit.sta": "which account",
    "mt940/cmxl/account_identification_iban.sta": "no statement in them",
    "mt940/cmxl/account_identification_legacy.sta": "no statement in them",
    "mt940/cmxl/available_balance.sta": "no statement in them",
    "mt940/cmxl/closing_balance.sta": "which account",
    "mt940/cmxl/reference.sta": "which account",
    "mt940/cmxl/statement_details.sta": "which account",
    "mt940/cmxl/statement_line.sta": "which account",
    "mt940/cmxl/statement_number.sta": "no statement in them",
    "mt940/self-provided/sparkassen.sta": "which account",
}


def read(path):
    return read_statement((FILES / path).read_bytes(), name="x", currency=None)


def pounds(text):
    return int(Decimal(text) * 100)


def test_every_file_of_the_collection_has_its_outcome_here():
    assert sorted(EXPECTED) == sorted([*WHOLE, *IN_PART, *REFUSED])
    assert len(EXPECTED) == 32


@pytest.mark.parametrize("path", sorted(EXPECTED))
def test_each_message_has_the_lines_and_the_money_that_the_file_has(path):
    statement, told = read(path), EXPECTED[path]["messages"]
    assert len(statement.parts) == len(told)
    for part, message in zip(statement.parts, told, strict=True):
        assert part.line_count == message["parsed_61"]
        assert part.sum_pence == pounds(message["sum_61"])
        assert part.account == (message["account"] or "").strip()
        if path not in (CLOSES_WITHOUT_CURRENCY, NO_COMMA):
            assert part.reconciles == message.get("reconciles")
        for balance, pence in (
            (message["opening_60"], part.opening_pence),
            (message["closing_62"], part.closing_pence),
        ):
            if balance:
                sign = -1 if balance[0]["mark"] == "D" else 1
                assert pence == sign * pounds(balance[0]["amount"].replace(",", "."))


@pytest.mark.parametrize("path", sorted(set(EXPECTED) - {NO_COMMA}))
def test_the_lines_come_to_what_the_library_read(path):
    lines, _ = read_alone((FILES / path).read_bytes())
    oracle = EXPECTED[path]["oracle_mt940_5.1.1"]
    assert len(lines) == oracle["transaction_count"]
    assert sum(line.pence for line in lines) == pounds(Decimal(oracle["sum"]) + REVERSALS.get(path, 0))


def test_closing_balances_without_a_currency_reconcile():
    assert [part.closing_pence for part in read(CLOSES_WITHOUT_CURRENCY).parts] == [10500000, 14500000, 9500000]
    assert all(part.reconciles for part in read(CLOSES_WITHOUT_CURRENCY).parts)


@pytest.mark.parametrize("path", sorted(WHOLE))
def test_whole(path):
    statement = read(path)
    assert (statement.outcome, statement.problems, statement.reconciles) == ("whole", (), True)


@pytest.mark.parametrize(("path", "places"), sorted(IN_PART.items()))
def test_in_part(path, places):
    statement = read(path)
    assert statement.outcome == "in part"
    assert [problem.place for problem in statement.problems] == places
    assert len(statement.lines) == EXPECTED[path]["oracle_mt940_5.1.1"]["transaction_count"]


@pytest.mark.parametrize(("path", "reason"), sorted(REFUSED.items()))
def test_refused(path, reason):
    statement = read(path)
    assert (statement.outcome, statement.lines) == ("refused", ())
    assert any(reason in problem.reason for problem in statement.problems)


def test_the_places_are_lines_of_the_file():
    for path in EXPECTED:
        data = (FILES / path).read_bytes()
        written = data.decode("latin-1").replace("\r\n", "\n").split("\n")
        lines, _ = read_alone(data)
        assert all(written[line.place - 1].startswith(":61:") for line in lines)


def test_data_of_a_file_with_many_statements_tells_each():
    told = describe(read("mt940/betterplace/sepa_mt9401.sta"))["statements"]
    assert len(told) == 26
    assert told[0]["account"] == "50880050/0194774600888"
    assert (told[0]["transaction_count"], told[0]["sum"], told[0]["reconciles"]) == (7, "-2909.87", True)
    assert (told[0]["opening_balance"], told[0]["closing_balance"]) == ("-1234718.36", "-1237628.23")


def test_the_count_of_files_lines_and_money(capsys):
    lines = [line for path in EXPECTED for line in read_alone((FILES / path).read_bytes())[0]]
    with capsys.disabled():
        print(
            f"\nMT940: {len(EXPECTED)} files, {len(lines)} lines, {sum(abs(line.pence) for line in lines) / 100:,.2f} moved"
        )
    assert len(lines) == sum(message["parsed_61"] for told in EXPECTED.values() for message in told["messages"])
