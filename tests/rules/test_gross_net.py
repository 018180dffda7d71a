"""Gross and net are the same money seen from two sides."""

import pytest

from ownway.rules.gross_net import gross_net
from ownway.rules.refusals import BadInput
from ownway.rules.steps import PENCE_WEEKLY, Step
from ownway.rules.vocabulary import given, recompute


def pence(value: int) -> Step:
    return given("Amount", value, PENCE_WEEKLY)


@pytest.mark.parametrize(
    ("budget", "contribution", "pays", "net"),
    [(45_400, 11_010, 11_010, 34_390), (5_000, 0, 0, 5_000), (5_000, 9_000, 5_000, 0), (0, 0, 0, 0)],
)
def test_what_the_person_and_the_council_pay_makes_the_budget(
    budget: int, contribution: int, pays: int, net: int
) -> None:
    split = gross_net(budget=pence(budget), contribution=pence(contribution))
    assert (split.contribution.value, split.net_payment.value, split.gross_payment.value) == (pays, net, budget)
    assert recompute(split.net_payment) == split.net_payment


def test_amounts_below_nothing_are_refused_together() -> None:
    with pytest.raises(BadInput) as refusal:
        gross_net(budget=pence(-1), contribution=pence(-1))
    assert [problem.field for problem in refusal.value.problems] == ["budget", "contribution"]
