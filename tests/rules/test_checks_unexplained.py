"""Lines that are not matched yet are put in front of the person, who knows what they were for."""

from dataclasses import replace
from datetime import date

from tests.rules.quiet_account import QUIET, amina, only

from ownway.rules.account import HEADING, TRANSFER, AccountLine
from ownway.rules.checks import unexplained_lines

DAY = date(2026, 5, 20)


def test_when_every_line_is_matched_nothing_is_asked():
    assert unexplained_lines(QUIET) == []


def test_one_line_is_good_to_know():
    finding = only(unexplained_lines(amina(and_line=AccountLine("what", DAY, -2500, "SUMUP CAFE"))))
    assert finding.sentence == "1 line is not matched to your plan yet, £25.00 in all."
    assert (finding.severity, finding.amount_pence, finding.lines) == ("good to know", 2500, ("what",))


def test_more_than_a_week_of_money_asks_for_a_look():
    # A week of money is £200.00 + £15.00.
    at = amina(and_line=AccountLine("what", DAY, -21500, "J SMITH"))
    above = replace(at, lines=(*at.lines, AccountLine("in", DAY, 1, "INTEREST")))
    assert only(unexplained_lines(at)).severity == "good to know"
    finding = only(unexplained_lines(above))
    assert finding.severity == "please look"
    assert finding.sentence == "2 lines are not matched to your plan yet, £215.01 in all."


def test_a_line_of_the_plan_without_heading_or_payee_is_not_explained_yet():
    line = AccountLine("pool", DAY, -2500, "POOL", HEADING)
    assert only(unexplained_lines(amina(and_line=line))).lines == ("pool",)
    assert unexplained_lines(amina(and_line=replace(line, heading_key="exercise"))) == []
    assert unexplained_lines(amina(and_line=replace(line, payee_key="pool"))) == []


def test_money_moved_between_own_accounts_is_explained():
    assert unexplained_lines(amina(and_line=AccountLine("save", DAY, -2500, "SAVER", TRANSFER))) == []
