"""QIF text of any shape is read or refused; it never raises, never waits and never gives other money."""

import io
import re
import tracemalloc
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.statements.test_read_qif import AMINA

from ownway.formats.statements import Line, read_statement
from ownway.formats.statements.amounts import UnreadableError, write_pounds
from ownway.formats.statements.qif import days, entries, reader, records, sections
from ownway.formats.statements.qif.records import MOST_CHARACTERS, iterate_records
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "standards" / "02-bank-statements"
FILES = {path.name: path.read_bytes() for path in sorted(SHARED.rglob("*.qif"))} | {"amina": AMINA.encode()}
WORDS = st.text(alphabet="ABCdef 0129.,:^!#$()'+&£é", max_size=80).map(lambda text: " ".join(text.split()))


@st.composite
def random_lines(draw):
    given_days = sorted(draw(st.lists(st.integers(0, 20_000), max_size=30)))
    made, place = [], 2
    for n in given_days:
        on, payee, number = date(1990, 1, 1) + timedelta(days=n), draw(WORDS), draw(WORDS)
        made.append(Line(on, draw(st.integers(-(10**12), 10**12)), payee, payee, number, "", None, None, place))
        place += 5
    # a day that shows the order, whatever the others are
    return [*made, Line(date(2045, 5, 31), 1, "END", "END", "", "", None, None, place)]


@settings(deadline=None, max_examples=200)
@given(
    random_lines(),
    st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%m-%d-%Y", "%Y-%m-%d"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_what_is_written_is_read(lines, style, end):
    text = "!Type:Bank\n" + "".join(
        f"D{line.on:{style}}\nT{write_pounds(line.pence)}\nP{line.payee}\nN{line.reference}\n^\n" for line in lines
    )
    statement = read_statement(text.replace("\n", end).encode(), name="x")
    assert statement.outcome == "whole"
    assert list(statement.lines) == lines


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(sorted(FILES)), st.integers(1, 90), st.sampled_from(["\n", "\r\n", "\r"]))
def test_pieces_of_any_length_give_the_same_records(name, length, end):
    text = FILES[name].decode().replace("\r\n", "\n").replace("\n", end)
    pieces = [text[at : at + length] for at in range(0, len(text), length)]
    assert list(iterate_records(pieces)) == list(iterate_records([text]))


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_cut_anywhere_gives_no_other_money(name):
    data = FILES[name]
    whole = {(line.pence, line.place) for line in read_statement(data, name="x").lines}
    for cut in range(0, len(data), 50):
        statement = read_statement(data[:cut], name="x")
        assert {(line.pence, line.place) for line in statement.lines} <= whole or name.startswith(
            ("default", "mint", "xero")
        )


def test_a_file_cut_at_every_byte_gives_no_other_money():
    whole = set(read_statement(AMINA.encode(), name="x").lines)
    for cut in range(len(AMINA)):
        statement = read_statement(AMINA[:cut].encode(), name="x")
        assert set(statement.lines) <= whole
        assert statement.outcome == "refused" or AMINA[:cut].rstrip("\n").endswith(("^", "Bank"))


@pytest.mark.parametrize("name", sorted(set(FILES) - {"empty.qif"}))
def test_bytes_changed_at_random_never_raise(name):
    chance = Random(name)
    for _ in range(100):
        data = bytearray(FILES[name])
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.choice([0, 10, 13, 33, 36, 68, 94, 255, chance.randrange(256)])
        statement = read_statement(bytes(data), name="x")
        assert (statement.outcome == "refused") == any(problem.stops for problem in statement.problems)


def test_zero_bytes_are_refused():
    assert "zero bytes" in read_statement(AMINA.replace("CARYS", "\0").encode(), name="x").problems[0].reason


@pytest.mark.parametrize(
    "text",
    ["!Type:Bank\nP" + "x" * 300_000, "!Type:Bank\n" + "D" * 300_000, "!Type:Bank\n" + "A\n" * 200_000],
    ids=["words without an end", "figures without an end", "rows without an end"],
)
def test_what_never_ends_is_refused(text):
    statement = read_statement(text.encode(), name="x")
    assert (statement.outcome, "far longer than any bank writes" in statement.problems[0].reason) == ("refused", True)


@pytest.mark.parametrize("mark", ["D", "S", "$1", "$1.00\nS", "T1.00\n", "!Type:Bank\n", "#\n", "^", "\n", " ", "1/1/"])
def test_a_hundred_thousand_characters_of_one_mark_are_read_or_refused(mark):
    text = f"!Type:Bank\nD14/01/2026\nT1.00\nS{mark * (90_000 // len(mark))}\n^\n"
    assert read_statement(text.encode(), name="x").outcome in ("whole", "in part", "refused")


def test_a_record_without_an_end_is_not_read_to_its_end():
    asked = []

    def chunks():
        for n in range(1_000):
            asked.append(n)
            yield "x" * 60_000

    with pytest.raises(UnreadableError, match="far longer"):
        list(iterate_records(chunks()))
    assert len(asked) * 60_000 <= MOST_CHARACTERS + 2 * 60_000


def test_memory_does_not_grow_with_the_file():
    def peak(count):
        text = "!Type:Bank\n" + AMINA.removeprefix("!Type:Bank\n") * count
        source, reading_now = Source(io.BytesIO(text.encode()), name="x"), Reading()
        tracemalloc.start()
        for _line in reader.read_qif(source, reading_now):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(9_000) < 1.2 * peak(3_000)


def test_ten_thousand_problems_are_counted_and_not_kept():
    statement = read_statement(("!Type:Bank\n" + "Drubbish\n^\n" * 10_000).encode(), name="x")
    assert statement.outcome == "refused"
    assert len(statement.problems) < 60


def test_no_pattern_repeats_a_repetition():
    """What a pattern tries is then at most its length times the text's, so no text makes it wait."""
    for module in (days, entries, reader, records, sections):
        source = Path(module.__file__).read_text(encoding="utf-8")
        assert not re.search(r"[*+}]\)[*+{]", source), module.__name__


def test_more_days_than_are_kept_are_read():
    on = [date(1990, 1, 1) + timedelta(days=n) for n in range(10_050)]
    statement = read_statement(
        ("!Type:Bank\n" + "".join(f"D{day:%d/%m/%Y}\nT1.00\n^\n" for day in on)).encode(), name="x"
    )
    assert [line.on for line in statement.lines] == on
