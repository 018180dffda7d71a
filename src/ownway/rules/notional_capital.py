"""Savings given away to pay less: they still count, and are taken to be used up a little each week.

Source: SI 2014/2672 regs 22 and 23, of which the titles were read. As recalled: each week the amount falls by what the
person pays more because of it. Whether something was given away to pay less is a decision of people, with reasons.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ownway.rules.charging import contribution
from ownway.rules.finance_problems import problems
from ownway.rules.finances import GIVEN_AWAY, Capital, Finances, LocalPolicy
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.steps import PENCE, PENCE_WEEKLY, WEEKS, Step
from ownway.rules.vocabulary import at_least, for_each, given, take_away

LAW = "SI 2014/2672 reg 23"
MOST_WEEKS = 520
"""Ten years: finances change long before, and then the weeks are counted again from what is left."""
_NOTHING_OF_ITS_OWN = LocalPolicy()


@dataclass(frozen=True, slots=True)
class NotionalCapitalInputs:
    """What the council decided was given away (pence) and why; finances without it; and how many weeks went by."""

    given_away_pence: int
    reason: str
    finances: Finances
    cost_weekly_pence: int
    weeks: int = 1
    policy: LocalPolicy = _NOTHING_OF_ITS_OWN


@dataclass(frozen=True, slots=True)
class NotionalCapital:
    """What is left to count after the weeks (pence), and what the person pays with what is left, and without it."""

    left: Step
    pays_with: Step
    pays_without: Step


def diminished(inputs: NotionalCapitalInputs, figures: Figures) -> NotionalCapital:
    """What is left to count of savings given away, after so many weeks with the same finances.

    Raises BadInput, FigureNotKnown or FigureNotConfirmed.
    """
    refuse_if_wrong([*_problems(inputs), *problems(inputs.finances, inputs.policy)])
    cost = given("What the support costs", inputs.cost_weekly_pence, PENCE_WEEKLY, source="the plan")
    start = given("Given away to pay less", inputs.given_away_pence, PENCE, source=inputs.reason)
    without = _pays(inputs.finances, inputs, cost, figures)
    used: list[Step] = []
    left, with_it = start, _pays(_with(inputs.finances, start), inputs, cost, figures)
    for _ in range(inputs.weeks):
        used.append(_one_week(with_it, without))
        left = at_least("Left to count", take_away("Given away, less the weeks", start, *used), law=LAW)
        with_it = _pays(_with(inputs.finances, left), inputs, cost, figures)
    return NotionalCapital(left=left, pays_with=with_it, pays_without=without)


def _pays(finances: Finances, inputs: NotionalCapitalInputs, cost: Step, figures: Figures) -> Step:
    worked = contribution(finances=finances, policy=inputs.policy, cost_weekly=cost, figures=figures)
    return worked.contribution


def _with(finances: Finances, left: Step) -> Finances:
    counts = Capital("Given away to pay less", GIVEN_AWAY, left.value)
    return replace(finances, capital=(*finances.capital, counts))


def _one_week(with_it: Step, without: Step) -> Step:
    more = take_away("Pays more because of it", with_it, without)
    return for_each("Used up in the week", given("Week", 1, WEEKS), more, law=LAW)


def _problems(inputs: NotionalCapitalInputs) -> list[InputProblem]:
    found = [
        InputProblem(name, "This cannot be less than nothing.")
        for name in ("given_away_pence", "cost_weekly_pence")
        if getattr(inputs, name) < 0
    ]
    if not inputs.reason.strip():
        found.append(InputProblem("reason", "Say why the council decided that it was given away to pay less."))
    if not 0 <= inputs.weeks <= MOST_WEEKS:
        found.append(InputProblem("weeks", f"Give how many weeks went by, from 0 to {MOST_WEEKS}."))
    if any(one.kind == GIVEN_AWAY for one in inputs.finances.capital):
        found.append(
            InputProblem(
                "finances.capital", "Leave what was given away out of the savings: it is asked for on its own."
            )
        )
    return found
