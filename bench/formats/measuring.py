"""All ways of a format take turns, each in a process of its own."""

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass, field

from toolbox.shell import ROOT

from bench.formats.ways import FEW, MORE

ROUNDS = 3


@dataclass
class Measured:
    """What was found of one way: lines, their sum in pence where it is told, and of each round seconds and bytes."""

    way: object
    size: int
    count: int = 0
    total: int | None = None
    seconds: list = field(default_factory=list)
    bytes: list = field(default_factory=list)

    @property
    def a_second(self):
        """Lines a second, of a usual round."""
        return self.size / statistics.median(self.seconds)

    @property
    def most_bytes(self):
        """The most memory that any round took."""
        return max(self.bytes)


class Worker:
    """A process that works when it is told to."""

    def __init__(self, way, *, folder, size, python):
        self.found = Measured(way, size)
        path = f"bench.formats.worker {way.where} {folder}/{size}.{way.ending} {folder}/{FEW}.{way.ending}"
        self.process = subprocess.Popen(
            [str(python), "-m", *path.split(" ")],
            cwd=ROOT,
            env=_environment(way),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.is_missing = self._heard()["missing"]

    def run(self):
        """One run, kept."""
        self.process.stdin.write("run\n")
        self.process.stdin.flush()
        heard = self._heard()
        self.found.seconds.append(heard["seconds"])
        self.found.bytes.append(heard["bytes"])
        self.found.count, self.found.total = heard["count"], heard["total"]

    def end(self):
        """Let it go."""
        self.process.stdin.close()
        self.process.wait()

    def _heard(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.found.way.name} stopped with code {self.process.wait()}.")
        return json.loads(line)


def measure(ways, *, folder, peers):
    """What was found by way; ways that are not installed are left out."""
    workers = [Worker(way, folder=folder, size=way.sample, python=_python(way, peers)) for way in ways]
    there = [worker for worker in workers if not worker.is_missing]
    for _ in range(ROUNDS):
        for worker in there:
            worker.run()
    for worker in workers:
        worker.end()
    return {worker.found.way: worker.found for worker in there}


def memory_of_more(way, *, folder, peers):
    """The memory that ours takes for four times the lines."""
    worker = Worker(way, folder=folder, size=MORE, python=_python(way, peers))
    worker.run()
    worker.end()
    return worker.found.most_bytes


def _python(way, peers):
    return sys.executable if way.in_our_environment else peers


def _environment(way):
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    path = f"{ROOT}{os.pathsep}{ROOT / 'src'}" if way.in_our_environment else str(ROOT)
    return kept | {"PYTHONPATH": path}
