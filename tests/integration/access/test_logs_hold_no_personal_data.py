"""The logs say what happened and hold nothing about people."""

import io
import json
import logging

import pytest
import structlog
from django.db import IntegrityError
from structlog.stdlib import ProcessorFormatter

from ownway.config import logs
from ownway.ground.people.models import Person


@pytest.fixture
def lines():
    """What was written to the log since the last time, each line read as JSON."""
    [handler] = [one for one in logging.getLogger().handlers if isinstance(one.formatter, ProcessorFormatter)]
    written = io.StringIO()
    usual = handler.setStream(written)

    def read():
        return [json.loads(line) for line in written.getvalue().splitlines()]

    yield read
    handler.setStream(usual)


def test_a_request_is_told_by_its_route(as_, dev, amina, lines):
    as_(dev).get(f"/people/{amina.pk}/")
    finished = [line for line in lines() if line["event"] == "request_finished"][-1]
    assert (finished["method"], finished["route"], finished["code"]) == ("GET", "/people/<int:person_id>/", 200)
    assert finished["user_id"] == dev.pk
    assert finished["request_id"]


def test_what_was_searched_for_is_not_told(as_, dev, amina, lines):
    as_(dev).get("/people/", {"words": "Amina Okafor"}, headers={"user-agent": "Aminas Phone", "x-name": "Okafor"})
    written = json.dumps(lines())
    assert "request_finished" in written
    assert "Amina" not in written
    assert "Okafor" not in written


def test_what_was_typed_is_not_told(as_, dev, amina, lines):
    words = {"words": "Zebedee wants to swim", "area": "community"}
    as_(dev).post(f"/people/{amina.pk}/needs/outcomes/add/", words)
    written = json.dumps(lines())
    assert "/needs/outcomes/add/" in written
    assert "Zebedee" not in written


def test_passwords_and_addresses_are_not_told(anonymous, brian, lines):
    anonymous.post("/sign-in/", {"login": brian.email, "password": "my secret boat"})
    written = json.dumps(lines())
    assert brian.email not in written
    assert "boat" not in written


def test_the_secret_of_a_link_is_not_told(anonymous, lines):
    anonymous.get("/sign-in/new-password/1a-c0ffee-5ec2e7/")
    written = json.dumps(lines())
    assert "new-password" in written
    assert "5ec2e7" not in written


def test_a_page_that_is_not_there_is_not_named(anonymous, lines):
    anonymous.get("/amina-okafor-born-1979/")
    written = json.dumps(lines())
    assert "no such page" in written
    assert "amina" not in written


def test_a_fault_is_told_by_its_kind_and_place_and_not_by_its_words(as_, dev, amina, council, lines, monkeypatch):
    def fail(**_):
        Person.objects.create(council=council, reference=amina.reference, name="Zebedee", born_on="1979-03-14")

    monkeypatch.setattr("ownway.ground.people.queries.find_people", fail)
    browser = as_(dev)
    browser.raise_request_exception = False
    browser.get("/people/")
    told = lines()
    [failed] = [line for line in told if line["event"] == "request_failed"]
    assert failed["exception"].startswith("django.db.utils.IntegrityError\n")
    assert "test_logs_hold_no_personal_data.py" in failed["exception"]
    assert "psycopg.errors.UniqueViolation" in failed["exception"]
    assert "Zebedee" not in json.dumps(told)
    assert amina.reference not in json.dumps(told)


def test_the_framework_itself_tells_no_address(as_, dev, amina, lines, monkeypatch):
    monkeypatch.setattr("ownway.ground.people.queries.list_happenings", lambda **_: 1 / 0)
    browser = as_(dev)
    browser.raise_request_exception = False
    browser.get(f"/people/{amina.pk}/")
    [line] = [line for line in lines() if line["logger"] == "django.request"]
    assert line["event"] == "%s: %s"
    assert line["exception"].startswith("builtins.ZeroDivisionError: division by zero\n")


def test_a_mistake_in_the_program_is_told_in_its_own_words():
    with pytest.raises(AttributeError) as mistake:
        None.pay()
    assert logs.lines_of(mistake.value)[0] == "builtins.AttributeError: 'NoneType' object has no attribute 'pay'"


def test_a_cause_is_told_too():
    with pytest.raises(IntegrityError) as trouble:
        raise IntegrityError("Okafor") from KeyError("Amina")
    kinds = [line for line in logs.lines_of(trouble.value) if not line.startswith("  ")]
    assert kinds == ["django.db.utils.IntegrityError", "after", "builtins.KeyError"]


def test_numbers_and_counts_are_told_and_other_words_are_not(lines):
    logger = structlog.get_logger("ownway.payments")
    logger.info("run_finished", run_id=7, count_payments=2443, name="Amina Okafor", address="4 Weir Lane")
    [line] = lines()
    assert (line["run_id"], line["count_payments"]) == (7, 2443)
    assert not {"name", "address"} & line.keys()
