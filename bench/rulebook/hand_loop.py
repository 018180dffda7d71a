"""The offer as one loop written by hand for numba, as somebody would who wanted only speed: no working, no checks."""

import numpy as np
from numba import njit, prange


def prepare(inputs, threads):
    """The loop for these people; compiled when it is first called."""
    columns = tuple(inputs.columns[name] for name in _COLUMNS)
    law = tuple(getattr(inputs.law, name) for name in _LAW)
    loop = _alone if threads == 1 else _together

    def answers():
        outs = tuple(np.empty(len(inputs), dtype=np.int64) for _ in range(3))
        loop(columns, law, outs)
        return outs

    return answers


_COLUMNS = [
    "weekday_minutes",
    "weekday_rate",
    "weekend_minutes",
    "weekend_rate",
    "agency_minutes",
    "agency_rate",
    "swimming_monthly",
    "insurance_yearly",
    "esa",
    "daily_living",
    "occupational_monthly",
    "savings",
    "shares",
    "owners",
    "rent",
    "washing",
    "heating_yearly",
]
_LAW = [
    "ni_threshold_week",
    "ni_rate",
    "ni_allowance",
    "pension_trigger",
    "pension_lower",
    "pension_upper",
    "pension_rate",
    "holiday_weeks",
    "capital_lower",
    "capital_upper",
    "tariff_step",
    "tariff_worth",
    "guarantee",
    "contingency_rate",
    "percent_taken",
    "most_weekly",
    "least_weekly",
]


@njit(nogil=True, inline="always")
def _half_up(value, by):
    return (value + by // 2) // by


@njit(nogil=True)
def _cost(i, columns, law):
    wd_minutes, wd_rate, we_minutes, we_rate, ag_minutes, ag_rate, swimming, insurance = columns[:8]
    threshold, ni_rate, allowance, trigger, lower, upper, rate, holiday = law[:8]
    pay = _half_up(wd_minutes[i] * wd_rate[i], 60) + _half_up(we_minutes[i] * we_rate[i], 60)
    off = _half_up(pay * holiday, 5_200 - holiday)
    due = 13 * _half_up(max(4 * pay - 4 * threshold, 0) * ni_rate, 10_000)
    insured = _half_up(due - min(due, allowance), 52)
    yearly = 52 * pay
    pension = 0
    if yearly >= trigger:
        pension = _half_up(_half_up(max(min(yearly, upper) - lower, 0) * rate, 10_000), 52)
    rest = pay + off + insured + pension + _half_up(ag_minutes[i] * ag_rate[i], 60)
    rest += _half_up(swimming[i] * 12, 52) + _half_up(insurance[i], 52)
    return rest + _half_up(rest * law[13], 10_000)


@njit(nogil=True)
def _pays(i, weekly, columns, law):
    esa, daily_living, occupational, savings, shares, owners, rent, washing, heating = columns[8:]
    lower, upper, step, worth, guarantee = law[8:13]
    capital = savings[i] + shares[i] // owners[i]
    if capital > upper:
        return weekly
    tariff = (max(capital - lower, 0) + step - 1) // step * worth
    income = esa[i] + daily_living[i] + _half_up(occupational[i] * 12, 52) + tariff
    left = max(income - rent[i] - washing[i] - _half_up(heating[i], 52) - guarantee, 0)
    taken = min(left * law[14] // 10_000, law[15])
    return min(taken, weekly) if taken >= law[16] else 0


@njit(nogil=True)
def _alone(columns, law, outs):
    for i in range(len(outs[0])):
        weekly = _cost(i, columns, law)
        pays = _pays(i, weekly, columns, law)
        outs[0][i], outs[1][i], outs[2][i] = weekly, pays, weekly - pays


@njit(nogil=True, parallel=True)
def _together(columns, law, outs):
    for i in prange(len(outs[0])):
        weekly = _cost(i, columns, law)
        pays = _pays(i, weekly, columns, law)
        outs[0][i], outs[1][i], outs[2][i] = weekly, pays, weekly - pays
