"""Cash is fine; the person is asked what it was for."""

from dataclasses import replace
from datetime import date

from tests.rules.quiet_account import QUIET, amina, only

from ownway.rules.account import CASH, AccountLine
from ownway.rules.checks import cash_taken_out

TWENTY = AccountLine("atm", date(2026, 5, 20), -2000, "CASHPOINT", CASH)


def test_no_cash_is_quiet():
    assert cash_taken_out(QUIET) == []


def test_a_little_cash_is_good_to_know():
    finding = only(cash_taken_out(amina(and_line=TWENTY)))
    assert finding.sentence == "£20.00 was taken out of the account as cash."
    assert (finding.severity, finding.amount_pence, finding.lines) == ("good to know", 2000, ("atm",))
    assert finding.what_to_do.startswith("Cash is fine when you can say what it was for.")


def test_more_than_a_week_of_money_asks_for_a_look():
    assert only(cash_taken_out(amina(and_line=replace(TWENTY, pence=-21500)))).severity == "good to know"
    assert only(cash_taken_out(amina(and_line=replace(TWENTY, pence=-21501)))).severity == "please look"


def test_cash_with_a_heading_is_explained_and_cash_paid_in_is_not_taken_out():
    assert cash_taken_out(amina(and_line=replace(TWENTY, heading_key="exercise"))) == []
    assert cash_taken_out(amina(and_line=replace(TWENTY, pence=2000))) == []
