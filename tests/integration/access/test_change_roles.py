"""Roles are given and ended by an administrator, and a council always keeps one administrator."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from tests.factories.councils import LONG_AGO, give_role, make_council, make_worker

from ownway.ground.access import operations
from ownway.ground.access.models import Membership, Role
from ownway.ground.access.queries import get_actor
from ownway.ground.audit.models import Event

TODAY = date(2026, 9, 1)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def by_jo(jo, now):
    """Who does it, when, and on which day."""
    return {"by": jo, "at": now, "today": TODAY}


@pytest.fixture
def kim(council):
    """Another administrator."""
    return make_worker(council=council, name="Kim Ash", role=Role.ADMINISTRATOR)


def roles_on(user, day):
    return get_actor(user=user, today=day).roles


def test_a_new_role_is_held_at_once(dev, by_jo):
    operations.give_role(user=dev, role=Role.FINANCE_OFFICER, **by_jo)
    assert roles_on(dev, TODAY) == {Role.SOCIAL_WORKER, Role.FINANCE_OFFICER}
    assert Membership.objects.get(user=dev, role=Role.FINANCE_OFFICER).from_on == TODAY


def test_a_role_that_ends_is_held_until_the_end_of_the_day(dev, by_jo):
    operations.end_role(user=dev, role=Role.SOCIAL_WORKER, **by_jo)
    assert roles_on(dev, TODAY) == {Role.SOCIAL_WORKER}
    assert roles_on(dev, TOMORROW) == set()


def test_a_role_given_and_ended_on_one_day_is_not_held_on_the_next(dev, by_jo):
    operations.give_role(user=dev, role=Role.COMMISSIONER, **by_jo)
    operations.end_role(user=dev, role=Role.COMMISSIONER, **by_jo)
    assert roles_on(dev, TOMORROW) == {Role.SOCIAL_WORKER}


def test_a_role_ended_by_mistake_goes_on_as_it_was(dev, by_jo):
    operations.end_role(user=dev, role=Role.SOCIAL_WORKER, **by_jo)
    operations.give_role(user=dev, role=Role.SOCIAL_WORKER, **by_jo)
    held = Membership.objects.get(user=dev)
    assert (held.from_on, held.until_on) == (LONG_AGO, None)


def test_who_comes_back_later_has_a_gap_in_between(dev, by_jo):
    operations.end_role(user=dev, role=Role.SOCIAL_WORKER, **by_jo)
    operations.give_role(user=dev, role=Role.SOCIAL_WORKER, **(by_jo | {"today": date(2026, 10, 1)}))
    assert roles_on(dev, date(2026, 9, 30)) == set()
    assert roles_on(dev, date(2026, 10, 1)) == {Role.SOCIAL_WORKER}


def test_it_is_written_down_in_words(dev, by_jo, jo):
    operations.give_role(user=dev, role=Role.FINANCE_OFFICER, **by_jo)
    operations.end_role(user=dev, role=Role.SOCIAL_WORKER, **by_jo)
    events = Event.objects.order_by("pk")
    assert [event.words for event in events] == [
        "Gave Dev Sharma the role: Finance officer.",
        "Ended a role of Dev Sharma after today: Social worker.",
    ]
    assert {(event.by, event.about) for event in events} == {(jo, f"account {dev.pk}")}


def test_a_role_is_given_once(dev, by_jo):
    with pytest.raises(operations.RoleHeld):
        operations.give_role(user=dev, role=Role.SOCIAL_WORKER, **by_jo)


def test_only_a_role_that_is_held_can_end(dev, by_jo):
    with pytest.raises(operations.RoleNotHeld):
        operations.end_role(user=dev, role=Role.COMMISSIONER, **by_jo)
    operations.end_role(user=dev, role=Role.SOCIAL_WORKER, **by_jo)
    with pytest.raises(operations.RoleNotHeld):
        operations.end_role(user=dev, role=Role.SOCIAL_WORKER, **by_jo)


def test_the_roles_that_are_wanted_are_held_and_the_others_end(dev, by_jo):
    operations.change_roles(user=dev, roles=["finance_officer", "commissioner"], **by_jo)
    assert roles_on(dev, TOMORROW) == {Role.FINANCE_OFFICER, Role.COMMISSIONER}


def test_asking_for_the_roles_they_have_changes_nothing(dev, by_jo):
    operations.change_roles(user=dev, roles=["social_worker"], **by_jo)
    assert not Event.objects.exists()


def test_nobody_stops_being_an_administrator_by_their_own_hand(jo, kim, by_jo):
    with pytest.raises(operations.OwnAdministratorRole, match="Ask another administrator"):
        operations.end_role(user=jo, role=Role.ADMINISTRATOR, **by_jo)
    assert Role.ADMINISTRATOR in roles_on(jo, TOMORROW)


def test_another_administrator_may_end_it(jo, kim, by_jo):
    operations.end_role(user=jo, role=Role.ADMINISTRATOR, **(by_jo | {"by": kim}))
    assert roles_on(jo, TOMORROW) == set()


def test_when_one_refusal_comes_nothing_is_half_changed(jo, kim, by_jo):
    with pytest.raises(operations.OwnAdministratorRole):
        operations.change_roles(user=jo, roles=["social_worker"], **by_jo)
    assert roles_on(jo, TODAY) == {Role.ADMINISTRATOR}


@pytest.mark.parametrize("away", ["ending today", "closed", "of another council"])
def test_the_last_administrator_stays(jo, by_jo, council, other_council, away):
    kim = make_worker(
        council=other_council if away == "of another council" else council,
        name="Kim Ash",
        role=Role.SOCIAL_WORKER,
        is_active=away != "closed",
    )
    give_role(user=kim, role=Role.ADMINISTRATOR, until_on=TODAY if away == "ending today" else None)
    with pytest.raises(operations.LastAdministrator, match="Make somebody else an administrator first"):
        operations.end_role(user=jo, role=Role.ADMINISTRATOR, **(by_jo | {"by": None}))
    with pytest.raises(operations.LastAdministrator):
        operations.close_account(user=jo, **(by_jo | {"by": None}))
    assert Role.ADMINISTRATOR in roles_on(jo, TOMORROW)


@pytest.mark.django_db(transaction=True)
def test_of_two_administrators_who_end_each_other_at_once_one_stays():
    council = make_council()
    jo, kim = (make_worker(council=council, name=name, role=Role.ADMINISTRATOR) for name in ("Jo Marsh", "Kim Ash"))

    def end(pair):
        user, by = pair
        try:
            operations.end_role(user=user, role=Role.ADMINISTRATOR, by=by, at=datetime.now(UTC), today=TODAY)
        except operations.LastAdministrator:
            return "refused"
        finally:
            connection.close()
        return "ended"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(end, [(jo, kim), (kim, jo)])) == ["ended", "refused"]
    assert Membership.objects.filter(role=Role.ADMINISTRATOR, until_on__isnull=True).count() == 1
