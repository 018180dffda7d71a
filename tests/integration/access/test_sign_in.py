"""Signing in with an email address and a password."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from tests.factories.councils import PASSWORD, make_worker
from tests.reading import text_of

from ownway.ground.access.models import Role


def sign_in(client, user, password=PASSWORD, **extra):
    return client.post("/sign-in/", {"login": user.email, "password": password} | extra)


def test_the_right_password_opens_the_start_page(anonymous, brian):
    assert sign_in(anonymous, brian)["Location"] == "/start/"
    assert anonymous.get("/start/").status_code in (200, 302)


def test_the_email_address_may_be_typed_in_capitals(anonymous, brian):
    response = anonymous.post("/sign-in/", {"login": brian.email.upper(), "password": PASSWORD})
    assert response["Location"] == "/start/"


def test_it_goes_on_to_the_page_that_was_asked_for(anonymous, brian, amina):
    asked = f"/people/{amina.pk}/"
    assert anonymous.get(asked)["Location"] == f"/sign-in/?next={asked}"
    response = anonymous.post(f"/sign-in/?next={asked}", {"login": brian.email, "password": PASSWORD})
    assert response["Location"] == asked


def test_it_never_goes_on_to_another_site(anonymous, brian):
    response = anonymous.post("/sign-in/?next=https://elsewhere.example/", {"login": brian.email, "password": PASSWORD})
    assert response["Location"] == "/start/"


@pytest.mark.parametrize("address", ["brian.okafor@sheafdale.example", "nobody@sheafdale.example"])
def test_it_does_not_say_whether_the_address_or_the_password_is_wrong(anonymous, brian, address):
    response = anonymous.post("/sign-in/", {"login": address, "password": "not the password"})
    assert "Your email address or your password is not right." in text_of(response)
    assert address in response.content.decode()  # what was typed is still there
    assert "not the password" not in response.content.decode()


def test_empty_boxes_are_named(anonymous):
    said = text_of(anonymous.post("/sign-in/", {"login": "", "password": ""}))
    assert "Enter your email address" in said
    assert "Enter your password" in said


def test_the_session_gets_a_new_name(anonymous, brian):
    anonymous.get("/sign-in/passkey/", headers={"accept": "application/json"})  # begins a session
    before = anonymous.cookies["sessionid"].value
    sign_in(anonymous, brian)
    assert anonymous.cookies["sessionid"].value != before


def test_the_session_lasts_twelve_hours(anonymous, brian):
    sign_in(anonymous, brian)
    session = Session.objects.get(pk=anonymous.cookies["sessionid"].value)
    assert timedelta(hours=11, minutes=59) < session.expire_date - timezone.now() <= timedelta(hours=12)
    assert anonymous.cookies["sessionid"]["max-age"] == ""  # and no longer than the browser is open


def test_the_cookie_is_kept_from_scripts_and_other_sites(anonymous, brian):
    sign_in(anonymous, brian)
    cookie = anonymous.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_after_many_tries_it_asks_to_wait(anonymous, brian):
    for _ in range(5):
        sign_in(anonymous, brian, password="wrong wrong wrong")
    said = text_of(sign_in(anonymous, brian))
    assert "Wait five minutes, then try again" in said
    assert "sessionid" not in anonymous.cookies


def test_a_flood_of_tries_is_answered_with_a_page_in_plain_words(anonymous, brian):
    answers = [anonymous.post("/sign-in/", {"login": f"{n}@x.example", "password": "x"}) for n in range(40)]
    assert answers[-1].status_code == 429
    assert "<h1" in answers[-1].content.decode()


def test_a_closed_account_is_told_so_after_the_right_password(anonymous, brian):
    brian.is_active = False
    brian.save()
    response = sign_in(anonymous, brian)
    assert response["Location"] == "/sign-in/closed/"
    assert "This account is closed" in text_of(anonymous.get("/sign-in/closed/"))


def test_somebody_signed_in_is_sent_on(as_, brian):
    assert as_(brian).get("/sign-in/")["Location"] == "/start/"


def test_nobody_can_sign_themselves_up(anonymous):
    assert anonymous.get("/sign-up/").status_code == 404
    assert "sign up" not in text_of(anonymous.get("/sign-in/")).lower()


def test_signing_out_asks_first_and_then_ends_the_session(as_, brian):
    browser = as_(brian)
    assert "Do you want to sign out?" in text_of(browser.get("/sign-out/"))
    assert browser.post("/sign-out/")["Location"] == "/"
    assert browser.get("/start/")["Location"] == "/sign-in/?next=/start/"


def test_staff_without_a_second_factor_are_led_to_one_before_anything_else(anonymous, council):
    sam = make_worker(council=council, name="Sam Reed", role=Role.SOCIAL_WORKER)
    sign_in(anonymous, sam)
    assert anonymous.get("/people/")["Location"] == "/second-factor/needed/"
    said = text_of(anonymous.get("/second-factor/needed/"))
    assert "Use an app on my phone" in said
    assert "Use a passkey instead" in said


def test_made_up_staff_of_the_demo_are_let_off(anonymous, council):
    nia = make_worker(council=council, name="Nia Made-Up", role=Role.SOCIAL_WORKER, is_demo=True)
    sign_in(anonymous, nia)
    assert anonymous.get("/people/").status_code == 200
