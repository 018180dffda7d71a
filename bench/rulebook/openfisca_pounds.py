"""The offer as an OpenFisca country package in pounds, as is usual: float32, each step rounded to the penny, half up."""

from types import SimpleNamespace

import numpy as np

from bench.rulebook.openfisca_country import all_together, country, each_alone
from bench.rulebook.openfisca_rules import formulas

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
    return country(told, formulas(MONEY), law, value_type=float), told


def _size(name):
    """Minutes become hours, basis points a fraction, pence pounds, hundredths of a week weeks."""
    if name.endswith("_minutes"):
        return 60
    return 10_000 if name in _RATES else 1 if name == "owners" else 100


def penny(amount):
    return np.floor(amount * 100 + 0.5) / 100


def penny_down(amount):
    return np.floor(amount * 100) / 100


MONEY = SimpleNamespace(
    over=lambda amount, by: penny(amount / by),
    rate=lambda amount, part: penny(amount * part),
    rate_down=lambda amount, part: penny_down(amount * part),
    share_down=lambda amount, ways: penny_down(amount / ways),
    pay=lambda hours, hourly: penny(hours * hourly),
    steps_up=lambda amount, step: np.ceil(amount / step),
    weeks=lambda number: number,
)
