"""The rules about charging that can be asked by name."""

from __future__ import annotations

from dataclasses import dataclass, fields

from ownway.rules import frequencies
from ownway.rules.answers import Answers, Rule
from ownway.rules.answers_employing import name_plan
from ownway.rules.charging import Assessment, Contribution, assess, contribution
from ownway.rules.finances import Finances, Household, LocalPolicy
from ownway.rules.gross_net import GrossNet, each_payment, gross_net
from ownway.rules.incomes import night_care_disregard, total_income
from ownway.rules.minimum_income import statutory_guarantee, uprated
from ownway.rules.parameters import Figures
from ownway.rules.plan_cost import cost
from ownway.rules.plans import Plan
from ownway.rules.savings import limits, tariff_income
from ownway.rules.steps import PENCE, PENCE_WEEKLY, YES_NO, Step
from ownway.rules.vocabulary import given, is_more_than, take_away

_NOTHING_OF_ITS_OWN = LocalPolicy()


@dataclass(frozen=True, slots=True)
class ContributionInputs:
    """A person's finances, the council's policy, and what the support costs a week."""

    finances: Finances
    cost_weekly_pence: int
    policy: LocalPolicy = _NOTHING_OF_ITS_OWN


@dataclass(frozen=True, slots=True)
class AssessmentInputs:
    """A person's finances and the council's policy, before the cost of their support is known."""

    finances: Finances
    policy: LocalPolicy = _NOTHING_OF_ITS_OWN


@dataclass(frozen=True, slots=True)
class FullCostInputs:
    """Why a person pays the full cost without an assessment of their money: in a few words, and as it was said."""

    why: str
    words: str


@dataclass(frozen=True, slots=True)
class OfferInputs:
    """Everything that an offer is worked out from."""

    plan: Plan
    finances: Finances
    policy: LocalPolicy = _NOTHING_OF_ITS_OWN


@dataclass(frozen=True, slots=True)
class SplitInputs:
    """A weekly budget and a weekly contribution, in pence, and how often the council pays."""

    budget_weekly_pence: int
    contribution_weekly_pence: int
    every: str = frequencies.WEEK


@dataclass(frozen=True, slots=True)
class CapitalInputs:
    """Capital that counts, in pence."""

    capital_pence: int
    policy: LocalPolicy = _NOTHING_OF_ITS_OWN


@dataclass(frozen=True, slots=True)
class UpratingInputs:
    """A weekly amount in pence and what it is raised to, in basis points."""

    amount_weekly_pence: int
    factor_basis_points: int


@dataclass(frozen=True, slots=True)
class NightCareInputs:
    """The two rates of a disability benefit in pence a week, and whether the council arranges night care."""

    rate_paid_pence: int
    lower_rate_pence: int
    council_arranges_night_care: bool


@dataclass(frozen=True, slots=True)
class YearlyInputs:
    """A weekly amount in pence, and how a year is counted."""

    amount_weekly_pence: int
    year: str = frequencies.WEEKS_52


def _contribution(asked: ContributionInputs, figures: Figures) -> Answers:
    costs = _money("What the support costs", asked.cost_weekly_pence)
    worked = contribution(finances=asked.finances, policy=asked.policy, cost_weekly=costs, figures=figures)
    return {
        **_named(worked),
        "total_income": total_income(asked.finances, asked.policy),
        "council_pays": take_away("What the council pays", costs, worked.contribution),
    }


def _assessment(asked: AssessmentInputs, figures: Figures) -> Answers:
    worked = assess(finances=asked.finances, policy=asked.policy, figures=figures)
    return {**_named(worked), "total_income": total_income(asked.finances, asked.policy)}


def _full_cost(asked: FullCostInputs, _: Figures) -> Answers:
    """Source: SI 2014/2672 reg 10 (light touch); a person who does not say is treated as able to pay."""
    return {
        "most_weekly": given("No other limit is worked out", 0, PENCE_WEEKLY, source=asked.words),
        "pays_full_cost": given(f"{asked.why}: the full cost is paid", 1, YES_NO, source=asked.words),
    }


def _offer(asked: OfferInputs, figures: Figures) -> Answers:
    costed = cost(asked.plan, figures=figures)
    worked = contribution(finances=asked.finances, policy=asked.policy, cost_weekly=costed.weekly, figures=figures)
    split = gross_net(budget=costed.weekly, contribution=worked.contribution)
    return {**name_plan(costed), **_named(worked), **_named(split)}


def _gross_net(asked: SplitInputs, _: Figures) -> Answers:
    budget = _money("Personal budget", asked.budget_weekly_pence)
    split = gross_net(budget=budget, contribution=_money("Contribution", asked.contribution_weekly_pence))
    return {
        **_named(split),
        "each_net_payment": each_payment(split.net_payment, every=asked.every),
        "each_gross_payment": each_payment(split.gross_payment, every=asked.every),
    }


def _tariff(asked: CapitalInputs, figures: Figures) -> Answers:
    capital = given("Savings we look at", asked.capital_pence, PENCE, source="asked")
    limit = limits(asked.policy, figures)
    return {
        "tariff_income": tariff_income(capital=capital, limits=limit),
        "above_upper_limit": is_more_than("Savings are above the upper limit", capital, limit.upper),
    }


def _guarantee(asked: Household, figures: Figures) -> Answers:
    return {"guarantee": statutory_guarantee(household=asked, figures=figures)}


def _uprated(asked: UpratingInputs, _: Figures) -> Answers:
    return {"guarantee": uprated(amount=_money("Amount", asked.amount_weekly_pence), factor=asked.factor_basis_points)}


def _night_care(asked: NightCareInputs, _: Figures) -> Answers:
    return {
        "disregard": night_care_disregard(
            rate_paid=_money("Rate paid", asked.rate_paid_pence),
            lower_rate=_money("Lower rate", asked.lower_rate_pence),
            council_arranges_night_care=asked.council_arranges_night_care,
        )
    }


def _yearly(asked: YearlyInputs, _: Figures) -> Answers:
    amount = _money("Benefit", asked.amount_weekly_pence)
    return {"yearly": frequencies.each_period("In a year", amount, every=frequencies.YEAR, year=asked.year)}


def _named(worked: Assessment | Contribution | GrossNet) -> Answers:
    return {field.name: getattr(worked, field.name) for field in fields(worked)}


def _money(label: str, pence: int) -> Step:
    return given(label, pence, PENCE_WEEKLY, source="asked")


RULES = {
    "charging.assessment": Rule(AssessmentInputs, _assessment),
    "charging.contribution": Rule(ContributionInputs, _contribution),
    "charging.full_cost": Rule(FullCostInputs, _full_cost),
    "charging.tariff_income": Rule(CapitalInputs, _tariff),
    "charging.mig_total": Rule(Household, _guarantee),
    "charging.mig_uprating": Rule(UpratingInputs, _uprated),
    "charging.night_care_disregard": Rule(NightCareInputs, _night_care),
    "offer.gross_net": Rule(SplitInputs, _gross_net),
    "offer.whole": Rule(OfferInputs, _offer),
    "benefit.annualise": Rule(YearlyInputs, _yearly),
}
