"""Money that is not needed becomes a proposal with reasons and time to reply; nothing is ever taken."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from ownway.ground.ledger.models import Entry
from ownway.journey.agreements.models import Question, ReviewHeld
from ownway.journey.checkups import operations
from ownway.journey.checkups.models import Proposal

STAYS = {"run_off_pence": "0", "saving_for": "", "saving_pence": ""}
LATER = datetime(2026, 9, 16, 9, 0, tzinfo=UTC)  # the letter of 1 September and 15 days


@pytest.fixture
def told(begin, do, harriet, paid, holds):
    """£5,000.00 is in the account, and Amina was written to on 1 September."""
    holds(500_000)
    checkup = begin()
    do(harriet, checkup, "write/")
    return checkup


@pytest.fixture
def propose(do, harriet, told):
    """`propose()`: Harriet proposes, 15 days after the letter."""

    def press(**changes):
        with time_machine.travel(LATER):
            return do(harriet, told, "propose/", **(STAYS | changes)).content.decode()

    return press


def test_what_stays_is_taken_off_first(propose):
    propose()
    # £5,000.00 less eight weeks of £100.00 and a week of support until the next payment on 21 September, £100.00
    assert Proposal.objects.get().amount_pence == 410_000


def test_what_is_being_saved_for_stays_too(propose):
    propose(saving_for="A wheelchair", saving_pence="1,000", run_off_pence="500")
    assert Proposal.objects.get().amount_pence == 410_000 - 100_000 - 50_000


def test_it_gives_reasons_a_letter_and_four_weeks_to_reply(propose):
    propose()
    proposal = Proposal.objects.get()
    assert "Nothing is taken" in proposal.reasons
    assert proposal.letter is not None
    assert proposal.reply_by_on == date(2026, 10, 14)


def test_it_is_refused_before_the_person_was_told(begin, do, harriet, paid, holds):
    holds(500_000)
    page = do(harriet, begin(), "propose/", **STAYS).content.decode()
    assert "has not been told" in page
    assert not Proposal.objects.exists()


def test_it_is_refused_until_two_weeks_after_the_letter(do, harriet, told):
    page = do(harriet, told, "propose/", **STAYS).content.decode()
    assert "14 days" in page
    assert not Proposal.objects.exists()


def test_it_is_refused_while_the_council_own_review_is_overdue(do, harriet, told):
    # the first payment was on 6 April, so the first review was due by 6 October
    with time_machine.travel(datetime(2026, 10, 7, 9, 0, tzinfo=UTC)):
        page = do(harriet, told, "propose/", **STAYS).content.decode()
    assert "own review was due" in page
    assert not Proposal.objects.exists()


def test_it_is_allowed_once_the_review_was_held(do, harriet, dev, told, agreement):
    day = datetime(2026, 10, 7, 9, 0, tzinfo=UTC)
    ReviewHeld.objects.create(agreement=agreement, held_on=date(2026, 10, 5), words="Held.", by=dev, at=day)
    with time_machine.travel(day):
        do(harriet, told, "propose/", **STAYS)
    assert Proposal.objects.exists()


def test_it_is_refused_while_a_question_of_the_check_up_waits(propose, do, brian, told):
    do(brian, told, "say/", words="What is this about?", is_question="on")
    assert "waits for the answer" in propose()
    assert not Proposal.objects.exists()


def test_an_answer_lets_it_go_on(propose, do, brian, harriet, told):
    do(brian, told, "say/", words="What is this about?", is_question="on")
    do(harriet, told, "say/", words="A friendly look at the account.")
    propose()
    assert Proposal.objects.exists()


def test_it_is_refused_while_a_question_about_the_offer_waits(propose, brian, told, agreement):
    Question.objects.create(offer=agreement.offer, words="May I?", asked_by=brian, asked_at=LATER)
    assert "waits for the answer" in propose()


def test_nothing_is_proposed_when_all_of_it_is_needed(propose):
    page = propose(saving_for="A holiday", saving_pence="4,200.00")
    assert "nothing is proposed" in page
    assert not Proposal.objects.exists()


def test_the_person_agrees_or_does_not_and_no_money_moves(propose, do, brian, told):
    propose()
    do(brian, told, "reply/", agrees="no", words="We are saving for a hoist.")
    proposal = Proposal.objects.get()
    assert (proposal.status, proposal.reply_words) == ("not_agreed", "We are saving for a hoist.")
    assert not Entry.objects.exists()


def test_a_reply_is_taken_once(propose, do, brian, told):
    propose()
    do(brian, told, "reply/", agrees="yes", words="")
    assert "no proposal that waits" in do(brian, told, "reply/", agrees="no", words="").content.decode()
    assert Proposal.objects.get().status == "agreed"


def test_a_reply_needs_a_yes_or_a_no(propose, do, brian, told):
    propose()
    page = do(brian, told, "reply/", words="Perhaps").content.decode()
    assert "Choose yes or no" in page
    assert "Perhaps" in page


def test_the_council_may_leave_the_money_where_it_is(propose, do, harriet, told):
    propose()
    do(harriet, told, "take-back/")
    assert Proposal.objects.get().status == "withdrawn"


def test_finishing_the_check_up_takes_a_waiting_proposal_back(propose, do, harriet, told):
    propose()
    do(harriet, told, "end/", words="We leave it.")
    assert Proposal.objects.get().status == "withdrawn"


def test_only_the_person_side_replies(propose, do, harriet, gwen, told):
    propose()
    assert [do(who, told, "reply/", agrees="yes").status_code for who in (harriet, gwen)] == [403, 403]


def test_there_is_no_operation_that_takes_money():
    assert not [
        name for name in operations.__all__ if any(word in name for word in ("deduct", "take", "recover", "collect"))
    ]
