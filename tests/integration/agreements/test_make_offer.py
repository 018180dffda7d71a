"""Dev offers what was planned, costed and assessed; the offer keeps its decision and its letter, or nothing is kept."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.factories.offers import REPLY_BY_ON, STARTS_ON, agree, make_assessment, make_offer, terms
from tests.factories.plans import change_of, make_costed_plan, make_draft
from tests.reading import page_of, text_of

from ownway.ground.audit.models import Event
from ownway.ground.decisions.models import Decision
from ownway.ground.decisions.queries import difference
from ownway.ground.figures.operations import confirm_figure
from ownway.ground.letters.content.correspondence import FactsDisagree
from ownway.ground.letters.models import Letter
from ownway.ground.people.facts import person_facts
from ownway.journey.agreements import operations
from ownway.journey.agreements.models import Offer, OfferStatus
from ownway.journey.contributions.models import Basis
from ownway.journey.plans import operations as plans
from ownway.journey.plans.models import PlanStatus, Route

TYPED = {
    "paid_how": "net",
    "every": "4 weeks",
    "starts_on_day": "5",
    "starts_on_month": "10",
    "starts_on_year": "2026",
    "reply_by_on_day": "22",
    "reply_by_on_month": "9",
    "reply_by_on_year": "2026",
}


def test_dev_makes_an_offer_in_the_browser(ready, at_offer, dev, amina):
    assert at_offer(dev, "make/", **TYPED).status_code == 302
    offer = Offer.objects.get(person=amina)
    assert (offer.version, offer.status, offer.made_by) == (1, OfferStatus.MADE, dev)
    assert (offer.budget_weekly_pence, offer.contribution_weekly_pence) == (17_683, 7_960)
    assert (offer.payment_weekly_pence, offer.payment_pence, offer.one_off_pence) == (9_723, 38_892, 5_000)
    assert (offer.starts_on, offer.reply_by_on) == (STARTS_ON, REPLY_BY_ON)


@pytest.mark.parametrize(
    ("paid_how", "every", "weekly", "each"),
    [
        ("net", "week", 9_723, 9_723),
        ("net", "2 weeks", 9_723, 19_446),
        ("net", "month", 9_723, 42_133),
        ("gross", "week", 17_683, 17_683),
        ("gross", "4 weeks", 17_683, 70_732),
        ("gross", "month", 17_683, 76_626),
    ],
)
def test_it_comes_to_what_was_worked_by_hand(ready, amina, dev, paid_how, every, weekly, each):
    offer = make_offer(amina, dev, paid_how=paid_how, every=every)
    assert (offer.payment_weekly_pence, offer.payment_pence) == (weekly, each)


def test_the_decision_is_kept_and_comes_out_the_same_again(offer, amina):
    decision = Decision.objects.get(pk=offer.decision_id)
    assert decision.rule == "offer.gross_net"
    assert decision.answers["net_payment"] == offer.payment_weekly_pence
    assert decision.answers["each_net_payment"] == offer.payment_pence
    assert difference(decision) is None


def test_the_letter_is_written_with_it(offer, amina):
    letter = Letter.objects.get(person=amina)
    assert (letter.pk, letter.kind) == (offer.letter_id, "offer")
    told = str(letter.facts["content"])
    for words in ("£97.23 a week", "£388.92 every 4 weeks", "£79.60 a week", "£50.00", "Exercise, 3 hours a week"):
        assert words in told


def test_a_gross_letter_says_that_a_bill_comes(ready, amina, dev):
    make_offer(amina, dev, paid_how="gross")
    assert "send you a bill for your part" in str(Letter.objects.get(person=amina).facts["content"])


def test_the_plan_is_offered_and_it_stands_on_the_timeline(offer, amina, ready):
    ready.refresh_from_db()
    assert ready.status == PlanStatus.OFFERED
    event = Event.objects.get(what="make_offer", person_id=amina.pk)
    assert event.words == "Offered a direct payment: £388.92 every 4 weeks."


def test_the_history_says_who_and_why(offer, dev):
    event = offer.events.get(pgh_label="insert")
    assert event.pgh_context.metadata == {"user": dev.pk, "why": "Made an offer."}


def test_pressing_twice_makes_one_offer(offer, amina, dev):
    with pytest.raises(operations.AlreadyOffered):
        make_offer(amina, dev)
    assert Offer.objects.count() == Letter.objects.count() == 1


def test_other_terms_replace_the_open_offer(offer, amina, dev):
    newer = make_offer(amina, dev, every="week")
    offer.refresh_from_db()
    assert (offer.status, newer.version, newer.status) == (OfferStatus.REPLACED, 2, OfferStatus.MADE)


def test_an_offer_taken_back_can_be_made_again_the_same_day(offer, amina, dev, council, now):
    operations.withdraw_offer(council=council, person_id=amina.pk, version=1, words="A mistake.", by=dev, at=now)
    again = make_offer(amina, dev)
    assert (again.version, again.letter_id) == (2, offer.letter_id), "the same words make no second letter"


def test_it_waits_for_the_plan(amina, dev, today, fonts):
    make_assessment(amina, dev)
    with pytest.raises(operations.NotReady, match="Write the support plan first"):
        make_offer(amina, dev)


def test_it_waits_for_the_cost(amina, dev, today, fonts):
    make_draft(amina, dev)
    make_assessment(amina, dev)
    with pytest.raises(operations.NotReady, match="Work out what the plan costs first"):
        make_offer(amina, dev)


def test_it_waits_for_what_the_person_pays(amina, dev, today, fonts):
    make_costed_plan(amina, dev)
    with pytest.raises(operations.NotReady, match="Work out what the person pays first"):
        make_offer(amina, dev)


def test_it_refuses_a_route_without_a_direct_payment(ready, amina, dev):
    plans.choose_route(change=change_of(amina, dev), route=Route.COUNCIL_ARRANGED, route_reason="She asked us to.")
    with pytest.raises(operations.NotReady, match="“The council arranges it”"):
        make_offer(amina, dev)


def test_it_refuses_a_plan_that_is_agreed_already(offer, amina, brian, dev, farah):
    agree(amina, brian, farah)
    with pytest.raises(operations.NotReady, match="agreed already"):
        make_offer(amina, dev)


def test_net_needs_something_left_to_pay(amina, dev, today, fonts):
    make_costed_plan(amina, dev)
    make_assessment(amina, dev, basis=Basis.LIGHT_TOUCH)
    with pytest.raises(operations.TermsRefused, match="Choose gross") as refused:
        make_offer(amina, dev)
    assert refused.value.field == "paid_how"
    assert make_offer(amina, dev, paid_how="gross").payment_weekly_pence == 17_683


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"starts_on": date(2026, 9, 6)}, "starts_on", "The plan starts on 7 September 2026"),
        ({"reply_by_on": date(2026, 9, 1)}, "reply_by_on", "at least a day"),
        ({"reply_by_on": date(2025, 9, 22)}, "reply_by_on", "at least a day"),
    ],
)
def test_terms_that_cannot_be_are_refused_by_their_field(ready, amina, dev, change, field, words):
    with pytest.raises(operations.TermsRefused, match=words) as refused:
        make_offer(amina, dev, **change)
    assert refused.value.field == field
    assert not Offer.objects.exists()
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"paid_how": ""}, "Choose net or gross"),
        ({"paid_how": "both"}, "Choose"),
        ({"every": ""}, "Choose how often"),
        ({"every": "year"}, "Choose"),
        ({"starts_on_day": "30", "starts_on_month": "2"}, "February"),
        ({"starts_on_year": ""}, "year"),
        ({"reply_by_on_day": "ten"}, "day"),
        ({"starts_on_day": "1", "starts_on_month": "9"}, "The plan starts on 7 September 2026"),
    ],
)
def test_what_was_typed_wrong_is_said_and_kept(ready, at_offer, dev, typed, sentence):
    page = at_offer(dev, "make/", **(TYPED | typed))
    assert page.status_code == 200
    assert "There is a problem" in text_of(page)
    assert sentence in text_of(page)
    assert 'value="2026"' in page.content.decode(), "nothing typed is lost"
    assert not Offer.objects.exists()


def test_a_letter_that_cannot_be_written_leaves_no_offer(ready, amina, dev, council):
    council.address = ""
    council.save()
    with pytest.raises(FactsDisagree):
        make_offer(amina, dev)
    ready.refresh_from_db()
    assert (Offer.objects.count(), ready.status) == (0, PlanStatus.DRAFT)
    assert not Decision.objects.filter(rule="offer.gross_net").exists()


def test_why_the_letter_cannot_be_written_stands_beside_the_form(ready, at_offer, dev, council):
    council.address = ""
    council.save()
    page = at_offer(dev, "make/", **TYPED)
    assert page.status_code == 200
    assert "An address has 1 to 7 lines" in text_of(page)


def test_the_page_starts_with_the_councils_own_days_to_answer(ready, at_offer, dev, farah, council, now):
    assert 'name="reply_by_on_day" value' not in at_offer(dev, "make/").content.decode(), "nothing was decided yet"
    confirm_figure(
        council=council,
        figure="policy.reply_days",
        from_on=date(2026, 4, 1),
        value=21,
        source="Cabinet, March 2026",
        by=farah,
        at=now,
    )
    page = at_offer(dev, "make/")
    assert _typed(page, "reply_by_on") == ["22", "9", "2026"], "1 September and 21 days"


def _typed(page, name):
    """What stands in the boxes of that name."""
    boxes = [one for one in page_of(page).iter("input") if (one.get("name") or "").startswith(name)]
    return [box.get("value") for box in boxes]


def test_a_page_without_everything_leads_to_what_is_missing(at_offer, dev, amina, today):
    assert at_offer(dev, "make/")["Location"] == f"/people/{amina.pk}/offer/preview/"


def test_another_councils_person_is_not_offered_anything(ready, amina, esi, other_council, now):
    with pytest.raises(type(amina).DoesNotExist):
        operations.make_offer(council=other_council, person=person_facts(amina), terms=terms(), by=esi, at=now)


def test_the_database_holds_one_open_offer_a_person(offer, amina, dev):
    make_offer(amina, dev, every="week")
    with pytest.raises(IntegrityError, match="one_open_offer_a_person"), transaction.atomic():
        Offer.objects.filter(pk=offer.pk).update(status=OfferStatus.MADE)
