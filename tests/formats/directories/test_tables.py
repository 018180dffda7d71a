"""Nested records become tables that point to each other, and come together again as they were."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.directories.made_up import records
from tests.formats.directories.official import NEEDED, STANDARD

from ownway.formats.directories import Organisation, Service, read_payload, write_payload
from ownway.formats.directories.details import Attribute, Contact, Phone, TaxonomyTerm
from ownway.formats.directories.problems import Problems
from ownway.formats.directories.tables import flatten, nest

ID = "ac148810-d857-441c-9679-{:012}".format
ORGANISATION = Organisation(id=ID(1), name="Mencap Sheffield", description="A charity")
SERVICE = Service(
    id=ID(2),
    name="Drop in",
    status="active",
    organization=ORGANISATION,
    contacts=(Contact(id=ID(3), name="Gwen", phones=(Phone(id=ID(4), number="0114 496 0000"),)),),
    attributes=(
        Attribute(id=ID(5), taxonomy_term=TaxonomyTerm(id=ID(6), name="Autism", description="Autistic people")),
    ),
)


def flat(*found):
    problems = Problems()
    return flatten(found, problems), problems.told()


def test_what_stood_inside_points_to_where_it_stood():
    rows, told = flat(SERVICE)
    by_id = {row.id: row for row in rows}
    assert told == ()
    assert len(rows) == 6
    assert by_id[ID(2)].organization_id == ID(1)
    assert (by_id[ID(2)].organization, by_id[ID(2)].contacts) == (None, ())
    assert by_id[ID(3)].service_id == ID(2)
    assert by_id[ID(4)].contact_id == ID(3)
    assert (by_id[ID(5)].link_id, by_id[ID(5)].link_entity, by_id[ID(5)].taxonomy_term_id) == (ID(2), "service", ID(6))


def test_rows_come_together_again():
    (service,) = nest(flat(SERVICE)[0])
    assert service.organization == ORGANISATION
    assert service.contacts[0].phones[0].number == "0114 496 0000"
    assert service.attributes[0].taxonomy_term.name == "Autism"


def test_one_organisation_of_two_services_is_one_row_and_stands_in_both():
    other = replace(SERVICE, id=ID(7), contacts=(), attributes=())
    rows, told = flat(SERVICE, other)
    assert [row for row in rows if isinstance(row, Organisation)] == [ORGANISATION]
    assert told == ()
    assert [service.organization for service in nest(rows)] == [ORGANISATION, ORGANISATION]


def test_a_record_told_twice_is_laid_together_and_what_differs_is_told():
    fuller = replace(ORGANISATION, name="Mencap", website="https://example.org")
    rows, told = flat(SERVICE, replace(SERVICE, id=ID(7), organization=fuller, contacts=(), attributes=()))
    (found,) = (row for row in rows if isinstance(row, Organisation))
    assert (found.name, found.website) == ("Mencap Sheffield", "https://example.org")
    assert [problem.text for problem in told] == ["Mencap Sheffield / Mencap"]


def test_what_no_service_has_stands_by_itself():
    alone = Organisation(id=ID(8), name="Alone", description="No services")
    found = nest(flat(SERVICE, alone)[0])
    assert [type(one) for one in found] == [Service, Organisation]
    assert found[1] == alone


def test_records_without_an_id_are_kept_apart():
    rows, _ = flat(Contact(name="Gwen"), Contact(name="Dev"))
    assert [row.name for row in rows] == ["Gwen", "Dev"]
    assert [row.name for row in nest(rows)] == ["Gwen", "Dev"]


def test_ten_thousand_services_of_one_organisation_come_together_quickly():
    contacts = tuple(Contact(id=f"c{number}", name="Gwen") for number in range(200))
    services = [Service(id=f"s{number}", name="A", status="active", organization_id=ID(1)) for number in range(10_000)]
    rows, _ = flat(replace(ORGANISATION, contacts=contacts), *services)
    together = nest(rows)
    assert len(together) == 10_000
    assert together[0].organization is together[-1].organization


@pytest.mark.parametrize("name", ["Service", "Organisation", "ServiceAtLocation", "Taxonomy"])
def test_made_up_records_come_together_the_same(name):
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(records(name))
    def holds(record):
        rows, _ = flat(record)
        assert {row.id for row in rows} >= {record.id}
        assert set(flat(*nest(rows))[0]) == set(rows)

    holds()


@NEEDED
@pytest.mark.parametrize("name", ["service_full.json", "organization_full.json", "service_at_location_full.json"])
def test_official_payloads_come_together_with_everything(name):
    (record,) = read_payload((STANDARD / "uk-profile-3.0" / "examples" / name).read_bytes()).records
    rows, told = flat(record)
    found = nest(rows)
    service = next(one for one in found if isinstance(one, Service))
    assert told == ()
    assert set(flat(*found)[0]) == set(rows)
    if isinstance(record, Service):
        assert without_links(json.loads(write_payload(service))) == without_links(json.loads(write_payload(record)))


LINKED = ("service_id", "location_id", "organization_id", "link_id", "link_entity", "taxonomy_term_id")


def without_links(value):
    if isinstance(value, dict):
        return {name: without_links(inner) for name, inner in value.items() if name not in LINKED}
    return [without_links(inner) for inner in value] if isinstance(value, list) else value
