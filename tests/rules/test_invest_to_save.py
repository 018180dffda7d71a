"""A new service costs and saves: the published table comes out to the pound, and is open to doubt."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules.invest_to_save import COST, SAVING, Driver, InvestInputs, Line, invest_to_save
from ownway.rules.ranges import Range
from ownway.rules.refusals import BadInput
from ownway.rules.vocabulary import recompute

THOUSAND = 100_000  # pence

# Sheffield, Direct Payment Support Services, 20 October 2021, table in 4.2.1, in thousands of pounds.
TEAM = Line("Advice team in the council", COST, (109 * THOUSAND, 36 * THOUSAND))
SERVICE = Line("Support service", COST, (85 * THOUSAND, 85 * THOUSAND, 0, -170 * THOUSAND))
GROWTH = Line("Payments that are there grow less", SAVING, (76 * THOUSAND,) * 4)
NEW = Line("New payments start lower", SAVING, (55 * THOUSAND, 109 * THOUSAND, 109 * THOUSAND, 109 * THOUSAND))
BACKLOG = Line("Check-ups that were waiting", SAVING, (150 * THOUSAND,))
BY_DRIVER = Line("Everything", SAVING, driver=Driver(1_000, 9_000, 5_000))
REPORT = InvestInputs(4, (TEAM, SERVICE, GROWTH, NEW, BACKLOG))


def impacts(outcome):
    return [year.impact.value for year in outcome.years]


def with_doubt(low, high):
    comes = Range(low, 10_000, high)
    unsure = (replace(line, comes=comes) if line.kind == SAVING else line for line in REPORT.lines)
    return InvestInputs(4, tuple(unsure))


def test_it_gives_the_impacts_that_the_report_printed():
    # 109 + 85 − 76 − 55 − 150 = −87; 36 + 85 − 76 − 109 = −64; −76 − 109 = −185; −170 − 76 − 109 = −355.
    worked = invest_to_save(REPORT)
    assert impacts(worked.middle) == [-87 * THOUSAND, -64 * THOUSAND, -185 * THOUSAND, -355 * THOUSAND]
    assert [year.so_far.value for year in worked.middle.years] == [
        -87 * THOUSAND,
        -151 * THOUSAND,
        -336 * THOUSAND,
        -691 * THOUSAND,
    ]


def test_without_doubt_put_in_the_three_ways_are_one():
    worked = invest_to_save(REPORT)
    assert impacts(worked.low) == impacts(worked.middle) == impacts(worked.high)


def test_costs_come_whole_whatever_comes_of_the_savings():
    # Half of 281 is 140.5: 194 − 140.5 = 53.5. Half of 185 is 92.5: 121 − 92.5 = 28.5; −92.5; −170 − 92.5 = −262.5.
    low = invest_to_save(with_doubt(5_000, 12_000)).low
    assert [year.spent.value for year in low.years] == [194 * THOUSAND, 121 * THOUSAND, 0, -170 * THOUSAND]
    assert impacts(low) == [5_350_000, 2_850_000, -9_250_000, -26_250_000]


def test_more_than_was_thought_may_come():
    # 120% of 281 is 337.2, and of 185 it is 222.
    high = invest_to_save(with_doubt(5_000, 12_000)).high
    assert impacts(high) == [-14_320_000, -10_100_000, -22_200_000, -39_200_000]


def test_it_says_from_which_year_all_is_earned_back():
    worked = invest_to_save(with_doubt(5_000, 12_000))
    # Low, so far: 53.5, 82, −10.5, −273: earned back after the third year.
    assert worked.low.earned_back_from.value == 3
    assert worked.middle.earned_back_from.value == 1


def test_what_is_earned_back_and_lost_again_is_not_earned_back_yet():
    saves_first = Line("Saves at first", SAVING, (200,))
    costs_later = Line("Costs later", COST, (100, 300))
    pays_again = Line("Saves at last", SAVING, (0, 0, 500))
    # So far: −100, 200, −300.
    worked = invest_to_save(InvestInputs(3, (saves_first, costs_later, pays_again)))
    assert worked.middle.earned_back_from.value == 3
    assert invest_to_save(InvestInputs(2, (saves_first, costs_later))).middle.earned_back_from.value == 0


def test_a_saving_can_be_worked_out_from_what_it_is_a_part_of():
    # 20% of £380,000 is £76,000, then 30%, 40% and 50% of it.
    growing = Line("Payments that are there grow less", SAVING, driver=Driver(38_000_000, 2_000, 1_000))
    worked = invest_to_save(InvestInputs(4, (growing,)))
    assert impacts(worked.middle) == [-7_600_000, -11_400_000, -15_200_000, -19_000_000]


def test_the_reports_words_and_its_numbers_differ():
    # It says 20% in the first year and 10% more each year, and prints £76,000 four times. As said, it saves more.
    as_said = replace(GROWTH, years_pence=(), driver=Driver(38_000_000, 2_000, 1_000))
    said = invest_to_save(InvestInputs(4, (TEAM, SERVICE, as_said, NEW, BACKLOG))).middle
    assert impacts(said)[0] == -87 * THOUSAND
    assert impacts(said)[1:] == [-102 * THOUSAND, -261 * THOUSAND, -469 * THOUSAND]


def test_no_more_is_saved_than_there_is():
    # 90% of £10.00, and then not 140% but all of it.
    assert impacts(invest_to_save(InvestInputs(2, (BY_DRIVER,))).middle) == [-900, -1_000]


@pytest.mark.parametrize(
    ("inputs", "field"),
    [
        (InvestInputs(0, (BY_DRIVER,)), "years"),
        (InvestInputs(31, (BY_DRIVER,)), "years"),
        (InvestInputs(4, ()), "lines"),
        (InvestInputs(4, (replace(TEAM, kind="hope"),)), "lines.0.kind"),
        (InvestInputs(4, (Line("Nothing said", COST),)), "lines.0.years_pence"),
        (InvestInputs(4, (replace(GROWTH, driver=Driver(1, 1)),)), "lines.0.years_pence"),
        (InvestInputs(3, (GROWTH,)), "lines.0.years_pence"),
        (InvestInputs(4, (replace(GROWTH, years_pence=(-1,)),)), "lines.0.years_pence"),
        (InvestInputs(4, (Line("Less", SAVING, driver=Driver(1, -1)),)), "lines.0.driver.first_basis_points"),
        (InvestInputs(4, (replace(GROWTH, comes=Range(0, 0, 100_001)),)), "lines.0.comes.high_basis_points"),
        (InvestInputs(4, (replace(GROWTH, comes=Range(2, 1, 3)),)), "lines.0.comes.low_basis_points"),
    ],
)
def test_what_cannot_be_worked_out_is_told_by_its_field(inputs, field):
    with pytest.raises(BadInput) as refused:
        invest_to_save(inputs)
    assert [problem.field for problem in refused.value.problems] == [field]


AMOUNTS = st.lists(st.integers(0, 10**10), min_size=1, max_size=4).map(tuple)
RATES = st.lists(st.integers(0, 20_000), min_size=3, max_size=3).map(lambda rates: Range(*sorted(rates)))


@given(costs=AMOUNTS, savings=AMOUNTS, comes=RATES)
def test_the_more_comes_the_lower_the_impact_and_the_years_add_up(costs, savings, comes):
    worked = invest_to_save(InvestInputs(4, (Line("Costs", COST, costs), Line("Saves", SAVING, savings, comes=comes))))
    for outcome in (worked.low, worked.middle, worked.high):
        assert sum(impacts(outcome)) == outcome.years[-1].so_far.value
        for year in outcome.years:
            assert recompute(year.so_far) == year.so_far
        assert recompute(outcome.earned_back_from) == outcome.earned_back_from
    for low, middle, high in zip(impacts(worked.low), impacts(worked.middle), impacts(worked.high), strict=True):
        assert low >= middle >= high
