"""An account is opened by the council, and its owner chooses a password by a link that works once."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.contrib.auth import authenticate
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from tests.factories.councils import make_council, make_user
from tests.reading import text_of

from ownway.ground.access import operations
from ownway.ground.access.models import User
from ownway.ground.audit.models import Event

CHOSEN = "seven quiet otters swim"
LINK = re.compile(r"https://ownway\.example(/sign-in/new-password/\S+-\S+/)")


def address_for(path):
    return f"https://ownway.example{path}"


@pytest.fixture
def open_for_sam(council, jo, now):
    """Open an account for Sam; words given change what is asked."""
    asked = {"council": council, "name": "Sam Reed", "email": "sam.reed@sheafdale.example", "by": jo, "at": now}
    return lambda **words: operations.open_account(**(asked | words))


@pytest.fixture
def send_link(jo, now, django_capture_on_commit_callbacks):
    """Send somebody the link, and the path in it."""

    def send(user):
        with django_capture_on_commit_callbacks(execute=True):
            operations.send_sign_in_link(user=user, by=jo, at=now, address_for=address_for)
        return LINK.search(mail.outbox[-1].body)[1]

    return send


def test_nobody_can_sign_in_before_a_password_is_chosen(open_for_sam):
    sam = open_for_sam()
    assert not sam.has_usable_password()
    assert authenticate(email=sam.email, password="") is None


def test_it_is_written_down_who_opened_it(open_for_sam, council, jo):
    sam = open_for_sam()
    event = Event.objects.get(what="open_account")
    assert (event.council, event.by, event.about) == (council, jo, f"account {sam.pk}")
    assert event.words == "Opened an account for Sam Reed."


@pytest.mark.parametrize("typed", ["brian.okafor@sheafdale.example", "Brian.Okafor@SHEAFDALE.example"])
def test_an_address_has_one_account_whatever_its_capitals(open_for_sam, brian, typed):
    with pytest.raises(operations.EmailAlreadyUsed, match="an account has it already"):
        open_for_sam(email=typed)
    assert not User.objects.filter(name="Sam Reed").exists()
    assert not Event.objects.filter(what="open_account").exists()


def test_the_refusal_says_the_same_when_another_council_has_the_address(open_for_sam, brian, esi):
    said = set()
    for taken in (brian.email, esi.email):
        with pytest.raises(operations.EmailAlreadyUsed) as refusal:
            open_for_sam(email=taken)
        said.add(str(refusal.value))
    (words,) = said
    assert "Millbeck" not in words
    assert "Esi" not in words


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_with_one_address_one_is_opened():
    council = make_council()
    by = make_user(council=council, name="Jo Marsh")

    def open_one(name):
        try:
            operations.open_account(
                council=council, name=name, email="same@sheafdale.example", by=by, at=datetime.now(UTC)
            )
        except operations.EmailAlreadyUsed:
            return "refused"
        finally:
            connection.close()
        return "opened"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(open_one, ["Sam Reed", "Sam Weir"])) == ["opened", "refused"]
    assert User.objects.filter(email="same@sheafdale.example").count() == 1


def test_the_email_says_who_writes_and_what_to_do_in_plain_words(open_for_sam, send_link):
    send_link(open_for_sam())
    (letter,) = mail.outbox
    assert letter.to == ["sam.reed@sheafdale.example"]
    assert letter.subject == "Your Ownway account with Sheafdale Council"
    assert letter.body.startswith("Hello Sam Reed,\n\nSheafdale Council uses Ownway for direct payments")
    assert "works once, and for three days" in letter.body
    assert "https://ownway.example/sign-in/new-password/\n" in letter.body  # where to ask for another
    assert "01632 960 100 or payments@sheafdale.example" in letter.body


def test_a_name_with_an_apostrophe_stays_as_it_is(open_for_sam, send_link):
    send_link(open_for_sam(name="Sam O’Dowd & Son's"))
    assert mail.outbox[0].body.startswith("Hello Sam O’Dowd & Son's,\n")


def test_the_link_leads_to_a_password_with_which_they_sign_in(open_for_sam, send_link, anonymous):
    sam = open_for_sam()
    page = anonymous.get(send_link(sam), follow=True)
    saved = anonymous.post(page.request["PATH_INFO"], {"password1": CHOSEN, "password2": CHOSEN}, follow=True)
    assert "Your new password is ready" in text_of(saved)
    assert anonymous.post("/sign-in/", {"login": sam.email, "password": CHOSEN})["Location"] == "/start/"


def test_the_link_works_once(open_for_sam, send_link, anonymous):
    link = send_link(open_for_sam())
    page = anonymous.get(link, follow=True)
    anonymous.post(page.request["PATH_INFO"], {"password1": CHOSEN, "password2": CHOSEN})
    assert "This link does not work any more" in text_of(anonymous.get(link, follow=True))


def test_sending_it_is_written_down_without_the_link(open_for_sam, send_link, jo):
    link = send_link(open_for_sam())
    event = Event.objects.get(what="send_sign_in_link")
    assert (event.by, event.words) == (jo, "Sent Sam Reed a link to choose a password.")
    assert link not in event.words


def test_nothing_is_sent_when_the_rest_is_not_kept(open_for_sam, jo, now, django_capture_on_commit_callbacks):
    sam = open_for_sam()
    with django_capture_on_commit_callbacks() as waiting:
        operations.send_sign_in_link(user=sam, by=jo, at=now, address_for=address_for)
        assert mail.outbox == []  # only when all is kept
    assert len(waiting) == 1


def test_a_closed_account_gets_no_link(open_for_sam, send_link, jo, now, today):
    sam = open_for_sam()
    operations.close_account(user=sam, by=jo, at=now, today=today)
    with pytest.raises(operations.AccessRefused, match="This account is closed"):
        send_link(sam)
    assert mail.outbox == []


class NoServer(BaseEmailBackend):
    """A mail server that is not there."""

    def send_messages(self, messages):
        raise ConnectionRefusedError


@pytest.mark.django_db(transaction=True)
def test_when_the_mail_server_is_away_the_account_is_kept_and_the_refusal_says_so(settings):
    settings.EMAIL_BACKEND = f"{__name__}.NoServer"
    sam = make_user(council=make_council(), name="Sam Reed")
    with pytest.raises(operations.LinkNotSent, match="send the link again"):
        operations.send_sign_in_link(user=sam, by=None, at=datetime.now(UTC), address_for=address_for)
    assert Event.objects.filter(what="send_sign_in_link").exists()
