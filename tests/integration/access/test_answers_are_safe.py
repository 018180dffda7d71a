"""What every answer carries to keep people safe, and what is said when a page cannot be shown."""

import pytest
from django.db import connections
from django.test import Client
from tests.reading import page_of

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


@pytest.mark.parametrize("address", ["/", "/sign-in/", "/no-such-page/", "/people/"])
def test_every_answer_says_strictly_what_a_page_may_load(anonymous, address):
    header = anonymous.get(address)["Content-Security-Policy"]
    assert dict(part.strip().split(" ", 1) for part in header.split(";")) == POLICY


@pytest.mark.parametrize(
    ("name", "value"),
    [("X-Frame-Options", "DENY"), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin")],
)
def test_browsers_are_told_not_to_guess_frame_or_tell(anonymous, name, value):
    assert anonymous.get("/sign-in/")[name] == value


@pytest.mark.parametrize(
    "address", ["/sign-in/", "/second-factor/", "/second-factor/passkeys/add/", "/second-factor/app/"]
)
def test_no_page_runs_a_script_or_has_a_style_of_its_own(as_, anonymous, brian, address):
    browser = anonymous if address == "/sign-in/" else as_(brian)
    browser.post("/sign-in/again/", {"password": "a river and nine red boats"})
    page = page_of(browser.get(address))
    inline = [tag for tag in page.iter("script") if tag.get("src") is None and tag.get("type") != "application/json"]
    assert inline == []
    assert [tag for tag in page.iter() if tag.get("style") or any(name.startswith("on") for name in tag.attrib)] == []
    assert list(page.iter("style")) == []


def test_a_page_that_is_not_there_says_so(anonymous):
    answer = anonymous.get("/no-such-page/")
    assert answer.status_code == 404
    assert len(page_of(answer).findall(".//h1")) == 1


def test_a_fault_of_ours_is_owned_and_tells_no_secrets(dev, as_, monkeypatch):
    browser = as_(dev)
    browser.raise_request_exception = False

    def fail(**_):
        raise RuntimeError("a secret of the program")

    monkeypatch.setattr("ownway.ground.people.queries.find_people", fail)
    answer = browser.get("/people/")
    assert answer.status_code == 500
    assert "secret" not in answer.content.decode()
    assert len(page_of(answer).findall(".//h1")) == 1


def test_a_host_that_is_not_ours_is_refused(db):
    assert Client().get("/", headers={"host": "elsewhere.example"}).status_code == 400


def test_it_says_that_it_lives_and_is_ready(anonymous):
    assert anonymous.get("/healthz").json() == {"status": "ok"}
    assert anonymous.get("/readyz").json() == {"status": "ok"}


def test_it_is_not_ready_while_migrations_wait(anonymous):
    with connections["default"].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'needs'")
    answer = anonymous.get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (503, "migrations waiting")


def test_health_asks_nothing_of_the_database(anonymous, django_assert_num_queries):
    with django_assert_num_queries(0):
        anonymous.get("/healthz")


def test_knowing_who_acts_costs_four_questions_at_most(as_, brian, django_assert_max_num_queries):
    browser = as_(brian)
    with django_assert_max_num_queries(4):
        browser.get("/second-factor/needed/")
