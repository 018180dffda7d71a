"""The person and who acts for them read the offer and its working; others see what is theirs to see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.offers import agree, answer, ask, make_assessment, make_offer
from tests.reading import page_of, text_of

from ownway.ground.design.plain import grade

READERS = {"amina", "brian", "dev", "harriet", "farah", "gwen"}
ADDRESSES = ["", "preview/", "1/"]


def test_amina_reads_what_she_gets_what_she_pays_and_when(offer, at_offer, amina):
    words = text_of(at_offer(amina))
    for told in (
        "Each payment £388.92, every 4 weeks",
        "The money starts 5 October 2026",
        "The support costs £176.83 a week",
        "You pay £79.60 a week",
        "The council pays £97.23 a week",
        "Paid once, to get set up £50.00",
        "Please answer by 22 September 2026",
        "Exercise, 3 hours a week",
        "Getting up my way, 9 hours a week",
    ):
        assert told in words


def test_brian_reads_it_about_amina(offer, at_offer, brian):
    words = text_of(at_offer(brian))
    assert "Amina pays £79.60 a week" in words
    assert "You pay" not in words


def test_the_working_opens_down_to_her_own_answers(offer, at_offer, amina):
    words = text_of(at_offer(amina))
    assert "ESA" in words
    assert "Carys Bevan" in words


def test_the_working_is_of_the_offer_and_not_of_what_came_after(offer, at_offer, amina, dev, ready):
    make_assessment(amina, dev)
    assert "You pay £79.60 a week" in text_of(at_offer(amina)), "the income was told twice, but not in this offer"
    assert text_of(at_offer(amina)).count("£400.00") == 0


def test_a_gross_offer_says_that_a_bill_comes(ready, at_offer, amina, dev):
    make_offer(amina, dev, paid_how="gross")
    words = text_of(at_offer(amina))
    assert "The council pays all of the money. It sends a bill for what you pay." in words
    assert "Each payment £707.32, every 4 weeks" in words


def test_its_letter_is_one_click_away(offer, at_offer, amina):
    links = [link.get("href") for link in page_of(at_offer(amina)).iter("a")]
    assert f"/people/{amina.pk}/letters/{offer.letter_id}/" in links


def test_it_can_be_read_at_nine(offer, at_offer, amina):
    main = page_of(at_offer(amina)).find(".//main")
    paragraphs = [" ".join("".join(one.itertext()).split()) for one in main.iter("p")]
    told = "\n".join(words for words in paragraphs if words.endswith((".", "?")) and "£" not in words)
    assert "take your time" in told
    assert grade(told) <= 4.0, told


def test_an_earlier_offer_can_still_be_read(offer, at_offer, amina, dev):
    make_offer(amina, dev, every="week")
    assert "Offer 1" in text_of(at_offer(amina)), "it is listed below the new one"
    words = text_of(at_offer(amina, "1/"))
    assert "Replaced by a newer offer" in words
    assert "Yes, I accept" not in words


@pytest.mark.parametrize("place", ADDRESSES)
def test_only_those_concerned_read_it(place, offer, everybody, amina):
    address = f"/people/{amina.pk}/offer/{place}"
    answers = {name: client.get(address).status_code for name, client in everybody.items()}
    assert {name for name, status in answers.items() if status == 200} == READERS
    assert answers["carys"] == 403, "her personal assistant sees nothing of it"
    assert answers["esi"] == 404, "for another council she is not there"
    assert answers["anonymous"] == 302


def test_only_her_side_and_the_council_are_offered_their_buttons(offer, at_offer, amina, brian, gwen, dev, harriet):
    buttons = {who: "Yes, I accept this offer" in text_of(at_offer(who)) for who in (amina, brian, gwen, dev)}
    assert buttons == {amina: True, brian: True, gwen: False, dev: False}
    assert "Say yes for the council" in text_of(at_offer(dev))
    assert "Say yes for the council" not in text_of(at_offer(harriet))


@pytest.mark.parametrize("name", ["carys", "gwen", "dev", "imran", "jo", "esi"])
def test_nobody_else_says_yes_for_her(name, request, offer, at_offer):
    status = at_offer(request.getfixturevalue(name), "1/accept/", seen="anything").status_code
    assert status == (404 if name == "esi" else 403)


@pytest.mark.parametrize("name", ["amina", "brian", "carys", "gwen", "harriet", "imran", "jo"])
def test_nobody_else_says_yes_for_the_council(name, request, offer, at_offer):
    who = request.getfixturevalue(name)
    assert at_offer(who, "1/accept-for-council/", seen="anything", why="I like it").status_code == 403


@pytest.mark.parametrize(("name", "status"), [("gwen", 403), ("carys", 403), ("dev", 403), ("esi", 404)])
def test_questions_come_from_her_side(name, status, request, offer, at_offer):
    assert at_offer(request.getfixturevalue(name), "1/ask/", words="Why?").status_code == status


def test_the_number_of_questions_of_the_database_does_not_grow(offer, as_, amina, dev):
    browser, address = as_(dev), f"/people/{amina.pk}/offer/"
    browser.get(address)
    answer(amina, ask(amina, dev, words="Question 0"), dev)
    with CaptureQueriesContext(connection) as few:
        browser.get(address)
    for number in range(1, 9):
        answer(amina, ask(amina, dev, words=f"Question {number}"), dev, words=f"Answer {number}")
    with CaptureQueriesContext(connection) as many:
        browser.get(address)
    assert len(few) == len(many)
    assert len(many) <= 20, "\n".join(query["sql"][:150] for query in many.captured_queries)


def test_once_agreed_it_says_so_and_nobody_is_asked_again(offer, at_offer, amina, brian, farah):
    agree(amina, brian, farah)
    words = text_of(at_offer(amina))
    assert "Accepted by both" in words
    assert "It holds from 5 October 2026." in words
    assert "Yes, I accept" not in words
