"""Lines come to the same however many of them are counted at a time."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ownway.formats.statements.tally import Tally
from ownway.formats.statements.values import Line

DAYS = st.integers(0, 3).map(lambda days: date(2026, 9, 1) + timedelta(days=days))
MONEY = st.integers(-3, 3)
LINES = st.lists(st.tuples(DAYS, MONEY, st.none() | MONEY), min_size=1, max_size=12)


def tallied(lines, sizes):
    tally = Tally()
    while lines:
        size = next(sizes)
        tally.take(tuple(lines[:size]))
        lines = lines[size:]
    return tally


@settings(max_examples=500, deadline=None)
@given(LINES, st.integers(1, 12), st.booleans())
def test_it_comes_to_the_same(cells, size, without):
    lines = [Line(*cell[:2], "TEA", balance_pence=cell[2], place=place) for place, cell in enumerate(cells, 1)]
    if without:  # the first lines have no running balance
        lines[:size] = [line._replace(balance_pence=None) for line in lines[:size]]
    assert tallied(lines, iter([size] * 12)) == tallied(lines, iter([len(lines)]))
    tally = tallied(lines, iter([1] * 12))
    assert tally == tallied(lines, iter([size] * 12))
    days = [line.on for line in lines]
    assert (tally.earliest_on, tally.latest_on) == (min(days), max(days))
    assert tally.falls == any(after < before for before, after in pairwise(days))
    assert tally.rises == any(after > before for before, after in pairwise(days))
    assert tally.sum_pence == sum(line.pence for line in lines)
