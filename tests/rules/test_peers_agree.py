"""What the bench holds the rulebook against works out the same offer: every penny of 500 people, whoever works it out.

OpenFisca is no part of this: it is installed only for the bench, which looks at its pennies there.
"""

import numpy as np
import polars as pl
import pytest
from bench.rulebook import decimals, hand_loop, ours, people, plain_ints, polars_lazy
from bench.rulebook.worker import in_pence
from tests.rules.cohorts import one_of, people_like_amina

PEOPLE = 500
PEERS = {
    "a numba loop by hand": (hand_loop.prepare, 1),
    "a numba loop by hand, on two": (hand_loop.prepare, 2),
    "polars": (polars_lazy.prepare, pl.thread_pool_size()),
    "plain Python": (plain_ints.prepare, 1),
    "Ownway, compiled": (ours.compiled, 1),
    "Ownway, one by one": (ours.one_by_one, 1),
    "Ownway, explain": (ours.explained, 1),
    "Decimal": (decimals.prepare, 1),
}


@pytest.fixture(scope="module")
def inputs():
    return people.inputs_for(PEOPLE, seed=3)


@pytest.fixture(scope="module")
def in_columns(inputs):
    return np.array(ours.in_columns(inputs, 1)())


@pytest.mark.parametrize("peer", PEERS)
def test_every_penny_is_ours(inputs, in_columns, peer):
    prepare, threads = PEERS[peer]
    found = np.array([in_pence(one) for one in prepare(inputs, threads)()])
    assert found.shape == (3, PEOPLE)
    assert (found == in_columns).all()


def test_a_penny_more_of_rent_is_seen_by_all(inputs, in_columns):
    """Where a person pays something, and not the whole cost, rent lowers it: nobody leaves the column unread."""
    dearer = people.Inputs({**inputs.columns, "rent": inputs.columns["rent"] + 100}, inputs.law)
    for prepare, threads in (PEERS[name] for name in ("a numba loop by hand", "polars", "plain Python", "Decimal")):
        pays = in_pence(prepare(dearer, threads)()[1])
        assert (pays <= in_columns[1]).all()
        assert (pays < in_columns[1]).sum() > 100


def test_the_columns_are_the_people_of_the_tests(inputs):
    again = ours.one_person(inputs, 17)
    assert again == one_of(people_like_amina(PEOPLE, seed=3), 17)


def test_each_column_goes_back_where_it_came_from():
    numbered = {name: np.array([place]) for place, name in enumerate(people.inputs_for(1, seed=3).columns)}
    there = people.columns_of(people.asked_of(numbered))
    assert {name: int(one[0]) for name, one in there.items()} == {name: int(one[0]) for name, one in numbered.items()}


def test_polars_on_other_threads_than_were_asked_for_is_not_measured(inputs):
    with pytest.raises(SystemExit, match="set POLARS_MAX_THREADS"):
        polars_lazy.prepare(inputs, pl.thread_pool_size() + 1)
