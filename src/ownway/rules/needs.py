"""How much help somebody needs in each of the ten areas of daily life, and how much of it family and friends give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

AREAS: Mapping[str, str] = {
    "nutrition": "Eating and drinking well",
    "hygiene": "Keeping clean",
    "toilet": "Using the toilet",
    "clothing": "Being dressed for the day",
    "home_safely": "Moving about safely at home",
    "home_care": "Looking after your home",
    "relationships": "Family and friends",
    "work_learning": "Work, learning and volunteering",
    "community": "Getting out and using local places",
    "caring": "Looking after a child",
}
"""The ten areas of the eligibility rules (SI 2015/313 reg 2), in plain words."""

NONE, SOME, MUCH, WHOLE = "none", "some", "much", "whole"
LEVELS: Mapping[str, str] = {
    NONE: "no help needed",
    SOME: "some help, some of the time",
    MUCH: "a lot of help",
    WHOLE: "help with all of it",
}
"""How much help is needed, from none up to all of it."""

MOST, ALL = "most", "all"
INFORMAL: Mapping[str, str] = {NONE: "none of it", SOME: "some of it", MOST: "most of it", ALL: "all of it"}
"""How much of that help family and friends give, and are willing and able to go on giving.

Source: Care Act 2014 s.18(7), as recalled: not read.
"""


@dataclass(frozen=True, slots=True)
class Need:
    """The answer for one area: how much help is needed whoever gives it, and how much of it is given informally."""

    area: str
    level: str
    informal: str = NONE
