"""A new password by email, without telling anybody who has an account."""

import re

import pytest
from django.contrib.auth import authenticate
from tests.factories.councils import PASSWORD
from tests.reading import text_of

NEW = "seven quiet otters swim"
LINK = re.compile(r"http://testserver(/sign-in/new-password/\S+)")


@pytest.fixture
def ask(anonymous):
    """Ask for a link for an address."""
    return lambda address: anonymous.post("/sign-in/new-password/", {"email": address}, follow=True)


def link_in(mail):
    return LINK.search(mail.body)[1]


def test_the_page_says_the_same_for_an_address_we_know_and_one_we_do_not(ask, brian, mailoutbox):
    assert text_of(ask(brian.email)) == text_of(ask("nobody@sheafdale.example"))
    assert [mail.to for mail in mailoutbox] == [[brian.email], ["nobody@sheafdale.example"]]


def test_an_address_without_an_account_is_told_so_by_mail_only(ask, brian, mailoutbox):
    ask("nobody@sheafdale.example")
    assert "nobody uses Ownway with this email address" in mailoutbox[0].body
    assert "http" not in mailoutbox[0].body


def test_the_link_leads_to_a_new_password_and_then_to_signing_in(anonymous, ask, brian, mailoutbox):
    ask(brian.email)
    assert mailoutbox[0].subject == "Choose a new password for Ownway"
    assert "Hello Brian Okafor," in mailoutbox[0].body
    page = anonymous.get(link_in(mailoutbox[0]), follow=True)
    assert "Choose a new password" in text_of(page)
    saved = anonymous.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW}, follow=True)
    assert "Your new password is ready" in text_of(saved)
    assert anonymous.get("/start/")["Location"].startswith("/sign-in/")  # nobody is signed in by a link
    assert authenticate(email=brian.email, password=NEW) == brian
    assert authenticate(email=brian.email, password=PASSWORD) is None


def test_the_secret_of_the_link_leaves_the_address_at_once(anonymous, ask, brian, mailoutbox):
    ask(brian.email)
    link = link_in(mailoutbox[0])
    assert anonymous.get(link)["Location"].endswith("-set-password/")


def test_a_link_works_once(anonymous, ask, brian, mailoutbox):
    ask(brian.email)
    page = anonymous.get(link_in(mailoutbox[0]), follow=True)
    anonymous.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW})
    again = text_of(anonymous.get(link_in(mailoutbox[0]), follow=True))
    assert "This link does not work any more" in again
    assert "Send me a new link" in again


def test_a_new_password_ends_every_session(as_, anonymous, ask, brian, mailoutbox):
    elsewhere = as_(brian)
    ask(brian.email)
    page = anonymous.get(link_in(mailoutbox[0]), follow=True)
    anonymous.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW})
    assert elsewhere.get("/start/")["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("short", "short", "too short"),
        ("password1234", "password1234", "too common"),
        ("brian.okafor1", "brian.okafor1", "too similar"),
        (NEW, "something else here", "the same password"),
        ("", "", "Enter your new password"),
    ],
)
def test_a_weak_or_mistyped_password_is_not_taken(anonymous, ask, brian, mailoutbox, first, second, said):
    ask(brian.email)
    page = anonymous.get(link_in(mailoutbox[0]), follow=True)
    answer = anonymous.post(page.request["PATH_INFO"], {"password1": first, "password2": second})
    assert said in text_of(answer)
    assert authenticate(email=brian.email, password=PASSWORD) == brian


def test_a_closed_account_gets_no_link(ask, brian, mailoutbox):
    brian.is_active = False
    brian.save()
    ask(brian.email)
    assert LINK.search(mailoutbox[0].body) is None
