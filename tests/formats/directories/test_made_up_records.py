"""Whatever a record holds, it is written as a payload that the official schema lets through, and reads as the same."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.directories.made_up import records
from tests.formats.directories.official import NEEDED, errors

from ownway.formats.directories import brief, page_header, read_payload, write_page, write_payload
from ownway.formats.directories.problems import WRONG
from ownway.formats.directories.records import RECORDS

ENDPOINTS = [
    ("Service", "service.json", "service_list.json"),
    ("Organisation", "organization.json", "organization_list.json"),
    ("ServiceAtLocation", "service_at_location.json", "service_at_location_list.json"),
    ("Taxonomy", "taxonomy.json", "taxonomy_list.json"),
    ("TaxonomyTerm", "taxonomy_term.json", "taxonomy_term_list.json"),
]
BRISK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(("name", "schema", "of_a_page"), ENDPOINTS)
@NEEDED
def test_one_record_is_valid_and_reads_as_the_same(name, schema, of_a_page):
    @BRISK
    @given(records(name))
    def holds(record):
        payload = write_payload(record)
        assert errors(payload, schema) == []
        read = read_payload(payload.encode(), expected=RECORDS[name])
        assert read.records == (record,)
        assert [problem for problem in read.problems if problem.level == WRONG] == []

    holds()


@pytest.mark.parametrize(("name", "schema", "of_a_page"), ENDPOINTS)
@NEEDED
def test_a_page_of_them_is_valid_and_reads_as_the_same(name, schema, of_a_page):
    @BRISK
    @given(st.lists(records(name, depth=1), min_size=1, max_size=3), st.booleans())
    def holds(found, short):
        shown = [brief(record) for record in found] if short else found
        header = page_header(total_items=len(shown) + 7, page_number=1, per_page=len(shown))
        page = write_page(shown, header)
        assert errors(page, of_a_page) == []
        read = read_payload(page.encode(), expected=RECORDS[name])
        assert (read.records, read.header) == (tuple(shown), header)
        assert "does not say" not in str(read.problems)

    holds()


@BRISK
@given(records("Service"))
def test_a_brief_record_keeps_what_stands_once_and_no_list(service):
    written = json.loads(write_payload(brief(service)))
    assert not any(isinstance(value, list) for value in written.values())
    assert written["name"] == service.name
    if service.organization is not None:
        assert written["organization"]["id"] == service.organization.id
