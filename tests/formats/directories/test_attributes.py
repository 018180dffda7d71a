"""Each kind of attribute is read exactly, and what does not fit is told in plain words."""

import json
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from ownway.formats.directories import Service, read_payload, write_payload
from ownway.formats.directories.checks import by_days

ID = "ac148810-d857-441c-9679-408f346de14b"


def read(**given):
    """A service with these attributes besides the needed ones, and what is told of it."""
    service = {"id": ID, "name": "Drop in", "status": "active", **given}
    directory = read_payload(json.dumps(service).encode(), expected=Service)
    return directory.records[0], [(problem.level, problem.place, problem.reason) for problem in directory.problems]


def cost(amount, **given):
    found, told = read(cost_options=[{"id": ID, "amount": amount, **given}])
    return found.cost_options[0], told


@pytest.mark.parametrize(
    ("amount", "pence", "written"),
    [
        (35, 3500, 35),
        (12.5, 1250, 12.5),
        (0.1, 10, 0.1),
        (0.29, 29, 0.29),
        (1.10, 110, 1.1),
        (0, 0, 0),
        (1e2, 10000, 100),
    ],
)
def test_pounds_are_read_to_the_penny_and_written_again(amount, pence, written):
    option, told = cost(amount)
    assert (option.amount_pence, told) == (pence, [])
    assert json.loads(write_payload(option))["amount"] == written


def test_an_amount_of_half_a_penny_is_kept_as_it_came():
    option, told = cost(1.005)
    assert option.amount_pence is None
    assert told == [("look", "/cost_options/0/amount", "It is no whole number of pence. It is kept as it came.")]
    assert json.loads(write_payload(option))["amount"] == 1.005


def test_an_amount_in_quotation_marks_is_read_and_told():
    option, told = cost("12.50")
    assert option.amount_pence == 1250
    assert told == [("wrong", "/cost_options/0/amount", "It should be a number, without quotation marks.")]


def test_an_amount_in_words_is_kept_and_told():
    option, told = cost("£12.50")
    assert (option.amount_pence, told[0][0]) == (None, "wrong")
    assert json.loads(write_payload(option))["amount"] == "£12.50"


def test_less_than_nothing_and_other_money_are_to_be_looked_at():
    assert cost(-1)[1][0][2] == "A cost is not less than nothing."
    assert "not in pounds" in cost(5, currency="EUR")[1][0][2]
    assert cost(5, currency="GBP")[1] == []


@pytest.mark.parametrize(
    ("url", "level", "why"),
    [
        ("www.example.org", "wrong", "no whole web address"),
        ("https://example.org/a b", "wrong", "no whole web address"),
        ("", "wrong", "no whole web address"),
        ("javascript:alert(1)", "wrong", "could run something"),
        ("data:text/html,x", "wrong", "could run something"),
        ("ftp://example.org", "look", "does not open a page"),
        ("https:///path", "look", "does not open a page"),
        ("https://[::1", "look", "does not open a page"),
    ],
)
def test_web_addresses_are_checked(url, level, why):
    found, told = read(url=url)
    assert found.url == url
    assert told[0][:2] == (level, "/url")
    assert why in told[0][2]


@pytest.mark.parametrize(
    ("email", "level"), [("amina.example.org", "wrong"), ("amina@localhost", "look"), ("a b@example.org", "look")]
)
def test_e_mail_addresses_are_checked(email, level):
    found, told = read(email=email)
    assert (found.email, told[0][:2]) == (email, (level, "/email"))


def test_days_and_times_are_read():
    found, told = read(
        assured_date="2026-02-28",
        last_modified="2026-03-29T01:30:00.25Z",
        schedules=[{"id": ID, "dtstart": "2026-01-05", "opens_at": "09:30", "closes_at": "17:00:30"}],
    )
    assert told == []
    assert found.assured_date == date(2026, 2, 28)
    assert found.last_modified == datetime(2026, 3, 29, 1, 30, 0, 250_000, tzinfo=UTC)
    (schedule,) = found.schedules
    assert (schedule.dtstart, schedule.opens_at, schedule.closes_at) == (date(2026, 1, 5), time(9, 30), time(17, 0, 30))


@pytest.mark.parametrize(
    ("given", "level", "why"),
    [
        ({"assured_date": "2026-02-30"}, "look", "no day of the calendar"),
        ({"assured_date": "28/02/2026"}, "look", "no day of the calendar"),
        ({"assured_date": "20260228"}, "look", "no day of the calendar"),
        ({"assured_date": 20260228}, "wrong", "should be text"),
        ({"last_modified": "2026-03-29"}, "wrong", "no day and time"),
        ({"last_modified": "2026-03-29T25:00:00Z"}, "wrong", "no day and time"),
        ({"last_modified": "2026-03-29T01:30:00"}, "wrong", "no time zone"),
        ({"schedules": [{"id": ID, "opens_at": "9am"}]}, "look", "no time of day"),
        ({"schedules": [{"id": ID, "opens_at": "25:00"}]}, "look", "no time of day"),
    ],
)
def test_days_and_times_that_are_none_are_kept_and_told(given, level, why):
    found, told = read(**given)
    assert told[0][0] == level
    assert why in told[0][2]
    written = json.loads(write_payload(found))
    if "time zone" not in why:
        assert {name: written[name] for name in given} == given


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ({"byday": "MO,TU"}, None),
        ({"byday": " th, fr "}, None),
        ({"byday": "1MO,-1FR", "freq": "MONTHLY"}, None),
        ({"byday": "1MO", "freq": "WEEKLY"}, "cannot say which week"),
        ({"byday": "Monday"}, "names no days"),
        ({"byday": "6MO", "freq": "MONTHLY"}, "names no days"),
        ({"byday": ""}, "names no days"),
        ({"bymonthday": "1,15,-1"}, None),
        ({"bymonthday": "32"}, "names no days of a month"),
        ({"bymonthday": "0"}, "names no days of a month"),
        ({"interval": 0}, "1 or more"),
        ({"interval": 1.5}, "1 or more"),
        ({"interval": 2, "freq": "WEEKLY"}, None),
        ({"freq": "DAILY"}, "one of: WEEKLY, MONTHLY"),
        ({"valid_from": "2026-05-01", "valid_to": "2026-04-30"}, "ends before it starts"),
        ({"opens_at": "09:00", "closes_at": "09:00"}, "closes at the time it opens"),
        ({"opens_at": "22:00", "closes_at": "06:00"}, None),
    ],
)
def test_rules_of_a_schedule_are_checked(rule, reason):
    _, told = read(schedules=[{"id": ID, **rule}])
    assert [reason in one for _, _, one in told] == ([True] if reason else [])


def test_the_days_of_a_rule():
    assert by_days("TH,FR") == ((0, "TH"), (0, "FR"))
    assert by_days("1MO,-1FR") == ((1, "MO"), (-1, "FR"))
    assert by_days("MO,,TU") is None


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ({"latitude": 53.38297, "longitude": -1.4659}, None),
        ({"latitude": 60.8, "longitude": -0.9}, None),
        ({"latitude": -1.4659, "longitude": 53.38297}, "Latitude and longitude may be swapped."),
        ({"latitude": 0, "longitude": 0}, "outside the United Kingdom"),
        ({"latitude": 90.01, "longitude": 0}, "between -90 and 90"),
        ({"latitude": 51, "longitude": -180.5}, "between -180 and 180"),
        ({"latitude": 51.5}, "has no longitude"),
        ({"longitude": 0.1}, "has no latitude"),
        ({}, None),
    ],
)
def test_coordinates_are_exact_and_checked(place, reason):
    location = {"id": ID, "location_type": "physical", **place}
    found, told = read(service_at_locations=[{"id": ID, "location": location}])
    read_location = found.service_at_locations[0].location
    if "latitude" in place:
        assert read_location.latitude == Decimal(str(place["latitude"]))
    assert [reason in one for _, _, one in told] == ([True] if reason else [])


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"minimum_age": 18, "maximum_age": 65}, None),
        ({"minimum_age": 65, "maximum_age": 18}, "highest age is below the lowest"),
        ({"minimum_age": -1}, "between 0 and 120"),
        ({"maximum_age": 999}, "between 0 and 120"),
        ({"organization_id": ID, "organization": {"id": ID, "name": "A", "description": "B"}}, None),
        (
            {"organization_id": ID, "organization": {"id": ID.replace("a", "b"), "name": "A", "description": "B"}},
            "names another record",
        ),
    ],
)
def test_what_does_not_fit_together_is_told(given, reason):
    _, told = read(**given)
    assert [reason in one for _, _, one in told] == ([True] if reason else [])


def test_an_organisation_is_not_part_of_itself():
    data = {"id": ID, "name": "A", "description": "B", "parent_organization_id": ID, "website": "https://example.org"}
    assert "part of itself" in read_payload(json.dumps(data).encode()).problems[0].reason


@pytest.mark.parametrize(
    ("given", "level", "place", "why"),
    [
        ({"name": None}, "wrong", "/name", "It is null."),
        ({"name": ""}, "look", "/name", "It is empty."),
        ({"name": 7}, "wrong", "/name", "should be text"),
        ({"name": ["A"]}, "wrong", "/name", "should be text"),
        ({"status": "Active"}, "wrong", "/status", "one of: active, inactive, defunct, temporarily closed"),
        ({"id": "12"}, "wrong", "/id", "no UUID"),
        ({"contacts": {}}, "wrong", "/contacts", "a list, in [ and ]"),
        ({"contacts": ["Gwen"]}, "wrong", "/contacts/0", "a contact, in { and }"),
        ({"organization": "A"}, "wrong", "/organization", "an organisation, in { and }"),
        ({"colour": "red"}, "note", "/colour", "The standard has no “colour” for a service."),
    ],
)
def test_what_is_wrong_is_told_by_its_place(given, level, place, why):
    found, told = read(**given)
    assert told[0][:2] == (level, place)
    assert why in told[0][2]
    if None not in given.values() and given != {"name": 7}:
        assert json.loads(write_payload(found)).items() >= given.items()


def test_what_is_missing_is_told_and_not_made_up():
    directory = read_payload(b'{"name": "Drop in"}', expected=Service)
    assert [problem.reason for problem in directory.problems] == [
        "A service needs “id”, which is missing.",
        "A service needs “status”, which is missing.",
    ]
    assert json.loads(write_payload(directory.records[0])) == {"name": "Drop in"}


def test_a_list_keeps_what_can_be_read_beside_what_cannot():
    found, _ = read(contacts=[{"id": ID, "name": "Gwen"}, "Gwen", {"id": ID, "name": "Dev"}])
    assert [contact.name for contact in found.contacts] == ["Gwen", "Dev"]
    assert [one["name"] if isinstance(one, dict) else one for one in json.loads(write_payload(found))["contacts"]] == [
        "Gwen",
        "Dev",
        "Gwen",
    ]
