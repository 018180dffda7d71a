"""Somebody who employs a PA is asked about insurance when none was seen in a year."""

from datetime import date

from tests.rules.quiet_account import QUIET, amina, only

from ownway.rules.account import INSURANCE, AccountLine
from ownway.rules.checks import insurance_not_seen
from ownway.rules.days import Days


def test_insurance_paid_in_january_is_seen():
    assert insurance_not_seen(QUIET) == []


def test_none_in_a_whole_year_of_statements_asks_for_a_look():
    finding = only(insurance_not_seen(amina(without=INSURANCE)))
    assert finding.sentence == (
        "We have not seen employers’ liability insurance paid from this account in the last year."
    )
    assert finding.severity == "please look"
    assert "Add a photo of the certificate" in finding.what_to_do


def test_while_statements_do_not_reach_back_a_year_it_is_only_good_to_know():
    half = amina(without=INSURANCE, statements=(Days(date(2025, 12, 1), date(2026, 5, 31)),))
    assert only(insurance_not_seen(half)).severity == "good to know"


def test_insurance_of_more_than_a_year_ago_has_run_out():
    def paid_on(day):
        return amina(without=INSURANCE, and_line=AccountLine("i", day, -9900, "INSURANCE", INSURANCE))

    assert len(insurance_not_seen(paid_on(date(2025, 6, 10)))) == 1
    assert insurance_not_seen(paid_on(date(2025, 6, 11))) == []


def test_a_refund_is_not_a_payment():
    refund = AccountLine("i", date(2026, 5, 1), 9900, "INSURANCE", INSURANCE)
    assert len(insurance_not_seen(amina(without=INSURANCE, and_line=refund))) == 1


def test_only_an_employer_needs_it():
    assert insurance_not_seen(amina(without=INSURANCE, employs_pa=False)) == []


def test_somebody_who_has_just_started_has_time_to_set_it_up():
    assert insurance_not_seen(amina(without=INSURANCE, running_since_on=date(2026, 4, 16))) == []
    assert len(insurance_not_seen(amina(without=INSURANCE, running_since_on=date(2026, 4, 15)))) == 1


def test_without_a_statement_there_is_nothing_to_say():
    assert insurance_not_seen(amina(without=INSURANCE, statements=())) == []
