"""Every payload that the makers of the standard give as an example is read, and written again as a valid one."""

import json
from collections import Counter
from datetime import datetime

import pytest
from tests.formats.directories.official import NEEDED, STANDARD, errors, expected, found

from ownway.formats.directories import read_payload, write_page, write_payload
from ownway.formats.directories.problems import LOOK, WRONG

pytestmark = NEEDED

KINDS = {
    "api_details.json": "the details of an interface",
    "organization.json": "an organisation",
    "organization_list.json": "a page of organisations",
    "service.json": "a service",
    "service_at_location.json": "a service at a location",
    "service_at_location_list.json": "a page of services at locations",
    "service_list.json": "a page of services",
    "taxonomy.json": "a taxonomy",
    "taxonomy_list.json": "a page of taxonomies",
    "taxonomy_term.json": "a taxonomy term",
    "taxonomy_term_list.json": "a page of taxonomy terms",
}
BY_NAME_ONLY = "oruk-validator/mocks/V3.0-UK-Default/organization_list.json"


def read(name):
    return read_payload((STANDARD / name).read_bytes())


def written(directory):
    if directory.header is not None:
        return write_page(directory.records, directory.header)
    (record,) = directory.records
    return write_payload(record)


def test_all_of_them_are_tried():
    assert len(expected()) == 32
    assert {schema for _, schema in expected()} == set(KINDS)


@pytest.mark.parametrize(("name", "schema"), expected())
def test_it_knows_what_it_is(name, schema):
    assert read(name).kind == KINDS[schema]


@pytest.mark.parametrize(("name", "schema"), expected())
def test_nothing_in_it_breaks_the_standard(name, schema):
    if name == BY_NAME_ONLY:
        pytest.skip("its schema looks only at the outside of each record: see the test below")
    assert [problem for problem in read(name).problems if problem.level == WRONG] == []


def test_one_page_is_valid_only_because_its_schema_does_not_look_inside():
    # EXPECTED.json calls it valid against organization_list.json, which knows no identifiers and no attributes. The
    # schema of one organisation finds what we find: ids that are no UUIDs, and identifiers without their type.
    contents = json.loads((STANDARD / BY_NAME_ONLY).read_text())["contents"]
    theirs = Counter(keyword for one in contents for _, keyword in found(one, "organization.json"))
    ours = [problem.reason for problem in read(BY_NAME_ONLY).problems if problem.level == WRONG]
    assert theirs == {"format": 18, "required": 7}
    assert sum("no UUID" in reason for reason in ours) == 18
    assert sum("needs “identifier_type”" in reason for reason in ours) == 7
    assert len(ours) == 25


@pytest.mark.parametrize(("name", "schema"), expected())
def test_it_is_written_again_valid_and_reads_as_the_same(name, schema):
    directory = read(name)
    again = written(directory)
    assert errors(again, schema) == []
    assert (read_payload(again.encode()).records, read_payload(again.encode()).header) == (
        directory.records,
        directory.header,
    )


@pytest.mark.parametrize(("name", "schema"), expected())
def test_it_is_written_with_everything_that_was_in_it(name, schema):
    before, after = json.loads((STANDARD / name).read_text()), json.loads(written(read(name)))
    assert with_moments(after) == with_moments(without_empty_lists(before))


def without_empty_lists(value):
    if isinstance(value, dict):
        return {name: without_empty_lists(inner) for name, inner in value.items() if inner != []}
    return [without_empty_lists(inner) for inner in value] if isinstance(value, list) else value


def with_moments(value):
    """The same moment can be written with Z or +00:00, and with more or fewer decimals."""
    if isinstance(value, dict):
        return {
            name: datetime.fromisoformat(inner) if name == "last_modified" else with_moments(inner)
            for name, inner in value.items()
        }
    return [with_moments(inner) for inner in value] if isinstance(value, list) else value


def test_a_page_that_counts_wrongly_is_taken_with_a_warning():
    directory = read("oruk-validator/mocks/V3.0-UK-Test/service_list.json")
    assert len(directory.records) == 128
    said = {problem.place: problem.reason for problem in directory.problems if problem.level == LOOK}
    assert said["/size"] == "The page says that it holds 31, and it holds 128."
    assert said["/total_items"] == "The page says that there are 31 in all, and it holds 128."
    assert directory.outcome == "in part"


def test_a_page_without_a_header_is_read_and_told():
    directory = read("oruk-validator/mocks/V3.0-UK-Test/service_list_data.json")
    assert len(directory.records) == 128
    missing = [problem.reason for problem in directory.problems if "does not say" in problem.reason]
    assert len(missing) == 7


def test_the_standard_s_own_example_lies_off_the_map():
    directory = read("uk-profile-3.0/examples/service_full.json")
    assert [(problem.level, problem.place, problem.text) for problem in directory.problems] == [
        (LOOK, "/service_at_locations/0/location/latitude", "100")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "oruk-validator/mocks/V3.0-UK-Default/dashboard_services_response.json",
        "oruk-validator/mocks/V1.0-UK-Default/V1_ValidateResponse.json",
        "oruk-validator/schemas/V3.0-UK/open_api.json",
        "uk-profile-3.0/datapackage.json",
    ],
)
def test_what_is_no_payload_is_refused(name):
    directory = read(name)
    assert (directory.outcome, directory.records) == ("refused", ())
    assert "none of the payloads that we know" in directory.problems[0].reason


def test_what_was_read_is_printed(capsys):
    counts = Counter()
    for name, _ in expected():
        counts += read(name).counts
    with capsys.disabled():
        print(
            f"\n{len(expected())} payloads of Open Referral UK read:",
            ", ".join(f"{n} {kind}" for kind, n in counts.most_common()),
        )
    assert counts["services"] == 142
