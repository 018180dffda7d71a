"""SWIFT text of any shape is read or refused; it never raises, never waits and never gives other money."""

import io
import re
import tracemalloc
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.statements.mt940_written import AMINA, ENTRIES, message, read_alone, write_lines

from ownway.formats.statements import Line, read_statement
from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.mt940 import (
    codes,
    details,
    entries,
    fields,
    figures,
    messages,
    references,
    run_lines,
    runs,
)
from ownway.formats.statements.mt940.fields import MOST_CHARACTERS, iterate_fields
from ownway.formats.statements.mt940.reader import read_mt940
from ownway.formats.statements.mt940.runs import Run
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "standards" / "02-bank-statements"
FILES = {path.name: path.read_bytes() for path in sorted(SHARED.rglob("*.sta"))} | {"amina": AMINA.encode()}
WORDS = st.text(alphabet="ABCdef 0129.,()'+&£é", max_size=200).map(lambda text: " ".join(text.split()))
LETTERS = st.text(alphabet="ABC019", min_size=1, max_size=12).filter(lambda text: text != "N")
DAYS = st.integers(0, 20_000).map(lambda days: date(1990, 1, 1) + timedelta(days=days))


@st.composite
def random_lines(draw):
    days = sorted(draw(st.lists(DAYS, max_size=30)))
    made, place = [], 5
    for n, on in enumerate(days):
        words, reference = draw(WORDS), draw(st.one_of(st.just(""), LETTERS))
        pence = draw(st.integers(-(10**13), 10**13))
        made.append(Line(on, pence, words or reference, "", reference, "TRF", None, f"B{n}", place))
        place += 2 + max(0, len(words or reference) - 1) // 65
    return made


@settings(deadline=None, max_examples=200)
@given(random_lines(), st.sampled_from(["\n", "\r\n", "\r"]), st.integers(-(10**9), 10**9))
def test_what_is_written_is_read(lines, end, opening):
    text = write_lines(lines, opening_pence=opening)
    statement = read_statement(text.replace("\n", end).encode(), name="x")
    assert (statement.outcome, statement.reconciles) == ("whole", True)
    assert list(statement.lines) == lines


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(sorted(FILES)), st.integers(1, 90), st.sampled_from(["\n", "\r\n", "\r"]))
def test_pieces_of_any_length_give_the_same_fields(name, length, end):
    text = FILES[name].decode("latin-1").replace("\r\n", "\n").replace("\n", end)
    pieces = [text[at : at + length] for at in range(0, len(text), length)]
    assert list(split(pieces)) == list(split([text]))


def split(chunks):
    for found in iterate_fields(chunks):
        yield from found.fields() if isinstance(found, Run) else [found]


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_cut_anywhere_gives_no_other_money(name):
    data = FILES[name]
    whole = {(line.on, line.pence, line.place) for line in read_alone(data)[0]}
    for cut in range(0, len(data), 50):
        statement = read_statement(data[:cut], name="x", currency=None)
        assert {(line.on, line.pence, line.place) for line in statement.lines} <= whole


def test_a_file_cut_at_every_byte_gives_no_other_money():
    whole = {(line.on, line.pence, line.place) for line in read_alone(AMINA.encode())[0]}
    for cut in range(len(AMINA)):
        statement = read_statement(AMINA[:cut].encode(), name="x")
        assert {(line.on, line.pence, line.place) for line in statement.lines} <= whole
        assert statement.outcome != "whole" or cut >= AMINA.index("1204,1") + 5


@pytest.mark.parametrize("name", sorted(FILES))
def test_bytes_changed_at_random_never_raise(name):
    chance = Random(name)
    for _ in range(100):
        data = bytearray(FILES[name])
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.choice([0, 10, 13, 45, 58, 63, 123, 255, chance.randrange(256)])
        statement = read_statement(bytes(data), name="x", currency=None)
        assert (statement.outcome == "refused") == any(problem.stops for problem in statement.problems)


def test_zero_bytes_are_refused():
    assert "zero bytes" in read_statement(AMINA.replace("CARYS", "\0").encode(), name="x").problems[0].reason


@pytest.mark.parametrize(
    "text",
    [
        ":20:" + "x" * 300_000,
        message(":61:260904D10,00NTRFNONREF\n:86:" + "x" * 300_000 + "\n"),
        message(":61:" + "9" * 300_000 + "\n"),
        message(":61:260904D10,00NTRFNONREF\n" + ":86:xxxxxxxx\n" * 30_000),
        "x" * 1_000 + "\n:20:" + "y\n" * 200_000,
    ],
    ids=["a field without an end", "words without an end", "figures without an end", "words again and again", "lines"],
)
def test_what_never_ends_is_refused(text):
    statement = read_statement(text.encode(), name="x")
    assert (statement.outcome, "far longer than any bank writes" in statement.problems[0].reason) == ("refused", True)


@pytest.mark.parametrize("mark", ["?", "?2", "?20EREF+", "/NAME/", "/EREF/", "EREF++", "\n-", "\n{", " ", "\n ", ">00"])
def test_a_hundred_thousand_characters_of_one_mark_are_read(mark):
    words = f"166?00{mark * (90_000 // len(mark))}"
    lines, reading = read_alone(message(f":61:260904D10,00NTRFNONREF\n:86:{words}\n:86:/{words}\n").encode())
    assert [line.pence for line in lines] == [-1000] or "far longer" in reading.problems[0].reason


def test_a_field_without_an_end_is_not_read_to_its_end():
    asked = []

    def chunks():
        for n in range(1_000):
            asked.append(n)
            yield "x" * 60_000

    with pytest.raises(UnreadableError, match="far longer"):
        list(iterate_fields(chunks()))
    assert len(asked) * 60_000 <= MOST_CHARACTERS + 2 * 60_000


def test_memory_does_not_grow_with_the_file():
    def peak(count):
        source, reading = Source(io.BytesIO(message(ENTRIES * count).encode()), name="x"), Reading()
        tracemalloc.start()
        for _line in read_mt940(source, reading):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(9_000) < 1.2 * peak(3_000)


def test_ten_thousand_problems_are_counted_and_not_kept():
    statement = read_statement(message(":61:rubbish\n" * 10_000).encode(), name="x")
    assert statement.outcome == "refused"
    assert len(statement.problems) < 60


def test_no_pattern_repeats_a_repetition():
    """What a pattern tries is then at most its length times the text's, so no text makes it wait."""
    for module in (codes, details, entries, fields, figures, messages, references, run_lines, runs):
        source = Path(module.__file__).read_text(encoding="utf-8")
        assert not re.search(r"[*+}]\)[*+{]", source), module.__name__


def test_the_words_of_no_line_run_into_the_next():
    words = [line.words for line in read_alone(message(ENTRIES * 3).encode())[0]]
    assert words == ["CARYS PRICE", "RIVERTON COUNCIL", "CITY CABS", "CITY CABS", "GOOD COVER"] * 3


def test_more_days_than_are_kept_are_read():
    days = [date(1990, 1, 1) + timedelta(days=n) for n in range(10_050)]
    entries_of_years = "".join(f":61:{on:%y%m%d}{on:%m%d}C1,00NTRFNONREF\n" for on in days)
    assert [line.on for line in read_alone(message(entries_of_years).encode())[0]] == days
