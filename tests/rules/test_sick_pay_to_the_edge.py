"""Sick pay: which spells go together, and from which day of a week a sickness was long enough, by the day."""

from datetime import date

import pytest
from tests.rules.figures import national

from ownway.rules import sick_pay, sickness
from ownway.rules import vocabulary as words
from ownway.rules.sickness import Spell
from ownway.rules.steps import PENCE_WEEKLY, walk

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
JUNE = Spell(date(2025, 6, 2), date(2025, 6, 8))  # Monday to Sunday: waits 3 days, 2 paid: £118.75 × 2 ÷ 5 = £47.50


def pay(*spells: Spell) -> sickness.SickPay:
    average = words.given("Average weekly pay", 30_000, PENCE_WEEKLY)
    return sickness.pay_for_spells(spells=spells, qualifying_days=WEEKDAYS, average=average, figures=national())


@pytest.mark.parametrize(
    ("sick_from", "sick_to", "days"),
    [("Thu", "Sun", ("Thu", "Fri")), ("Thu", "Sat", ()), ("Mon", "Thu", ("Mon", "Tue", "Wed", "Thu"))],
)
def test_before_april_2026_four_days_in_a_row_counted_wherever_in_the_week(
    sick_from: str, sick_to: str, days: tuple[str, ...]
) -> None:
    asked = {"sick_from": sick_from, "sick_to": sick_to, "linked": True}
    assert sick_pay.days_paid(qualifying_days=WEEKDAYS, **asked, figures=national(date(2026, 4, 5)))[2] == days


def test_a_sickness_too_short_to_count_does_not_bring_two_together() -> None:
    """Between 8 June and 1 September lie 84 days; two days in July are near to both, and too short to count."""
    july = Spell(date(2025, 7, 17), date(2025, 7, 18))
    september = Spell(date(2025, 9, 1), date(2025, 9, 7))
    found = pay(JUNE, july, september)
    assert (found.waiting.value, found.paid.value, found.total.value) == (6, 4, 2 * 4_750)
    assert found.linked.value == 0


def test_after_spells_that_go_together_a_new_one_waits_again() -> None:
    """17 to 23 June goes with the first: 5 working days, all paid, £95 and £23.75. December begins again."""
    linked, december = Spell(date(2025, 6, 17), date(2025, 6, 23)), Spell(date(2025, 12, 1), date(2025, 12, 7))
    found = pay(JUNE, linked, december)
    assert (found.waiting.value, found.paid.value) == (6, 2 + 5 + 2)
    assert found.total.value == 4_750 + 9_500 + 2_375 + 4_750


@pytest.mark.parametrize(("last", "label"), [(1, "Weeks with 1 day paid"), (2, "Weeks with 2 days paid")])
def test_it_says_how_many_days_of_a_week_are_paid(last: int, label: str) -> None:
    found = pay(Spell(date(2026, 6, 1), date(2026, 6, last)))
    assert label in [step.label for step in walk(found.total)]
