"""A plan on its page: everybody who may, reads the same; who may write it, can; the page asks few questions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.plans import change_of, make_costed_plan, make_heading, make_plan
from tests.reading import text_of
from tests.unit.design.html import read

from ownway.journey.plans import operations, queries
from ownway.journey.plans.operations import NewLine

MAY_SEE = {"amina", "brian", "dev", "harriet", "farah", "gwen"}
MAY_WRITE = {"dev"}
MAY_COST = {"dev", "harriet"}


def test_who_may_see_it(everybody, amina, dev):
    make_costed_plan(amina, dev)
    for page in ("", "1/", "cost/"):
        seen = {
            name
            for name, browser in everybody.items()
            if browser.get(f"/people/{amina.pk}/plan/{page}").status_code == 200
        }
        assert seen == MAY_SEE


def test_who_may_write_it(everybody, amina, dev):
    make_plan(amina, dev)
    typed = {"route": "isf", "route_reason": "x"}
    wrote = {
        name
        for name, browser in everybody.items()
        if browser.post(f"/people/{amina.pk}/plan/route/", typed).headers.get("Location") == f"/people/{amina.pk}/plan/"
    }
    assert wrote == MAY_WRITE


def test_who_may_work_out_the_cost(everybody, amina, dev):
    make_plan(amina, dev)
    pressed = {name: browser.post(f"/people/{amina.pk}/plan/cost/work-out/") for name, browser in everybody.items()}
    assert {name for name, answer in pressed.items() if answer.status_code == 200} == MAY_COST


def test_esi_of_another_council_does_not_find_it(as_, esi, amina, dev, now):
    make_plan(amina, dev)
    assert as_(esi).get(f"/people/{amina.pk}/plan/").status_code == 404


def test_nobody_is_offered_what_they_may_not_do(see, amina, dev, brian, now):
    make_plan(amina, dev)
    page = text_of(see("", brian))
    assert "Change" not in page
    assert "Take out" not in page
    assert "Carys Bevan" in page


def test_it_reads_by_outcome(see, amina, dev, now):
    make_costed_plan(amina, dev)
    page = text_of(see("", amina))
    assert "Your support plan" in page
    assert "Amina’s support plan" in text_of(see("", dev))
    assert page.index("Exercise, 3 hours a week") < page.index("Getting up my way, 9 hours a week")
    assert "£176.83 a week , and £50.00 paid once" in page or "£176.83 a week, and £50.00 paid once" in page


def test_an_earlier_plan_can_be_read(see, send, amina, dev, council, now):
    plan = make_costed_plan(amina, dev)
    operations.mark_offered(council=council, plan_id=plan.pk, by=dev, at=now)
    send("change/")
    assert "Plan 1 , offered" in text_of(see()) or "Plan 1, offered" in text_of(see())
    assert "Plan 1 Offered" in text_of(see("1/"))
    assert see("9/").status_code == 404


def test_a_route_without_an_offer_says_so(see, amina, dev, now):
    make_plan(amina, dev)
    operations.choose_route(change=change_of(amina, dev), route="isf", route_reason="x")
    assert "does not need an offer of a direct payment" in text_of(see())


@pytest.mark.parametrize("page", ["", "cost/"])
def test_its_questions_do_not_grow_with_what_is_in_it(as_, amina, dev, page, now):
    make_costed_plan(amina, dev)
    browser, address = as_(dev), f"/people/{amina.pk}/plan/{page}"
    browser.get(address)
    few = questions_of(browser, address)
    for number in range(10):
        heading = make_heading(amina, dev, f"Something else {number}")
        for _ in range(5):
            line = NewLine("activity", "Dancing", amount_pence=500, every="week")
            operations.add_line(change=change_of(amina, dev), heading_id=heading.pk, line=line)
    operations.cost_plan(change=change_of(amina, dev))
    assert questions_of(browser, address) == few <= 20


def questions_of(browser, address):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_finding_the_plan_takes_four_questions(amina, dev, council, now, django_assert_num_queries):
    make_plan(amina, dev)
    with django_assert_num_queries(4):
        queries.find_current_plan(council=council, person_id=amina.pk)


PAGES = ["", "cost/", "begin/", "route/", "start/", "employing/", "headings/add/", "assistants/add/"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_valid_html_with_one_heading(see, amina, dev, page, now):
    make_costed_plan(amina, dev)
    tree = read(see(page).content.decode())
    assert len(list(tree.iter("h1"))) == 1


def test_the_pages_of_what_is_in_it_are_valid_html(see, amina, dev, council, now):
    make_plan(amina, dev)
    plan = queries.find_current_plan(council=council, person_id=amina.pk)
    heading, line, carys = plan.headings[0].id, plan.lines[0].id, plan.assistants[0].id
    pages = [
        f"{noun}/{verb}/"
        for noun in (f"headings/{heading}", f"lines/{line}", f"assistants/{carys}")
        for verb in ("change", "remove")
    ]
    pages += [f"headings/{heading}/lines/"]
    pages += [
        f"headings/{heading}/lines/{kind}/"
        for kind in ("pa_hours", "agency_hours", "activity", "start_up", "contingency")
    ]
    for page in pages:
        answer = see(page)
        assert answer.status_code == 200
        assert len(list(read(answer.content.decode()).iter("h1"))) == 1


def test_a_refused_cost_is_valid_html_too(send, amina, dev, now):
    make_plan(amina, dev)
    read(send("cost/work-out/").content.decode())
