"""Of savings, a person's own share counts, and each £250 or part of it above the lower limit is £1 a week."""

import pytest
from tests.rules.figures import national

from ownway.rules.finances import Capital, Finances, Household, LocalPolicy
from ownway.rules.savings import assessed_capital, limits, tariff_income
from ownway.rules.steps import PENCE
from ownway.rules.vocabulary import given


def counted(*capital: Capital) -> int:
    return assessed_capital(Finances(Household(), capital=capital)).value


@pytest.mark.parametrize(
    ("capital", "pence"),
    [
        (1_425_000, 0),
        (1_425_001, 100),  # a penny of a step counts as a whole one
        (1_450_000, 100),
        (1_450_001, 200),
        (2_325_000, 3_600),
        (9_999_999, 3_600),  # looked at only up to the upper limit
    ],
)
def test_a_part_of_a_step_counts_as_a_whole_one(capital: int, pence: int) -> None:
    limit = limits(LocalPolicy(), national())
    assert tariff_income(capital=given("Savings", capital, PENCE), limits=limit).value == pence


def test_a_joint_account_is_shared_equally_and_rounded_down() -> None:
    assert counted(Capital("Joint account", "savings", 950_001, owners=2)) == 475_000


def test_what_is_owed_on_it_comes_off_first() -> None:
    assert counted(Capital("The old flat", "other_property", 10_000_000, owners=2, owed_pence=4_000_000)) == 3_000_000


def test_owing_more_than_it_is_worth_is_nothing() -> None:
    assert counted(Capital("The old flat", "other_property", 100, owed_pence=500)) == 0


@pytest.mark.parametrize(
    ("own", "pence"),
    [
        ({"share_basis_points": 7_525}, 3_010_000),  # 75.25% of £40,000 left after the loan
        ({"share_basis_points": 0}, 0),
        ({"share_basis_points": 3_333}, 1_333_200),
        ({"share_pence": 123_456}, 123_456),
        ({"share_pence": 0}, 0),
    ],
)
def test_a_share_of_its_own_counts_when_something_shows_it(own: dict, pence: int) -> None:
    flat = Capital("The flat", "other_property", 6_000_000, 2, 2_000_000, **own, share_reason="the deeds")
    assert counted(flat) == pence


def test_a_share_of_its_own_is_rounded_down() -> None:
    bonds = Capital("Bonds", "investments", 101, share_basis_points=5_000, share_reason="a letter")
    assert counted(bonds) == 50


def test_the_working_says_what_shows_the_share() -> None:
    flat = Capital("The flat", "other_property", 6_000_000, share_pence=5, share_reason="the deeds")
    (share,) = assessed_capital(Finances(Household(), capital=(flat,))).parts
    assert (share.source, share.law) == ("the deeds", "SI 2014/2672 reg 24")


def test_what_was_given_away_to_pay_less_counts_as_the_council_decided() -> None:
    gift = Capital("Given to a nephew", "given_away", 300_000)
    (part,) = assessed_capital(Finances(Household(), capital=(gift,))).parts
    assert (part.value, part.source) == (300_000, "decided by the council")


@pytest.mark.parametrize("kind", ["home", "possessions", "direct_payment_account", "other_disregarded"])
def test_what_does_not_count_is_left_out(kind: str) -> None:
    assert counted(Capital("Thing", kind, 9_000_000), Capital("Savings", "savings", 5_000)) == 5_000
