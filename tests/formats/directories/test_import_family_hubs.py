"""What family hubs post becomes records, as far as its facts go; numbers that mean this or that are never guessed at."""

import json
from datetime import date, time

import pytest
from tests.formats.directories.official import NEEDED, STANDARD

from ownway.formats.directories import Organisation, Service
from ownway.formats.directories.files import read_directory_file

HUBS = STANDARD / "dfe-family-hubs"
POSTED = {"id": 7, "serviceOwnerReferenceId": "A7", "organisationId": 3, "name": "Stay and play", "status": 1}


def read(value):
    return read_directory_file({"posted.json": json.dumps(value).encode()})


def service(**given):
    (found,) = read({**POSTED, **given}).records
    assert isinstance(found, Service)
    return found


@NEEDED
@pytest.mark.parametrize(
    ("name", "kind", "outcome"),
    [
        ("service.json", "family hubs’ services", "in part"),
        ("organisation.json", "family hubs’ organisations", "whole"),
        ("taxonomy.json", "family hubs’ taxonomy terms", "whole"),
    ],
)
def test_the_fixtures_are_read(name, kind, outcome):
    directory = read_directory_file({name: (HUBS / name).read_bytes()})
    assert (directory.kind, directory.outcome, len(directory.records)) == (kind, outcome, 1)


@NEEDED
def test_the_fixture_s_organisation_keeps_its_facts():
    (found,) = read_directory_file({"x.json": (HUBS / "organisation.json").read_bytes()}).records
    assert isinstance(found, Organisation)
    assert (found.name, found.website, found.parent_organization_id) == (
        "Test Organisation",
        "https://www.testorg.gov.uk/",
        None,
    )
    assert {kept.name: kept.json for kept in found.unread} == {
        "family_hubs_organisationType": "1",
        "family_hubs_adminAreaCode": '"E12345678"',
    }


@pytest.mark.parametrize(
    ("status", "read_as"),
    [(1, "active"), (2, "inactive"), (3, "defunct"), (4, "temporarily closed"), ("Active", "active")],
)
def test_its_status_is_read(status, read_as):
    assert service(status=status).status == read_as


def test_a_status_that_the_standard_has_not_is_told():
    directory = read({**POSTED, "status": 5})
    assert [(problem.place, problem.text) for problem in directory.problems if problem.level == "wrong"] == [
        ("/status", "5"),
        ("/status", "5"),
    ]


def test_days_and_times_are_taken_from_moments():
    times = {
        "validFrom": "2023-03-17T10:42:11.246Z",
        "opensAt": "2023-03-17T09:30:00.000Z",
        "freq": "Weekly",
        "byDay": "MO",
        "interval": "2",
    }
    (schedule,) = service(regularSchedules=[times]).schedules
    assert (schedule.valid_from, schedule.opens_at, schedule.freq, schedule.byday, schedule.interval) == (
        date(2023, 3, 17),
        time(9, 30),
        "WEEKLY",
        "MO",
        2,
    )


def test_numbers_of_days_and_rhythms_are_kept_apart():
    (schedule,) = service(regularSchedules=[{"weekday": 1, "freq": 1}]).schedules
    assert (schedule.freq, schedule.byday) == (None, None)
    assert {kept.name: kept.json for kept in schedule.unread} == {"family_hubs_weekday": "1", "family_hubs_freq": "1"}


def test_what_belongs_to_a_service_comes_with_it():
    found = service(
        eligibilities=[{"minimumAge": 2, "maximumAge": 5}, {"minimumAge": 0, "maximumAge": 3}],
        costOptions=[{"amount": 2.5, "option": "A family"}],
        fundings=[{"source": "The council"}],
        languages=[{"name": "Urdu", "code": "ur"}],
        serviceAreas=[{"serviceAreaName": "Sheffield"}],
        taxonomies=[{"name": "Play"}, {"name": "Play"}, {"name": "Speech"}],
        contacts=[{"name": "Gwen", "telephone": "0114 496 0000", "textPhone": "18001", "email": "gwen@example.org"}],
        locations=[
            {
                "name": "Hub",
                "latitude": 53.38,
                "longitude": -1.46,
                "address1": "1 Lane",
                "city": "Sheffield",
                "postCode": "S1 2HH",
                "stateProvince": "",
                "country": "GB",
            }
        ],
    )
    assert (found.minimum_age, found.maximum_age) == (0, 5)
    assert found.cost_options[0].amount_pence == 250
    assert (found.funding[0].source, found.languages[0].code, found.service_areas[0].name) == (
        "The council",
        "ur",
        "Sheffield",
    )
    assert [one.taxonomy_term.name for one in found.attributes] == ["Play", "Speech"]
    assert [phone.type for phone in found.contacts[0].phones] == ["voice", "text"]
    assert found.service_at_locations[0].location.addresses[0].city == "Sheffield"


def test_a_page_of_them_is_read_and_the_same_record_has_the_same_id():
    page = read({"items": [POSTED, {**POSTED, "serviceOwnerReferenceId": "A8"}, "x"], "totalCount": 3})
    assert len({found.id for found in page.records}) == 2
    assert page.records[0] == service()
    assert [problem.place for problem in page.problems if problem.level == "wrong"] == ["/items/2"]


@pytest.mark.parametrize(
    "odd",
    [
        {"locations": "x"},
        {"locations": [1]},
        {"eligibilities": [{"minimumAge": "2"}]},
        {"taxonomies": [{}]},
        {"status": None},
        {"name": None},
        {"regularSchedules": {"a": 1}},
    ],
)
def test_odd_shapes_do_not_stop_it(odd):
    assert len(read({**POSTED, **odd}).records) == 1
