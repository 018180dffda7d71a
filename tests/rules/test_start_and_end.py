"""Starting to employ, and stopping, is a list with a total in which nothing is forgotten."""

from dataclasses import replace

import pytest
from tests.rules.figures import national
from tests.rules.recalled import as_recalled

from ownway.rules.parameters import FigureNotConfirmed
from ownway.rules.start_and_end import Leaver, StartUp, run_off, run_off_of_all, start_up

CARYS = Leaver(name="Carys", pay_weekly_pence=30_000, age_years=43, worked_years=5, days_gone=73, taken_hundredths=200)


def test_what_is_for_each_assistant_is_counted_for_each() -> None:
    asked = StartUp(assistants=3, advert_pence=1_000, check_help_pence=600, training_pence=2_000, equipment_pence=100)
    total, lines = start_up(asked, figures=national())
    assert total.value == 1_000 + 3 * (600 + 2_000 + 100)
    assert sum(line.value for line in lines) == total.value


def test_every_cost_that_can_be_told_is_in_the_total() -> None:
    names = [name for name in StartUp.__dataclass_fields__ if name.endswith("_pence")]
    everything = StartUp(assistants=1, **{name: 2**place for place, name in enumerate(names)})
    assert start_up(everything, figures=national())[0].value == 2 ** len(names) - 1


@pytest.mark.parametrize(("check", "fee"), [("enhanced", 4_950), ("basic", 2_150), ("none", 0)])
def test_a_background_check_has_a_fee_for_each(check: str, fee: int) -> None:
    total, _ = start_up(StartUp(assistants=2, check=check), figures=as_recalled())
    assert total.value == 2 * fee


def test_a_fee_that_nobody_confirmed_is_not_used() -> None:
    with pytest.raises(FigureNotConfirmed, match="Fee for an enhanced DBS check"):
        start_up(StartUp(assistants=1, check="enhanced"), figures=national())


def test_stopping_is_notice_redundancy_and_holiday() -> None:
    # 5 × £300; 6 weeks × £300; 3.6 days × £60
    found = run_off(CARYS, figures=national())
    assert [found.notice.value, found.redundancy.value, found.holiday.value] == [150_000, 180_000, 21_600]
    assert found.total.value == 351_600


def test_no_redundancy_is_paid_when_the_work_goes_on() -> None:
    found = run_off(replace(CARYS, redundant=False), figures=national())
    assert (found.redundancy.value, found.total.value) == (0, 171_600)


def test_changing_hours_are_owed_by_the_hour() -> None:
    irregular = replace(
        CARYS, hours_kind="irregular", earned_minutes=600, taken_minutes=120, hourly_pence=1_300, worked_years=1
    )
    found = run_off(irregular, figures=national())
    assert [found.notice.value, found.redundancy.value, found.holiday.value] == [30_000, 0, 10_400]


def test_somebody_in_their_first_weeks_is_owed_only_what_the_contract_says() -> None:
    new = replace(CARYS, worked_years=0, worked_a_month=False, contract_weeks=1, days_gone=0, taken_hundredths=0)
    assert run_off(new, figures=national()).total.value == 30_000


def test_everybody_and_the_last_payroll_add_up() -> None:
    total, each = run_off_of_all([CARYS, CARYS], final_payroll_pence=4_500, other_pence=250, figures=national())
    assert total.value == 2 * 351_600 + 4_750
    assert len(each) == 2


def test_stopping_with_nobody_left_is_only_the_payroll() -> None:
    assert run_off_of_all([], final_payroll_pence=4_500, other_pence=0, figures=national())[0].value == 4_500
