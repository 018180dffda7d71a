"""The limits that the rulebook is held to beside its peers, each measured in the same run on the same people.

Speed is judged by the middle one of the ratios of each round, in which all ways took turns. A ratio that is asked for is
held as it is. Only “at least as fast as polars” is read with the noise of a shared machine: NOISE slower is the same.
"""

import statistics
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bench.rulebook import ways
from bench.rulebook.comparing import wrong

NOISE = 1.3
MEGABYTE = 1_000_000
MAY_GROW = 4 * MEGABYTE
"""What the allocator and the system add or leave out by themselves."""
OURS = (ways.NUMPY, ways.COMPILED, ways.COMPILED_2, ways.ONE, ways.EXPLAINED)
WEIGHED = (ways.NUMPY, ways.COMPILED)
EXACT_PEERS = (ways.HAND, ways.HAND_2, ways.POLARS, ways.POLARS_2, ways.OPENFISCA_PENCE, ways.PLAIN, ways.OPENFISCA_ONE)


@dataclass(frozen=True)
class Report:
    """What one run found by way, the reference's answers, and by way the memory taken for `fewer` people.

    `lines`: how many lines the working of one person has, of the three answers and of all that the rule answers.
    """

    found: dict
    reference: np.ndarray
    fewer: int
    memory_of_fewer: dict
    lines: tuple

    @property
    def rows(self):
        """All the people."""
        return self.found[ways.NUMPY].rows


@dataclass(frozen=True)
class Limit:
    """One promise, what was found, and whether it holds."""

    says: str
    found: str
    holds: bool


def broken(report: Report) -> list[str]:
    """A sentence for each limit that is broken."""
    return [f"Not held: {one.says}. Found: {one.found}." for one in limits(report) if not one.holds]


def limits(report: Report) -> Iterator[Limit]:
    """All of them, in the order of the table."""
    yield from pennies(report)
    yield from speed(report)
    yield from memory(report)


def pennies(report):
    """No row is wrong; and the peers that are exact work out the same thing."""
    found = report.found
    for way in OURS:
        rows = wrong(found[way].answers, report.reference) + wrong(found[way].answers, found[ways.NUMPY].answers)
        yield Limit(f"{_called(way)}: 0 rows wrong", f"{rows:,}", rows == 0)
    for way in EXACT_PEERS:
        rows = wrong(found[way].answers, found[ways.NUMPY].answers)
        yield Limit(f"{_called(way)}: the same pennies as ours", f"{rows:,}", rows == 0)


def speed(report):
    """How many times as fast as another."""
    for ours, theirs, least in (
        (ways.NUMPY, ways.OPENFISCA_PENCE, 3.0),
        (ways.COMPILED_2, ways.OPENFISCA_PENCE, 6.0),
        (ways.EXPLAINED, ways.OPENFISCA_ONE, 40.0),
        (ways.COMPILED, ways.HAND, 1 / 2),
        (ways.COMPILED_2, ways.HAND_2, 1 / 2),
    ):
        times = ratio(report, ours, theirs)
        says = f"{_called(ours)}: at least {least:g} × {_called(theirs)}"
        yield Limit(says, f"{times:.2f} ×", times >= least)
    for ours, theirs in ((ways.COMPILED, ways.POLARS), (ways.COMPILED_2, ways.POLARS_2)):
        times = ratio(report, ours, theirs)
        says = f"{_called(ours)}: as fast as {_called(theirs)}, {NOISE} × slower being noise"
        yield Limit(says, f"{times:.2f} ×", times >= 1 / NOISE)


def memory(report):
    """What is taken between inputs and answers: a tenth of OpenFisca's, and no more for more people."""
    theirs = report.found[ways.OPENFISCA_PENCE].memory.between_bytes
    for way in WEIGHED:
        ours = report.found[way].memory.between_bytes
        says = f"{_called(way)}: beyond inputs and answers, a tenth of the memory of {_called(ways.OPENFISCA_PENCE)}"
        yield Limit(says, f"{ours / theirs:.3f}", ours <= theirs / 10)
        grown = ours - report.memory_of_fewer[way].between_bytes
        says = f"{_called(way)}: no more of it for {report.rows:,} people than for {report.fewer:,}"
        yield Limit(says, f"{grown / MEGABYTE:+.1f} MB", grown <= MAY_GROW)


def ratio(report, ours, theirs):
    """Our rows a second for one of theirs: the middle one of the rounds."""
    one, other = report.found[ours], report.found[theirs]
    pairs = zip(one.seconds, other.seconds, strict=True)
    return statistics.median((one.rows / mine) / (other.rows / yours) for mine, yours in pairs)


def _called(way):
    return f"{way.name} on {way.threads}" if way.threads > 1 else way.name
