"""The rules about charging that can be asked by name."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from ownway.rules import asked as asking
from ownway.rules import frequencies
from ownway.rules.answers import Answers, Rule
from ownway.rules.answers_employing import name_plan
from ownway.rules.charging import Assessment, Contribution, assess, contribution
from ownway.rules.finance_problems import problems
from ownway.rules.finances import Finances, Household, LocalPolicy
from ownway.rules.gross_net import GrossNet, each_payment, gross_net
from ownway.rules.incomes import night_care_disregard, total_income
from ownway.rules.minimum_income import statutory_guarantee, uprated
from ownway.rules.parameters import Figures
from ownway.rules.plan_cost import cost
from ownway.rules.plans import Plan
from ownway.rules.refusals import refuse_if_wrong
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
    refuse_if_wrong(one for one in asking.negatives(asked) if one.field == "cost_weekly_pence")
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
    asking.check(asked)
    capital = given("Savings we look at", asked.capital_pence, PENCE, source="asked")
    limit = limits(asked.policy, figures)
    return {
        "tariff_income": tariff_income(capital=capital, limits=limit),
        "above_upper_limit": is_more_than("Savings are above the upper limit", capital, limit.upper),
    }


def _guarantee(asked: Household, figures: Figures) -> Answers:
    refuse_if_wrong(
        replace(one, field=one.field.removeprefix("household."))
        for one in problems(Finances(household=asked), _NOTHING_OF_ITS_OWN)
    )
    return {"guarantee": statutory_guarantee(household=asked, figures=figures)}


def _uprated(asked: UpratingInputs, _: Figures) -> Answers:
    asking.check(asked)
    return {"guarantee": uprated(amount=_money("Amount", asked.amount_weekly_pence), factor=asked.factor_basis_points)}


def _night_care(asked: NightCareInputs, _: Figures) -> Answers:
    asking.check(asked)
    return {
        "disregard": night_care_disregard(
            rate_paid=_money("Rate paid", asked.rate_paid_pence),
            lower_rate=_money("Lower rate", asked.lower_rate_pence),
            council_arranges_night_care=asked.council_arranges_night_care,
        )
    }


def _yearly(asked: YearlyInputs, _: Figures) -> Answers:
    asking.check(asked, asking.one_of("year", asked.year, frequencies.YEAR_LENGTHS))
    amount = _money("Benefit", asked.amount_weekly_pence)
    return {"yearly": frequencies.each_period("In a year", amount, every=frequencies.YEAR, year=asked.year)}


def _named(worked: Assessment | Contribution | GrossNet) -> Answers:
    return {field.name: getattr(worked, field.name) for field in fields(worked)}


def _money(label: str, pence: int) -> Step:
    return given(label, pence, PENCE_WEEKLY, source="asked")


_ON = "2026-06-01"
_AMINA = {
    "household": {"age_years": 34},
    "income": [
        {"label": "ESA", "kind": "esa", "amount_pence": 13_820},
        {"label": "PIP for daily living", "kind": "pip_daily_living", "amount_pence": 11_460},
        {"label": "PIP for getting around", "kind": "pip_mobility", "amount_pence": 8_000},
    ],
    "capital": [{"label": "Joint account", "kind": "savings", "amount_pence": 3_000_000, "owners": 2}],
    "housing": [{"label": "Rent", "amount_pence": 26_000, "every": "month"}],
    "disability_costs": [{"label": "Extra heating", "amount_pence": 52_000, "every": "year"}],
}
_ASSESSED = (
    "We add up the income that counts and what your savings are taken to bring. We take away what you pay for your"
    " home, what you pay because of your disability, and the amount that the law leaves you. What is left is the most"
    " you can be asked to pay each week. The council may ask for less."
)
_REGULATIONS = (
    "SI 2014/2672 regs 7, 12 to 15, 24 and 25 and Schs 1 and 2 (reg 7 and the limits were read; what counts as income"
    " and as savings is from their lists of contents)."
)

RULES = {
    "charging.assessment": Rule(
        AssessmentInputs,
        _assessment,
        title="The most you can be asked to pay",
        says=f"{_ASSESSED} With savings above the upper limit you pay the full cost.",
        law=_REGULATIONS,
        example={"on": _ON, "finances": _AMINA},
    ),
    "charging.contribution": Rule(
        ContributionInputs,
        _contribution,
        title="What you pay towards your support",
        says=f"{_ASSESSED} You never pay more than the support costs. With savings above the upper limit you pay all of it.",
        law=f"Care Act 2014 s.14. {_REGULATIONS}",
        example={"on": _ON, "finances": _AMINA, "cost_weekly_pence": 20_000},
    ),
    "charging.full_cost": Rule(
        FullCostInputs,
        _full_cost,
        title="The full cost, without looking at your money",
        says=(
            "You pay the full cost if you would rather not say what you have, or if you and the council agree that you"
            " can pay it. What you said is kept. The rule charging.light_touch says when this may be done. You can ask"
            " for a full assessment at any time."
        ),
        law="SI 2014/2672 reg 10 (its title was read); that who does not say pays the full cost is as recalled: not read.",
        example={"on": _ON, "why": "Does not want to say", "words": "I would rather keep my savings to myself"},
    ),
    "charging.tariff_income": Rule(
        CapitalInputs,
        _tariff,
        title="What your savings are taken to bring each week",
        says=(
            "Savings up to the lower limit do not count. Above it, each £250 or part of £250 counts as £1 a week. With"
            " savings above the upper limit you pay the full cost."
        ),
        law="SI 2014/2672 regs 12 and 25 (the limits and the step were read in the charging circular 2024 to 2025).",
        example={"on": _ON, "capital_pence": 1_450_001},
    ),
    "charging.mig_total": Rule(
        Household,
        _guarantee,
        title="The minimum income guarantee",
        says=(
            "The law leaves you an amount each week. It depends on your age and household, and each member of a couple"
            " has one of their own. Premiums for disability and for carers, and an amount for each child, come on top."
        ),
        law="SI 2014/2672 reg 7 (read as in force in 2021 and 2023; later amounts are reported or to be confirmed).",
        example={"on": "2021-06-01", "disability_premium": True, "enhanced_disability_premium": True},
    ),
    "charging.mig_uprating": Rule(
        UpratingInputs,
        _uprated,
        title="A guarantee raised by a yearly factor",
        says="An amount is raised by the factor of the year, to the nearest 5 pence.",
        law="No law says how it is rounded: the published amounts of 2026 to 2027 come out so (reported).",
        example={"on": _ON, "amount_weekly_pence": 8_915, "factor_basis_points": 10_700},
    ),
    "charging.night_care_disregard": Rule(
        NightCareInputs,
        _night_care,
        title="The part of a benefit that is for nights",
        says=(
            "Some benefits are higher for people who need help at night too. If the council arranges no care at night,"
            " it may leave the difference between the higher and the lower rate out."
        ),
        law="Each council’s own policy; no law asks for it.",
        example={
            "on": _ON,
            "rate_paid_pence": 11_460,
            "lower_rate_pence": 7_670,
            "council_arranges_night_care": False,
        },
    ),
    "offer.gross_net": Rule(
        SplitInputs,
        _gross_net,
        title="What the council pays, and what you pay in",
        says=(
            "Paid net, the council pays the budget less your part, and you pay your part into the account. Paid gross,"
            " the council pays all of it and sends you a bill. Your part is never more than the budget."
        ),
        law="Care Act 2014 ss.14 and 26.",
        example={
            "on": _ON,
            "budget_weekly_pence": 20_000,
            "contribution_weekly_pence": 6_540,
            "every": frequencies.FOUR_WEEKS,
        },
    ),
    "offer.whole": Rule(
        OfferInputs,
        _offer,
        title="An offer: what the plan costs, what you pay and what the council pays",
        says="The plan is costed line by line, your part is worked out, and both are set side by side, net and gross.",
        law=f"Care Act 2014 ss.14, 25 and 26. {_REGULATIONS}",
        example={
            "on": _ON,
            "plan": {
                "lines": [{"kind": "activity", "heading": "Friends", "label": "Choir", "amount_pence": 12_000}],
            },
            "finances": _AMINA,
        },
    ),
    "benefit.annualise": Rule(
        YearlyInputs,
        _yearly,
        title="A weekly amount for a year",
        says="A weekly amount for a year: 52 weeks, or 365 days of which 7 make a week, as the council chooses.",
        law="SI 2014/2672 reg 13 speaks of a weekly amount; how a year is counted is each council’s choice.",
        example={"on": _ON, "amount_weekly_pence": 11_460},
    ),
}
