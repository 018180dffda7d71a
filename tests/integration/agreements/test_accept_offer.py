"""Amina's side says yes, the council says yes, and from then on it is agreed; nobody says yes to what they did not read."""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from tests.factories.councils import give_role
from tests.factories.offers import (
    agree,
    answer,
    ask,
    make_assessment,
    make_offer,
    offer_now,
    say_yes,
    say_yes_for_council,
)
from tests.factories.persons import relate
from tests.factories.plans import change_of
from tests.reading import page_of, text_of

from ownway.ground.access.models import Role
from ownway.ground.audit.models import Event
from ownway.ground.people.models import Relation
from ownway.journey.agreements import operations
from ownway.journey.agreements.models import Acceptance, Agreement, Offer, OfferStatus
from ownway.journey.agreements.queries import find_current_agreement, find_latest_agreement, list_agreements
from ownway.journey.plans import operations as plans
from ownway.journey.plans.models import Plan, PlanStatus


def seen_on(page):
    """The hidden mark of what the page showed."""
    return next(one.get("value") for one in page_of(page).iter("input") if one.get("name") == "seen")


def test_the_whole_story_in_the_browser(ready, at_offer, amina, brian, dev, farah, council):
    typed = {"paid_how": "net", "every": "4 weeks"}
    for name, (day, month) in {"starts_on": (5, 10), "reply_by_on": (22, 9)}.items():
        typed |= {f"{name}_day": day, f"{name}_month": month, f"{name}_year": 2026}
    at_offer(dev, "make/", **typed)
    at_offer(brian, "1/ask/", words="Can Carys come on Sundays?")
    question = offer_now(amina).questions[0]
    at_offer(dev, f"1/questions/{question.id}/answer/", words="Yes, on any day.")
    assert at_offer(amina, "1/accept/", seen=seen_on(at_offer(amina))).status_code == 302
    assert not Agreement.objects.exists(), "one side is not enough"
    page = at_offer(farah, "1/accept-for-council/")
    at_offer(farah, "1/accept-for-council/", seen=seen_on(page), why="It meets what matters to her.")
    agreement = find_latest_agreement(council=council, person_id=amina.pk)
    assert (agreement.offer_version, agreement.starts_on, agreement.ends_on) == (1, date(2026, 10, 5), None)
    assert (agreement.payment_pence, agreement.every, agreement.is_net) == (38_892, "4 weeks", True)
    assert Plan.objects.get(person=amina).status == PlanStatus.AGREED
    told = list(Event.objects.filter(person_id=amina.pk, about="offer 1").order_by("pk").values_list("what", flat=True))
    assert told == [
        "make_offer",
        "ask_question",
        "answer_question",
        "accept_offer_person",
        "accept_offer_council",
        "agree",
    ]


def test_a_yes_keeps_who_when_which_version_and_what_was_read(offer, amina, brian, now):
    say_yes(amina, brian)
    [yes] = Acceptance.objects.all()
    assert (yes.offer.version, yes.side, yes.by) == (1, "person", brian)
    assert yes.at >= now
    assert yes.digest == offer_now(amina).digest


def test_the_council_may_say_yes_first(offer, amina, brian, dev):
    say_yes_for_council(amina, dev)
    assert not Agreement.objects.exists()
    say_yes(amina, brian)
    assert Agreement.objects.get().offer == offer


def test_the_council_says_why(offer, at_offer, dev, amina):
    page = at_offer(dev, "1/accept-for-council/")
    again = at_offer(dev, "1/accept-for-council/", seen=seen_on(page), why="")
    assert "Say why the council agrees" in text_of(again)
    assert not Acceptance.objects.exists()
    say_yes_for_council(amina, dev, why="It meets needs.")
    assert "It meets needs." in text_of(at_offer(amina))


def test_the_database_too_wants_to_know_why_the_council_agrees(offer, dev, now):
    with pytest.raises(IntegrityError, match="council_says_why"), transaction.atomic():
        Acceptance.objects.create(offer=offer, side="council", by=dev, at=now, digest="x", words="")


def test_a_page_that_is_out_of_date_is_not_said_yes_to(offer, at_offer, amina, brian, dev):
    seen = seen_on(at_offer(amina))
    answer(amina, ask(amina, brian), dev, words="No, not on Sundays.")
    at_offer(amina, "1/accept/", seen=seen)
    assert not Acceptance.objects.exists()
    words = text_of(at_offer(amina))
    assert "Something was added since you opened this page. Please read it, then say yes again." in words
    at_offer(amina, "1/accept/", seen=seen_on(at_offer(amina)))
    assert Acceptance.objects.count() == 1


def test_a_newer_offer_is_not_said_yes_to_by_accident(offer, at_offer, amina, dev):
    seen = seen_on(at_offer(amina))
    make_offer(amina, dev, every="week")
    at_offer(amina, "1/accept/", seen=seen)
    at_offer(amina, "2/accept/", seen=seen)
    assert not Acceptance.objects.exists()
    assert "There is a newer offer. Please read that one." in text_of(at_offer(amina))


def test_the_councils_words_are_kept_when_the_offer_changed_meanwhile(offer, at_offer, amina, brian, dev):
    seen = seen_on(at_offer(dev, "1/accept-for-council/"))
    answer(amina, ask(amina, brian), dev)
    page = at_offer(dev, "1/accept-for-council/", seen=seen, why="It meets what matters.")
    assert "Something was added" in text_of(page)
    assert "It meets what matters." in page.content.decode()
    at_offer(dev, "1/accept-for-council/", seen=seen_on(page), why="It meets what matters.")
    assert Acceptance.objects.count() == 1, "having read it, the same page can be sent again"


def test_an_offer_taken_back_is_not_said_yes_to(offer, at_offer, amina, dev, council, now):
    seen = seen_on(at_offer(amina))
    operations.withdraw_offer(council=council, person_id=amina.pk, version=1, words="The sum is wrong.", by=dev, at=now)
    at_offer(amina, "1/accept/", seen=seen)
    words = text_of(at_offer(amina))
    assert "The council has taken this offer back" in words
    assert "Why: The sum is wrong." in words
    assert not Acceptance.objects.exists()


def test_pressing_yes_twice_is_one_yes(offer, amina, brian):
    say_yes(amina, brian)
    with pytest.raises(operations.AlreadyAccepted):
        say_yes(amina, brian)
    assert Acceptance.objects.count() == 1
    assert Event.objects.filter(what="accept_offer_person").count() == 1


def test_one_pair_of_hands_does_not_say_yes_for_both(offer, amina, brian):
    give_role(user=brian, role=Role.SOCIAL_WORKER)
    say_yes(amina, brian)
    with pytest.raises(operations.SameSideTwice):
        say_yes_for_council(amina, brian)


def test_a_worker_who_acts_for_her_does_not_say_yes_for_the_council(offer, amina, dev):
    relate(person=amina, user=dev, relation=Relation.REPRESENTATIVE)
    with pytest.raises(operations.SameSideTwice, match="ask a colleague"):
        say_yes_for_council(amina, dev)


def test_amina_and_brian_pressing_at_once_give_one_yes_and_one_agreement(
    transactional_db, ready, amina, brian, dev, farah
):
    make_offer(amina, dev)
    say_yes_for_council(amina, farah)
    offer, outcomes, together = offer_now(amina), [], threading.Barrier(6)

    def press():
        together.wait()
        try:
            say_yes(amina, brian, version=offer.version, seen=offer.digest)
            outcomes.append("yes")
        except (operations.AlreadyAccepted, operations.OfferRefused) as refused:
            outcomes.append(type(refused).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["AlreadyAccepted"] * 5 + ["yes"]
    assert (Acceptance.objects.filter(side="person").count(), Agreement.objects.count()) == (1, 1)


def test_a_newer_agreement_ends_the_one_before_on_the_day_before(offer, amina, brian, dev, farah, council):
    agree(amina, brian, farah)
    renew(amina, dev, starts_on=date(2026, 12, 7))
    agree(amina, brian, farah)
    first, second = Agreement.objects.order_by("pk")
    assert (first.ends_on, second.starts_on, second.ends_on) == (date(2026, 12, 6), date(2026, 12, 7), None)
    offer.refresh_from_db()
    assert offer.status == OfferStatus.REPLACED
    for day, version in {date(2026, 12, 6): 1, date(2026, 12, 7): 2}.items():
        assert find_current_agreement(council=council, person_id=amina.pk, on=day).offer_version == version
    assert find_current_agreement(council=council, person_id=amina.pk, on=date(2026, 10, 4)) is None
    both = list_agreements(council=council, from_on=date(2026, 11, 30), until_on=date(2026, 12, 20))
    assert [one.offer_version for one in both] == [1, 2]


def test_a_newer_offer_starts_after_the_agreement_it_follows(offer, amina, brian, dev, farah):
    agree(amina, brian, farah)
    with pytest.raises(operations.TermsRefused, match="agreement that starts on 5 October 2026") as refused:
        renew(amina, dev, starts_on=date(2026, 10, 5))
    assert refused.value.field == "starts_on"


def test_agreements_that_overlap_are_refused_by_the_database(offer, amina, brian, dev, farah, now):
    agree(amina, brian, farah)
    renewed = renew(amina, dev, starts_on=date(2026, 12, 7))
    with pytest.raises(IntegrityError, match="one_agreement_at_a_time"), transaction.atomic():
        Agreement.objects.create(person=amina, offer=renewed, starts_on=date(2026, 12, 7), agreed_at=now)


def test_an_agreement_of_another_council_is_not_found(offer, amina, brian, farah, other_council):
    agree(amina, brian, farah)
    assert find_latest_agreement(council=other_council, person_id=amina.pk) is None
    assert list_agreements(council=other_council, from_on=date(2026, 1, 1), until_on=date(2027, 1, 1)) == []


def test_nothing_is_kept_when_the_agreement_fails(offer, amina, brian, farah):
    say_yes_for_council(amina, farah)
    Plan.objects.filter(person=amina).update(status=PlanStatus.REPLACED)
    with pytest.raises(Exception, match="replaced"):
        say_yes(amina, brian)
    offer.refresh_from_db()
    assert (offer.status, Acceptance.objects.filter(side="person").count()) == (OfferStatus.MADE, 0)


def renew(person, by, *, starts_on) -> Offer:
    """The next plan, the same as the last, offered from that day."""
    plans.change_plan(change=change_of(person, by), today=date(2026, 9, 1))
    plans.cost_plan(change=change_of(person, by))
    return make_offer(person, by, starts_on=starts_on)


def test_an_assessment_made_since_does_not_change_what_was_agreed(offer, amina, brian, dev, farah, council):
    make_assessment(amina, dev)
    agree(amina, brian, farah)
    assert find_latest_agreement(council=council, person_id=amina.pk).contribution_weekly_pence == 7_960
