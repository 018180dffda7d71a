"""The banks' list of checks is shown with its version and day, and a list that has grown old is said to be."""

from datetime import date

import pytest
from tests.formats.accounts.hand_made import SUBSTITUTIONS, WEIGHTS

from ownway.formats.accounts.loaded import is_old, loaded_in_words, loaded_table, what_is_missing
from ownway.formats.accounts.weights import WeightTable, load_weights

TABLE = load_weights(WEIGHTS, SUBSTITUTIONS)
CHANGED = date(2026, 5, 1)


def loaded(name, changed_on=CHANGED):
    return loaded_table(name=name, changed_on=changed_on, table=TABLE)


@pytest.mark.parametrize(
    ("name", "version", "dated_on"),
    [
        ("valacdos-v8-50.txt", "8.50", CHANGED),
        ("valacdos_v7.90.txt", "7.90", CHANGED),
        ("valacdos-v8-50-20260317.txt", "8.50", date(2026, 3, 17)),
        ("valacdos 2026-03-17.txt", "", date(2026, 3, 17)),
        ("valacdos-v8-50-20261399.txt", "8.50", CHANGED),
        ("valacdos.txt", "", CHANGED),
        ("review12-3.txt", "", CHANGED),
    ],
)
def test_the_name_may_tell_its_version_and_day(name, version, dated_on):
    found = loaded(name)
    assert (found.version, found.dated_on) == (version, dated_on)
    assert found.day_from_name == (dated_on != CHANGED)


def test_it_counts_what_is_in_it():
    assert (loaded("valacdos.txt").row_count, loaded("valacdos.txt").substitute_count) == (22, 1)


def test_half_a_year_is_not_old_and_a_day_more_is():
    # 1 May to 31 October is 30 + 30 + 31 + 31 + 30 + 31 = 183 days.
    assert not is_old(loaded("valacdos.txt"), today=date(2026, 10, 31))
    assert is_old(loaded("valacdos.txt"), today=date(2026, 11, 1))


def test_a_list_of_no_known_day_is_not_called_old():
    assert not is_old(loaded("valacdos.txt", changed_on=None), today=date(2036, 1, 1))
    assert loaded_in_words(loaded("valacdos.txt", changed_on=None), today=date(2036, 1, 1)) == [
        "Banks’ list of checks: valacdos.txt, its name tells no version, 22 rows."
    ]


def test_an_old_list_is_said_to_be_old():
    assert loaded_in_words(loaded("valacdos-v8-50.txt"), today=date(2026, 12, 1)) == [
        "Banks’ list of checks: valacdos-v8-50.txt, version 8.50, last changed on 1 May 2026, 22 rows.",
        "This list is more than 6 months old. Banks may have changed since: download the newest one.",
    ]


def test_what_is_missing_is_said_only_where_it_matters():
    without = load_weights(WEIGHTS)
    assert what_is_missing(exceptions=(5,), table=TABLE) == []
    assert what_is_missing(exceptions=(), table=without) == []
    assert "scsubtab.txt" in what_is_missing(exceptions=(5,), table=without)[0]
    assert "valacdos.txt" in what_is_missing(exceptions=(), table=WeightTable())[0]
