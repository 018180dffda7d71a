"""The financial assessment for care outside a care home: what a person pays towards it each week.

Source: Care and Support (Charging and Assessment of Resources) Regulations 2014 (SI 2014/2672).
"""

from __future__ import annotations

from dataclasses import dataclass

from ownway.rules.arithmetic import least, most
from ownway.rules.finance_problems import problems
from ownway.rules.finances import Finances, LocalPolicy
from ownway.rules.incomes import counted_income
from ownway.rules.kept_costs import disability_costs, housing_costs
from ownway.rules.minimum_income import guarantee
from ownway.rules.parameters import Figures
from ownway.rules.refusals import refuse_if_wrong
from ownway.rules.savings import assessed_capital, limits, tariff_income
from ownway.rules.steps import BASIS_POINTS, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import (
    PENNY_DOWN,
    add_up,
    at_least,
    capped,
    choose,
    given,
    is_more_than,
    part_of,
    reaches,
    smaller_of,
    take_away,
)

LAW = "SI 2014/2672"
_ALL_OF_IT = 10_000


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a person pays a week and all that it was worked out from, each a Step in pence a week (`capital` in pence).

    `above_upper_limit` is yes or no: when yes, the person pays the full cost.
    """

    contribution: Step
    income: Step
    capital: Step
    above_upper_limit: Step
    tariff: Step
    housing: Step
    disability_costs: Step
    guarantee: Step
    left_to_pay_from: Step


@dataclass(frozen=True, slots=True)
class Assessment:
    """The most a person can be asked to pay a week, before the cost of their support is known.

    When `pays_full_cost` is yes, `most_weekly` is not used: they pay what it costs.
    """

    most_weekly: Step
    pays_full_cost: Step
    income: Step
    capital: Step
    tariff: Step
    housing: Step
    disability_costs: Step
    guarantee: Step
    left_to_pay_from: Step


def assess(*, finances: Finances, policy: LocalPolicy, figures: Figures) -> Assessment:
    """The financial assessment by itself. Raises BadInput, FigureNotKnown or FigureNotConfirmed."""
    refuse_if_wrong(problems(finances, policy))
    capital, limit = assessed_capital(finances), limits(policy, figures)
    above = is_more_than("Savings are above the upper limit", capital, limit.upper, law=f"{LAW} reg 12")
    tariff = tariff_income(capital=capital, limits=limit)
    income = counted_income(finances, policy)
    housing = housing_costs(finances, policy)
    disability = disability_costs(finances, policy)
    keeps = _guarantee_unless(above, finances=finances, policy=policy, figures=figures)
    left = at_least(
        "Left to pay from",
        take_away(
            "Income less what is kept",
            add_up("Income with what savings are taken to bring", income, tariff),
            housing,
            disability,
            keeps,
        ),
        law=f"{LAW} reg 7",
    )
    return Assessment(
        most_weekly=_taken(left, policy),
        pays_full_cost=above,
        income=income,
        capital=capital,
        tariff=tariff,
        housing=housing,
        disability_costs=disability,
        guarantee=keeps,
        left_to_pay_from=left,
    )


def contribution(*, finances: Finances, policy: LocalPolicy, cost_weekly: Step, figures: Figures) -> Contribution:
    """The weekly contribution towards support that costs `cost_weekly`: never more than it costs, never below nothing.

    Raises BadInput, FigureNotKnown or FigureNotConfirmed.
    """
    assessed = assess(finances=finances, policy=policy, figures=figures)
    return Contribution(
        contribution=choose(
            "What you pay",
            assessed.pays_full_cost,
            yes=cost_weekly,
            no=smaller_of("What you pay, no more than it costs", assessed.most_weekly, cost_weekly),
            law="Care Act 2014 s.14",
        ),
        income=assessed.income,
        capital=assessed.capital,
        above_upper_limit=assessed.pays_full_cost,
        tariff=assessed.tariff,
        housing=assessed.housing,
        disability_costs=assessed.disability_costs,
        guarantee=assessed.guarantee,
        left_to_pay_from=assessed.left_to_pay_from,
    )


def _guarantee_unless(above: Step, *, finances: Finances, policy: LocalPolicy, figures: Figures) -> Step:
    """The guarantee; above the upper limit the assessment stops, so its figures need not be known."""
    none = given("No guarantee is worked out above the upper limit", 0, PENCE_WEEKLY, law=f"{LAW} reg 12")
    if least(above.value) == 1:
        return none
    keeps = guarantee(household=finances.household, policy=policy, figures=figures)
    if most(above.value) == 0:
        return keeps
    return choose("Minimum income guarantee, up to the upper limit", above, yes=none, no=keeps)


def _taken(left: Step, policy: LocalPolicy) -> Step:
    """The council's own policy: how much of what is left it takes, the most it takes, and what is too little to take."""
    taken = left
    if policy.percent_taken != _ALL_OF_IT:
        rate = _policy("The council takes", policy.percent_taken, BASIS_POINTS)
        taken = part_of("The part that the council takes", left, rate, rounding=PENNY_DOWN)
    if policy.most_weekly_pence is not None:
        most = _policy("The most the council charges", policy.most_weekly_pence, PENCE_WEEKLY)
        taken = capped("No more than the council’s highest charge", taken, at=most)
    if policy.least_weekly_pence:
        least = _policy("The least the council charges", policy.least_weekly_pence, PENCE_WEEKLY)
        enough = reaches("It is enough to be charged", taken, least)
        taken = choose("Charged", enough, yes=taken, no=given("Too little to charge", 0, PENCE_WEEKLY))
    return taken


def _policy(label: str, value: int, unit: str) -> Step:
    return given(label, value, unit, source="the council’s charging policy")
