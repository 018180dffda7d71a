"""Files that take long to read: two at a time in a process, so that the others of its threads still answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

MOST_AT_ONCE = 2
MOST_WAIT_SECONDS = 5.0
_turns = BoundedSemaphore(MOST_AT_ONCE)


class NoTurn(Exception):
    """As many as may be are being read, and none was done in time."""


@contextmanager
def take_a_turn() -> Iterator[None]:
    """Read a slow file inside this. Raises NoTurn after MOST_WAIT_SECONDS."""
    if not _turns.acquire(timeout=MOST_WAIT_SECONDS):
        raise NoTurn
    try:
        yield
    finally:
        _turns.release()
