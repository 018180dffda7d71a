"""Who is acting, with which roles, on a day."""

from datetime import date

from tests.factories.councils import give_role, make_user, make_worker

from ownway.ground.access.backend import WithCouncil
from ownway.ground.access.models import Role
from ownway.ground.access.queries import get_actor, get_council, list_demo_users


def test_a_worker_acts_with_their_role(dev, council, today):
    actor = get_actor(user=dev, today=today)
    assert (actor.user_id, actor.council_id, actor.name) == (dev.pk, council.pk, "Dev Sharma")
    assert actor.roles == {Role.SOCIAL_WORKER}
    assert actor.is_staff


def test_somebody_without_a_role_is_no_staff(brian, today):
    assert not get_actor(user=brian, today=today).is_staff


def test_a_role_holds_from_its_first_day_to_its_last(council):
    sam = make_user(council=council, name="Sam Reed")
    give_role(user=sam, role=Role.COMMISSIONER, from_on=date(2026, 9, 1), until_on=date(2026, 9, 3))
    days = [date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 3), date(2026, 9, 4)]
    assert [get_actor(user=sam, today=day).is_staff for day in days] == [False, True, True, False]


def test_a_role_at_another_council_counts_for_nothing_here(dev, other_council, today):
    role = give_role(user=dev, role=Role.ADMINISTRATOR)
    role.council = other_council
    role.save()
    assert get_actor(user=dev, today=today).roles == {Role.SOCIAL_WORKER}


def test_it_asks_one_question_of_the_database(dev, today, django_assert_num_queries):
    with django_assert_num_queries(1):
        get_actor(user=dev, today=today)


def test_a_council_is_found_by_its_short_name(council):
    assert get_council(slug="sheafdale") == council


def test_only_made_up_people_who_are_there_can_be_signed_in_with_one_click(council, dev):
    nia = make_worker(council=council, name="Nia Made-Up", role=Role.COMMISSIONER, is_demo=True)
    make_user(council=council, name="Gone Made-Up", is_demo=True, is_active=False)
    assert list_demo_users() == [nia]


def test_who_is_signed_in_and_their_council_take_one_query(dev, council, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = WithCouncil().get_user(dev.pk)
        assert found.council == council


def test_a_closed_account_is_signed_in_no_more(dev):
    dev.is_active = False
    dev.save()
    assert WithCouncil().get_user(dev.pk) is None
    assert WithCouncil().get_user(999_999_999) is None
