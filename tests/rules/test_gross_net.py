"""Gross and net are the same money seen from two sides."""

import pytest

from ownway.rules.gross_net import each_payment, gross_net
from ownway.rules.refusals import BadInput
from ownway.rules.steps import PENCE_WEEKLY, Step
from ownway.rules.vocabulary import given, recompute
from ownway.rules.wording import in_words


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


@pytest.mark.parametrize(
    ("every", "each"),
    [
        ("week", "£380.50 a week"),
        ("2 weeks", "£761.00 every 2 weeks"),
        ("4 weeks", "£1,522.00 every 4 weeks"),
        ("month", "£1,648.83 a month"),  # £380.50 × 52 = £19,786.00; over 12 = £1,648.83⅓
    ],
)
def test_a_weekly_amount_comes_as_often_as_it_is_paid(every: str, each: str) -> None:
    step = each_payment(pence(38_050), every=every)
    assert in_words(step.value, step.unit) == each
    assert recompute(step) == step


@pytest.mark.parametrize("every", ["year", "once", "daily"])
def test_nobody_is_paid_once_a_year(every: str) -> None:
    with pytest.raises(BadInput) as refusal:
        each_payment(pence(38_050), every=every)
    assert refusal.value.problems[0].field == "every"
