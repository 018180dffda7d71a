"""No bytes make the reader of echoes raise, hang or fill the memory."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.payments.echoes.answers import (
    advice,
    arucs,
    camt054,
    detail,
    entry,
    messaging,
    pain002,
    returned_item,
    transaction,
)

from ownway.formats.payments.echoes import describe_echoes, echoes_as_data, kind_of, read_echoes
from ownway.formats.payments.echoes.opening import MOST_BYTES, MOST_TAGS
from ownway.formats.payments.echoes.values import MOST_PROBLEMS

GOOD = [
    pain002(transaction(), transaction("X", "RJCT", "AC04"), group="PART"),
    camt054(entry(detail()), entry(detail(reason=""), way="DBIT")),
    arucs(returned_item(), totals='<Totals numberOf="1" valueOf="312.40"/>'),
    messaging(advice()),
    messaging(advice(), report="AWACS"),
]
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>'
BOMB = DECLARATION + b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><Document>&c;</Document>'
OUTSIDE = DECLARATION + b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><BACSDocument/>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (BOMB, "DOCTYPE"),
        (OUTSIDE, "DOCTYPE"),
        (BOMB.replace(b"<!DOCTYPE a [", b"").replace(b"]>", b""), "DOCTYPE"),
        (GOOD[0].decode().encode("utf-16"), "UTF-8"),
        (GOOD[0].replace(b"UTF-8", b"UTF-7"), "UTF-8"),
        (b"Name,Amount\nAmina,312.40\n", "not an XML file"),
        (GOOD[0][:-20], "cut off"),
        (GOOD[1].replace(b"NOTE-1", b"&unknown;"), "not well-formed"),
        (b"<BACSDocument>" * 1000, "not well-formed"),
        (b"<Document/>", "not a file that a bank sends back"),
        (b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.004.001.09"/>', "between banks"),
        (b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>', "bank statement"),
        (b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"/>', "payment file"),
        (b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.060.001.07"/>', "camt.060.001.07"),
        (b"<" + b"a" * MOST_BYTES, "larger than 25 MB"),
        (b"<x/>" * (MOST_TAGS + 1), "more parts"),
    ],
)
def test_it_is_refused_and_says_why(data, words):
    file = read_echoes(data)
    assert not file.is_taken
    assert words in file.problems[0].message
    assert file.echoes == ()


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(data):
    file = read_echoes(data)
    assert not file.is_taken
    assert kind_of(data) == ""


@given(
    good=st.sampled_from(GOOD),
    cuts=st.lists(st.tuples(st.integers(0, 3000), st.binary(max_size=6), st.integers(0, 12)), min_size=1, max_size=4),
)
def test_a_file_with_bytes_changed_is_read_or_refused(good, cuts):
    data = good
    for at, new, gone in cuts:
        data = data[: at % len(data)] + new + data[at % len(data) + gone :] or b"<"
    file = read_echoes(data)
    assert file.is_taken or file.problems
    assert all(echo.amount_pence is None or echo.amount_pence >= 0 for echo in file.echoes)
    assert describe_echoes(file)
    assert echoes_as_data(file)["digest"] == file.digest


def test_no_more_problems_are_told_than_a_person_can_read():
    file = read_echoes(pain002(*[transaction(status="ODD1")] * 5_000))
    assert len(file.problems) == MOST_PROBLEMS
    assert "4901 more" in file.problems[-1].message  # 5,000 without the 99 that are told


@pytest.mark.parametrize(
    "data",
    [
        pain002(*[transaction(f"DP-{number}", "RJCT", "AC04") for number in range(10_000)]),
        camt054(entry(*[detail(f"DP-{number}", "0.01") for number in range(10_000)], pounds="100.00")),
        arucs(*[returned_item(pounds="0.01")] * 10_000),
        b"<BACSDocument>" + b"<x a='1'/>" * 200_000 + b"</BACSDocument>",
        arucs(returned_item().replace("</Ret", "<Other a='1'/>" * 50_000 + "</Ret")),
    ],
    ids=["pain.002", "camt.054", "ARUCS", "nothing in it", "one item with much in it"],
)
def test_a_large_file_takes_less_than_a_second_a_megabyte(data):
    begun = time.process_time()
    file = read_echoes(data)
    took = time.process_time() - begun
    assert took < max(1.0, len(data) / 1_000_000)
    assert len(file.echoes) in (0, 1, 10_000)


MEASURE = """
import resource
from ownway.formats.payments.echoes import read_echoes
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read_echoes({data})
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"


@pytest.mark.parametrize(
    ("data", "most_mb"),
    [
        (f"b'<Document xmlns=\"{NAMESPACE}\">' + b'<x/>' * 1_400_000 + b'</Document>'", 250),
        ("b'<BACSDocument>' + b'<x a=\"1\"/>' * 1_400_000 + b'</BACSDocument>'", 100),
        (f"b'<Document xmlns=\"{NAMESPACE}\"><a>' + b'x' * 24_000_000 + b'</a></Document>'", 150),
    ],
    ids=["empty elements", "a Bacs document of nothing", "one long text"],
)
def test_memory_stays_within_a_bound(data, most_mb):
    done = subprocess.run([sys.executable, "-c", MEASURE.format(data=data)], capture_output=True, text=True, check=True)
    assert int(done.stdout) / 1024 < most_mb
