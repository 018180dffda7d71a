"""Who is employed: what the law needs to know of them."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.factories.plans import change_of, make_carys, make_plan
from tests.reading import text_of

from ownway.journey.plans import costing, operations, queries
from ownway.journey.plans.models import Assistant

CARYS = {
    "name": "Carys Bevan",
    "born_on_day": "27",
    "born_on_month": "3",
    "born_on_year": "1990",
    "hours_kind": "fixed",
    "pay_every": "4 weeks",
}


def test_she_is_added(send, see, draft, amina):
    assert send("assistants/add/", **CARYS)["Location"] == f"/people/{amina.pk}/plan/"
    row = Assistant.objects.get()
    assert (row.name, row.born_on, row.over_state_pension_age) == ("Carys Bevan", date(1990, 3, 27), False)
    assert "The same hours. Paid every 4 weeks." in text_of(see())


def test_somebody_not_found_yet_is_counted_as_30(see, draft, amina, dev, council):
    make_carys(amina, dev, name="Not found yet", born_on=None)
    assert "No date of birth yet: counted as 30 years old" in text_of(see())
    plan = queries.find_draft(council=council, person_id=amina.pk)
    assert queries.plan_inputs(plan)["assistants"][0]["age_years"] == 30


def test_the_page_says_which_holiday_each_kind_of_hours_gives(see, draft):
    page = text_of(see("assistants/add/"))
    assert "They get 5.6 weeks of paid holiday a year." in page
    assert "Holiday is 12.07% on top of pay: the law allows that only here." in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": ""}, "Enter name"),
        ({"name": "x" * 121}, "120 characters or fewer"),
        ({"born_on_day": "30", "born_on_month": "2"}, "30 February 1990 is not a real date"),
        ({"born_on_year": ""}, "add the year"),
        ({"hours_kind": "sometimes"}, "Choose one of the answers in the list"),
        ({"hours_kind": ""}, "Choose which hours they will work"),
        ({"pay_every": "year"}, "Choose one of the answers in the list"),
        ({"pay_every": "once"}, "Choose one of the answers in the list"),
        ({"born_on_year": "2012"}, "Carys Bevan would be 14 when the plan starts"),
        ({"born_on_year": "1900"}, "Carys Bevan would be 126 when the plan starts"),
    ],
)
def test_what_cannot_be_kept_is_told_by_its_field(send, draft, typed, said):
    page = send("assistants/add/", **CARYS | typed)
    assert said in text_of(page)
    assert not Assistant.objects.exists()


def test_two_of_one_name_are_told_apart(send, draft, amina, dev):
    make_carys(amina, dev)
    assert "Somebody of this name is in the plan already." in text_of(send("assistants/add/", **CARYS))
    assert Assistant.objects.count() == 1


def test_she_is_changed(send, draft, amina, dev):
    carys = make_carys(amina, dev)
    send(f"assistants/{carys.pk}/change/", **CARYS | {"hours_kind": "irregular", "asks_for_pension": "on"})
    row = Assistant.objects.get()
    assert (row.hours_kind, row.asks_for_pension) == ("irregular", True)


def test_two_workers_change_her_and_the_second_is_told(send, see, stamp_on, draft, amina, dev):
    carys = make_carys(amina, dev)
    stamp = stamp_on(see(f"assistants/{carys.pk}/change/"))
    other = operations.NewAssistant("Carys Bevan", "irregular")
    operations.change_assistant(change=change_of(amina, dev), id=carys.pk, assistant=other)
    page = send(f"assistants/{carys.pk}/change/", **CARYS, stamp=stamp)
    assert "Somebody else changed this" in text_of(page)
    assert Assistant.objects.get().hours_kind == "irregular"


def test_she_stays_while_hours_name_her(send, amina, dev, now):
    make_plan(amina, dev)
    carys = Assistant.objects.get()
    page = send(f"assistants/{carys.pk}/remove/")
    assert "The plan still has hours for Carys Bevan." in text_of(page)
    assert Assistant.objects.exists()


def test_she_is_taken_out_when_nothing_names_her(send, draft, amina, dev):
    send(f"assistants/{make_carys(amina, dev).pk}/remove/")
    assert not Assistant.objects.exists()


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"name": ""}, "assistant_has_a_name"),
        ({"name": "Carys", "pay_every": "year"}, "assistant_paid_often_enough"),
    ],
)
def test_the_database_promises_it_too(draft, fields, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Assistant.objects.create(plan=draft, hours_kind="fixed", **fields)


@pytest.mark.parametrize(
    ("born_on", "day", "age"),
    [
        (date(2005, 9, 7), date(2026, 9, 6), 20),
        (date(2005, 9, 7), date(2026, 9, 7), 21),
        (date(2004, 2, 29), date(2026, 2, 28), 21),
        (date(2004, 2, 29), date(2026, 3, 1), 22),
    ],
)
def test_age_is_whole_years_on_the_day(born_on, day, age):
    assert costing.age_on(born_on, day) == age
