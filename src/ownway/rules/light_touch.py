"""When a council may work with less than a full financial assessment, and when the full cost is paid without one.

Source: SI 2014/2672 reg 10 (its title was read; when it may be used is reported by councils’ own pages). That a person
is asked, told and helped before they count as not saying is our own care for them, not in the law.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules.finances import LocalPolicy
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.savings import upper_limit
from ownway.rules.steps import PENCE, PENCE_WEEKLY, YES_NO, Step
from ownway.rules.vocabulary import given, is_more_than, reaches, relabelled, smaller_of

LAW = "SI 2014/2672 reg 10"
SAVINGS, SMALL_CHARGE, BENEFITS, DOES_NOT_SAY = "savings", "small charge", "benefits", "does not say"
GROUNDS = (SAVINGS, SMALL_CHARGE, BENEFITS, DOES_NOT_SAY)
_NOTHING_OF_ITS_OWN = LocalPolicy()


@dataclass(frozen=True, slots=True)
class LightTouchInputs:
    """Why a full assessment is not made (`ground`, one of GROUNDS), and what is known. Amounts in pence.

    `shown_by` is what shows it, in words. `small_weekly_pence` is what the council’s policy calls a small charge.
    The three last speak of a person who does not say: were they asked, told what follows, and helped to answer?
    """

    ground: str
    agrees: bool = False
    shown_by: str = ""
    can_go_on_paying: bool = False
    savings_pence: int = 0
    cost_weekly_pence: int = 0
    small_weekly_pence: int = 0
    policy: LocalPolicy = _NOTHING_OF_ITS_OWN
    was_asked: bool = False
    was_told: bool = False
    was_helped: bool = False


@dataclass(frozen=True, slots=True)
class LightTouch:
    """Whether it may be used (its parts are the reasons), and then what is paid; each yes or no."""

    may_be_used: Step
    pays_full_cost: Step
    pays_nothing: Step


def light_touch(inputs: LightTouchInputs, figures: Figures) -> LightTouch:
    """Whether a council may do without a full assessment. The person may always ask for one.

    Raises BadInput for a ground that is not one of GROUNDS, and for amounts below nothing.
    """
    refuse_if_wrong(_problems(inputs))
    may = smaller_of("No full assessment is needed", *_conditions(inputs, figures), law=LAW)
    no = given("Only after a full assessment", 0, YES_NO)
    return LightTouch(
        may_be_used=may,
        pays_full_cost=no if inputs.ground == BENEFITS else relabelled(may, "Pays the full cost"),
        pays_nothing=relabelled(may, "Pays nothing") if inputs.ground == BENEFITS else no,
    )


def _conditions(inputs: LightTouchInputs, figures: Figures) -> Iterator[Step]:
    if inputs.ground == DOES_NOT_SAY:
        yield _told("They were asked for what is missing", inputs.was_asked)
        yield _told("They were told what follows if they do not say", inputs.was_told)
        yield _told("They were helped to answer, or somebody speaks for them", inputs.was_helped)
        return
    yield _told("They agree, and know they can ask for a full assessment", inputs.agrees)
    yield _told("Something shows it", bool(inputs.shown_by.strip()), source=inputs.shown_by)
    if inputs.ground == BENEFITS:
        return
    yield _told("They can pay, and go on paying", inputs.can_go_on_paying)
    if inputs.ground == SAVINGS:
        savings = given("Savings", inputs.savings_pence, PENCE, source=inputs.shown_by)
        yield is_more_than("Savings are above the upper limit", savings, upper_limit(inputs.policy, figures))
    else:
        small = given("A small charge", inputs.small_weekly_pence, PENCE_WEEKLY, source="the council’s policy")
        cost = given("What the support costs", inputs.cost_weekly_pence, PENCE_WEEKLY, source="the plan")
        yield reaches("The charge is small", small, cost)


def _told(label: str, is_so: bool, *, source: str = "") -> Step:
    return given(label, int(is_so), YES_NO, source=source or "told by the worker")


def _problems(inputs: LightTouchInputs) -> Iterator[InputProblem]:
    if inputs.ground not in GROUNDS:
        yield InputProblem("ground", f"“{inputs.ground}” is not a reason we know. Choose one of: {', '.join(GROUNDS)}.")
    for name in ("savings_pence", "cost_weekly_pence", "small_weekly_pence"):
        if getattr(inputs, name) < 0:
            yield InputProblem(name, "This cannot be less than nothing.")
