"""A plan that was offered stays as it is; changing it begins a new draft with everything in it."""

import threading

import pytest
from django.db import close_old_connections
from tests.factories.plans import change_of, make_costed_plan, make_draft
from tests.reading import text_of

from ownway.journey.plans import operations, queries
from ownway.journey.plans.models import Assistant, Line, Plan, PlanStatus, Route
from ownway.journey.plans.operations import CostNotWorkedOut, NewLine, RouteHasNoOffer
from ownway.rules.lifecycles import MoveRefused


@pytest.fixture
def offered(amina, dev, council, now):
    """Amina's plan, costed and offered."""
    plan = make_costed_plan(amina, dev)
    return operations.mark_offered(council=council, plan_id=plan.pk, by=dev, at=now)


def without_ids(plan):
    """What a plan says, apart from the numbers of its rows."""
    inputs = queries.plan_inputs(plan)
    names = {one["key"]: one["name"] for one in inputs["assistants"]}
    lines = [line | {"assistant": names.get(line["assistant"], "")} for line in inputs["lines"]]
    return lines, [one | {"key": ""} for one in inputs["assistants"]], plan.route, plan.only_care, plan.starts_on


def test_it_is_copied_whole_and_the_offered_one_stays(send, offered, amina, council):
    assert send("change/")["Location"] == f"/people/{amina.pk}/plan/"
    old = queries.find_plan(council=council, person_id=amina.pk, number=1)
    new = queries.find_current_plan(council=council, person_id=amina.pk)
    assert (new.number, new.status, old.status) == (2, "draft", "offered")
    assert without_ids(new) == without_ids(old)
    assert {line.id for line in new.lines}.isdisjoint(line.id for line in old.lines)
    assert {line.assistant_id for line in new.lines if line.assistant_id} == {one.id for one in new.assistants}


def test_what_was_offered_cannot_be_changed(offered, amina, dev):
    line = Line.objects.first()
    typed = NewLine("activity", "Dancing", amount_pence=100, every="week")
    for act in (
        lambda change: operations.change_line(change=change, id=line.pk, line=typed),
        lambda change: operations.remove_line(change=change, id=line.pk),
        lambda change: operations.remove_heading(change=change, id=line.heading_id),
        lambda change: operations.add_line(change=change, heading_id=line.heading_id, line=typed),
        lambda change: operations.remove_assistant(change=change, id=Assistant.objects.first().pk),
        lambda change: operations.choose_route(change=change, route=Route.ISF, route_reason=""),
    ):
        with pytest.raises(operations.NotADraft, match="Choose “Change the plan”"):
            act(change_of(amina, dev))


def test_rows_of_the_offered_plan_are_out_of_reach_of_the_new_draft(send, offered, amina, dev):
    send("change/")
    line = Line.objects.filter(heading__plan=offered).first()
    with pytest.raises(operations.NothingThere):
        operations.remove_line(change=change_of(amina, dev), id=line.pk)
    assert send(f"lines/{line.pk}/remove/").status_code == 404


def test_pressing_twice_begins_one_draft(send, see, offered):
    send("change/")
    send("change/")
    assert Plan.objects.filter(status=PlanStatus.DRAFT).count() == 1
    assert "A plan is being written already." in text_of(see())


def test_there_must_be_something_to_change(send, see, amina, now):
    send("change/")
    assert not Plan.objects.exists()
    assert "There is no plan yet." in text_of(see())


def test_agreeing_the_new_plan_replaces_the_old(send, offered, amina, dev, council, now):
    operations.mark_agreed(council=council, plan_id=offered.pk, by=dev, at=now)
    send("change/")
    operations.cost_plan(change=change_of(amina, dev))
    new = Plan.objects.get(number=2)
    operations.mark_offered(council=council, plan_id=new.pk, by=dev, at=now)
    assert queries.find_agreed_plan(council=council, person_id=amina.pk).number == 1
    operations.mark_agreed(council=council, plan_id=new.pk, by=dev, at=now)
    assert dict(Plan.objects.values_list("number", "status")) == {1: "replaced", 2: "agreed"}
    assert queries.find_agreed_plan(council=council, person_id=amina.pk).number == 2


def test_a_newer_offer_replaces_an_older(send, offered, amina, dev, council, now):
    send("change/")
    operations.cost_plan(change=change_of(amina, dev))
    operations.mark_offered(council=council, plan_id=Plan.objects.get(number=2).pk, by=dev, at=now)
    assert dict(Plan.objects.values_list("number", "status")) == {1: "replaced", 2: "offered"}


def test_an_offered_plan_may_be_offered_again(offered, dev, council, now):
    assert operations.mark_offered(council=council, plan_id=offered.pk, by=dev, at=now).status == "offered"


def test_a_plan_without_a_cost_is_not_offered(amina, dev, council, now):
    plan = make_draft(amina, dev)
    with pytest.raises(CostNotWorkedOut):
        operations.mark_offered(council=council, plan_id=plan.pk, by=dev, at=now)


def test_a_plan_changed_after_it_was_costed_is_not_offered(amina, dev, council, now):
    plan = make_costed_plan(amina, dev)
    operations.describe_employing(change=change_of(amina, dev), only_care=True, claims_allowance=False)
    with pytest.raises(CostNotWorkedOut):
        operations.mark_offered(council=council, plan_id=plan.pk, by=dev, at=now)


@pytest.mark.parametrize("route", [Route.COUNCIL_ARRANGED, Route.ISF])
def test_only_a_direct_payment_or_a_mixture_is_offered(amina, dev, council, now, route):
    plan = make_draft(amina, dev, route=route)
    with pytest.raises(RouteHasNoOffer):
        operations.mark_offered(council=council, plan_id=plan.pk, by=dev, at=now)


def test_a_draft_is_not_agreed_without_an_offer(amina, dev, council, now):
    plan = make_draft(amina, dev)
    with pytest.raises(MoveRefused):
        operations.mark_agreed(council=council, plan_id=plan.pk, by=dev, at=now)


def test_another_council_offers_nothing_of_hers(offered, esi, other_council, now):
    with pytest.raises(Plan.DoesNotExist):
        operations.mark_offered(council=other_council, plan_id=offered.pk, by=esi, at=now)


def test_the_headings_that_bank_lines_are_matched_to_are_those_agreed(offered, amina, dev, council, now):
    assert queries.list_headings(council=council, person_id=amina.pk) == []
    operations.mark_agreed(council=council, plan_id=offered.pk, by=dev, at=now)
    words = [heading.words for heading in queries.list_headings(council=council, person_id=amina.pk)]
    assert words == ["Exercise, 3 hours a week", "Getting up my way, 9 hours a week"]


@pytest.mark.django_db(transaction=True)
def test_eight_workers_at_once_begin_one_plan(amina, dev, now):
    outcomes = at_once(8, lambda: make_draft(amina, dev))
    assert sorted(outcomes) == ["AlreadyADraft"] * 7 + ["done"]
    assert Plan.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_change_one_plan_and_one_is_told(amina, dev, council, now):
    plan = make_draft(amina, dev)
    stamp = queries.get_plan(council=council, id=plan.pk).stamp

    def choose():
        operations.choose_route(
            change=change_of(amina, dev), route=Route.ISF, route_reason=threading.current_thread().name, stamp=stamp
        )

    assert sorted(at_once(2, choose)) == ["ChangedMeanwhile", "done"]


def at_once(count, act):
    """What became of each of so many that do the same at the same moment."""
    together, outcomes = threading.Barrier(count), []

    def run():
        together.wait()
        try:
            act()
        except operations.PlanRefused as refusal:
            outcomes.append(type(refusal).__name__)
        else:
            outcomes.append("done")
        finally:
            close_old_connections()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
