"""The rules about paying for a care home, and about a cap on care costs, that can be asked by name."""

from __future__ import annotations

from dataclasses import dataclass, fields

from ownway.rules import care_cap, frequencies
from ownway.rules.answers import Answers, Rule
from ownway.rules.arithmetic import any_less
from ownway.rules.asked import check
from ownway.rules.care_cap import CareCapInputs
from ownway.rules.care_home import NOBODY, Resident, care_home_contribution, short_stay
from ownway.rules.finances import Finances, LocalPolicy
from ownway.rules.parameters import Figures
from ownway.rules.refusals import BadInput, InputProblem
from ownway.rules.steps import PENCE_WEEKLY, Step
from ownway.rules.vocabulary import given, take_away

_NOTHING_OF_ITS_OWN = LocalPolicy()


@dataclass(frozen=True, slots=True)
class CareHomeInputs:
    """A resident's finances, what the care home costs a week (pence), for how many days they have lived there, and who
    lives in the home that they left.
    """

    finances: Finances
    cost_weekly_pence: int
    days_there: int = 0
    lives_there: str = NOBODY
    year: str = frequencies.WEEKS_52


@dataclass(frozen=True, slots=True)
class ShortStayInputs:
    """A person's finances, what the care home costs a week (pence), for how many days the stay is planned, and the
    council's policy for care at home.
    """

    finances: Finances
    cost_weekly_pence: int
    days_planned: int
    lives_there: str = NOBODY
    policy: LocalPolicy = _NOTHING_OF_ITS_OWN


def _care_home(asked: CareHomeInputs, figures: Figures) -> Answers:
    resident = Resident(asked.finances, asked.days_there, asked.lives_there, asked.year)
    costs = _cost(asked.cost_weekly_pence)
    worked = care_home_contribution(resident=resident, cost_weekly=costs, figures=figures)
    named = {one.name: getattr(worked, one.name) for one in fields(worked)}
    return {**named, "council_pays": take_away("What the council pays", costs, worked.contribution)}


def _short_stay(asked: ShortStayInputs, figures: Figures) -> Answers:
    worked = short_stay(
        resident=Resident(asked.finances, asked.days_planned, asked.lives_there, asked.policy.year),
        days_planned=asked.days_planned,
        policy=asked.policy,
        cost_weekly=_cost(asked.cost_weekly_pence),
        figures=figures,
    )
    return {
        "is_long": worked.is_long,
        "contribution": worked.contribution,
        "as_outside": worked.as_outside.contribution,
        "as_resident": worked.as_resident.contribution,
    }


def _care_cap(asked: CareCapInputs, figures: Figures) -> Answers:
    check(asked)
    is_in_force = care_cap.switch(figures)
    if not is_in_force.value:
        return {"in_force": is_in_force}
    metered = care_cap.meter(asked, figures)
    return {"in_force": is_in_force, **{one.name: getattr(metered, one.name) for one in fields(metered)}}


def _cost(pence: int) -> Step:
    if any_less(pence, 0):
        raise BadInput([InputProblem("cost_weekly_pence", "This cannot be less than nothing.")])
    return given("What the care home costs", pence, PENCE_WEEKLY, source="asked")


_FINANCES = {
    "household": {"age_years": 80, "pension_credit_age": True},
    "income": [{"label": "State Pension", "kind": "state_pension", "amount_pence": 24_000}],
    "capital": [
        {"label": "Savings", "kind": "savings", "amount_pence": 1_500_000},
        {"label": "The house", "kind": "home", "amount_pence": 18_000_000},
    ],
}

RULES = {
    "charging.care_home": Rule(
        CareHomeInputs,
        _care_home,
        title="What you pay if you live in a care home",
        says=(
            "In a care home you keep a personal expenses allowance each week. The rest of your income goes towards the"
            " care home, and never more than it costs. Savings count as they do at home. Your own home does not count"
            " while your partner, a child under 18, or a relative who is 60 or over or is ill or disabled lives there."
            " Nor does it count in the first weeks. With more than the upper limit you pay the full cost."
        ),
        law=(
            "SI 2014/2672 regs 6 and 12 and Sch 2 (the allowance was read up to 2023, and reported since; that the home"
            " does not count in the first weeks is reported). Other income that only residents keep is not built."
        ),
        example={"on": "2026-06-01", "finances": _FINANCES, "cost_weekly_pence": 90_000, "days_there": 60},
    ),
    "charging.short_stay": Rule(
        ShortStayInputs,
        _short_stay,
        title="What you pay for a short stay in a care home",
        says=(
            "A council may charge you for a short stay as if you had your care at home, so you keep your guaranteed"
            " income and your own home does not count. A longer stay is charged as a care home."
        ),
        law="SI 2014/2672 reg 8 (its title was read; that up to 8 weeks are a short stay is reported).",
        example={"on": "2026-06-01", "finances": _FINANCES, "cost_weekly_pence": 90_000, "days_planned": 14},
    ),
    "charging.care_cap": Rule(
        CareCapInputs,
        _care_cap,
        title="What counts towards a cap on care costs",
        says=(
            "No cap on care costs is in force, so nothing is counted. One was planned and given up in July 2024. If a"
            " cap comes, somebody enters the day and the amount; then what you pay each day for the care that you need"
            " counts towards it, until it is reached."
        ),
        law="Care Act 2014 s.15, which is not in force (reported). What would count is as recalled: not read.",
        example={
            "on": "2026-06-01",
            "days": 28,
            "eligible_weekly_pence": 50_000,
            "contribution_weekly_pence": 13_240,
        },
    ),
}
