"""What the bench measures is what it says: the same lines in every format, read by us to the penny."""

import pytest
from bench.formats import files, ours
from bench.formats.limits import ASKED, limits
from bench.formats.measuring import Measured
from bench.formats.ways import CSV, LINES, TABLES, Way

from ownway.formats.statements import read_statement

FEW = 200


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("benched")
    files.write_all(made, files.moved(FEW))
    return made


@pytest.mark.parametrize("ending", ["ofx", "sta", "xml", "csv"])
def test_every_format_holds_the_same_lines(folder, ending):
    path = folder / f"{FEW}.{ending}"
    assert ours.statement(path)() == (FEW, files.total(files.moved(FEW)))
    statement = read_statement(path.read_bytes(), name=path.name)
    assert (statement.outcome, statement.reconciles is not False) == ("whole", True)
    assert [(line.on, line.pence) for line in statement.lines] == [(one.on, one.pence) for one in files.moved(FEW)]


def test_payments_are_written_for_every_one(tmp_path):
    assert ours.payments(tmp_path / "200.payments")() == (200, sum(10_000 + number % 500 for number in range(200)))


def measured(way, *, seconds, count=LINES, total=None, taken=0):
    return Measured(way, LINES, count, total, [seconds], [taken])


def held(**ours):
    mine, bare, beancount, hledger = CSV
    found = {
        mine: measured(mine, **({"seconds": 1.0, "total": 7} | ours)),
        bare: measured(bare, seconds=0.5),
        beancount: measured(beancount, seconds=6.0),
        hledger: measured(hledger, seconds=5.0),
    }
    return [one.holds for one in limits("CSV", found, more_bytes=4_000_000, total=7)]


def test_each_limit_breaks_by_itself():
    assert held() == [True, True, True, True, True]
    assert held(total=8) == [False, True, True, True, True]
    assert held(count=LINES - 1) == [False, True, True, True, True]
    assert held(seconds=1.01) == [True, False, True, True, True]
    assert held(seconds=1.21) == [True, False, False, True, True]
    assert held(seconds=1.51) == [True, False, False, False, True]
    assert held(taken=-1) == [True, True, True, True, False]


def test_a_peer_that_is_not_there_is_not_held_against():
    mine, bare, *_ = CSV
    found = {mine: measured(mine, seconds=1.0, total=7), bare: measured(bare, seconds=0.5)}
    assert [one.holds for one in limits("CSV", found, more_bytes=0, total=7)] == [True, True, True]


def test_every_table_has_limits_and_one_way_of_ours():
    assert TABLES.keys() == ASKED.keys()
    assert all(sum(way.in_our_environment for way in ways) == 1 for ways in TABLES.values())
    assert all(isinstance(way, Way) for ways in TABLES.values() for way in ways)
