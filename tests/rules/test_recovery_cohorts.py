"""A rule about money that may come back, shared or promised gives a whole cohort the pennies that each alone gets."""

import dataclasses

import numpy as np
import pytest
from tests.rules.cohorts import one_of
from tests.rules.figures import of_our_council

from ownway.rules.cohort import Cohort
from ownway.rules.columns import column
from ownway.rules.finances import LocalPolicy
from ownway.rules.plain_data import from_plain
from ownway.rules.refusals import BadInput
from ownway.rules.registry import RULES

SIZE = 200
KEPT = {"disregard_pence", "helped_pence", "owed_pence"}
"""Parts of another amount, which cannot be any number at all."""
FIGURES = of_our_council()
BY_THE_PENNY = [
    *("surplus.proposal", "surplus.contingency", "surplus.instalment", "recovery.own_money", "recovery.settling"),
    *("recovery.wrongly_spent", "funders.split", "forecast.commitments", "forecast.returns"),
]


def many(value, name, chance):
    """The value with a column of amounts wherever the example has one in pence; a council's policy is one for all."""
    if isinstance(value, LocalPolicy):
        return value
    if dataclasses.is_dataclass(value):
        changes = {
            field.name: many(getattr(value, field.name), field.name, chance) for field in dataclasses.fields(value)
        }
        return dataclasses.replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(many(one, name, chance) for one in value)
    if type(value) is not int or not name.endswith("_pence") or name in KEPT:
        return value
    return column(chance.integers(0, 3 * value + 9, SIZE, endpoint=True))


def inputs_of(rule):
    example = {name: said for name, said in rule.example.items() if name != "on"}
    return from_plain(rule.inputs, example)


@pytest.mark.parametrize("name", BY_THE_PENNY)
def test_it_gives_everybody_what_each_alone_gets(name):
    rule = RULES[name]
    inputs = many(inputs_of(rule), "", np.random.default_rng(7))
    people = [rule.work(one_of(inputs, place), FIGURES) for place in range(SIZE)]
    answers = Cohort(rule, inputs, SIZE, FIGURES).answers(*people[0])
    for place, alone in enumerate(people):
        assert {key: step.value for key, step in alone.items()} == {key: found[place] for key, found in answers.items()}
    assert any(len(set(found.tolist())) > SIZE // 4 for found in answers.values())


@pytest.mark.parametrize("name", BY_THE_PENNY)
def test_compiled_it_gives_the_same_pennies(name):
    pytest.importorskip("numba", reason="compiling is an optional extra")
    rule = RULES[name]
    inputs = many(inputs_of(rule), "", np.random.default_rng(8))
    cohort, names = Cohort(rule, inputs, SIZE, FIGURES), list(rule.work(one_of(inputs, 0), FIGURES))
    plain, compiled = cohort.answers(*names), cohort.compiled(*names)()
    assert {key: found.tolist() for key, found in compiled.items()} == {key: plain[key].tolist() for key in plain}


@pytest.mark.parametrize("name", ["surplus.proposal", "recovery.wrongly_spent", "funders.split"])
def test_one_amount_below_nothing_among_many_is_refused(name):
    rule = RULES[name]

    def below(value, field):
        if dataclasses.is_dataclass(value):
            return dataclasses.replace(
                value, **{one.name: below(getattr(value, one.name), one.name) for one in dataclasses.fields(value)}
            )
        if isinstance(value, tuple):
            return tuple(below(one, field) for one in value)
        return column([value, -1]) if type(value) is int and field.endswith("_pence") else value

    with pytest.raises(BadInput, match="cannot be less than nothing"):
        rule.work(below(inputs_of(rule), ""), FIGURES)
