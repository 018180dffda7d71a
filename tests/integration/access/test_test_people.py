"""The people of the tests are who the tests say they are."""

from tests.factories.persons import user_of

from ownway.ground.access.queries import get_actor


def test_everybody_has_a_browser_of_their_own(everybody):
    assert list(everybody) == [
        "amina", "brian", "carys", "dev", "harriet", "farah", "gwen", "imran", "jo", "esi", "anonymous",
    ]  # fmt: skip
    signed_in = {name for name, client in everybody.items() if "sessionid" in client.cookies}
    assert signed_in == set(everybody) - {"anonymous"}


def test_amina_is_no_staff_and_has_an_account(amina, today):
    assert not get_actor(user=user_of(amina), today=today).is_staff


def test_esi_works_for_another_council(esi, council):
    assert esi.council != council
