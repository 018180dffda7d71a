"""The limits of the rulebook's bench: what holds, what is broken, and how each is judged."""

from dataclasses import replace

import numpy as np
import pytest
from bench.rulebook import inputs, ways
from bench.rulebook.comparing import worst, wrong
from bench.rulebook.limits import Report, broken
from bench.rulebook.measuring import Measured, Memory
from bench.rulebook.table import print_table
from bench.rulebook.worker import extra_memory, in_pence

MEGABYTE = 1_000_000
ROWS = 100
PENCE = np.array([[20_000] * ROWS, [1_500] * ROWS, [18_500] * ROWS])
# Rows a second, in the same order of size as were once seen.
FAST = {
    ways.NUMPY: 12e6,
    ways.COMPILED: 15e6,
    ways.COMPILED_2: 30e6,
    ways.HAND: 20e6,
    ways.HAND_2: 40e6,
    ways.POLARS: 10e6,
    ways.POLARS_2: 20e6,
    ways.OPENFISCA_POUNDS: 4e6,
    ways.OPENFISCA_PENCE: 4e6,
    ways.PLAIN: 0.2e6,
    ways.ONE: 20_000,
    ways.EXPLAINED: 25_000,
    ways.OPENFISCA_ONE: 500,
    ways.DECIMAL: 30_000,
}
LIGHT, HEAVY = Memory(26 * MEGABYTE, 24 * MEGABYTE), Memory(172 * MEGABYTE, 12 * MEGABYTE)


def measured(way, *, rows_a_second):
    memory = HEAVY if way.is_openfisca else LIGHT
    return Measured(ROWS, (ROWS / rows_a_second,) * 5, memory, PENCE)


@pytest.fixture
def report():
    found = {way: measured(way, rows_a_second=speed) for way, speed in FAST.items()}
    fewer = dict.fromkeys((ways.NUMPY, ways.COMPILED), Memory(8 * MEGABYTE, 6 * MEGABYTE))
    return Report(found, PENCE, ROWS // 4, fewer, (143, 167))


def changed(report, way, **what):
    return replace(report, found={**report.found, way: replace(report.found[way], **what)})


def slower(report, way, *, rows_a_second):
    return changed(report, way, seconds=(ROWS / rows_a_second,) * 5)


def a_penny_out(place):
    other = PENCE.copy()
    other[1, place] += 1
    return other


def test_every_way_has_its_figures(report):
    assert set(report.found) == set(ways.WAYS)
    assert broken(report) == []


def test_a_penny_of_ours_that_is_wrong_breaks_it(report):
    assert broken(changed(report, ways.COMPILED, answers=a_penny_out(7))) == [
        "Not held: Ownway, compiled: 0 rows wrong. Found: 2."  # beside the reference, and beside the other reading
    ]


def test_a_peer_that_works_out_something_else_is_no_measure(report):
    (sentence,) = broken(changed(report, ways.POLARS, answers=a_penny_out(7)))
    assert sentence == "Not held: polars, lazy: the same pennies as ours. Found: 1."


def test_openfisca_in_pounds_may_be_wrong(report):
    assert broken(changed(report, ways.OPENFISCA_POUNDS, answers=a_penny_out(7))) == []


@pytest.mark.parametrize(
    ("way", "enough", "too_slow"),
    [
        (ways.NUMPY, 12e6, 11.9e6),  # 3 × 4 million
        (ways.COMPILED_2, 24e6, 23.9e6),  # 6 × 4 million, and more than half of 40
        (ways.COMPILED, 10e6, 9.9e6),  # half of 20 million
        (ways.EXPLAINED, 20_000, 19_900),  # 40 × 500
    ],
)
def test_a_ratio_is_held_as_it_is(report, way, enough, too_slow):
    assert broken(slower(report, way, rows_a_second=enough)) == []
    assert len(broken(slower(report, way, rows_a_second=too_slow))) == 1


def test_as_fast_as_polars_is_read_with_the_noise_of_the_machine(report):
    quick = slower(report, ways.POLARS, rows_a_second=15e6 * 1.29)
    assert broken(quick) == []
    (sentence,) = broken(slower(report, ways.POLARS, rows_a_second=15e6 * 1.31))
    assert "Ownway, compiled: as fast as polars, lazy" in sentence


def test_one_bad_round_decides_nothing(report):
    usual = ROWS / 12e6
    assert broken(changed(report, ways.NUMPY, seconds=(usual, usual, 9.0, usual, usual))) == []


def test_more_than_a_tenth_of_openfiscas_memory_breaks_it(report):
    """OpenFisca takes 172 − 12 = 160 MB between inputs and answers; 16 are allowed, and 18 came with the people."""
    (tenth, grown) = broken(changed(report, ways.NUMPY, memory=Memory(44 * MEGABYTE, 24 * MEGABYTE)))
    assert "a tenth of the memory of OpenFisca, int pence. Found: 0.125." in tenth
    assert "no more of it for 100 people than for 25. Found: +18.0 MB." in grown


def test_the_table_says_it_all(report, capsys):
    print_table(changed(report, ways.OPENFISCA_POUNDS, answers=a_penny_out(7)))
    said = capsys.readouterr().out
    assert all(way.name in said for way in ways.WAYS)
    assert "One person with all the working: 40 µs lifted out of a cohort, 50 µs by themselves;" in said
    assert "OpenFisca without its trace 2,000 µs." in said
    assert "143 lines of working" in said
    assert "BROKEN" not in said


def test_rows_that_differ_are_counted_once():
    other = a_penny_out(7)
    other[0, 7] += 90
    assert (wrong(other, PENCE), worst(other, PENCE)) == (1, 90)
    assert wrong(other[:, :7], PENCE) == 0  # only those that both have


def test_pounds_become_whole_pence():
    assert in_pence(np.array([0.29, 10.075 * 2, 19.99], dtype=np.float32)).tolist() == [29, 2_015, 1_999]
    assert in_pence([3, 4]).tolist() == [3, 4]


def test_memory_is_counted_while_it_works():
    def work():
        big = np.ones(8 * MEGABYTE)
        return (big[:1_000].copy(),)

    extra, answers = extra_memory(work)
    assert 60 * MEGABYTE < extra < 80 * MEGABYTE
    assert answers == 8_000


def test_inputs_are_read_as_they_were_written(tmp_path):
    made = inputs.Inputs({"rent": np.arange(9), "savings": np.arange(9) * 100}, inputs.SimpleNamespace(step=25_000))
    inputs.write(tmp_path, made)
    there = inputs.read(tmp_path, 4)
    assert len(there) == 4
    assert there.columns["savings"].tolist() == [0, 100, 200, 300]
    assert there.law.step == 25_000
