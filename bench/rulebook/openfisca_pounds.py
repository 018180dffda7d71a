"""The offer as an OpenFisca country package in pounds, as is usual: float32, each step rounded to the penny, half up."""

import numpy as np
from openfisca_core.model_api import max_, min_, where

from bench.rulebook.openfisca_country import all_together, country, each_alone

_RATES = ("ni_rate", "pension_rate", "contingency_rate", "percent_taken")


def prepare(inputs, threads):
    """All people in one simulation. Their inputs are in OpenFisca's own type before the clock starts."""
    return all_together(*_package(inputs))


def one_by_one(inputs, threads):
    """Each person in a simulation of their own."""
    return each_alone(*_package(inputs))


def _package(inputs):
    told = {name: (values / _size(name)).astype(np.float32) for name, values in inputs.columns.items()}
    law = {name: value / _size(name) for name, value in vars(inputs.law).items()}
    return country(told, FORMULAS, law, value_type=float), told


def _size(name):
    """Minutes become hours, basis points a fraction, pence pounds, hundredths of a week weeks."""
    if name.endswith("_minutes"):
        return 60
    return 10_000 if name in _RATES else 1 if name == "owners" else 100


def penny(amount):
    return np.floor(amount * 100 + 0.5) / 100


def penny_down(amount):
    return np.floor(amount * 100) / 100


def pay_weekdays(person, period):
    return penny(person("weekday_minutes", period) * person("weekday_rate", period))


def pay_weekends(person, period):
    return penny(person("weekend_minutes", period) * person("weekend_rate", period))


def pay(person, period):
    return person("pay_weekdays", period) + person("pay_weekends", period)


def holiday(person, period, parameters):
    weeks = parameters(period).holiday_weeks
    return penny(person("pay", period) * weeks / (52 - weeks))


def national_insurance_yearly(person, period, parameters):
    law = parameters(period)
    above = max_(person("pay", period) * 4 - law.ni_threshold_week * 4, 0)
    return penny(above * law.ni_rate) * 13


def national_insurance(person, period, parameters):
    due = person("national_insurance_yearly", period)
    return penny((due - min_(due, parameters(period).ni_allowance)) / 52)


def pension(person, period, parameters):
    law = parameters(period)
    yearly = person("pay", period) * 52
    counted = max_(min_(yearly, law.pension_upper) - law.pension_lower, 0)
    return where(yearly >= law.pension_trigger, penny(penny(counted * law.pension_rate) / 52), 0)


def agency(person, period):
    return penny(person("agency_minutes", period) * person("agency_rate", period))


def swimming(person, period):
    return penny(person("swimming_monthly", period) * 12 / 52)


def insurance(person, period):
    return penny(person("insurance_yearly", period) / 52)


def before_contingency(person, period):
    names = ("pay", "holiday", "national_insurance", "pension", "agency", "swimming", "insurance")
    return sum(person(name, period) for name in names)


def weekly(person, period, parameters):
    rest = person("before_contingency", period)
    return rest + penny(rest * parameters(period).contingency_rate)


def income(person, period):
    occupational = penny(person("occupational_monthly", period) * 12 / 52)
    return person("esa", period) + person("daily_living", period) + occupational


def capital(person, period):
    return person("savings", period) + penny_down(person("shares", period) / person("owners", period))


def tariff_income(person, period, parameters):
    law = parameters(period)
    above = max_(person("capital", period) - law.capital_lower, 0)
    return np.ceil(above / law.tariff_step) * law.tariff_worth


def kept(person, period, parameters):
    heating = penny(person("heating_yearly", period) / 52)
    return person("rent", period) + person("washing", period) + heating + parameters(period).guarantee


def left_to_pay_from(person, period):
    return max_(person("income", period) + person("tariff_income", period) - person("kept", period), 0)


def most_to_pay(person, period, parameters):
    law = parameters(period)
    taken = min_(penny_down(person("left_to_pay_from", period) * law.percent_taken), law.most_weekly)
    return where(taken >= law.least_weekly, taken, 0)


def contribution(person, period, parameters):
    costs = person("weekly", period)
    above = person("capital", period) > parameters(period).capital_upper
    return where(above, costs, min_(person("most_to_pay", period), costs))


def net_payment(person, period):
    return person("weekly", period) - person("contribution", period)


FORMULAS = (
    pay_weekdays,
    pay_weekends,
    pay,
    holiday,
    national_insurance_yearly,
    national_insurance,
    pension,
    agency,
    swimming,
    insurance,
    before_contingency,
    weekly,
    income,
    capital,
    tariff_income,
    kept,
    left_to_pay_from,
    most_to_pay,
    contribution,
    net_payment,
)
