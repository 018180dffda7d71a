"""One way in a process of its own: it gets ready, says the memory it took, then works whenever it is told to.

python -m bench.rulebook.worker WHERE FOLDER ROWS THREADS. Of each line that it reads, "run" is answered with the seconds
of one run and "keep FILE" by writing the answers, in pence; the end of the lines ends it.
"""

import json
import os
import sys
import time
from importlib import import_module

import numpy as np

from bench.memory import forget_peak, most_memory
from bench.rulebook.inputs import read

FEW = 1_000


def main(where, folder, rows, threads):
    """Answer the lines of standard input."""
    module, function = where.split(":")
    prepare = getattr(import_module(f"bench.rulebook.{module}"), function)
    inputs = read(folder, int(rows))
    prepare(inputs.first(FEW), int(threads))()  # so that compiling and importing are over
    run = prepare(inputs, int(threads))
    taken, answers = extra_memory(run)
    say({"extra_bytes": taken, "answer_bytes": answers})
    for line in sys.stdin:
        what, *words = line.split()
        if what == "run":
            say({"seconds": seconds(run)})
        else:
            np.save(words[0], np.array([in_pence(one) for one in run()]))
            say({})


def pin(threads):
    """Keep this process and all its threads to so many processors, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def extra_memory(run):
    """How many bytes more than before were taken at most while it ran, and how many of them the answers are."""
    before = forget_peak()
    answers = run()
    return most_memory() - before, sum(getattr(one, "nbytes", 0) for one in answers)


def seconds(run):
    """How long one run takes, with the answers given back afterwards."""
    begun = time.perf_counter()
    answers = run()
    taken = time.perf_counter() - begun
    del answers
    return taken


def in_pence(values):
    """Whole pence; pounds, which are floats, to the nearest penny."""
    values = np.asarray(values)
    return np.rint(values * 100.0).astype(np.int64) if values.dtype.kind == "f" else values.astype(np.int64)


def say(what):
    """One line of JSON."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    pin(int(sys.argv[4]))
    main(*sys.argv[1:])
