"""Before anything is offered, everybody concerned sees gross and net side by side, or what is still missing."""

import pytest
from tests.factories.offers import make_assessment, make_offer, make_ready
from tests.factories.plans import change_of, make_costed_plan, make_draft, make_heading
from tests.reading import page_of, text_of

from ownway.journey.agreements.models import Offer
from ownway.journey.contributions.models import Basis
from ownway.journey.plans import operations as plans
from ownway.journey.plans.models import Route


def rows_of(response, table_id):
    """The cells of the table in that region, row by row."""
    region = page_of(response).find(f".//*[@id='{table_id}']")
    return [["".join(cell.itertext()).strip() for cell in row] for row in region.iter("tr")]


@pytest.mark.parametrize("name", ["amina", "brian", "dev", "harriet", "farah", "gwen"])
def test_gross_and_net_stand_side_by_side(name, request, ready, at_offer):
    page = at_offer(request.getfixturevalue(name), "preview/")
    assert rows_of(page, "each-week") == [
        ["What", "Net", "Gross"],
        ["The support costs", "£176.83", "£176.83"],
        ["You pay" if name == "amina" else "Amina pays", "£79.60", "£79.60"],
        ["The council pays out", "£97.23", "£176.83"],
    ]
    assert rows_of(page, "each-payment") == [
        ["How often", "Net", "Gross"],
        ["Every week", "£97.23", "£176.83"],
        ["Every 2 weeks", "£194.46", "£353.66"],
        ["Every 4 weeks", "£388.92", "£707.32"],
        ["Every month", "£421.33", "£766.26"],
    ]
    assert "£50.00 is also paid once" in text_of(page)


def test_every_figure_opens_to_its_working(ready, at_offer, amina):
    words = text_of(at_offer(amina, "preview/"))
    assert "Carys Bevan" in words, "what the plan costs, line by line"
    assert "£120.40" in words, "what she keeps to live on"
    assert "Care Act 2014 s.26" in words


def test_nothing_is_offered_by_looking(ready, at_offer, dev):
    at_offer(dev, "preview/")
    assert not Offer.objects.exists()


def test_somebody_who_pays_the_full_cost_sees_it_all_as_theirs(amina, dev, today, at_offer):
    make_costed_plan(amina, dev)
    make_assessment(amina, dev, basis=Basis.NOT_SAID)
    assert rows_of(at_offer(dev, "preview/"), "each-week")[2:] == [
        ["Amina pays", "£176.83", "£176.83"],
        ["The council pays out", "£0.00", "£176.83"],
    ]


def test_with_nothing_there_it_says_what_comes_first(at_offer, dev, today):
    words = text_of(at_offer(dev, "preview/"))
    assert "Write the support plan first." in words
    assert "Work out what the person pays first." in words
    assert "Make an offer" not in words


def test_a_plan_without_a_cost_is_not_previewed(amina, dev, today, at_offer):
    make_draft(amina, dev)
    make_assessment(amina, dev)
    words = text_of(at_offer(dev, "preview/"))
    assert "Work out what the plan costs first." in words
    assert "Each week" not in words


def test_a_plan_changed_after_it_was_costed_asks_for_a_new_cost(amina, dev, ready, at_offer):
    make_heading(amina, dev, "Seeing friends")
    plans.add_line(
        change=change_of(amina, dev),
        heading_id=ready.headings.get(words="Seeing friends").pk,
        line=plans.NewLine("activity", "Lunch club", amount_pence=1_000, every="week"),
    )
    words = text_of(at_offer(dev, "preview/"))
    assert "Work out what the plan costs first. It has changed" in words
    assert "£176.83" not in words


def test_a_route_without_a_direct_payment_is_not_offered(amina, dev, ready, at_offer):
    plans.choose_route(change=change_of(amina, dev), route=Route.ISF, route_reason="A provider holds it.")
    words = text_of(at_offer(dev, "preview/"))
    assert "The plan’s route is “Individual Service Fund”" in words
    assert "Make an offer" not in words


def test_only_a_social_worker_is_asked_to_make_the_offer(ready, at_offer, dev, harriet, amina):
    assert "Make an offer" in text_of(at_offer(dev, "preview/"))
    for who in (harriet, amina):
        assert "Make an offer" not in text_of(at_offer(who, "preview/"))


def test_looking_takes_no_more_questions_of_the_database_than_allowed(
    ready, as_, dev, amina, django_assert_max_num_queries
):
    browser = as_(dev)
    with django_assert_max_num_queries(20):
        browser.get(f"/people/{amina.pk}/offer/preview/")


def test_the_preview_stays_once_the_offer_is_made(amina, dev, ready, at_offer):
    make_offer(amina, dev)
    assert rows_of(at_offer(amina, "preview/"), "each-week")[3] == ["The council pays out", "£97.23", "£176.83"]


def test_a_plan_being_written_by_itself_is_no_offer(amina, dev, today, fonts, at_offer):
    make_ready(amina, dev)
    assert "Nothing has been offered yet" in text_of(at_offer(amina))
