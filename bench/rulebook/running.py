"""Make the people, measure every way, print the table, and fail when a limit is broken."""

import os
import tempfile

from toolbox.installing import make_peers

from bench.rulebook import inputs, measuring, ours, people, reference
from bench.rulebook.limits import WEIGHED, Report, broken
from bench.rulebook.table import print_table

PEOPLE, SEED = 1_000_000, 2_026


def main(numbers):
    """0 when every limit holds. The first number is how many people."""
    peers = make_peers("peers")
    rows = next(iter(numbers), PEOPLE)
    print(f"Load of this machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores. More than 0.5 is noise.\n")
    with tempfile.TemporaryDirectory() as folder:
        report = reported(folder, rows=rows, peers=peers)
    print_table(report)
    wrong = broken(report)
    print("\n".join(["", *wrong]) if wrong else "\nEvery limit holds.")
    return 1 if wrong else 0


def reported(folder, *, rows, peers):
    """All that is measured of so many people."""
    made = people.inputs_for(rows, seed=SEED)
    inputs.write(folder, made)
    fewer = rows // 4
    memory = measuring.memory_for(WEIGHED, folder=folder, rows=fewer, peers=peers)
    found = measuring.measure(folder=folder, rows=rows, peers=peers)
    measuring.say("the Decimal reference, for a minute")
    right = reference.answers(folder, rows)
    return Report(found, right, fewer, memory, ours.lines_of_working(made.first(1)))
