"""An employer must enrol some, let others ask, and may wait three months; it goes by age and each pay period's pay."""

from datetime import date

import pytest
from tests.rules.figures import national
from tests.rules.recalled import as_recalled

from ownway.rules import pension, pension_duties
from ownway.rules.employing import Assistant
from ownway.rules.frequencies import PAY_PERIODS, UNIT_EVERY
from ownway.rules.parameters import FigureNotConfirmed
from ownway.rules.pension_duties import PostponementQuestion, WorkerQuestion
from ownway.rules.refusals import BadInput
from ownway.rules.vocabulary import given


def category(age: int, pence: int, period: str = "week", *, older: bool = False) -> str:
    asked = WorkerQuestion(age_years=age, pay_pence=pence, pay_period=period, over_state_pension_age=older)
    return pension_duties.category(asked, figures=as_recalled()).category


@pytest.mark.parametrize(
    ("age", "pence", "found"),
    [
        (22, 19_200, "eligible"),
        (22, 19_199, "non-eligible"),
        (21, 19_200, "non-eligible"),
        (34, 12_001, "non-eligible"),
        (34, 12_000, "entitled"),
        (16, 12_000, "entitled"),
        (74, 12_000, "entitled"),
        (75, 50_000, "no duty"),
    ],
)
def test_the_kind_of_worker_goes_by_age_and_pay(age: int, pence: int, found: str) -> None:
    assert category(age, pence) == found


def test_over_state_pension_age_nobody_must_be_enrolled() -> None:
    assert category(68, 50_000, older=True) == "non-eligible"


@pytest.mark.parametrize(
    ("period", "trigger"), [("week", 19_200), ("2 weeks", 38_400), ("4 weeks", 76_800), ("month", 83_300)]
)
def test_each_pay_period_has_a_trigger_of_its_own(period: str, trigger: int) -> None:
    assert category(34, trigger, period) == "eligible"
    assert category(34, trigger - 1, period) == "non-eligible"


@pytest.mark.parametrize(
    ("pence", "must", "pays", "words"),
    [
        (50_000, True, True, "You must put this assistant into a pension"),
        (15_000, False, True, "you must let them, and you must pay in"),
        (9_000, False, False, "you need not pay in yourself"),
    ],
)
def test_it_says_what_the_employer_must_do(pence: int, must: bool, pays: bool, words: str) -> None:
    asked = WorkerQuestion(age_years=34, pay_pence=pence, pay_period="week")
    found = pension_duties.category(asked, figures=as_recalled())
    assert (found.must_enrol, found.may_ask, found.employer_pays_if_they_ask) == (must, True, pays)
    assert words in found.sentence
    assert found.standing == "recalled: not read"


def test_it_waits_until_a_council_has_confirmed_ages_and_limits_all_asked_for_at_once() -> None:
    with pytest.raises(FigureNotConfirmed) as refusal:
        pension_duties.category(WorkerQuestion(34, 50_000, "week"), figures=national())
    assert {"pension.ae_lowest_age", "pension.ae_trigger_week", "pension.too_old_age"} <= set(refusal.value.ids)


def test_a_wrong_age_and_a_wrong_period_are_told_together() -> None:
    with pytest.raises(BadInput) as refusal:
        pension_duties.category(WorkerQuestion(7, -1, "day"), figures=national())
    assert [problem.field for problem in refusal.value.problems] == ["pay_pence", "pay_period", "age_years"]


@pytest.mark.parametrize(("day", "may"), [(date(2026, 5, 28), True), (date(2026, 5, 29), False)])
def test_it_may_be_put_off_for_three_months(day: date, may: bool) -> None:
    asked = PostponementQuestion(due_on=date(2026, 2, 28), put_off_until_on=day)
    found = pension_duties.postponement(asked, figures=as_recalled())
    assert (found.may, found.latest_on) == (may, date(2026, 5, 28))
    assert "28 May 2026" in found.sentence


def test_it_cannot_be_put_off_to_a_day_before_it_is_due() -> None:
    asked = PostponementQuestion(due_on=date(2026, 2, 28), put_off_until_on=date(2026, 2, 27))
    with pytest.raises(BadInput, match="before 28 February 2026"):
        pension_duties.postponement(asked, figures=as_recalled())


def paid_in(pence: int, period: str = "4 weeks", *, age: int = 34, asks: bool = False, older: bool = False) -> int:
    who = Assistant(
        key="carys",
        name="Carys",
        age_years=age,
        pay_period=period,
        asks_for_pension=asks,
        over_state_pension_age=older,
    )
    pay = given("Pay", pence, UNIT_EVERY[period])
    return pension.employer_each_period(assistant=who, pay=pay, figures=as_recalled()).value


@pytest.mark.parametrize(
    ("pence", "due"),
    [
        (76_799, 0),
        (76_800, 864),  # (£768 − £480) × 3% = £8.64
        (76_817, 865),  # £288.17 × 3% = £8.6451, to the nearest penny
        (500_000, 10_161),  # counted to £3,867: £3,387 × 3% = £101.61
    ],
)
def test_what_is_paid_in_goes_by_the_period(pence: int, due: int) -> None:
    assert paid_in(pence) == due


def test_one_good_month_is_enough_to_owe_a_pension_for_it() -> None:
    # £900 in one month only: the year stays far below the trigger, and the month does not.
    assert paid_in(90_000, "month") == 1_140  # (£900 − £520) × 3%


def test_who_asks_to_join_counts_from_the_lower_limit() -> None:
    assert paid_in(48_000, asks=True) == 0
    assert paid_in(58_000, asks=True) == 300
    assert paid_in(58_000, age=68, asks=True, older=True) == 300


def test_the_too_young_and_those_over_state_pension_age_are_not_paid_for_unless_they_ask() -> None:
    assert paid_in(100_000, age=21) == 0
    assert paid_in(100_000, age=22) == 1_560
    assert paid_in(100_000, age=68, older=True) == 0


@pytest.mark.parametrize("period", PAY_PERIODS)
def test_every_pay_period_has_its_figures(period: str) -> None:
    as_recalled().require(*pension.figures_for(period))
