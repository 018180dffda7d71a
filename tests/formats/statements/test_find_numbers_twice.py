"""Of any numbers the bank gives its lines, those that are there twice are found, in little memory."""

from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownway.formats.statements import repeats
from ownway.formats.statements.repeats import SeenNumbers
from ownway.formats.statements.values import Line


def suspects(ids, *, batch=3, most=1_000):
    lines = [Line(date(2026, 9, 1), -100, "TEA", bank_id=bank_id) for bank_id in ids]
    with SeenNumbers() as numbers:
        for start in range(0, len(lines), batch):
            numbers.take(tuple(lines[start : start + batch]))
        return numbers.find_suspects(most=most)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([None, *map(str, range(30))]), max_size=60), st.integers(1, 9), st.integers(1, 4))
def test_it_finds_those_and_no_others(ids, at_once, few):
    with patch.object(repeats, "_AT_ONCE", at_once), patch.object(repeats, "_FEW", few):
        found = suspects(ids)
    assert found == {hash(bank_id) for bank_id in set(ids) if bank_id and ids.count(bank_id) > 1}


@pytest.mark.parametrize("apart", [1, 20_000, 49_999])
def test_two_are_found_however_far_apart(apart):
    ids = [str(number) for number in range(50_000)]
    ids[apart] = ids[0]
    assert suspects(ids, batch=2_048) == {hash("0")}


def test_it_stops_when_there_are_many():
    """It looks at some numbers at a time, so that there may be a few more than were asked for."""
    found = suspects([str(number % 30_000) for number in range(60_000)], batch=2_048, most=100)
    assert 100 <= len(found) < 10_000
