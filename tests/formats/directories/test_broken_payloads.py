"""Whatever the official schema refuses, we call wrong too, and still nothing of it is lost."""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.directories.official import NEEDED, STANDARD, errors

from ownway.formats.directories import Organisation, Service, ServiceAtLocation, read_payload, write_payload
from ownway.formats.directories.problems import WRONG

FILES = [
    ("service_full.json", "service.json", Service),
    ("organization_full.json", "organization.json", Organisation),
    ("service_at_location_full.json", "service_at_location.json", ServiceAtLocation),
]
OTHERS = (
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.sampled_from(
        [1.5, "", "x", "12.50", "active", "2026-02-30", "not a uuid", "a@b", "http://", [], {}, [1], {"id": "x"}]
    )
)


def places(value, at=()):
    """Each attribute and each item of a payload, as the steps that lead to it."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*at, step)
        yield from places(inner, (*at, step))


def broken(payload, data):
    """The payload with one to three attributes taken out, or given another value."""
    found = copy.deepcopy(payload)
    for _ in range(data.draw(st.integers(1, 3))):
        every = list(places(found))
        if not every:
            break
        *way, last = data.draw(st.sampled_from(every))
        around = found
        for step in way:
            around = around[step]
        if data.draw(st.booleans()):
            del around[last]
        else:
            around[last] = data.draw(OTHERS)
    return found


@pytest.mark.parametrize(("name", "schema", "record"), FILES)
@NEEDED
def test_what_the_schema_refuses_is_called_wrong_and_kept(name, schema, record):
    payload = json.loads((STANDARD / "uk-profile-3.0" / "examples" / name).read_text())

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def holds(data):
        text = json.dumps(broken(payload, data))
        read = read_payload(text.encode(), expected=record)
        wrong = [problem for problem in read.problems if problem.level == WRONG]
        if errors(text, schema):
            assert wrong, errors(text, schema)
        (found,) = read.records
        again = read_payload(write_payload(found).encode(), expected=record)
        assert again.records == read.records

    holds()
