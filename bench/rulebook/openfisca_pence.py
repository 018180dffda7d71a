"""The offer as an OpenFisca country package in whole pence, rounded at every step: exact, and unusual.

OpenFisca keeps whole numbers as int32, so a product that could pass 31 bits is taken in int64 inside its formula.
"""

import numpy as np
from openfisca_core.model_api import max_, min_, where

from bench.rulebook.openfisca_country import all_together, country, each_alone


def prepare(inputs, threads):
    """All people in one simulation. Their inputs are in OpenFisca's own type before the clock starts."""
    return all_together(*_package(inputs))


def one_by_one(inputs, threads):
    """Each person in a simulation of their own."""
    return each_alone(*_package(inputs))


def _package(inputs):
    told = {name: values.astype(np.int32) for name, values in inputs.columns.items()}
    return country(told, FORMULAS, vars(inputs.law), value_type=int), told


def half_up(value, by):
    return (value + by // 2) // by


def part(amount, basis_points, rounding=5_000):
    return (amount.astype(np.int64) * basis_points + rounding) // 10_000


def pay_weekdays(person, period):
    return half_up(person("weekday_minutes", period) * person("weekday_rate", period), 60)


def pay_weekends(person, period):
    return half_up(person("weekend_minutes", period) * person("weekend_rate", period), 60)


def pay(person, period):
    return person("pay_weekdays", period) + person("pay_weekends", period)


def holiday(person, period, parameters):
    weeks = parameters(period).holiday_weeks
    return half_up(person("pay", period) * weeks, 5_200 - weeks)


def national_insurance_yearly(person, period, parameters):
    law = parameters(period)
    above = max_(person("pay", period) * 4 - law.ni_threshold_week * 4, 0)
    return part(above, law.ni_rate) * 13


def national_insurance(person, period, parameters):
    due = person("national_insurance_yearly", period)
    return half_up(due - min_(due, parameters(period).ni_allowance), 52)


def pension(person, period, parameters):
    law = parameters(period)
    yearly = person("pay", period) * 52
    counted = max_(min_(yearly, law.pension_upper) - law.pension_lower, 0)
    return where(yearly >= law.pension_trigger, half_up(part(counted, law.pension_rate), 52), 0)


def agency(person, period):
    return half_up(person("agency_minutes", period) * person("agency_rate", period), 60)


def swimming(person, period):
    return half_up(person("swimming_monthly", period) * 12, 52)


def insurance(person, period):
    return half_up(person("insurance_yearly", period), 52)


def before_contingency(person, period):
    names = ("pay", "holiday", "national_insurance", "pension", "agency", "swimming", "insurance")
    return sum(person(name, period) for name in names)


def weekly(person, period, parameters):
    rest = person("before_contingency", period)
    return rest + part(rest, parameters(period).contingency_rate)


def income(person, period):
    occupational = half_up(person("occupational_monthly", period) * 12, 52)
    return person("esa", period) + person("daily_living", period) + occupational


def capital(person, period):
    return person("savings", period) + person("shares", period) // person("owners", period)


def tariff_income(person, period, parameters):
    law = parameters(period)
    above = max_(person("capital", period) - law.capital_lower, 0)
    return (above + law.tariff_step - 1) // law.tariff_step * law.tariff_worth


def kept(person, period, parameters):
    heating = half_up(person("heating_yearly", period), 52)
    return person("rent", period) + person("washing", period) + heating + parameters(period).guarantee


def left_to_pay_from(person, period):
    return max_(person("income", period) + person("tariff_income", period) - person("kept", period), 0)


def most_to_pay(person, period, parameters):
    law = parameters(period)
    taken = min_(part(person("left_to_pay_from", period), law.percent_taken, rounding=0), law.most_weekly)
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
