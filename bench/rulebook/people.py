"""The people of tests/rules/cohorts.py as plain columns by name, and those columns as what our own rule asks."""

from types import SimpleNamespace

import numpy as np
from tests.rules.cohorts import PLAN, POLICY, people_like_amina
from tests.rules.figures import of_our_council

from bench.rulebook.inputs import Inputs
from ownway.rules.cohort import with_columns
from ownway.rules.columns import column

FIGURES = of_our_council()
_FIGURES = {
    "ni_threshold_week": ("ni.secondary_threshold_week",),
    "ni_rate": ("ni.employer_rate",),
    "ni_allowance": ("ni.employment_allowance",),
    "pension_trigger": ("pension.ae_trigger",),
    "pension_lower": ("pension.qualifying_lower",),
    "pension_upper": ("pension.qualifying_upper",),
    "pension_rate": ("pension.min_employer",),
    "holiday_weeks": ("holiday.weeks",),
    "capital_lower": ("capital.lower_limit",),
    "capital_upper": ("capital.upper_limit",),
    "tariff_step": ("capital.tariff_step",),
    "tariff_worth": ("capital.tariff_worth",),
    "guarantee": ("mig.single_25_to_pca", "mig.disability_premium_single"),
}


def inputs_for(size, *, seed):
    """So many made-up people, and the figures: pence, minutes, basis points, and hundredths of a week of holiday."""
    named = {name: one.view(np.ndarray) for name, one in columns_of(people_like_amina(size, seed=seed)).items()}
    return Inputs(named, law())


def law():
    """The figures of the day and the council's policy by short names."""
    return SimpleNamespace(
        **{name: sum(FIGURES.step(one).value for one in ids) for name, ids in _FIGURES.items()},
        contingency_rate=PLAN.lines[-1].basis_points,
        percent_taken=POLICY.percent_taken,
        most_weekly=POLICY.most_weekly_pence,
        least_weekly=POLICY.least_weekly_pence,
    )


def columns_of(asked):
    """What differs from one person to the next, by name."""
    weekdays, weekends, agency, swimming, insurance, _ = asked.plan.lines
    esa, daily_living, mobility, occupational = asked.finances.income
    savings, shares = asked.finances.capital
    (rent,) = asked.finances.housing
    washing, heating = asked.finances.disability_costs
    return {
        "weekday_minutes": weekdays.minutes_weekly,
        "weekday_rate": weekdays.hourly_pence,
        "weekend_minutes": weekends.minutes_weekly,
        "weekend_rate": weekends.hourly_pence,
        "agency_minutes": agency.minutes_weekly,
        "agency_rate": agency.hourly_pence,
        "swimming_monthly": swimming.amount_pence,
        "insurance_yearly": insurance.amount_pence,
        "esa": esa.amount_pence,
        "daily_living": daily_living.amount_pence,
        "mobility": mobility.amount_pence,
        "occupational_monthly": occupational.amount_pence,
        "savings": savings.amount_pence,
        "shares": shares.amount_pence,
        "owners": shares.owners,
        "rent": rent.amount_pence,
        "washing": washing.amount_pence,
        "heating_yearly": heating.amount_pence,
    }


def asked_of(columns):
    """The same people as our rule reads them."""
    pattern = people_like_amina(1, seed=0)
    names = {id(one): name for name, one in columns_of(pattern).items()}
    return with_columns(pattern, lambda one: column(columns[names[id(one)]]))
