"""From the bytes of a PDF to its pages: words and rules with their places, read in a process that can be stopped."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ownway.formats.statements.amounts import UnreadableError

MOST_BYTES = 20_000_000
MOST_SECONDS = 60
"""How long to wait for the process, by the clock on the wall; it stops itself after 45 seconds of work (extracting.py)."""

_PROGRAM = Path(__file__).with_name("extracting.py")
_OTHERWISE = "You can ask your bank's website for the same statement as CSV or OFX."
_WHY = {
    "pages": f"This PDF has more than 200 pages. Please send a shorter period. {_OTHERWISE}",
    "words": f"This PDF has far more words than a bank statement. {_OTHERWISE}",
    "memory": f"This PDF needs more memory than a bank statement does. {_OTHERWISE}",
    "password": f"This PDF is locked with a password, so we cannot read it. Please save it without one. {_OTHERWISE}",
    "broken": f"This PDF is damaged, so we cannot read it. Please download it again. {_OTHERWISE}",
    "stopped": f"This PDF takes too long to read, so we stopped. Please send fewer months at a time. {_OTHERWISE}",
}


class Word(NamedTuple):
    """A word of a page and its place, in points from the top left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Rule(NamedTuple):
    """A straight line of a page: across (`top` and `bottom` are one) or down (`left` and `right` are one)."""

    across: bool
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, its words in no particular order, its rules, and how many pictures it has."""

    number: int
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    pictures: int


def read_pages(data: bytes) -> tuple[Page, ...]:
    """The pages of a PDF. Raises UnreadableError, with a plain reason, for one that cannot or may not be read."""
    pages: list[Page] = []
    for found in _run(data):
        if "page" in found:
            pages.append(as_page(found))
        elif "end" in found:
            return tuple(pages)
        else:
            raise UnreadableError(_WHY[found["refused"]])
    raise UnreadableError(_WHY["stopped"])


def _run(data: bytes) -> Iterator[dict[str, Any]]:
    """What the process wrote, as far as it came before it was stopped."""
    command = [sys.executable, "-I", str(_PROGRAM)]  # -I: nothing but its own file and the installed libraries
    try:
        done = subprocess.run(  # noqa: S603 - our own program, with no words of anybody's in the command
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return
    for line in done.stdout.splitlines(keepends=True):
        if line.endswith(b"\n"):
            yield json.loads(line)


def as_page(found: dict[str, Any]) -> Page:
    """A page as the process wrote it."""
    return Page(
        number=found["page"],
        words=tuple(Word(_clean(text), *places) for text, *places in found["words"]),
        rules=tuple(Rule(way == "h", *places) for way, *places in found["rules"]),
        pictures=found["pictures"],
    )


def _clean(text: str) -> str:
    """Text that can be kept anywhere: no zero bytes and no half characters, which damaged fonts give."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
