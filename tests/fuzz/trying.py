"""One input to one reader, held to what every reader promises: no crash, no hang, bounded memory, an answer that adds up."""

import gc
import os
import random
import resource
import signal
import sys
import time
import traceback
import tracemalloc
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field

SECONDS_A_MEGABYTE = 1.0
FLOOR_SECONDS = 0.5
MEMORY_FLOOR = 100_000_000
MEMORY_A_BYTE = 100
STOP_AFTER = 10.0
"""A reader that is still at it after so many seconds of work is stopped, and that is a find."""


@dataclass(frozen=True)
class Reader:
    """A reader to try. `read` reads bytes and checks its own answer; `refusals` are what it may raise, and says so.

    `floor`: the seconds it may take however small the file, and `seconds_a_row` for each line of it, where a row costs
    the same however short it is; `tokens`: words of its format to put into files.
    """

    name: str
    read: Callable[[bytes], object]
    seeds: Callable[[], list[bytes]]
    tokens: tuple[bytes, ...] = ()
    refusals: tuple[type[Exception], ...] = ()
    floor: float = FLOOR_SECONDS
    seconds_a_row: float = 0.0


MEASURED_TAKES = 8
"""How many times as long a reader takes while its memory is measured, at most."""


class TooSlowError(BaseException):
    """Raised by the clock inside a reader; no reader catches it, as it is no Exception."""


@dataclass
class Find:
    """Something a reader must never do."""

    what: str
    data: bytes
    told: str = ""


@dataclass
class Score:
    """What became of a reader so far."""

    inputs: int = 0
    seconds: float = 0.0
    slowest_a_megabyte: float = 0.0
    slowest_small: float = 0.0
    most_memory: int = 0
    finds: dict[str, Find] = field(default_factory=dict)


def try_one(reader: Reader, data: bytes, score: Score) -> Find | None:
    """Read once. What is found is kept by its kind, the smallest of each. What Python holds is measured on every 16th."""
    measured = score.inputs % 16 == 0
    score.inputs += 1
    what, told, seconds, memory = run(reader, data, measured=measured)
    rows = data.count(b"\n") + data.count(b"\r")
    allowed = reader.floor + SECONDS_A_MEGABYTE * len(data) / 1_000_000 + reader.seconds_a_row * rows
    if not what and not measured and seconds > allowed:
        seconds = min(seconds, *(run(reader, data, measured=False)[2] for _ in range(2)))  # others use the machine too
        what = f"slow: {seconds:.1f} s for {len(data):,} bytes" if seconds > allowed else ""
    if not what and memory > MEMORY_FLOOR + MEMORY_A_BYTE * len(data):
        what = f"memory: {memory:,} bytes for {len(data):,}"
    if not measured:
        score.slowest_small = max(score.slowest_small, seconds if len(data) < 100_000 else 0.0)
        if len(data) >= 100_000:
            score.slowest_a_megabyte = max(score.slowest_a_megabyte, seconds * 1_000_000 / len(data))
    score.most_memory = max(score.most_memory, memory)
    if not what:
        return None
    find = Find(what, data, told)
    kind = what.partition(":")[0] + told[-300:]
    if kind not in score.finds or len(data) < len(score.finds[kind].data):
        score.finds[kind] = find
    return find


def run(reader: Reader, data: bytes, *, measured: bool) -> tuple[str, str, float, int]:
    """What went wrong ("" for nothing), how it is told, the seconds of work, and the most memory if measured."""
    what = told = ""
    if measured:
        gc.collect()
        tracemalloc.start()
    began, held = work(), most_held()
    try:
        with clock((reader.floor + STOP_AFTER) * (MEASURED_TAKES if measured else 1)):
            reader.read(data)
    except reader.refusals:
        pass
    except TooSlowError:
        what = f"hang: more than {STOP_AFTER + reader.floor:.0f} s for {len(data):,} bytes"
    except BaseException as error:  # the whole point: whatever it is, it is a find
        if isinstance(error, KeyboardInterrupt):
            raise
        what = f"{type(error).__name__}: {str(error)[:300]}"
        told = "".join(traceback.format_exception(error, limit=-4))
    seconds, memory = work() - began, most_held() - held
    if measured:
        memory = max(memory, tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    return what, told, seconds, memory


def work() -> float:
    """The processor time of this process and of those it started and waited for: a busy machine does not change it."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def most_held() -> int:
    """The most memory, in bytes, that this process has held so far; what libraries in C take counts too."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1_024)


@contextmanager
def clock(seconds: float):
    """Raises TooSlowError after so many seconds of this process's own work."""

    def stop(number, frame):
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def bind_memory(most: int) -> None:
    """No reader may take more than this at once: beyond it the system refuses, and the reader raises MemoryError."""
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def make_smaller(reader: Reader, find: Find, *, seconds: float, chance: random.Random) -> Find:
    """The find with all bytes taken out that it does not need, as far as that comes in the time."""
    kind = find.what.partition(":")[0]
    if kind in ("slow", "hang", "memory"):
        return find
    until = time.monotonic() + seconds
    size = max(1, len(find.data) // 2)
    while size and time.monotonic() < until:
        at = 0
        while at < len(find.data) and time.monotonic() < until:
            data = find.data[:at] + find.data[at + size :]
            what, told, _, _ = run(reader, data, measured=False)
            if what.partition(":")[0] == kind:
                find = Find(what, data, told)
            else:
                at += size
        size //= 2
    return find
