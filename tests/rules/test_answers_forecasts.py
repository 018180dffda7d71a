"""The rules about the years ahead answer by name, and their worked examples come out as their pages say."""

from datetime import date

import pytest

from ownway.rules.parameters import load_national
from ownway.rules.refusals import BadInput
from ownway.rules.registry import RULES, answer, replay

FIGURES = load_national().on(date(2026, 6, 1))


def example_of(rule):
    return {name: step.value for name, step in answer(rule, RULES[rule].example, FIGURES).items()}


def test_the_example_of_invest_to_save_is_the_published_table_and_what_is_left_if_half_the_savings_come():
    found = example_of("forecast.invest_to_save")
    assert [found[f"middle.{year}.impact"] for year in (1, 2, 3, 4)] == [
        -8_700_000,
        -6_400_000,
        -18_500_000,
        -35_500_000,
    ]
    # Half of 76 and of 55 or 109 comes; the check-ups that were waiting come whole: 194 − 65.5 − 150 = −21.5, in
    # thousands; 121 − 92.5 = 28.5; −92.5; −170 − 92.5 = −262.5. So far −21.5, 7, −85.5, −348.
    assert [found[f"low.{year}.impact"] for year in (1, 2, 3, 4)] == [-2_150_000, 2_850_000, -9_250_000, -26_250_000]
    assert (found["low.earned_back_from"], found["middle.earned_back_from"]) == (3, 1)
    assert (found["low.1.spent"], found["low.1.saved"], found["low.4.so_far"]) == (19_400_000, 21_550_000, -34_800_000)


def test_the_example_of_money_returned_is_the_published_row():
    found = example_of("forecast.returns")
    assert [found[f"middle.{year}"] for year in range(1, 6)] == [
        410_000_000,
        369_000_000,
        332_100_000,
        298_890_000,
        269_001_000,
    ]
    assert found["low.2"] == 348_500_000  # 15% less than £4.1m
    assert found["high.2"] == 389_500_000  # 5% less


def test_the_example_of_what_is_promised_counts_days_and_a_rise():
    # March: 31 × £30 and 10 × £10. April: 30 × £30 and 4 × £10 are £940, with 2%, 4% and 6% more.
    assert example_of("forecast.commitments") == {
        "low.2027-03": 103_000,
        "low.2027-04": 95_880,
        "middle.2027-03": 103_000,
        "middle.2027-04": 97_760,
        "high.2027-03": 103_000,
        "high.2027-04": 99_640,
    }


@pytest.mark.parametrize("rule", ["forecast.invest_to_save", "forecast.returns", "forecast.commitments"])
def test_it_needs_no_figure_of_the_law_so_a_replay_needs_none(rule):
    assert replay(rule, RULES[rule].example, []) == answer(rule, RULES[rule].example, FIGURES)


def test_what_is_missing_is_named():
    with pytest.raises(BadInput, match="Tell us “falls”"):
        answer("forecast.returns", {"first_year_pence": 1, "years": 2}, FIGURES)
