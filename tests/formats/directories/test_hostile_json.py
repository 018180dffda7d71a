"""No bytes make a reader raise, run away or take what a person did not mean."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownway.formats.directories import read_payload, write_payload
from ownway.formats.directories.json_text import MOST_BYTES
from ownway.formats.directories.problems import MOST_PROBLEMS, WRONG

ID = "ac148810-d857-441c-9679-408f346de14b"
SERVICE = {"id": ID, "name": "Drop in", "status": "active"}


def read(value):
    return read_payload(value if isinstance(value, bytes) else json.dumps(value).encode())


def reasons(directory):
    return [problem.reason for problem in directory.problems]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Line 1, column 1: expecting value"),
        (b"{", "Line 1, column 2"),
        (b'{"name": "Drop in"\n"status": "active"}', "Line 2, column 1"),
        (b"[" * 100_000, "nested more than 40 levels deep"),
        (b"[" * 41 + b"]" * 41, "nested more than 40 levels deep"),
        (b'{"services":' * 50_000 + b"1", "nested more than 40 levels deep"),
        (b'{"minimum_age": NaN}', "NaN is no number"),
        (b'{"minimum_age": -Infinity}', "-Infinity is no number"),
        (b'{"name": "caf\xe9"}', "not text in UTF-8: byte 14 is no character"),
        (b"\x89PNG\r\n\x1a\n", "not text in UTF-8"),
        (b'{"name": "a"} {"name": "b"}', "Line 1, column 15: extra data"),
        (b" " * (MOST_BYTES + 1), "larger than 32 MB"),
        (b"[" + b"0," * 2_000_000 + b"0]", "more than 2,000,000 things"),
        (b"[" + b"[]," * 5_000_000 + b"0]", "more than 2,000,000 things"),
        (b'"Drop in"', "none of the payloads that we know"),
        (b"[]", "none of the payloads that we know"),
        (b"{}", "none of the payloads that we know"),
        (b"null", "none of the payloads that we know"),
        (b'{"content": [], "totalElements": 0}', "Open Referral UK 1"),
    ],
)
def test_what_is_no_payload_is_refused_with_its_reason(data, why):
    directory = read(data)
    assert directory.outcome == "refused"
    assert why in directory.problems[0].reason


def test_forty_levels_are_read():
    deep = "[" * 38 + "]" * 38
    assert read(f'{{"name": "Drop in", "status": "active", "id": "{ID}", "x": {deep}}}'.encode()).outcome == "whole"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_json_is_read_in_the_encodings_that_it_comes_in(encoding):
    directory = read(json.dumps({**SERVICE, "name": "Café £5"}, ensure_ascii=False).encode(encoding))
    assert directory.records[0].name == "Café £5"
    assert directory.outcome == "whole"


def test_a_name_that_stands_twice_is_told_and_the_last_is_read():
    directory = read(f'{{"id": "{ID}", "name": "First", "status": "active", "name": "Last"}}'.encode())
    assert directory.records[0].name == "Last"
    assert [(problem.place, problem.reason) for problem in directory.problems] == [
        ("/name", "This name stands twice. The last one is read.")
    ]


def test_a_name_twice_deep_inside_is_told_by_its_place():
    inner = '{"id": "x", "id": "y"}'
    directory = read(f'{{"id": "{ID}", "name": "A", "status": "active", "a/b": [1, {inner}]}}'.encode())
    assert directory.problems[0].place == "/a~1b/1/id"


@pytest.mark.parametrize("bad", ["\\ud800", "\\u0000", "\\udfff"])
def test_characters_that_no_text_can_hold_are_replaced_and_told(bad):
    directory = read(f'{{"id": "{ID}", "name": "A{bad}", "status": "active", "{bad}": 1}}'.encode())
    assert directory.records[0].name == "A\ufffd"
    assert ("/name", WRONG) in [(problem.place, problem.level) for problem in directory.problems]
    write_payload(directory.records[0]).encode()


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("1e999999999", "too large"),
        ("9" * 5000, "too large"),
        ("0." + "1" * 40, "too large"),
        ("true", "should be a number"),
    ],
)
def test_numbers_that_nobody_means_are_kept_and_told(written, why):
    directory = read(f'{{"id": "{ID}", "name": "A", "status": "active", "minimum_age": {written}}}'.encode())
    assert directory.records[0].minimum_age is None
    assert why in directory.problems[0].reason
    assert read(write_payload(directory.records[0]).encode()).records == directory.records


def test_ten_thousand_problems_are_counted_and_a_thousand_told():
    directory = read({"contents": [{**SERVICE, "id": str(number)} for number in range(10_000)]})
    assert len(directory.records) == 10_000
    assert len(directory.problems) == MOST_PROBLEMS + 1
    assert "things were found. The first 1,000 are listed." in directory.problems[-1].reason
    assert directory.problems[-1].level == WRONG


def test_an_attribute_unknown_ten_thousand_times_is_told_once():
    directory = read({"contents": [{**SERVICE, "id": f"{number:08}{ID[8:]}", "colour": 1} for number in range(10_000)]})
    unknown = [reason for reason in reasons(directory) if "colour" in reason]
    assert unknown == ["The standard has no “colour” for a service. It is kept. It stands here 10,000 times."]


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_answered(data):
    assert read(data).outcome in ("whole", "in part", "refused")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["id", "name", "status", "contents", "organization", "services", "location", "schedules", "x"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_any_json_is_answered_and_what_is_read_can_be_written(value):
    for record in read(value).records:
        if "contents" in [kept.name for kept in record.unread]:
            continue  # written by itself it would be a page
        again = read_payload(write_payload(record).encode(), expected=type(record))
        assert again.records == (record,)


def test_five_megabytes_take_less_than_five_seconds():
    # A second of the processor for each megabyte is the bound; about a fifth of it is taken.
    full = {**SERVICE, "contacts": [{"id": ID, "name": "Gwen"}] * 3, "schedules": [{"id": ID, "byday": "MO,TU"}] * 5}
    data = json.dumps({"contents": [full] * 8_500}).encode()
    assert len(data) > 5_000_000
    began = time.process_time()
    assert len(read(data).records) == 8_500
    assert time.process_time() - began < 5
