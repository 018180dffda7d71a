"""A check-up is a conversation: what was found, what both said, and how it ended."""

from ownway.ground.letters.models import Letter
from ownway.journey.checkups.models import CheckUp, Conversation, Finding


def test_it_begins_with_why_now_and_what_was_found(begin, paid, holds, as_, harriet, amina):
    holds(500_000)
    checkup = begin()
    assert "12 weeks after the first payment" in checkup.reasons[0]
    page = as_(harriet).get(f"/people/{amina.pk}/check-ups/{checkup.pk}/").content.decode()
    for finding in Finding.objects.filter(checkup=checkup):
        assert finding.sentence.replace("’", "’") in page.replace("&#39;", "'")
    assert Finding.objects.filter(checkup=checkup, check_name="money_built_up").exists()


def test_a_second_is_not_begun_while_one_is_open(begin, paid):
    begin()
    begin()
    assert CheckUp.objects.count() == 1


def test_without_a_direct_payment_there_is_nothing_to_look_at(as_, harriet, amina, today):
    page = as_(harriet).post(f"/people/{amina.pk}/check-ups/begin/", follow=True).content.decode()
    assert "no direct payment to look at" in page


def test_the_letter_tells_what_was_found(begin, do, harriet, paid, holds):
    holds(500_000)
    checkup = begin()
    do(harriet, checkup, "write/")
    letter = Letter.objects.get(kind="check_up")
    checkup.refresh_from_db()
    assert (checkup.letter, checkup.status) == (letter, "talking")
    assert letter.pdf[:4] == b"%PDF"


def test_both_sides_say_what_they_have_to_say(begin, do, harriet, brian, paid):
    checkup = begin()
    do(harriet, checkup, "say/", words="How is it going?")
    do(brian, checkup, "say/", words="Can we buy a bus pass?", is_question="on")
    said = list(Conversation.objects.order_by("pk").values_list("side", "is_question", "words"))
    assert said == [("council", False, "How is it going?"), ("person", True, "Can we buy a bus pass?")]


def test_saying_nothing_asks_for_words(begin, do, brian, paid):
    page = do(brian, begin(), "say/", words="").content.decode()
    assert "Write what was said" in page


def test_it_ends_with_words_and_then_nothing_is_added(begin, do, harriet, brian, paid):
    checkup = begin()
    do(harriet, checkup, "end/", words="All well. Next in a year.")
    checkup.refresh_from_db()
    assert (checkup.status, checkup.ended_words) == ("closed", "All well. Next in a year.")
    assert "finished" in do(brian, checkup, "say/", words="One more thing").content.decode()


def test_ending_without_words_is_refused(begin, do, harriet, paid):
    checkup = begin()
    assert "Write how the check-up ended" in do(harriet, checkup, "end/", words="").content.decode()
    checkup.refresh_from_db()
    assert checkup.status == "open"


def test_the_person_side_takes_part_and_only_finance_holds_it(
    begin, do, as_, amina, carys, dev, brian, gwen, esi, paid
):
    checkup = begin()
    address = f"/people/{amina.pk}/check-ups/{checkup.pk}/"
    assert [as_(who).get(address).status_code for who in (amina, brian, gwen, dev)] == [200] * 4
    assert as_(carys).get(address).status_code == 403
    assert as_(esi).get(address).status_code == 404
    assert do(brian, checkup, "end/", words="x").status_code == 403
    assert do(gwen, checkup, "say/", words="x").status_code == 403
