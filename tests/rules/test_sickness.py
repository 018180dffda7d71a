"""An absence costs what each law of sick pay says, over spells that go together, and never across the change of law."""

from datetime import date, timedelta

import pytest
from hypothesis import given as told
from hypothesis import strategies as some
from tests.rules.figures import national

from ownway.rules import sickness
from ownway.rules import vocabulary as words
from ownway.rules.refusals import BadInput
from ownway.rules.registry import answer, replay
from ownway.rules.sickness import Spell
from ownway.rules.steps import PENCE, PENCE_WEEKLY, used_parameters, walk

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")


def days(month: int, first: int, last: int, year: int = 2026) -> Spell:
    return Spell(date(year, month, first), date(year, month, last))


def pay(*spells: Spell, worked: tuple[str, ...] = WEEKDAYS, average: int = 30_000) -> sickness.SickPay:
    step = words.given("Average weekly pay", average, PENCE_WEEKLY)
    return sickness.pay_for_spells(spells=spells, qualifying_days=worked, average=step, figures=national())


def numbers(found: sickness.SickPay) -> tuple[int, int, int]:
    return found.waiting.value, found.paid.value, found.total.value


def test_from_april_2026_the_first_day_is_paid() -> None:
    # Carys is off on Wednesday 3 June: £123.25 ÷ 5
    assert numbers(pay(days(6, 3, 3))) == (0, 1, 2_465)


def test_before_it_three_days_waited_and_a_short_sickness_was_not_paid() -> None:
    # Monday 2 to Friday 6 June 2025: Thursday and Friday, £118.75 × 2 ÷ 5
    assert numbers(pay(days(6, 2, 6, year=2025))) == (3, 2, 4_750)
    assert numbers(pay(days(6, 2, 4, year=2025))) == (0, 0, 0)


def test_a_weekend_at_the_end_makes_a_sickness_long_enough() -> None:
    # Thursday to Sunday is four days; two of them are worked, and both wait.
    assert numbers(pay(days(6, 5, 8, year=2025))) == (2, 0, 0)


@pytest.mark.parametrize(("gap", "waiting", "linked"), [(56, 3, 1), (57, 6, 0)])
def test_spells_eight_weeks_apart_wait_once(gap: int, waiting: int, linked: int) -> None:
    first = days(6, 2, 8, year=2025)
    begins = first.to_on + timedelta(days=gap + 1)
    found = pay(first, Spell(begins, begins + timedelta(days=6)))
    assert (found.waiting.value, found.linked.value) == (waiting, linked)
    assert found.paid.value == 10 - waiting


def test_a_sickness_too_short_to_count_does_not_part_two_that_go_together() -> None:
    found = pay(days(6, 2, 8, year=2025), days(6, 17, 18, year=2025), days(7, 7, 13, year=2025))
    assert numbers(found) == (3, 7, 4_750 + 11_875)
    assert found.linked.value == 1


def test_days_told_apart_that_follow_each_other_are_one_sickness() -> None:
    assert numbers(pay(days(6, 2, 3, year=2025), days(6, 4, 6, year=2025))) == (3, 2, 4_750)


def test_the_order_in_which_spells_are_told_changes_nothing() -> None:
    one, other = days(6, 1, 5), days(6, 15, 16)
    assert pay(one, other) == pay(other, one)


def test_low_pay_had_no_sick_pay_and_now_has_80_per_cent() -> None:
    old = pay(days(6, 2, 8, year=2025), average=12_499)
    assert (old.entitled.value, old.total.value, old.paid.value) == (0, 0, 0)
    now = pay(days(6, 1, 7), average=12_499)
    assert (now.entitled.value, now.total.value) == (1, 9_999)  # £124.99 × 80% = £99.992


def test_the_flat_rate_goes_by_the_day() -> None:
    # Monday 31 March to Friday 11 April 2025. Waiting: Monday to Wednesday. Two days before Sunday 6 April at £116.75,
    # five after at £118.75: £46.70 + £118.75.
    assert numbers(pay(Spell(date(2025, 3, 31), date(2025, 4, 11)))) == (3, 7, 4_670 + 11_875)


def test_a_rate_that_changes_within_a_week_is_paid_for_its_own_days() -> None:
    # Saturday 5 April 2025 and Sunday 6 April are worked by this assistant, who has waited already.
    worked = ("Sat", "Sun")
    found = pay(Spell(date(2025, 3, 15), date(2025, 4, 6)), worked=worked)
    # 15, 16 and 22 March wait. Sunday 23 begins a week with Saturday 29: £116.75; Sunday 30 and Saturday 5: £116.75;
    # Sunday 6 April: £118.75 ÷ 2 = £59.375 → £59.38.
    assert numbers(found) == (3, 5, 11_675 * 2 + 5_938)


def test_a_part_of_a_penny_goes_up() -> None:
    three = ("Mon", "Tue", "Wed")
    assert numbers(pay(days(6, 1, 1), worked=three)) == (0, 1, 4_109)  # £123.25 ÷ 3 = £41.083…


def test_no_more_than_28_weeks_are_paid() -> None:
    long = Spell(date(2026, 5, 3), date(2026, 12, 31))  # from a Sunday, more than 34 weeks
    found = pay(long)
    assert (found.paid.value, found.total.value) == (140, 28 * 12_325)


@pytest.mark.parametrize(
    "spells",
    [
        [Spell(date(2026, 4, 1), date(2026, 4, 10))],
        [Spell(date(2026, 3, 2), date(2026, 3, 8)), Spell(date(2026, 4, 13), date(2026, 4, 14))],
    ],
)
def test_a_sickness_on_both_sides_of_the_change_is_not_guessed(spells: list[Spell]) -> None:
    with pytest.raises(sickness.LawChangedMeanwhile, match=r"changed on 6 April 2026.*Ask whoever runs the payroll"):
        pay(*spells)


def test_two_that_do_not_go_together_may_lie_on_both_sides() -> None:
    found = pay(Spell(date(2026, 1, 5), date(2026, 1, 11)), Spell(date(2026, 4, 13), date(2026, 4, 13)))
    assert numbers(found) == (3, 3, 4_750 + 2_465)


def test_what_it_adds_is_sick_pay_and_cover_less_the_wage() -> None:
    sick = words.given("Sick pay", 12_325, PENCE)
    assert sickness.extra_cost(sick=sick, usual_pence=30_000, cover_pence=28_000).value == 10_325
    assert sickness.extra_cost(sick=sick, usual_pence=30_000, cover_pence=0).value == -17_675


@pytest.mark.parametrize(
    ("spells", "field"),
    [
        ([{"from_on": "2026-06-05", "to_on": "2026-06-04"}], "spells.0.to_on"),
        ([{"from_on": "2020-06-05", "to_on": "2026-06-04"}], "spells.0.to_on"),
        (
            [{"from_on": "2026-06-01", "to_on": "2026-06-04"}, {"from_on": "2026-06-04", "to_on": "2026-06-05"}],
            "spells",
        ),
    ],
)
def test_days_that_cannot_be_are_told(spells: list, field: str) -> None:
    asked = {"spells": spells, "qualifying_days": ["Mon"], "average_weekly_pence": 30_000}
    with pytest.raises(BadInput) as refusal:
        answer("ssp.absence", asked, national())
    assert [problem.field for problem in refusal.value.problems] == [field]


def test_a_single_day_and_three_years_are_days_that_can_be() -> None:
    three_years = Spell(date(2027, 1, 1), date(2027, 1, 1) + timedelta(days=3 * 366 - 1))
    assert list(sickness.problems([days(6, 3, 3), three_years], WEEKDAYS)) == []
    longer = Spell(three_years.from_on, three_years.to_on + timedelta(days=1))
    (problem,) = sickness.problems([longer], WEEKDAYS)
    assert "more than three years" in problem.sentence


def test_the_working_counts_days_in_plain_words() -> None:
    labels = {step.label for step in walk(pay(days(6, 3, 8)).total)}
    assert {"Weeks with 3 days paid", "Weeks with 1 day paid"} <= labels


def test_it_is_worked_out_again_from_what_was_stored() -> None:
    spells = [
        {"from_on": "2025-06-02", "to_on": "2025-06-08"},
        {"from_on": "2025-06-17", "to_on": "2025-06-18"},
        {"from_on": "2025-07-07", "to_on": "2025-07-13"},
    ]
    asked = {"spells": spells, "qualifying_days": list(WEEKDAYS), "average_weekly_pence": 30_000}
    answers = answer("ssp.absence", asked, national())
    assert replay("ssp.absence", asked, used_parameters(*answers.values())) == answers


NEW_LAW = some.integers(0, 200).map(lambda after: date(2026, 6, 1) + timedelta(days=after))


@told(first=NEW_LAW, length=some.integers(1, 60), average=some.integers(0, 100_000))
def test_a_longer_sickness_never_costs_less_and_no_week_more_than_the_flat_rate(
    first: date, length: int, average: int
) -> None:
    shorter = pay(Spell(first, first + timedelta(days=length - 1)), average=average)
    longer = pay(Spell(first, first + timedelta(days=length)), average=average)
    assert shorter.total.value <= longer.total.value
    assert shorter.paid.value == sum((first + timedelta(days=day)).weekday() < 5 for day in range(length))
    weeks = length // 7 + 2
    assert shorter.total.value <= weeks * 12_325
    assert words.recompute(shorter.total) == shorter.total
