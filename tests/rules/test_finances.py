"""Whatever is typed about money, what is wrong is said by the field, and what is only unusual is asked."""

import pytest

from ownway.rules.finance_problems import problems
from ownway.rules.finances import Capital, CostKind, Finances, Household, Income, LocalPolicy, Regular
from ownway.rules.refusals import BadInput

HOME = Household()
NIGHTS, SHARE = "income.0.without_nights_pence", "capital.0.share_basis_points"


def found(finances: Finances, policy: LocalPolicy | None = None) -> list[tuple[str, bool]]:
    return [(problem.field, problem.asks) for problem in problems(finances, policy or LocalPolicy())]


def test_good_finances_have_no_problems() -> None:
    assert found(Finances(HOME, income=(Income("ESA", "esa", 100),))) == []


@pytest.mark.parametrize(
    ("finances", "field"),
    [
        (Finances(Household(kind="flatmates")), "household.kind"),
        (Finances(Household(age_years=17)), "household.age_years"),
        (Finances(Household(children=-1)), "household.children"),
        (Finances(Household(kind="lone_parent")), "household.children"),
        (Finances(HOME, income=(Income("ESA", "esa", -1),)), "income.0.amount_pence"),
        (Finances(HOME, income=(Income("ESA", "wages", 1),)), "income.0.kind"),
        (Finances(HOME, income=(Income("ESA", "esa", 1, "day"),)), "income.0.every"),
        (
            Finances(HOME, income=(Income("ESA", "esa", 1, disregard_pence=2, disregard_reason="x"),)),
            "income.0.disregard_pence",
        ),
        (Finances(HOME, income=(Income("ESA", "esa", 2, disregard_pence=1),)), "income.0.disregard_reason"),
        (Finances(HOME, income=(Income("Rent", "other", 2, owners=0),)), "income.0.owners"),
        (Finances(HOME, income=(Income("Gift", "other_disregarded", 2),)), "income.0.disregard_reason"),
        (Finances(HOME, capital=(Capital("Gold", "treasure", 1),)), "capital.0.kind"),
        (Finances(HOME, capital=(Capital("Bank", "savings", -1),)), "capital.0.amount_pence"),
        (Finances(HOME, capital=(Capital("Bank", "savings", 1, owners=0),)), "capital.0.owners"),
        (Finances(HOME, capital=(Capital("Bank", "savings", 1, owed_pence=-1),)), "capital.0.owed_pence"),
        (Finances(HOME, income=(Income("ESA", "esa", 2, without_nights_pence=1),)), "income.0.without_nights_pence"),
        (Finances(HOME, income=(Income("PIP", "pip_daily_living", 2, without_nights_pence=3),)), NIGHTS),
        (Finances(HOME, income=(Income("PIP", "pip_daily_living", 2, without_nights_pence=-1),)), NIGHTS),
        (Finances(HOME, capital=(Capital("Bank", "savings", 9, share_basis_points=10_001, share_reason="x"),)), SHARE),
        (Finances(HOME, capital=(Capital("Bank", "savings", 9, share_basis_points=-1, share_reason="x"),)), SHARE),
        (
            Finances(HOME, capital=(Capital("Bank", "savings", 9, owed_pence=4, share_pence=6, share_reason="x"),)),
            "capital.0.share_pence",
        ),
        (
            Finances(
                HOME,
                capital=(Capital("Bank", "savings", 9, share_pence=3, share_basis_points=3_000, share_reason="x"),),
            ),
            "capital.0.share_pence",
        ),
        (Finances(HOME, capital=(Capital("Bank", "savings", 9, share_pence=3),)), "capital.0.share_reason"),
        (Finances(HOME, capital=(Capital("Bank", "savings", 9, share_basis_points=0),)), "capital.0.share_reason"),
        (Finances(HOME, housing=(Regular("Rent", -1),)), "housing.0.amount_pence"),
        (Finances(HOME, housing=(Regular("Rent", 5, helped_pence=6),)), "housing.0.helped_pence"),
        (Finances(HOME, disability_costs=(Regular("Heat", 5, helped_pence=-1),)), "disability_costs.0.helped_pence"),
        (Finances(HOME, disability_costs=(Regular("Heat", 1, "once"),)), "disability_costs.0.every"),
    ],
)
def test_a_slip_is_told_by_its_field(finances: Finances, field: str) -> None:
    assert found(finances) == [(field, False)]


@pytest.mark.parametrize(
    ("policy", "field"),
    [
        (LocalPolicy(percent_taken=10_001), "policy.percent_taken"),
        (LocalPolicy(year="53"), "policy.year"),
        (LocalPolicy(most_weekly_pence=-1), "policy.most_weekly_pence"),
        (LocalPolicy(upper_limit_pence=-1), "policy.upper_limit_pence"),
        (LocalPolicy(guarantee_more_weekly_pence=-1), "policy.guarantee_more_weekly_pence"),
        (LocalPolicy(disability_standard_weekly_pence=-1), "policy.disability_standard_weekly_pence"),
        (LocalPolicy(cost_kinds=(CostKind(" "),)), "policy.cost_kinds.0.kind"),
        (LocalPolicy(cost_kinds=(CostKind("heating"), CostKind("heating", 5))), "policy.cost_kinds.1.kind"),
        (LocalPolicy(cost_kinds=(CostKind("heating", -1),)), "policy.cost_kinds.0.unshown_weekly_pence"),
        (LocalPolicy(cost_kinds=(CostKind("heating", None, -1),)), "policy.cost_kinds.0.most_weekly_pence"),
    ],
)
def test_a_slip_in_the_policy_is_told_by_its_field(policy: LocalPolicy, field: str) -> None:
    assert found(Finances(HOME), policy) == [(field, False)]


@pytest.mark.parametrize(
    ("household", "field"),
    [
        (Household(enhanced_disability_premium=True), "household.enhanced_disability_premium"),
        (Household(age_years=80, pension_credit_age=True, disability_premium=True), "household.disability_premium"),
    ],
)
def test_what_is_unusual_is_asked_about(household: Household, field: str) -> None:
    assert found(Finances(household)) == [(field, True)]


def test_finances_and_policy_read_back_as_they_were_written() -> None:
    finances = Finances(HOME, income=(Income("ESA", "esa", 100),), capital=(Capital("Bank", "savings", 5, owners=2),))
    assert Finances.from_json(finances.to_json()) == finances
    policy = LocalPolicy(most_weekly_pence=5, cost_kinds=(CostKind("heating", most_weekly_pence=700),))
    assert LocalPolicy.from_json(policy.to_json()) == policy


def test_finances_of_the_wrong_shape_are_told_by_field() -> None:
    with pytest.raises(BadInput) as refusal:
        Finances.from_json({"household": {"age_years": "34"}, "income": [{"label": "ESA", "kind": "esa"}]})
    assert [one.field for one in refusal.value.problems] == ["household.age_years", "income.0.amount_pence"]
