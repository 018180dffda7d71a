"""No bytes make the reader raise or wait: anything is a Statement, and a refused one says why."""

import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.statements import samples

from ownway.formats.statements import find_overlap, identify_lines, read_statement
from ownway.formats.statements.report import describe, describe_in_words

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "standards" / "02-bank-statements"
FILES = [text.encode() for text in samples.ALL.values()] + [
    path.read_bytes()
    for path in sorted(SHARED.rglob("*"))
    if path.suffix in (".csv", ".ofx", ".qfx", ".txt", ".qif", ".sta")
]
TEXTS = (
    "",
    '"',
    "\r",
    "\n",
    ",",
    "<",
    ">",
    "&",
    "-",
    "0",
    "9" * 50,
    "<STMTTRN>",
    "</OFX>",
    "30/02/2026",
    "<![CDATA[",
    "\0",
    "ß",
)
BYTES = (b"\xa3", b"\xff\xfe", b"\xc2\xa0", b"\xed\xa0\x80", b"=cmd|' /C calc'!A0")
TROUBLE = st.sampled_from([*(text.encode() for text in TEXTS), *BYTES])
SLOW = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(data):
    began = time.process_time()
    statement = read_statement(data, name="x")
    assert time.process_time() - began < 1
    assert statement == read_statement(data, name="x")
    assert (statement.outcome == "refused") == any(problem.stops for problem in statement.problems)
    assert (statement.outcome == "whole") == (statement.problems == ())
    assert all(problem.reason for problem in statement.problems)
    if statement.outcome == "refused":
        assert (statement.lines, statement.opening_pence, statement.closing_pence) == ((), None, None)
    assert all(type(line.pence) is int for line in statement.lines)
    assert len(set(identify_lines(statement.lines))) == len(statement.lines)
    again = find_overlap(statement.lines, statement)
    assert (again.new, again.doubtful) == ((), ())
    assert describe(statement)["outcome"] == statement.outcome
    assert describe_in_words(statement)
    for words in (*(line.words for line in statement.lines), *(problem.text for problem in statement.problems)):
        words.encode()  # nothing that could not be kept in a database
        assert "\x00" not in words


@SLOW
@given(st.binary(max_size=2_000))
def test_any_bytes(data):
    check(data)


def test_a_tag_of_nothing_but_line_ends_is_no_tag():
    check(b"<OFX><BANKTRANLIST><STMTTRN><NAME>Shop<\r\r>x</STMTTRN></BANKTRANLIST></OFX>")


@SLOW
@given(st.text(max_size=2_000))
def test_any_text(text):
    check(text.encode("utf-8", "surrogatepass"))


@SLOW
@given(
    st.sampled_from(FILES), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), TROUBLE), min_size=1, max_size=6)
)
def test_a_real_file_with_bytes_changed(data, changes):
    for where, many, new in changes:
        at = int(where * len(data))
        data = data[:at] + new + data[at + many :]
    check(data)


@SLOW
@given(st.sampled_from(FILES), st.sampled_from(FILES), st.floats(0, 1), st.floats(0, 1))
def test_two_real_files_cut_and_joined(first, second, until, since):
    check(first[: int(until * len(first))] + second[int(since * len(second)) :])


@SLOW
@given(st.sampled_from(FILES), st.floats(0, 1))
def test_a_file_cut_short_never_gives_other_money(data, until):
    """The lines of a file cut at any byte are lines of the whole file, or the cut file is refused."""
    whole = read_statement(data, name="x")
    cut = read_statement(data[: int(until * len(data))], name="x")
    if whole.is_taken:
        assert {(line.on, line.pence) for line in cut.lines} <= {(line.on, line.pence) for line in whole.lines}
