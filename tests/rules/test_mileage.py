"""Miles cost what was agreed; above HMRC's rates, once confirmed, they count as pay."""

import pytest
from tests.rules.figures import national
from tests.rules.recalled import as_recalled

from ownway.rules import mileage
from ownway.rules.parameters import FigureNotConfirmed
from ownway.rules.steps import COUNT, PENCE_YEARLY
from ownway.rules.vocabulary import given


def miles(count: int) -> mileage.Step:
    return given("Miles", count, COUNT)


def test_miles_cost_what_was_agreed_for_each() -> None:
    found = mileage.yearly_cost(miles=miles(520), mile_pence=30)
    assert (found.value, found.unit) == (15_600, PENCE_YEARLY)


@pytest.mark.parametrize(("count", "free"), [(0, 0), (10_000, 450_000), (10_001, 450_025)])
def test_the_first_miles_have_a_rate_of_their_own(count: int, free: int) -> None:
    assert mileage.free_of_tax_yearly(miles=miles(count), figures=as_recalled()).value == free


@pytest.mark.parametrize(("paid", "taxed"), [(500_000, 50_000), (450_000, 0), (100, 0)])
def test_only_what_is_above_it_is_taxed(paid: int, taxed: int) -> None:
    free = mileage.free_of_tax_yearly(miles=miles(10_000), figures=as_recalled())
    assert mileage.taxed_yearly(paid=given("Paid", paid, PENCE_YEARLY), free=free).value == taxed


def test_rates_that_nobody_read_are_not_used() -> None:
    with pytest.raises(FigureNotConfirmed) as refusal:
        mileage.free_of_tax_yearly(miles=miles(1), figures=national())
    assert refusal.value.ids == mileage.FIGURES
