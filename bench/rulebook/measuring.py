"""Each way in a process of its own, all taking turns, so that what slows the machine slows them all alike."""

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from toolbox.shell import ROOT

from bench.rulebook.ways import WAYS

ROUNDS = 7


@dataclass(frozen=True)
class Memory:
    """Bytes taken at most beyond the inputs, and how many of them are the answers."""

    extra_bytes: int
    answer_bytes: int

    @property
    def between_bytes(self):
        """What was taken beyond both."""
        return self.extra_bytes - self.answer_bytes


@dataclass(frozen=True)
class Measured:
    """What was found of one way: rows done, seconds of each round, memory taken, and its answers in pence."""

    rows: int
    seconds: tuple
    memory: Memory
    answers: np.ndarray

    @property
    def median(self):
        """Seconds of a usual run."""
        return statistics.median(self.seconds)

    @property
    def rows_a_second(self):
        """Of a usual run."""
        return self.rows / self.median


class Worker:
    """A process that works when it is told to."""

    def __init__(self, way, *, folder, rows, python):
        self.way, self.rows = way, min(rows, way.sample or rows)
        self.process = subprocess.Popen(
            [str(python), "-m", "bench.rulebook.worker", way.where, str(folder), str(self.rows), str(way.threads)],
            cwd=ROOT,
            env=_environment(way),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.memory = Memory(**self._heard())

    def run(self):
        """Seconds of one run."""
        return self._told("run")["seconds"]

    def answers(self, folder):
        """The answers in pence: three rows, a column for each person."""
        file = Path(folder) / f"answers-{self.way.key}.npy"
        self._told(f"keep {file}")
        return np.load(file)

    def end(self):
        """Let it go."""
        self.process.stdin.close()
        self.process.wait()

    def _told(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self._heard()

    def _heard(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.way.name} stopped with code {self.process.wait()}.")
        return json.loads(line)


def measure(*, folder, rows, peers):
    """What was found, by way. `peers` is the Python of the peers' environment."""
    workers = [Worker(way, folder=folder, rows=rows, python=_python(way, peers)) for way in WAYS]
    say(f"{len(workers)} ways are ready; {ROUNDS} rounds")
    taken = {worker: [] for worker in workers}
    for _ in range(ROUNDS):
        for worker in workers:
            taken[worker].append(worker.run())
    found = {
        worker.way: Measured(worker.rows, tuple(taken[worker]), worker.memory, worker.answers(folder))
        for worker in workers
    }
    for worker in workers:
        worker.end()
    return found


def memory_for(ways, *, folder, rows, peers):
    """The memory that each takes for so many people."""
    taken = {}
    for way in ways:
        worker = Worker(way, folder=folder, rows=rows, python=_python(way, peers))
        taken[way] = worker.memory
        worker.end()
    return taken


def say(words):
    """Beside the table, which goes to standard output."""
    sys.stderr.write(f"  {words}\n")


def _python(way, peers):
    return peers if way.is_openfisca else sys.executable


def _environment(way):
    threads = str(way.threads)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    path = str(ROOT) if way.is_openfisca else f"{ROOT}{os.pathsep}{ROOT / 'src'}"
    limits = dict.fromkeys(
        ("POLARS_MAX_THREADS", "NUMBA_NUM_THREADS", "OMP_NUM_THREADS", "NUMEXPR_NUM_THREADS"), threads
    )
    return kept | limits | {"PYTHONPATH": path}
