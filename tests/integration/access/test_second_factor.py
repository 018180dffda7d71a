"""An app on the phone and recovery codes, beside the password."""

import base64
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from tests.factories.councils import PASSWORD, TOTP_SECRET, give_second_factor
from tests.reading import page_of, text_of


def code_now(secret):
    """What an authenticator app shows at this moment."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def with_password(user):
    """A browser in which the user has just given their password."""
    client = Client()
    client.post("/sign-in/", {"login": user.email, "password": PASSWORD})
    return client


@pytest.fixture
def guarded(dev, today):
    """Dev, who has an app."""
    give_second_factor(user=dev)
    return dev


@pytest.fixture
def setting_up(dev, today):
    """Dev's browser at the page where he sets up his app, after he showed again that it is him."""
    browser = with_password(dev)
    browser.post("/sign-in/again/?next=/second-factor/app/", {"password": PASSWORD})
    return browser


def set_up(browser):
    """Set up an app as a person does: read the key off the page, type the code. The key."""
    words = text_of(browser.get("/second-factor/app/"))
    secret = re.search(r"Type this key into the app: ((?:[A-Z2-7]{1,4} )+)", words)[1].replace(" ", "")
    browser.post("/second-factor/app/", {"code": code_now(secret)})
    return secret


def test_the_picture_holds_the_key_and_is_no_inline_script(setting_up):
    page = page_of(setting_up.get("/second-factor/app/"))
    picture = page.find(".//img").get("src")
    head, _, data = picture.partition(",")
    assert head == "data:image/svg+xml;base64"
    assert base64.b64decode(data).startswith(b"<?xml")


def test_a_code_from_the_app_sets_it_up_and_gives_recovery_codes(setting_up, dev):
    set_up(setting_up)
    kinds = set(Authenticator.objects.filter(user=dev).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
    said = text_of(setting_up.get("/second-factor/recovery-codes/"))
    assert len(re.findall(r"\b\d{8}\b", said)) == 10
    assert setting_up.get("/people/").status_code == 200  # and the way to the work is free


def test_a_wrong_code_sets_nothing_up_and_keeps_the_key(setting_up, dev):
    before = text_of(setting_up.get("/second-factor/app/"))
    answer = text_of(setting_up.post("/second-factor/app/", {"code": "000000"}))
    assert "That did not work" in answer
    key = re.compile(r"into the app: ([A-Z2-7 ]+)")
    assert key.search(answer)[1] == key.search(before)[1]
    assert not Authenticator.objects.filter(user=dev).exists()


def test_what_the_app_is_made_from_cannot_be_read_in_the_database(setting_up, dev):
    secret = set_up(setting_up)
    app = Authenticator.objects.get(user=dev, type="totp")
    assert secret not in str(app.data)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=5)):
        assert app.wrap().validate_code(code_now(secret))


def test_signing_in_asks_for_the_code(guarded):
    browser = with_password(guarded)
    assert browser.get("/start/")["Location"].startswith("/sign-in/")  # the password alone opens nothing
    assert "Show that it is you" in text_of(browser.get("/sign-in/code/"))
    assert browser.post("/sign-in/code/", {"code": code_now(TOTP_SECRET)})["Location"] == "/start/"
    assert browser.get("/people/").status_code == 200


def test_it_goes_on_to_the_page_that_was_asked_for_after_the_code(guarded):
    browser = Client()
    browser.post("/sign-in/?next=/people/", {"login": guarded.email, "password": PASSWORD})
    assert browser.post("/sign-in/code/", {"code": code_now(TOTP_SECRET)})["Location"] == "/people/"


def test_a_code_works_once(guarded):
    code = code_now(TOTP_SECRET)
    assert with_password(guarded).post("/sign-in/code/", {"code": code})["Location"] == "/start/"
    answer = with_password(guarded).post("/sign-in/code/", {"code": code})
    assert "That did not work" in text_of(answer)


def test_a_code_that_is_too_old_does_not_work(guarded):
    code = code_now(TOTP_SECRET)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=2)):
        assert "That did not work" in text_of(with_password(guarded).post("/sign-in/code/", {"code": code}))


def test_the_code_page_is_nothing_without_a_password(anonymous):
    assert anonymous.get("/sign-in/code/")["Location"] == "/sign-in/"


def test_a_recovery_code_works_once(setting_up, dev):
    set_up(setting_up)
    codes = re.findall(r"\b\d{8}\b", text_of(setting_up.get("/second-factor/recovery-codes/")))
    assert with_password(dev).post("/sign-in/code/", {"code": codes[3]})["Location"] == "/start/"
    assert "That did not work" in text_of(with_password(dev).post("/sign-in/code/", {"code": codes[3]}))


def test_recovery_codes_can_be_saved_as_a_file_and_made_again(setting_up):
    set_up(setting_up)
    saved = setting_up.get("/second-factor/recovery-codes/download/")
    assert saved["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    old = re.findall(r"^\d{8}$", saved.content.decode(), re.MULTILINE)
    assert len(old) == 10
    assert "The 10 codes you have now" in text_of(setting_up.get("/second-factor/recovery-codes/new/"))
    page = setting_up.post("/second-factor/recovery-codes/new/", follow=True)
    assert not set(old) & set(re.findall(r"\b\d{8}\b", text_of(page)))


def test_changing_how_one_signs_in_asks_again_who_it_is(as_, guarded):
    browser = as_(guarded)
    asked = browser.get("/second-factor/app/remove/")
    assert unquote(asked["Location"]) == "/sign-in/again/?next=/second-factor/app/remove/"
    page = text_of(browser.get(asked["Location"]))
    assert "Check that it is you" in page
    assert "Use a code from my app, or a recovery code" in page
    assert "That is not your password" in text_of(browser.post(asked["Location"], {"password": "wrong"}))
    assert browser.post(asked["Location"], {"password": PASSWORD})["Location"] == "/second-factor/app/remove/"


def test_a_code_shows_again_who_it_is(as_, guarded):
    browser = as_(guarded)
    address = "/sign-in/again/code/?next=/second-factor/app/remove/"
    assert "Check that it is you" in text_of(browser.get(address))
    assert browser.post(address, {"code": code_now(TOTP_SECRET)})["Location"] == "/second-factor/app/remove/"


def test_who_removes_their_app_is_asked_to_set_one_up_before_going_on(as_, guarded):
    browser = as_(guarded)
    browser.post("/sign-in/again/?next=/second-factor/", {"password": PASSWORD})
    assert "Remove the app?" in text_of(browser.get("/second-factor/app/remove/"))
    browser.post("/second-factor/app/remove/")
    assert not Authenticator.objects.filter(user=guarded).exists()
    assert browser.get("/people/")["Location"] == "/second-factor/needed/"


def test_the_page_of_how_one_signs_in_says_what_is_set_up(as_, guarded, brian):
    assert "App on your phone Set up" in text_of(as_(guarded).get("/second-factor/"))
    said = text_of(as_(brian).get("/second-factor/"))
    assert "App on your phone Not set up" in said
    assert "Recovery codes" not in said
