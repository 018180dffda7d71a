"""The account is Amina's: who helps her with money sees it, her personal assistant and other councils never."""

import pytest
from tests.factories.accounts import make_line

from ownway.ground.audit.models import Look

SEES = {"amina", "brian", "dev", "harriet", "farah", "gwen"}
KEEPS = {"amina", "brian", "dev", "harriet"}
PAGES = ["", "lines.csv", "statements/", "lines/{line}/"]


@pytest.fixture
def line_id(amina, dev, now):
    return make_line(amina, dev)


@pytest.mark.parametrize("page", PAGES)
def test_only_some_see_it(page, everybody, amina, line_id):
    address = f"/people/{amina.pk}/account/{page.format(line=line_id)}"
    assert {name for name, browser in everybody.items() if browser.get(address).status_code == 200} == SEES


@pytest.mark.parametrize("page", ["statements/add/", "balance/"])
def test_fewer_add_to_it(page, everybody, amina):
    address = f"/people/{amina.pk}/account/{page}"
    assert {name for name, browser in everybody.items() if browser.get(address).status_code == 200} == KEEPS


def test_fewer_say_what_a_line_was(everybody, amina, line_id):
    address = f"/people/{amina.pk}/account/lines/{line_id}/match/"
    done = {name for name, browser in everybody.items() if browser.post(address, {"choice": "tax"}).status_code == 302}
    assert done == KEEPS | {"anonymous"}  # who is asked to sign in


def test_who_may_only_look_sees_no_buttons(as_, gwen, amina, line_id):
    page = as_(gwen).get(f"/people/{amina.pk}/account/").content.decode()
    assert "Add a bank statement" not in page
    assert "What was this for?" not in page


def test_a_look_by_staff_is_noted_and_one_by_brian_is_not(as_, dev, brian, amina):
    as_(brian).get(f"/people/{amina.pk}/account/")
    assert Look.objects.count() == 0
    as_(dev).get(f"/people/{amina.pk}/account/")
    look = Look.objects.get()
    assert (look.by, look.person_id, look.page) == (dev, amina.pk, "see_account")
