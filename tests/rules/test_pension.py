"""An employer pays into a pension when the law says so, and only with figures that the council has confirmed."""

from dataclasses import replace

import pytest
from tests.rules.figures import national, of_our_council

from ownway.rules import pension
from ownway.rules.employing import Assistant
from ownway.rules.parameters import FigureNotConfirmed
from ownway.rules.steps import PENCE_WEEKLY
from ownway.rules.vocabulary import given

CARYS = Assistant(key="carys", name="Carys", age_years=34)


def weekly(pence: int, assistant: Assistant = CARYS) -> int:
    pay = given("Pay", pence, PENCE_WEEKLY)
    return pension.employer_weekly(assistant=assistant, pay_weekly=pay, figures=of_our_council(), year="52").value


@pytest.mark.parametrize(
    ("pay", "due"),
    [
        (19_230, 0),  # £9,999.60 a year: a little below £10,000
        (19_231, 217),  # £10,000.12: 3% of £3,760.12 = £112.80; ÷ 52 = £2.1692…
        (20_009, 240),  # £10,404.68: 3% of £4,164.68 = £124.9404; ÷ 52 = £2.4027…
        (100_000, 2_540),  # £52,000, counted to £50,270: 3% of £44,030 = £1,320.90; ÷ 52 = £25.4019…
    ],
)
def test_it_is_due_from_the_trigger_and_counted_between_the_limits(pay: int, due: int) -> None:
    assert weekly(pay) == due


def test_somebody_under_22_need_not_be_enrolled() -> None:
    assert weekly(30_000, replace(CARYS, age_years=21)) == 0
    assert weekly(30_000, replace(CARYS, age_years=22)) > 0


def test_somebody_who_asks_is_paid_for_above_the_lower_limit() -> None:
    asks = replace(CARYS, age_years=21, asks_for_pension=True)
    assert weekly(12_000, asks) == 0  # £6,240 a year is not more than the lower limit
    assert weekly(15_000, asks) == 90  # £7,800: 3% of £1,560 = £46.80; ÷ 52 = £0.90


def test_over_state_pension_age_nothing_is_due_and_no_figure_is_needed() -> None:
    older = replace(CARYS, age_years=70, over_state_pension_age=True)
    pay = given("Pay", 50_000, PENCE_WEEKLY)
    assert pension.employer_weekly(assistant=older, pay_weekly=pay, figures=national(), year="52").value == 0


def test_figures_that_nobody_confirmed_are_not_used() -> None:
    with pytest.raises(FigureNotConfirmed, match="Auto-enrolment earnings trigger"):
        pension.employer_weekly(
            assistant=CARYS, pay_weekly=given("Pay", 100, PENCE_WEEKLY), figures=national(), year="52"
        )
