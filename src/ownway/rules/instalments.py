"""Giving money back little by little: never out of what a person needs, from the account or from their own money.

Source: the statutory guidance asks councils to consider hardship (chapter 12, as recalled: not read). The floors are the
council's policy for money in the account, and the minimum income guarantee (SI 2014/2672 reg 7) for a person's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules import steps as units
from ownway.rules.finance_problems import problems
from ownway.rules.finances import Finances, LocalPolicy
from ownway.rules.incomes import counted_income
from ownway.rules.kept_costs import disability_costs, housing_costs
from ownway.rules.minimum_income import guarantee
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.steps import Step
from ownway.rules.surplus import (
    Amount,
    SurplusPolicy,
    amount_problems,
    below_nothing,
    how_many_instalments,
    instalment_at_most,
    policy_problems,
    together,
    weeks_of_money,
)
from ownway.rules.vocabulary import add_up, at_least, for_each, given, smaller_of, take_away

_TO_START_WITH = SurplusPolicy()
_NOTHING_OF_ITS_OWN = LocalPolicy()


@dataclass(frozen=True, slots=True)
class InstalmentInputs:
    """What one instalment is worked out from, on the day it is to be returned. Amounts in pence."""

    left_to_return_pence: int
    balance_pence: int
    payment_weekly_pence: int
    payment_pence: int
    to_pay: tuple[Amount, ...] = ()
    policy: SurplusPolicy = _TO_START_WITH


@dataclass(frozen=True, slots=True)
class OwnMoneyInputs:
    """What a person can spare of their own money, as in their financial assessment.

    `buffer_weekly_pence` is what the council leaves above the guarantee; `weeks` how many weeks lie between two
    instalments; `contribution_weekly_pence` what the person already pays towards their support.
    """

    left_to_return_pence: int
    finances: Finances
    contribution_weekly_pence: int
    buffer_weekly_pence: int
    weeks: int
    policy: LocalPolicy = _NOTHING_OF_ITS_OWN


@dataclass(frozen=True, slots=True)
class OwnMoneyInstalment:
    """What is always kept and what can be spared (pence a week), one instalment (pence), and how many it takes.

    No instalment and none of them: nothing can be spared, and nothing may be asked.
    """

    kept: Step
    spare: Step
    instalment: Step
    instalments: Step


def next_instalment(inputs: InstalmentInputs) -> Step:
    """What the person can spare of what they agreed to return: an instalment never takes the money for care.

    The smallest of what is left to return, the largest instalment, and what the account holds above the bills to come
    and the weeks of money that always stay. When nothing can be spared, it is nothing, and the instalment waits.
    Unit: pence. Raises BadInput for amounts below nothing.
    """
    refuse_if_wrong(_problems(inputs))
    floor = weeks_of_money("Always stays", inputs.policy.floor_weeks, inputs.payment_weekly_pence)
    held = given("In the account", inputs.balance_pence, units.PENCE, source="the account")
    return smaller_of(
        "This instalment",
        given("Left to return", inputs.left_to_return_pence, units.PENCE, source="the agreed proposal"),
        instalment_at_most(inputs.payment_pence, inputs.policy),
        at_least("Can be spared", take_away("Above what stays", held, together("Bills to come", inputs.to_pay), floor)),
    )


def own_money_instalment(inputs: OwnMoneyInputs, *, figures: Figures) -> OwnMoneyInstalment:
    """What a person can give back out of their own income, leaving the guarantee and the buffer untouched.

    Only income that counts in the assessment is looked at, so what the law leaves to the person stays theirs; savings
    are not touched. Raises BadInput, and FigureNotKnown or FigureNotConfirmed for a figure of the guarantee.
    """
    refuse_if_wrong(_own_problems(inputs))
    money, policy = inputs.finances, inputs.policy
    kept = add_up(
        "Always kept",
        guarantee(household=money.household, policy=policy, figures=figures),
        _weekly("Left above the guarantee", inputs.buffer_weekly_pence, "the council’s policy"),
        housing_costs(money, policy),
        disability_costs(money, policy),
        _weekly("Paid towards support", inputs.contribution_weekly_pence, "the agreement"),
    )
    above = take_away("Income above what is kept", counted_income(money, policy), kept)
    spare = at_least("Can be spared a week", above)
    weeks = given("Weeks between two instalments", inputs.weeks, units.WEEKS, source="agreed with the person")
    spare_each = for_each("Can be spared each time", weeks, spare)
    left = given("Left to return", inputs.left_to_return_pence, units.PENCE, source="the agreed proposal")
    return OwnMoneyInstalment(
        kept=kept,
        spare=spare,
        instalment=smaller_of("This instalment", left, spare_each),
        instalments=how_many_instalments(left, spare_each),
    )


def _weekly(label: str, pence: int, source: str) -> Step:
    return given(label, pence, units.PENCE_WEEKLY, source=source)


def _problems(inputs: InstalmentInputs) -> Iterator[InputProblem]:
    yield from below_nothing(inputs, "payment_weekly_pence", "payment_pence", "left_to_return_pence")
    yield from amount_problems(to_pay=inputs.to_pay)
    yield from policy_problems(inputs.policy)


def _own_problems(inputs: OwnMoneyInputs) -> Iterator[InputProblem]:
    yield from below_nothing(inputs, "left_to_return_pence", "contribution_weekly_pence", "buffer_weekly_pence")
    if not 1 <= inputs.weeks <= 52:
        yield InputProblem("weeks", "Give how many weeks lie between two instalments, from 1 to 52.")
    for one in problems(inputs.finances, inputs.policy):
        yield InputProblem(_within(one.field), one.sentence, one.asks)


def _within(field: str) -> str:
    """The field as it is named here, where finances are one group among others."""
    return field if field.startswith("policy.") else f"finances.{field}"
