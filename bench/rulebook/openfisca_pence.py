"""The offer as an OpenFisca country package in whole pence, rounded at every step: exact, and unusual.

OpenFisca keeps whole numbers as int32, so a product that could pass 31 bits is taken in int64 inside its formula.
"""

from types import SimpleNamespace

import numpy as np

from bench.rulebook.openfisca_country import all_together, country, each_alone
from bench.rulebook.openfisca_rules import formulas


def prepare(inputs, threads):
    """All people in one simulation. Their inputs are in OpenFisca's own type before the clock starts."""
    return all_together(*_package(inputs))


def one_by_one(inputs, threads):
    """Each person in a simulation of their own."""
    return each_alone(*_package(inputs))


def _package(inputs):
    told = {name: values.astype(np.int32) for name, values in inputs.columns.items()}
    return country(told, formulas(MONEY), vars(inputs.law), value_type=int), told


def over(amount, by):
    return (amount + by // 2) // by


def rate(amount, basis_points):
    return (amount.astype(np.int64) * basis_points + 5_000) // 10_000


def rate_down(amount, basis_points):
    return amount.astype(np.int64) * basis_points // 10_000


MONEY = SimpleNamespace(
    over=over,
    rate=rate,
    rate_down=rate_down,
    share_down=lambda amount, ways: amount // ways,
    pay=lambda minutes, hourly: over(minutes * hourly, 60),
    steps_up=lambda amount, step: (amount + step - 1) // step,
    weeks=lambda number: 100 * number,
)
