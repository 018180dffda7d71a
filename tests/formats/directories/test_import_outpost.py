"""Outpost's CSV becomes services, as far as its facts go; what is private stays out, and what is missing is told."""

from datetime import time
from decimal import Decimal

import pytest
from tests.formats.directories.official import NEEDED, STANDARD

from ownway.formats.directories.files import read_directory_file
from ownway.formats.directories.outpost import WEEKDAYS, read_outpost

HEADINGS = "import_id,import_id_reference,name,organisation"
OUTPOST = STANDARD / "outpost"


def read(*rows, columns=""):
    """A file with these rows; each has the four first cells, and then those of the columns."""
    return read_outpost("\r\n".join([f"{HEADINGS},{columns}".strip(","), *rows]).encode())


def one(columns, cells):
    """The one service of a file, and what is told besides what every organisation lacks."""
    directory = read(f"1,,Drop in,Mencap,{cells}", columns=columns)
    (service,) = directory.records
    return service, [
        (problem.level, problem.place, problem.reason)
        for problem in directory.problems
        if "“description”" not in problem.reason
    ]


@NEEDED
def test_the_sample_is_read():
    path = OUTPOST / "services--with-sample-data.csv"
    directory = read_directory_file({path.name: path.read_bytes()})
    first, second = directory.records
    assert directory.kind == "Outpost’s services"
    assert (first.name, first.organization.name, first.url) == (
        "CSV creation service",
        "TPX Impact",
        "http://www.tpximpact.com",
    )
    assert (first.minimum_age, first.maximum_age, first.status) == (0, 100, "inactive")
    assert [cost.amount_pence for cost in first.cost_options] == [100, 0]
    assert [cost.amount_description for cost in first.cost_options] == ["per half day", "per session"]
    assert [found.location.latitude for found in first.service_at_locations] == [Decimal("51.50101")] * 2
    assert [schedule.byday for schedule in first.schedules] == ["MO", "TU"]
    assert (first.schedules[0].opens_at, first.schedules[1].opens_at) == (time(9), None)
    assert [contact.name for contact in first.contacts] == ["public contact name"]
    assert (second.name, second.status, second.fees) == ("Second example service", "active", "Free")
    assert "Dementia" in [attribute.taxonomy_term.name for attribute in second.attributes]


@NEEDED
def test_what_is_private_in_the_sample_stays_out():
    path = OUTPOST / "services--with-sample-data.csv"
    everything = str(read_directory_file({path.name: path.read_bytes()}).records)
    for private in (
        "private contact",
        "privat contacts job role",
        "email2@email.com",
        "existing notes",
        "internal label",
        "i am text",
    ):
        assert private not in everything, private
    assert "public contact name" in everything


@NEEDED
def test_an_empty_template_has_no_service():
    path = OUTPOST / "services.csv"
    directory = read_directory_file({path.name: path.read_bytes()})
    assert (directory.kind, directory.records) == ("Outpost’s services", ())
    assert directory.problems[0].reason == "There is no service in this file."


@NEEDED
def test_a_template_of_custom_fields_is_no_directory():
    path = OUTPOST / "custom-fields-template--with-sample-data.csv"
    assert read_directory_file({path.name: path.read_bytes()}).outcome == "refused"


def test_the_same_file_gives_the_same_ids_and_others_give_others():
    first, again = (read("1,,Drop in,Mencap", "2,,Lunch,Mencap").records for _ in range(2))
    assert first == again
    assert len({service.id for service in first}) == 2
    assert len({service.organization.id for service in first}) == 1


def test_a_row_adds_to_the_service_that_it_names():
    directory = read("1,,Drop in,Mencap,Gwen", "2,1,,,Dev", columns="contact_name")
    assert [contact.name for contact in directory.records[0].contacts] == ["Gwen", "Dev"]


@pytest.mark.parametrize(
    ("row", "place", "why"),
    [
        ("2,9,,", "row 3/import_id_reference", "No row above begins this service."),
        ("1,,Again,Mencap", "row 3/import_id", "an import_id of its own"),
        (",,Nameless,Mencap", "row 3/import_id", "an import_id of its own"),
        ("2,,Lunch,Mencap,extra", "row 3", "It has 5 cells, and there are 4 headings."),
    ],
)
def test_a_row_that_belongs_nowhere_is_told(row, place, why):
    directory = read("1,,Drop in,Mencap", row)
    assert any(problem.place == place and why in problem.reason for problem in directory.problems)


@pytest.mark.parametrize(
    ("columns", "cells", "status"),
    [
        ("approved", "TRUE", "active"),
        ("approved", "FALSE", "inactive"),
        ("visible", "FALSE", "inactive"),
        ("temporarily_closed", "TRUE", "temporarily closed"),
        ("temporarily_closed", "", "active"),
    ],
)
def test_its_marks_say_its_status(columns, cells, status):
    assert one(columns, cells)[0].status == status


def test_a_place_that_is_not_for_the_public_is_left_out():
    service, told = one("location_name,location_visible", "Home,FALSE")
    assert service.service_at_locations == ()
    assert told == [("note", "row 2/location_visible", "This place is not for the public. It is left out.")]


def test_of_a_masked_address_only_the_town_is_kept():
    columns = (
        "location_latitude,location_longitude,location_address_1,location_city,location_postcode,mask_exact_address"
    )
    service, _ = one(columns, "53.38,-1.46,1 Lane,Sheffield,S1 2HH,TRUE")
    location = service.service_at_locations[0].location
    assert (location.latitude, location.longitude) == (None, None)
    assert (location.addresses[0].address_1, location.addresses[0].city, location.addresses[0].postal_code) == (
        "",
        "Sheffield",
        "",
    )


@pytest.mark.parametrize(("weekday", "byday"), WEEKDAYS.items())
def test_each_day_of_the_week_is_a_rule(weekday, byday):
    schedule = one("scheduled_weekday,schedules_opens_at", f"{weekday.capitalize()},09:00:00")[0].schedules[0]
    assert (schedule.freq, schedule.byday, schedule.opens_at) == ("WEEKLY", byday, time(9))


def test_a_day_that_is_none_is_told():
    _, told = one("scheduled_weekday", "someday")
    assert told == [("wrong", "row 2/scheduled_weekday", "It is no day of the week, like monday.")]


@pytest.mark.parametrize(
    ("columns", "cells", "place", "why"),
    [
        ("min_age", "young", "row 2/minimum_age", "It should be a number."),
        ("url", "www.example.org", "row 2/url", "no whole web address"),
        ("cost_amount", "1.005", "row 2/cost_options/amount", "no whole number of pence"),
        ("contact_email", "gwen", "row 2/contacts/email", "no e-mail address"),
        ("location_latitude", "53.38", "row 2/service_at_locations/location", "has no longitude"),
        ("shoe_size", "9", "column shoe_size", "Outpost has no such column."),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(columns, cells, place, why):
    _, told = one(columns, cells)
    assert [one_place for _, one_place, _ in told] == [place]
    assert why in told[0][2]


def test_what_is_wrong_in_a_row_that_adds_is_told_by_that_row():
    directory = read("1,,Drop in,Mencap,", "2,1,,,hh:mm:ss", columns="schedules_opens_at")
    assert ("row 3/schedules/opens_at", "hh:mm:ss") in [(problem.place, problem.text) for problem in directory.problems]


def test_the_order_of_rows_does_not_change_ids():
    rows = ["2,1,,,Gwen", "3,1,,,Dev"]
    one_way, other = (
        read("1,,Drop in,Mencap,", *found, columns="contact_name").records[0].contacts for found in (rows, rows[::-1])
    )
    assert set(one_way) == set(other)


def test_links_and_marks_that_the_standard_has_no_place_for_are_kept_apart():
    service, _ = one("links_label,links_url,needs_referral", "Facebook,https://example.org,TRUE")
    assert {kept.name: kept.json for kept in service.unread} == {
        "outpost_needs_referral": '"TRUE"',
        "outpost_links": '[{"label": "Facebook", "url": "https://example.org"}]',
    }


@pytest.mark.parametrize(
    "data",
    [b"import_id,import_id_reference,name,organisation\n\xe9", b'import_id,import_id_reference,name,organisation\n"1'],
)
def test_bytes_that_are_no_csv_are_refused(data):
    assert read_directory_file({"services.csv": data}).outcome == "refused"
