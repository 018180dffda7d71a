"""A contribution that has not come in is asked about kindly, and only where a statement would show it."""

from dataclasses import replace
from datetime import date

from tests.rules.quiet_account import QUIET, amina, only

from ownway.rules.account import CONTRIBUTION, AccountLine, Due
from ownway.rules.checks import contribution_missing
from ownway.rules.days import Days


def without_the_last(number):
    keys = {f"own-{12 - place}" for place in range(number)}
    return replace(QUIET, lines=tuple(line for line in QUIET.lines if line.key not in keys))


def test_all_paid_is_quiet():
    assert contribution_missing(QUIET) == []


def test_one_that_did_not_come_in_is_asked_about():
    finding = only(contribution_missing(without_the_last(1)))
    assert finding.sentence == "£60.00 of your contribution has not come into the account yet."
    assert finding.severity == "please look"
    assert finding.amount_pence == 6000
    assert "If it is hard to pay, tell us" in finding.what_to_do


def test_eight_weeks_of_it_need_a_conversation():
    # Two payments of £60.00 are eight weeks of £15.00.
    finding = only(contribution_missing(without_the_last(2)))
    assert (finding.severity, finding.amount_pence) == ("needs a conversation", 12000)
    assert len(finding.lines) == 11


def test_a_standing_order_that_came_back_does_not_count_as_paid():
    back = AccountLine("back", date(2026, 5, 7), -6000, "RETURNED A OKAFOR", CONTRIBUTION)
    assert only(contribution_missing(amina(and_line=back))).amount_pence == 6000


def test_what_is_due_in_the_last_week_of_a_statement_has_time_to_come():
    last_week = Due(date(2026, 5, 25), 6000)
    assert contribution_missing(amina(contributions_due=(*QUIET.contributions_due, last_week))) == []
    before = Due(date(2026, 5, 24), 6000)
    assert only(contribution_missing(amina(contributions_due=(*QUIET.contributions_due, before)))).amount_pence == 6000


def test_days_without_a_statement_are_not_held_against_anybody():
    may = (Days(date(2025, 6, 2), date(2026, 4, 30)),)
    assert contribution_missing(replace(without_the_last(1), statements=may)) == []
    assert contribution_missing(replace(without_the_last(1), statements=())) == []


def test_paid_gross_there_is_nothing_to_come_in():
    assert contribution_missing(amina(without=CONTRIBUTION, contributions_due=(), contribution_weekly_pence=0)) == []


def test_paying_ahead_is_quiet():
    ahead = AccountLine("ahead", date(2026, 5, 20), 24000, "A OKAFOR", CONTRIBUTION)
    assert contribution_missing(amina(and_line=ahead)) == []
