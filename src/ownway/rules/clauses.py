"""What a law says, in our own plain words, with where it says so and how far that was read."""

from __future__ import annotations

from dataclasses import dataclass

from ownway.rules.parameters.dated import Standing

READ, REPORTED, RECALLED = Standing.READ.value, Standing.REPORTED.value, Standing.NOT_CONFIRMED.value


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that the law says: a short name, plain words, where it stands, and how far that was read.

    A clause whose standing is RECALLED is what somebody remembers: read the law before it is relied on.
    """

    name: str
    words: str
    law: str
    standing: str


def read(name: str, words: str, law: str) -> Clause:
    """A clause that was read in the law itself."""
    return Clause(name, words, law, READ)


def reported(name: str, words: str, law: str) -> Clause:
    """A clause that was read where others explain it."""
    return Clause(name, words, law, REPORTED)


def recalled(name: str, words: str, law: str) -> Clause:
    """A clause that nobody has read for this rulebook."""
    return Clause(name, words, law, RECALLED)
