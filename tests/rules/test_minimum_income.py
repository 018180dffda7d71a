"""The guarantee is added up by age, household, premiums and children, as regulation 7 says."""

from datetime import date

import pytest
from tests.rules.figures import national, of_our_council

from ownway.rules.finances import Household, LocalPolicy
from ownway.rules.minimum_income import figures_needed, guarantee, statutory_guarantee
from ownway.rules.parameters import FigureNotConfirmed, FigureNotKnown
from ownway.rules.wording import lines


@pytest.mark.parametrize(
    ("household", "figure_id"),
    [
        (Household(age_years=24), "mig.single_18_24"),
        (Household(age_years=25), "mig.single_25_to_pca"),
        (Household(age_years=70, pension_credit_age=True), "mig.single_pca"),
        (Household(kind="lone_parent", age_years=20), "mig.lone_parent"),
        (Household(kind="couple", age_years=20), "mig.couple_18_plus"),
        (Household(kind="couple", age_years=70, pension_credit_age=True), "mig.couple_pca"),
    ],
)
def test_the_basic_amount_goes_by_age_and_household(household: Household, figure_id: str) -> None:
    assert figures_needed(household) == (figure_id,)


def test_premiums_are_added_on_top_of_each_other() -> None:
    both = Household(disability_premium=True, enhanced_disability_premium=True)
    # £120.40 (reported) + £51.55 + £25.15 (made up for these tests)
    assert statutory_guarantee(household=both, figures=of_our_council()).value == 12_040 + 5_155 + 2_515


def test_a_member_of_a_couple_has_the_premiums_of_a_couple() -> None:
    couple = Household(kind="couple", disability_premium=True, enhanced_disability_premium=True)
    assert statutory_guarantee(household=couple, figures=of_our_council()).value == 9_455 + 3_670 + 1_810


def test_there_is_so_much_for_each_child() -> None:
    family = Household(kind="lone_parent", children=2, carer_premium=True)
    assert statutory_guarantee(household=family, figures=of_our_council()).value == 12_040 + 5_525 + 2 * 10_685


def test_each_member_of_a_couple_has_an_amount_of_their_own() -> None:
    """The law gives the figure for one member, so nothing is halved here: £94.55, and so much for each of 2 children."""
    couple = Household(kind="couple", children=2, carer_premium=True)
    assert statutory_guarantee(household=couple, figures=of_our_council()).value == 9_455 + 5_525 + 2 * 10_685


@pytest.mark.parametrize(("own", "kept"), [(None, 12_540), (13_000, 13_500), (12_000, 12_540)])
def test_a_council_may_add_to_the_guarantee(own: int | None, kept: int) -> None:
    policy = LocalPolicy(guarantee_weekly_pence=own, guarantee_more_weekly_pence=500)
    assert guarantee(household=Household(), policy=policy, figures=of_our_council()).value == kept


def test_every_missing_figure_is_asked_for_at_once() -> None:
    family = Household(kind="lone_parent", children=2, disability_premium=True)
    with pytest.raises(FigureNotKnown) as refusal:
        statutory_guarantee(household=family, figures=national())
    assert set(refusal.value.ids) == {"mig.lone_parent", "mig.disability_premium_single", "mig.per_child"}


def test_the_working_names_each_figure_with_its_standing() -> None:
    both = Household(disability_premium=True)
    shown = [
        (line.label, line.amount, line.standing)
        for line in lines(statutory_guarantee(household=both, figures=of_our_council()))
    ]
    assert shown == [
        ("Minimum income guarantee", "£171.95 a week", ""),
        ("Minimum income guarantee, single, 25 to pension credit age", "£120.40 a week", "reported"),
        ("Disability premium, single", "£51.55 a week", "confirmed by the council"),
    ]


def test_both_premiums_are_known_together_in_years_when_neither_was_read_by_itself() -> None:
    both = Household(age_years=22, disability_premium=True, enhanced_disability_premium=True)
    kept = statutory_guarantee(household=both, figures=national(date(2024, 6, 1)))
    assert kept.value == 16_030  # £87.65 + £72.65, as Knowsley prints it
    assert [part.figure.id for part in kept.parts if part.figure] == [
        "mig.single_18_24",
        "mig.both_disability_premiums_single",
    ]


def test_one_premium_alone_is_not_known_from_what_both_come_to() -> None:
    with pytest.raises(FigureNotConfirmed) as refusal:
        statutory_guarantee(household=Household(disability_premium=True), figures=national(date(2024, 6, 1)))
    assert refusal.value.ids == ("mig.disability_premium_single",)


def test_where_the_two_together_are_not_known_either_both_are_asked_for() -> None:
    both = Household(disability_premium=True, enhanced_disability_premium=True)
    with pytest.raises(FigureNotKnown) as refusal:
        statutory_guarantee(household=both, figures=national(date(2026, 6, 1)))
    assert refusal.value.ids == ("mig.disability_premium_single", "mig.enhanced_disability_premium_single")
