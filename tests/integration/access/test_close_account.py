"""A closed account lets nobody in, from that moment, and can be opened again."""

import pytest
from tests.factories.councils import PASSWORD
from tests.reading import text_of

from ownway.ground.access import operations
from ownway.ground.access.models import Role
from ownway.ground.access.queries import get_actor
from ownway.ground.audit.models import Event


@pytest.fixture
def close(jo, now, today):
    """Close an account by Jo's hand."""
    return lambda user: operations.close_account(user=user, by=jo, at=now, today=today)


def test_who_is_signed_in_is_signed_out_at_once(as_, dev, close):
    browser = as_(dev)
    assert browser.get("/people/").status_code == 200
    close(dev)
    assert browser.get("/people/")["Location"] == "/sign-in/?next=/people/"


def test_the_right_password_does_not_help(anonymous, brian, close):
    close(brian)
    answer = anonymous.post("/sign-in/", {"login": brian.email, "password": PASSWORD})
    assert answer["Location"] == "/sign-in/closed/"


def test_opened_again_it_has_the_same_roles(dev, close, jo, now, today):
    close(dev)
    operations.reopen_account(user=dev, by=jo, at=now)
    dev.refresh_from_db()
    assert dev.is_active
    assert get_actor(user=dev, today=today).roles == {Role.SOCIAL_WORKER}


def test_both_are_written_down(dev, close, jo, now):
    close(dev)
    operations.reopen_account(user=dev, by=jo, at=now)
    said = Event.objects.order_by("pk").values_list("words", flat=True)
    assert list(said) == ["Closed the account of Dev Sharma.", "Opened the account of Dev Sharma again."]


def test_nobody_closes_their_own_account(jo, close):
    with pytest.raises(operations.OwnAccount):
        close(jo)
    jo.refresh_from_db()
    assert jo.is_active


def test_closing_or_opening_twice_is_refused(dev, close, jo, now):
    with pytest.raises(operations.AccountOpen):
        operations.reopen_account(user=dev, by=jo, at=now)
    close(dev)
    with pytest.raises(operations.AccountClosed):
        close(dev)
    assert Event.objects.count() == 1


def test_a_link_that_was_sent_before_does_not_open_a_closed_account(anonymous, dev, close):
    link = operations.sign_in_link(user=dev, address_for=str)
    close(dev)
    page = anonymous.get(link, follow=True)
    new = "seven quiet otters swim"
    anonymous.post(page.request["PATH_INFO"], {"password1": new, "password2": new})
    answer = anonymous.post("/sign-in/", {"login": dev.email, "password": new}, follow=True)
    assert "This account is closed" in text_of(answer)
