"""Nights: does the law count the whole night for the minimum wage, or only the time awake for working?

Source: SI 2015/621 reg 32, and the Supreme Court in Royal Mencap Society v Tomlinson-Blake (2021). Standing: recalled,
not read. Ask for advice before you rely on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ownway.rules.employing import SLEEP_IN, WAKING_NIGHT

LAW = "SI 2015/621 reg 32; Royal Mencap Society v Tomlinson-Blake [2021] UKSC 8"
STANDING = "recalled: not read"


@dataclass(frozen=True, slots=True)
class NightQuestion:
    """What was agreed about the night: may the assistant sleep, in a place for it, and must they keep watch?"""

    expected_to_sleep: bool
    place_to_sleep: bool = True
    must_stay_alert: bool = False


@dataclass(frozen=True, slots=True)
class NightAnswer:
    """Which kind of night it is (a day kind of employing.py), whether all of it counts, and why in plain words."""

    day_kind: str
    all_counts: bool
    sentence: str
    law: str = LAW
    standing: str = STANDING


def which_night(asked: NightQuestion) -> NightAnswer:
    """A sleep-in, of which only time awake for working counts, or a waking night, which counts in full."""
    if asked.expected_to_sleep and asked.place_to_sleep and not asked.must_stay_alert:
        return NightAnswer(
            SLEEP_IN,
            all_counts=False,
            sentence="This is a sleep-in. Only the time when your assistant is awake and working counts for the"
            " minimum wage. You can agree one sum for the night, as long as all the pay is enough for that time."
            " Write down when they were up.",
        )
    if not asked.expected_to_sleep:
        why = "Your assistant is at work all night and is not expected to sleep."
    elif not asked.place_to_sleep:
        why = "Your assistant has no proper place to sleep."
    else:
        why = "Your assistant must keep listening and watching, even if they may doze."
    return NightAnswer(
        WAKING_NIGHT, all_counts=True, sentence=f"{why} So every hour of the night counts for the minimum wage."
    )
