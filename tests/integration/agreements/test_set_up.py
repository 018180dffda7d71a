"""What is still missing before the first payment, whose turn it is, and days against the council's promise."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.offers import agree, say_yes
from tests.reading import text_of

from ownway.ground.figures.operations import confirm_figure
from ownway.ground.people.facts import person_facts
from ownway.journey.agreements import operations
from ownway.journey.agreements.models import SetUpDone
from ownway.journey.agreements.queries import PROMISE_DAYS, find_policy, get_set_up_facts
from ownway.journey.agreements.set_up import SetUpFacts, set_up_items

TODAY = date(2026, 9, 21)
OFFERED = SetUpFacts(known_as="Amina", offered_on=date(2026, 9, 1))
SAID_YES = replace(OFFERED, accepted_by_person_on=date(2026, 9, 7))
PROMISED = replace(SAID_YES, promised_days=20)
DONE = replace(
    PROMISED,
    accepted_by_council_on=date(2026, 9, 8),
    account_given_on=date(2026, 9, 9),
    account_checked_on=date(2026, 9, 10),
    first_payment_on=date(2026, 9, 17),
)


def waiting(facts, today=TODAY):
    return [(task.words, task.hint) for task in set_up_items(facts, today=today).tasks if not task.done]


def test_before_the_offer_the_council_has_the_first_turn():
    assert waiting(SetUpFacts(known_as="Amina"))[0] == ("The council makes an offer", "The council’s turn")


def test_after_the_offer_it_is_her_turn():
    assert waiting(OFFERED)[0] == ("Amina says yes to the offer", "Amina’s turn")


def test_after_her_yes_the_councils_days_are_counted():
    # Yes on 7 September; on the 21st 14 days have gone, of 20 promised: 6 left.
    found = set_up_items(PROMISED, today=TODAY)
    assert (found.days_so_far, found.promised_days) == (14, 20)
    assert waiting(PROMISED)[0] == ("The council says yes too", "The council’s turn. 6 days left")
    assert ("Tell us the bank account", "Amina’s turn") in waiting(PROMISED), "her own turns have no clock"
    assert found.words == "The council promises the first payment within 20 days of a yes. It has been 14 days so far."


def test_a_promise_that_was_not_kept_is_said():
    assert waiting(PROMISED, today=date(2026, 9, 30))[0][1] == "The council’s turn. 3 days late"


def test_without_a_promise_it_says_so():
    assert set_up_items(SAID_YES, today=TODAY).words == (
        "The council has not made a promise yet about how long this takes. It has been 14 days so far."
    )
    assert waiting(SAID_YES)[0] == ("The council says yes too", "The council’s turn")


def test_the_clock_stops_with_the_first_payment():
    found = set_up_items(DONE, today=date(2026, 12, 1))
    assert (found.is_done, found.days_so_far) == (True, 10)
    assert found.words.endswith("It took 10 days.")


def test_somebody_who_employs_has_insurance_and_payroll_to_set_up():
    employs = replace(DONE, employs=True, payroll_planned=True)
    assert [words for words, _ in waiting(employs)] == [
        "Get employers’ liability insurance",
        "Set up the payroll service",
    ]
    by_herself = replace(employs, payroll_planned=False, insurance_on=date(2026, 9, 12))
    assert waiting(by_herself) == [("Choose how to run the payroll", "Amina’s turn")]


@pytest.fixture
def facts(amina, council, today):
    """`facts()`: what this room knows of Amina's setting up."""
    return lambda: get_set_up_facts(council=council, person=person_facts(amina), today=today)


def test_it_follows_the_offer(facts, offer, amina, brian, farah, today):
    assert facts() == SetUpFacts(known_as="Amina", offered_on=today, employs=True)
    say_yes(amina, brian)
    assert facts().accepted_by_person_on == today
    assert facts().accepted_by_council_on is None


def test_both_sides_days_are_known_once_agreed(facts, offer, amina, brian, farah, today):
    agree(amina, brian, farah)
    assert (facts().accepted_by_person_on, facts().accepted_by_council_on) == (today, today)


def test_an_offer_taken_back_counts_as_none(facts, offer, amina, dev, council, now):
    operations.withdraw_offer(council=council, person_id=amina.pk, version=1, words="A mistake.", by=dev, at=now)
    assert facts().offered_on is None


def test_with_nothing_there_everything_is_to_do(facts):
    assert facts() == SetUpFacts(known_as="Amina")


def test_the_council_sets_its_promise_on_the_figures_page(facts, council, farah, now, today):
    assert facts().promised_days is None
    confirm_figure(
        council=council, figure=PROMISE_DAYS, from_on=today, value=20, source="Cabinet, 2026", by=farah, at=now
    )
    assert facts().promised_days == 20
    assert find_policy(council=council, figure=PROMISE_DAYS, on=date(2026, 8, 31)) is None


def test_brian_says_that_the_insurance_is_there(facts, as_, amina, brian, today):
    browser = as_(brian)
    page = browser.get(f"/people/{amina.pk}/set-up/insurance/")
    assert "Employers’ liability insurance: is it in place?" in text_of(page)
    assert not SetUpDone.objects.exists(), "asking is not doing"
    browser.post(f"/people/{amina.pk}/set-up/insurance/")
    browser.post(f"/people/{amina.pk}/set-up/insurance/")
    [done] = SetUpDone.objects.all()
    assert (done.step, done.done_on, done.by) == ("insurance", today, brian)
    assert (facts().insurance_on, facts().payroll_on) == (today, None)


@pytest.mark.parametrize("who", ["carys", "gwen"])
def test_others_do_not_say_so(who, request, as_, amina):
    assert as_(request.getfixturevalue(who)).post(f"/people/{amina.pk}/set-up/payroll/").status_code == 403


def test_a_step_that_does_not_exist_is_not_found(as_, amina):
    assert as_(amina).post(f"/people/{amina.pk}/set-up/champagne/").status_code == 404
