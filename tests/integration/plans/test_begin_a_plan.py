"""Begin a plan: its route and why, its first day, and what employing will be like."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.factories.plans import change_of, make_draft
from tests.reading import text_of

from ownway.ground.audit.models import Event
from ownway.journey.plans import operations
from ownway.journey.plans.models import Plan, PlanEvent, Route


@pytest.mark.parametrize("route", Route.values)
def test_a_plan_may_take_any_of_the_four_routes(send, amina, now, route):
    answer = send("begin/", route=route, route_reason="She said so.")
    assert answer["Location"] == f"/people/{amina.pk}/plan/start/"
    plan = Plan.objects.get()
    assert (plan.number, plan.route, plan.status, plan.route_reason) == (1, route, "draft", "She said so.")


def test_each_route_says_what_it_means(see, now):
    page = text_of(see("begin/"))
    for words in ("The council arranges it", "Individual Service Fund", "Direct payment", "A mixture"):
        assert words in page
    assert "The money is paid to them, or to somebody who acts for them." in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Choose one of the four ways"),
        ({"route": "isf"}, "Write why this is right for them"),
        ({"route": "lottery", "route_reason": "x"}, "Choose one of the answers in the list"),
        ({"route": "isf", "route_reason": "x" * 2001}, "2000 characters or fewer"),
    ],
)
def test_what_is_missing_or_wrong_is_told_by_its_field(send, now, typed, said):
    assert said in text_of(send("begin/", **typed))
    assert not Plan.objects.exists()


def test_what_was_typed_is_not_lost(send, now):
    assert "She likes her own people" in send("begin/", route_reason="She likes her own people").content.decode()


def test_two_workers_begin_and_one_carries_on(send, draft):
    page = text_of(send("begin/", route="isf", route_reason="Mine."))
    assert "A plan is being written already." in page
    assert Plan.objects.get().route == "direct_payment"


def test_the_database_promises_one_draft_too(draft, amina, dev, now):
    with pytest.raises(IntegrityError, match="one_draft_plan_a_person"), transaction.atomic():
        Plan.objects.create(person=amina, number=2, route="isf", starts_on=now.date(), made_by=dev, made_at=now)


def test_the_first_day_is_chosen(send, draft):
    send("start/", starts_on_day="5", starts_on_month="10", starts_on_year="2026")
    assert Plan.objects.get().starts_on == date(2026, 10, 5)


def test_a_30_february_is_refused_and_stays_on_the_page(send, draft):
    page = send("start/", starts_on_day="30", starts_on_month="2", starts_on_year="2026")
    assert "30 February 2026 is not a real date" in text_of(page)
    assert 'value="30"' in page.content.decode()
    assert Plan.objects.get().starts_on == date(2026, 9, 7)


def test_another_route_is_chosen_later(send, draft):
    send("route/", route="mixture", route_reason="Agency at night.")
    assert Plan.objects.get().route == "mixture"
    assert Event.objects.latest("pk").words == "Chose the route: a mixture."


def test_employing_is_described(send, draft):
    send("employing/", only_care="no", claims_allowance="yes")
    plan = Plan.objects.get()
    assert (plan.only_care, plan.claims_allowance) == (False, True)


def test_a_change_made_meanwhile_is_told_and_saving_again_is_possible(send, see, stamp_on, draft, amina, dev):
    stamp = stamp_on(see("route/"))
    operations.choose_route(change=change_of(amina, dev), route=Route.ISF, route_reason="Hers.")
    page = send("route/", route="mixture", route_reason="Mine.", stamp=stamp)
    assert "Somebody else changed this while you had it open" in text_of(page)
    assert "Mine." in page.content.decode()
    assert Plan.objects.get().route == "isf"
    send("route/", route="mixture", route_reason="Mine.", stamp=stamp_on(page))
    assert Plan.objects.get().route == "mixture"


def test_every_change_is_kept_in_the_history(send, draft):
    send("route/", route="isf", route_reason="Hers.")
    assert list(PlanEvent.objects.order_by("pgh_id").values_list("route", flat=True)) == ["direct_payment", "isf"]


@pytest.mark.parametrize("page", ["route/", "start/", "employing/", "headings/add/", "assistants/add/"])
def test_without_a_draft_there_is_nothing_to_change(send, amina, now, page):
    assert send(page)["Location"] == f"/people/{amina.pk}/plan/"


def test_another_councils_worker_begins_nothing_here(amina, esi, other_council, now):
    theirs = operations.Change(council=other_council, person_id=amina.pk, by=esi, at=now)
    with pytest.raises(type(amina).DoesNotExist):
        operations.start_plan(change=theirs, route=Route.ISF, route_reason="", starts_on=now.date())


def test_plans_are_numbered_for_each_person(amina, dev, now):
    first = make_draft(amina, dev)
    Plan.objects.filter(pk=first.pk).update(status="replaced")
    assert make_draft(amina, dev).number == 2
