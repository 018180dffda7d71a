"""What each outcome is expected to cost: a page for each kind, with the boxes that kind needs."""

import pytest
from django.db import IntegrityError, transaction
from tests.factories.plans import change_of, make_carys
from tests.reading import text_of

from ownway.ground.audit.models import Event
from ownway.journey.plans import operations
from ownway.journey.plans.models import Line, LineEvent, LineKind
from ownway.journey.plans.operations import NewLine

SIMPLE = {"words": "Swimming club", "amount_pence": "£6.00", "every": "week"}


@pytest.fixture
def carys_row(draft, amina, dev):
    """Carys in the plan."""
    return make_carys(amina, dev)


@pytest.fixture
def hours(carys_row):
    """What is typed for 3 hours with Carys at £13.00."""
    return {
        "assistant_id": carys_row.pk,
        "day_kind": "weekday",
        "minutes_weekly": "3 hours",
        "hourly_pence": "13.00",
    }


@pytest.fixture
def add(send, exercise):
    """`add("activity", …)`: Dev sends the page for a new line under exercise."""
    return lambda kind, **typed: send(f"headings/{exercise.pk}/lines/{kind}/", **typed)


def test_the_kind_is_asked_first(send, exercise, amina):
    answer = send(f"headings/{exercise.pk}/lines/", kind="pa_hours")
    assert answer["Location"] == f"/people/{amina.pk}/plan/headings/{exercise.pk}/lines/pa_hours/"
    assert "Choose what will be paid for" in text_of(send(f"headings/{exercise.pk}/lines/"))


def test_hours_of_an_assistant(add, see, hours):
    assert add("pa_hours", **hours).status_code == 302
    line = Line.objects.get()
    assert (line.minutes_weekly, line.hourly_pence, line.day_kind) == (180, 1_300, "weekday")
    page = text_of(see())
    assert "Carys Bevan, weekday" in page
    assert "3 hours a week at £13.00 an hour" in page


def test_a_sleep_in_says_how_long_somebody_is_awake(add, hours):
    add("pa_hours", **hours | {"day_kind": "sleep_in", "minutes_weekly": "9 hours", "minutes_awake_weekly": "1:30"})
    assert Line.objects.get().minutes_awake_weekly == 90


def test_hours_of_an_agency(add, see):
    add("agency_hours", words="Kind Hands", minutes_weekly="3.5", hourly_pence="£25.53")
    assert "3 hours 30 minutes a week at £25.53 an hour" in text_of(see())


@pytest.mark.parametrize(
    "kind", ["activity", "transport", "short_break", "equipment", "insurance", "payroll", "training"]
)
def test_an_amount_every_so_often(add, see, kind):
    assert add(kind, words="Something", amount_pence="1,234.50", every="month").status_code == 302
    assert (Line.objects.get().kind, Line.objects.get().amount_pence) == (kind, 123_450)
    assert "£1,234.50 every month" in text_of(see())


def test_starting_is_paid_once(add, see):
    add("start_up", words="An advert", amount_pence="50")
    assert Line.objects.get().every == "once"
    assert "£50.00 once" in text_of(see())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [({"share_bp": "5"}, (500, None)), ({"share_bp": "2.5%"}, (250, None)), ({"amount_pence": "10"}, (None, 1_000))],
)
def test_contingency_is_a_share_or_an_amount(add, typed, kept):
    assert add("contingency", **typed).status_code == 302
    assert (Line.objects.get().share_bp, Line.objects.get().amount_pence) == kept


HOURS_WRONG = [
    ({"minutes_weekly": "-3"}, "Hours cannot be less than 0"),
    ({"minutes_weekly": "400 hours"}, "Hours a week must be 168 hours or less. A week has 168 hours"),
    ({"minutes_weekly": "0"}, "Hours a week must be 1 minute or more"),
    ({"minutes_weekly": ""}, "Enter hours a week"),
    ({"minutes_weekly": "many"}, "Enter hours and minutes, like 3 hours 30 minutes"),
    ({"minutes_weekly": "9" * 5_000}, "Enter hours and minutes, like 3 hours 30 minutes"),
    ({"hourly_pence": "-13"}, "Pay for an hour must be £0.01 or more"),
    ({"hourly_pence": "13,00"}, "Use a full stop before the pence"),
    ({"hourly_pence": "=1+1"}, "Enter an amount in pounds"),
    ({"hourly_pence": "1000"}, "Pay for an hour must be £999.99 or less"),
    ({"day_kind": "someday"}, "Choose one of the answers in the list"),
    ({"assistant_id": "999999"}, "Choose one of the answers in the list"),
    ({"assistant_id": ""}, "Choose who will do this"),
    ({"minutes_awake_weekly": "1"}, "Leave this empty, or choose sleep-in night above"),
    ({"day_kind": "sleep_in", "minutes_awake_weekly": "4"}, "The time awake cannot be more than the whole sleep-in"),
    ({"words": "x" * 201}, "200 characters or fewer"),
]


@pytest.mark.parametrize(("typed", "said"), HOURS_WRONG)
def test_hours_that_cannot_be_kept_are_told_by_their_field(add, hours, typed, said):
    page = add("pa_hours", **hours | typed)
    assert said in text_of(page)
    assert not Line.objects.exists()


AMOUNTS_WRONG = [
    ("activity", SIMPLE | {"amount_pence": "-6"}, "How much must be £0.01 or more"),
    ("activity", SIMPLE | {"amount_pence": "six"}, "Enter an amount in pounds, like 12.50"),
    ("activity", SIMPLE | {"amount_pence": "99999999999"}, "must be £9,999,999.99 or less"),
    ("activity", SIMPLE | {"every": "blue moon"}, "Choose one of the answers in the list"),
    ("activity", SIMPLE | {"words": ""}, "Write what it is, such as “Swimming club”"),
    ("contingency", {}, "Give a percentage or an amount, one of the two"),
    ("contingency", {"share_bp": "5", "amount_pence": "5"}, "Give a percentage or an amount, one of the two"),
    ("contingency", {"share_bp": "101"}, "more than 0 and no more than 100"),
    ("contingency", {"share_bp": "NaN"}, "Enter a percentage, like 5 or 2.5"),
    ("contingency", {"share_bp": "-5"}, "more than 0 and no more than 100"),
]


@pytest.mark.parametrize(("kind", "typed", "said"), AMOUNTS_WRONG)
def test_amounts_that_cannot_be_kept_are_told_by_their_field(add, kind, typed, said):
    page = text_of(add(kind, **typed)).replace("How much?", "How much").replace("This answer must", "How much must")
    assert said in page
    assert not Line.objects.exists()


def test_nothing_typed_is_lost(add, hours):
    page = add("pa_hours", **hours | {"minutes_weekly": "400 hours", "words": "Swimming"}).content.decode()
    assert 'value="400 hours"' in page
    assert 'value="13.00"' in page
    assert 'value="Swimming"' in page


def test_an_unknown_kind_is_no_page(add):
    assert add("magic", **SIMPLE).status_code == 404


def test_hours_without_anybody_employed_say_what_to_do_first(see, exercise):
    assert "Say first who will be employed." in text_of(see(f"headings/{exercise.pk}/lines/pa_hours/"))


def test_a_line_is_changed_from_what_it_was(add, send, see, hours):
    add("pa_hours", **hours)
    line = Line.objects.get()
    page = see(f"lines/{line.pk}/change/").content.decode()
    assert 'value="3 hours"' in page
    send(f"lines/{line.pk}/change/", **hours | {"minutes_weekly": "4 hours"})
    assert Line.objects.get().minutes_weekly == 240
    assert list(LineEvent.objects.order_by("pgh_id").values_list("minutes_weekly", flat=True)) == [180, 240]


def test_a_share_is_shown_again_as_it_was_typed(add, see):
    add("contingency", share_bp="2.5")
    assert 'value="2.5"' in see(f"lines/{Line.objects.get().pk}/change/").content.decode()


def test_two_workers_change_one_line_and_the_second_is_told(add, send, see, stamp_on, hours, amina, dev):
    add("pa_hours", **hours)
    line = Line.objects.get()
    stamp = stamp_on(see(f"lines/{line.pk}/change/"))
    send(f"lines/{line.pk}/change/", **hours | {"minutes_weekly": "5 hours", "stamp": stamp})
    page = send(f"lines/{line.pk}/change/", **hours | {"minutes_weekly": "7 hours", "stamp": stamp})
    assert "Somebody else changed this while you had it open" in text_of(page)
    assert 'value="7 hours"' in page.content.decode()
    assert Line.objects.get().minutes_weekly == 300


def test_a_line_is_taken_out_after_asking(add, send, see):
    add("activity", **SIMPLE)
    line = Line.objects.get()
    assert "Take “Swimming club” out of the plan? It is £6.00 every week." in text_of(see(f"lines/{line.pk}/remove/"))
    send(f"lines/{line.pk}/remove/")
    assert not Line.objects.exists()
    assert (
        Event.objects.latest("pk").words == "Took “Swimming club”, £6.00 every week, out of “Exercise, 3 hours a week”."
    )


def test_the_rulebook_is_asked_before_anything_is_kept(exercise, amina, dev):
    for line, field in [
        (NewLine(LineKind.AGENCY_HOURS, minutes_weekly=-60, hourly_pence=100), "minutes_weekly"),
        (NewLine(LineKind.AGENCY_HOURS, minutes_weekly=60, hourly_pence=0), "hourly_pence"),
        (NewLine(LineKind.PA_HOURS, minutes_weekly=60, hourly_pence=1_300), "assistant_id"),
        (NewLine(LineKind.CONTINGENCY, share_bp=10_001), "share_bp"),
        (NewLine(LineKind.START_UP, amount_pence=1, every="week"), "every"),
    ]:
        with pytest.raises(operations.PlanProblems) as refusal:
            operations.add_line(change=change_of(amina, dev), heading_id=exercise.pk, line=line)
        assert field in {problem.field for problem in refusal.value.problems}
    assert not Line.objects.exists()


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"minutes_weekly": 10_081, "hourly_pence": 1}, "line_fits_in_a_week"),
        ({}, "line_says_how_much"),
        ({"minutes_weekly": 60, "hourly_pence": 1, "minutes_awake_weekly": 61}, "line_awake_within_the_night"),
        ({"share_bp": 10_001}, "line_share_whole"),
    ],
)
def test_the_database_promises_it_too(exercise, fields, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Line.objects.create(heading=exercise, kind="agency_hours", **fields)
