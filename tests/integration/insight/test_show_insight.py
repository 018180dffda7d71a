"""The measures name nobody, and equal what one can count by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from tests.factories.agreements import make_agreement
from tests.factories.persons import make_person

from ownway.front.insight.facts import USES
from ownway.front.insight.queries import count_insight, get_insight
from ownway.journey.payments.models import Schedule
from ownway.journey.plans.models import LineKind

ON = date(2026, 9, 1)
NOW = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def everyone(council, other_council, dev, esi):
    """Three people in two groups, one whose payment has ended, and one of another council."""
    zoe = make_person(council=council, name="Zoe Hart", reference="P1", client_group="mental_health")
    ray = make_person(council=council, name="Ray Cole", reference="P2", client_group="older_people")
    mary = make_person(council=council, name="Mary Ngo", reference="P3", client_group="older_people")
    sam = make_person(council=council, name="Sam Bell", reference="P4", client_group="older_people")
    far = make_person(council=other_council, name="Far Away", reference="P5", client_group="older_people")
    make_agreement(person=zoe, by=dev, budget_weekly_pence=10_000, kinds=("pa_hours", "payroll", "insurance"))
    make_agreement(person=ray, by=dev, budget_weekly_pence=20_000, contribution_weekly_pence=5_000, kinds=("activity",))
    make_agreement(person=mary, by=dev, budget_weekly_pence=30_050, kinds=("activity", "transport"))
    make_agreement(person=sam, by=dev, kinds=("equipment",), ends_on=date(2026, 8, 31))
    make_agreement(person=far, by=esi, kinds=("activity",))
    return zoe, ray, mary


def test_it_counts_people_by_group(council, everyone):
    groups = {group.words: group.people for group in count_insight(council=council, on=ON, now=NOW).groups}
    assert (groups["Mental health"], groups["Older people"], groups["Carers"]) == (1, 2, 0)
    assert len(groups) == 9


def test_it_adds_up_what_is_agreed(council, everyone):
    insight = count_insight(council=council, on=ON, now=NOW)
    # 100.00 + 200.00 + 300.50 a week, of which Ray pays 50.00
    assert insight.budgets_weekly_pence == 60_050
    assert insight.payments_weekly_pence == 55_050
    assert insight.payments_yearly_pence == 55_050 * 52


def test_a_person_is_counted_once_for_each_use(council, everyone):
    uses = {use.words: use.people for use in count_insight(council=council, on=ON, now=NOW).uses}
    assert uses["Financial fees"] == 1  # Zoe pays for payroll and insurance
    assert uses["Personal assistants"] == 1
    assert uses["Activities"] == 2
    assert uses["Transport"] == 1
    assert uses["Equipment and technology"] == 0
    assert len(uses) == 11


def test_a_payment_that_ended_counts_on_its_last_day(council, everyone):
    assert count_insight(council=council, on=date(2026, 8, 31), now=NOW).people == 4
    assert count_insight(council=council, on=ON, now=NOW).people == 3


def test_nobody_is_counted_before_anything_was_agreed(council, everyone):
    assert count_insight(council=council, on=date(2026, 4, 5), now=NOW).people == 0


def test_days_to_the_first_payment_run_from_the_agreement(council, everyone, dev):
    zoe, ray, _ = everyone
    # agreed on 2 March; first paid on 6 April (35 days) and 16 March (14 days): 24.5 on average, said as 24
    for person, first_on in ((zoe, date(2026, 4, 6)), (ray, date(2026, 3, 16))):
        agreement = person.agreements.get()
        Schedule.objects.create(
            agreement=agreement,
            person=person,
            every="4 weeks",
            amount_pence=40_000,
            weekly_pence=10_000,
            first_on=first_on,
            why="The first schedule",
            made_by=dev,
            made_at=agreement.agreed_at,
        )
    assert count_insight(council=council, on=ON, now=NOW).days_to_first_payment == 24


def test_every_kind_of_line_belongs_to_one_use():
    counted = [kind for kinds in USES.values() for kind in kinds]
    assert sorted(counted) == sorted(LineKind)


def test_the_page_draws_each_picture_with_its_table(as_, imran, everyone):
    page = as_(imran).get("/insight/?on_day=1&on_month=9&on_year=2026").content.decode()
    assert page.count('role="img"') == 3
    assert "Older people" in page
    assert "£550.50 a week" in page


def test_a_day_that_is_no_day_is_said_beside_the_boxes(as_, imran, everyone, today):
    page = as_(imran).get("/insight/?on_day=30&on_month=2&on_year=2026").content.decode()
    assert "not a real date" in page


def test_an_empty_council_has_nothing_to_draw(as_, imran, today):
    assert "nothing to draw" in as_(imran).get("/insight/").content.decode()


def test_the_figures_come_as_csv(as_, imran, everyone):
    answer = as_(imran).get("/insight/ownway-insight.csv?on=2026-09-01")
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"].startswith("text/csv")
    assert "People,Older people,2026-09-01,2,450.50" in lines
    assert "Uses,Activities,2026-09-01,2," in lines


def test_its_queries_do_not_grow_with_the_people(as_, imran, everyone, django_assert_max_num_queries):
    browser = as_(imran)
    with django_assert_max_num_queries(16):
        browser.get("/insight/")


def test_what_was_counted_is_shown_again_for_ten_minutes_and_says_when(council, everyone, dev):
    first = get_insight(council=council, on=ON, now=NOW)
    new = make_person(council=council, name="Una Reed", reference="P6", client_group="older_people")
    make_agreement(person=new, by=dev, kinds=("activity",))
    again = get_insight(council=council, on=ON, now=NOW + timedelta(minutes=9))
    assert (first.people, again.people, again.counted_at) == (3, 3, NOW)
    cache.clear()  # as ten minutes do
    assert get_insight(council=council, on=ON, now=NOW + timedelta(minutes=11)).people == 4


def test_each_council_and_each_day_is_counted_for_itself(council, other_council, everyone):
    assert get_insight(council=council, on=ON, now=NOW).people == 3
    assert get_insight(council=other_council, on=ON, now=NOW).people == 1
    assert get_insight(council=council, on=date(2026, 4, 5), now=NOW).people == 0
