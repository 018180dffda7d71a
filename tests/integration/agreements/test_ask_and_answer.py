"""A question about the offer and its answer are kept with it and bind the council."""

import pytest
from django.db import ProgrammingError, transaction
from tests.factories.offers import answer, ask, make_offer, offer_now, say_yes, say_yes_for_council
from tests.reading import page_of, text_of

from ownway.ground.audit.models import Event
from ownway.journey.agreements import operations
from ownway.journey.agreements.models import Acceptance, Answer, Question


def test_brian_asks_and_dev_answers_on_the_same_page(offer, at_offer, brian, dev, amina):
    assert at_offer(brian, "1/ask/", words="Can Carys come on Sundays?").status_code == 302
    [question] = Question.objects.all()
    assert "Not answered yet." in text_of(at_offer(amina))
    at_offer(dev, f"1/questions/{question.pk}/answer/", words="Yes, on any day.")
    words = text_of(at_offer(amina))
    assert words.index("Can Carys come on Sundays?") < words.index("Yes, on any day.")
    assert "Brian Okafor" in words
    assert "Dev Sharma" in words


def test_both_stand_on_the_timeline(offer, amina, brian, dev):
    answer(amina, ask(amina, brian), dev)
    told = list(Event.objects.filter(about="offer 1").order_by("pk").values_list("what", "by__name", "words"))
    assert told[-2:] == [
        ("ask_question", "Brian Okafor", "Asked about the offer: “Can Carys come on Sundays?”"),
        ("answer_question", "Dev Sharma", "Answered “Can Carys come on Sundays?”: Yes, on any day."),
    ]


def test_what_was_said_is_never_changed_or_taken_away(offer, amina, brian, dev):
    answer(amina, ask(amina, brian), dev)
    for kind in (Question, Answer):
        with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
            kind.objects.update(words="Something else")
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        Answer.objects.all().delete()


def test_a_yes_is_to_the_answer_too(offer, amina, brian, dev):
    before = offer_now(amina).digest
    question = ask(amina, brian)
    asked = offer_now(amina).digest
    answer(amina, question, dev)
    answered = offer_now(amina).digest
    assert len({before, asked, answered}) == 3
    say_yes(amina, brian)
    assert Acceptance.objects.get().digest == answered


def test_pressing_send_twice_asks_once(offer, amina, brian, dev):
    question = ask(amina, brian)
    assert ask(amina, brian) == question
    answer(amina, question, dev)
    answer(amina, question, dev)
    assert (Question.objects.count(), Answer.objects.count()) == (1, 1)
    assert Event.objects.filter(what__in=["ask_question", "answer_question"]).count() == 2


def test_the_council_answers_before_it_says_yes(offer, amina, brian, dev, farah):
    question = ask(amina, brian)
    with pytest.raises(operations.OfferRefused, match="A question waits for an answer"):
        say_yes_for_council(amina, farah)
    answer(amina, question, dev)
    say_yes_for_council(amina, farah)


def test_an_older_offer_is_not_asked_about(offer, at_offer, amina, brian, dev):
    make_offer(amina, dev, every="week")
    page = at_offer(brian, "1/ask/", words="Is this still on?")
    assert "There is a newer offer. Please read that one." in text_of(page)
    assert "Is this still on?" in page.content.decode(), "what he wrote is still there"
    assert not Question.objects.exists()


@pytest.mark.parametrize("words", ["", "   "])
def test_an_empty_question_is_asked_for_again(offer, at_offer, brian, words):
    assert "Write your question" in text_of(at_offer(brian, "1/ask/", words=words))
    assert not Question.objects.exists()


def test_a_page_long_question_is_told_how_long_it_may_be(offer, at_offer, brian):
    page = at_offer(brian, "1/ask/", words="x" * 2_001)
    assert "2,000" in text_of(page) or "2000" in text_of(page)
    assert not Question.objects.exists()


def test_words_that_look_like_markup_stay_words(offer, at_offer, brian, amina):
    at_offer(brian, "1/ask/", words="<script>alert(1)</script>")
    page = at_offer(amina)
    assert "<script>alert(1)</script>" in text_of(page)
    assert not [one for one in page_of(page).iter("script") if "alert" in (one.text or "")]


@pytest.mark.parametrize("place", ["7/ask/", "1/questions/999999/answer/", "7/", "7/accept-for-council/"])
def test_what_is_not_there_is_not_found(place, offer, at_offer, brian, dev):
    who = brian if "ask" in place else dev
    assert at_offer(who, place).status_code == 404
