"""A short, always equal slice of the fuzzing: no reader crashes, hangs, takes much memory or gives sums that do not add up."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fuzz import mutating
from tests.fuzz.readers import READERS
from tests.fuzz.trying import Reader, Score, make_smaller, try_one

from ownway.formats.statements.door import KINDS

QUICK = [name for name in READERS if name != "PDF"]
REFUSERS = {"unknown"}


def finds(score):
    return [(find.what, find.told, find.data[:500]) for find in score.finds.values()]


@pytest.mark.parametrize("name", READERS)
def test_damaged_files_are_read_or_refused(name):
    reader, chance, score = READERS[name], random.Random(name), Score()
    begins = [data for data in reader.seeds() if data]
    assert begins
    for _ in range(40 if name in QUICK else 4):
        data = mutating.mutate(chance, chance.choice(begins), seeds=begins, tokens=(*mutating.TOKENS, *reader.tokens))
        try_one(reader, data, score)
    assert finds(score) == []


@pytest.mark.parametrize("name", QUICK)
def test_bytes_of_any_kind_are_read_or_refused(name):
    @settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
    def try_bytes(data):
        score = Score(inputs=1)  # the first is measured for memory, which takes time
        try_one(READERS[name], data, score)
        assert finds(score) == []

    try_bytes()


def test_every_kind_of_statement_is_tried():
    assert {kind.name for kind in KINDS} - REFUSERS - set(READERS) == set()


def raises(data):
    if b"!" in data:
        raise ValueError("cannot read !")


def waits(data):
    while data:
        pass


def hoards(data):
    return [b"x" * 1_000_000 for _ in range(200)]


def tried(read, data, **more):
    score = Score()
    reader = Reader("made up", read, lambda: [data], **more)
    return try_one(reader, data, score), reader, score


def test_a_reader_that_raises_is_found_and_the_input_made_small():
    find, reader, _ = tried(raises, b"much else ! and more")
    assert find.what == "ValueError: cannot read !"
    assert make_smaller(reader, find, seconds=5, chance=random.Random(1)).data == b"!"


def test_a_reader_that_may_refuse_so_is_not_found():
    assert tried(raises, b"!", refusals=(ValueError,))[0] is None


def test_a_reader_that_hangs_is_found(monkeypatch):
    monkeypatch.setattr("tests.fuzz.trying.STOP_AFTER", 0.02)
    find, _, _ = tried(waits, b"x", floor=0.01)
    assert find.what == "hang: more than 0 s for 1 bytes"


def test_a_reader_that_takes_much_memory_is_found():
    find, _, score = tried(hoards, b"x")
    assert find.what.startswith("memory: 200,")
    assert score.most_memory > 200_000_000


def test_a_slow_reader_is_found():
    score = Score(inputs=1)
    reader = Reader("made up", lambda data: sum(range(3_000_000)), lambda: [b"x"], floor=0.001)
    assert try_one(reader, b"x", score).what.startswith("slow: ")


def test_damage_is_the_same_for_the_same_chance():
    one, two = (
        [mutating.mutate(chance, b"a,b,12\n", seeds=[b"x"], tokens=(b"!",)) for _ in range(200)]
        for chance in (random.Random(7), random.Random(7))
    )
    assert one == two
    assert len(set(one)) > 100
    assert max(map(len, one)) <= mutating.MOST_BYTES
