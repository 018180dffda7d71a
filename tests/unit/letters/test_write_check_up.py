"""The check-up letter asks and does not demand; a surplus is an idea with reasons and time to answer."""

from datetime import date

import pytest
from tests.unit.letters import samples

from ownway.ground.letters.content.check_up import (
    ASK_TITLE,
    REPORT_TITLE,
    Asking,
    SurplusProposal,
    write_check_up,
)
from ownway.ground.letters.content.correspondence import FactsDisagree
from ownway.rules import steps, vocabulary


def asking() -> str:
    return write_check_up(samples.check_up()).sentences()


def report(**changes) -> str:
    return write_check_up(samples.check_up_report(**changes)).sentences()


def test_the_asking_says_why_now_and_what_would_help():
    assert write_check_up(samples.check_up()).title == ASK_TITLE
    assert "It is a year since we last looked at your account together." in asking()
    assert "We would like to see these things, for 1 May 2025 to 30 April 2026:\nyour bank statements\n" in asking()


def test_the_asking_gives_a_day_and_more_time_for_whoever_asks():
    assert "Please send us these by 12 June 2026. If you need more time, just ask." in asking()
    assert "If you cannot find something, do not worry." in asking()


def test_the_report_says_what_was_in_the_account_and_what_to_talk_about():
    assert write_check_up(samples.check_up_report()).title == REPORT_TITLE
    assert "On 30 April 2026 there was £4,980.00 in it." in report()
    assert "We have not seen your insurance for this year yet. Please send us a photo of it when you can." in report()


def test_a_surplus_is_an_idea_with_its_reason_and_time_to_answer():
    said = report()
    assert "We think there is £1,439.20 more in the account than you need for now." in said
    assert "Your agreement lets you keep 8 weeks of money in hand. You have more than that." in said
    assert "This is only an idea." in said
    assert "We have not taken any of it. We will not take it off your payments." in said
    assert "Please tell us what you think by 12 June 2026. If you need more time, just ask." in said


def test_a_report_without_a_surplus_does_not_speak_of_one():
    assert "only an idea" not in report(surplus=None)


def test_when_all_is_well_there_is_nothing_to_do():
    said = report(findings=(), surplus=None)
    assert said.startswith("Thank you for your help with your check-up. All is well.")
    assert "You do not need to do anything." in said
    assert "by 12 June" not in said


def test_a_surplus_needs_an_amount_and_a_reason():
    nothing = vocabulary.given("Money you may not need", 0, steps.PENCE, source="Your bank statement")
    with pytest.raises(FactsDisagree, match="nothing to suggest"):
        SurplusProposal(amount=nothing, suggestion="Give it back.", reasons=("There is some.",))
    with pytest.raises(FactsDisagree, match="gives its reasons"):
        SurplusProposal(amount=samples.surplus(), suggestion="Give it back.", reasons=())


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"reply_by_on": date(2026, 4, 30)}, "after the day of the letter"),
        ({"covers_until_on": date(2025, 4, 30)}, "must not end before they begin"),
        ({"says": Asking(what=(), why_now=("It is time.",))}, "what would help, and why now"),
        ({"says": Asking(what=("your bank statements",), why_now=())}, "what would help, and why now"),
    ],
)
def test_it_is_not_written_from_facts_that_disagree(wrong, says):
    with pytest.raises(FactsDisagree, match=says):
        samples.check_up(**wrong)
