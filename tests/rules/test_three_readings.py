"""One rule, three readings: for one person, for a whole cohort in columns, and as a loop made of its traced sums."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from tests.rules.cohorts import AMINA, PLAN, one_of, people_like_amina
from tests.rules.decimal_offer import law_of, offer
from tests.rules.figures import of_our_council

from ownway.rules import loops
from ownway.rules.answers import Rule
from ownway.rules.blocks import BLOCK
from ownway.rules.cohort import Cohort, columns_of
from ownway.rules.columns import column
from ownway.rules.names import Tape, TooLargeError
from ownway.rules.parameters import FigureNotConfirmed, load_national
from ownway.rules.refusals import BadInput
from ownway.rules.registry import RULES
from ownway.rules.steps import COUNT, PENCE, digest, used_parameters, walk
from ownway.rules.vocabulary import choose, given, is_more_than, recompute, shared

OFFER = RULES["offer.whole"]
FIGURES = of_our_council()
ANSWERS = ("weekly", "contribution", "net_payment")


def cohort_of(size, *, seed=1):
    return Cohort(OFFER, people_like_amina(size, seed=seed), size, FIGURES)


def wrong(cohort, **changes):
    """The cohort with another first income."""
    first, *others = cohort.inputs.finances.income
    finances = replace(cohort.inputs.finances, income=(replace(first, **changes), *others))
    return replace(cohort, inputs=replace(cohort.inputs, finances=finances))


@pytest.fixture(scope="module")
def cohort():
    return cohort_of(3_000)


@pytest.fixture(scope="module")
def answers(cohort):
    return cohort.answers(*ANSWERS)


def test_a_cohort_gets_the_pennies_that_each_person_alone_gets(cohort, answers):
    for place in range(400):
        alone = OFFER.work(one_of(cohort.inputs, place), FIGURES)
        assert {name: alone[name].value for name in ANSWERS} == {name: answers[name][place] for name in ANSWERS}


def test_every_penny_is_that_of_an_offer_worked_out_in_decimal_pounds(cohort, answers):
    law = law_of(FIGURES)
    differ = [
        place
        for place in range(cohort.size)
        if offer(one_of(cohort.inputs, place), law) != tuple(answers[name][place] for name in ANSWERS)
    ]
    assert differ == []


def test_the_people_are_not_all_alike(cohort, answers):
    pays, costs = answers["contribution"], answers["weekly"]
    assert (pays == 0).any()
    assert (pays == costs).any()
    assert ((pays > 0) & (pays < costs)).any()


def test_the_traced_sums_as_plain_python_give_the_same(cohort, answers):
    tape, named = cohort.trace()
    asked = {name: named[name].value for name in ANSWERS}
    columns = [one.view(np.ndarray) for one in columns_of(cohort.inputs)]
    outs = [np.empty(300, dtype=np.int64) for _ in ANSWERS]
    loops.plain(tape, asked)(*columns, *outs)
    for name, out in zip(ANSWERS, outs, strict=True):
        assert (out == answers[name][:300]).all()


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_the_compiled_loop_gives_the_same_however_many_share_it(cohort, answers, threads):
    compiled = cohort.compiled(*ANSWERS)(threads=threads)
    for name in ANSWERS:
        assert (compiled[name] == answers[name]).all()


def test_blocks_join_without_a_seam():
    long = cohort_of(BLOCK + 5, seed=2)
    answers = long.answers(*ANSWERS)
    for place in (0, BLOCK - 1, BLOCK, BLOCK + 4):
        alone = OFFER.work(one_of(long.inputs, place), FIGURES)
        assert [answers[name][place] for name in ANSWERS] == [alone[name].value for name in ANSWERS]


def test_progress_is_told_block_by_block():
    told = []
    cohort_of(BLOCK + 5, seed=2).answers("contribution", progress=told.append)
    assert told == [BLOCK, 5]


def test_one_persons_working_is_lifted_out_and_can_be_worked_out_again(cohort):
    lifted = cohort.explain(17)["contribution"]
    alone = OFFER.work(one_of(cohort.inputs, 17), FIGURES)["contribution"]
    assert lifted.value == alone.value
    assert recompute(lifted) == lifted
    assert all(type(step.value) is int and type(step.over) is int for step in walk(lifted))


def test_a_working_without_lines_of_nought_is_the_very_same(cohort):
    """A cohort keeps a line that is nought for one and not for another; where all have it, nothing differs."""
    alike = replace(cohort, inputs=with_two_owners(cohort.inputs, cohort.size))
    place = next(place for place in range(99) if alike.explain(place)["contribution"].value > 0)
    alone = OFFER.work(one_of(alike.inputs, place), FIGURES)
    lifted = alike.explain(place)
    assert digest(lifted["weekly"]) == digest(alone["weekly"])
    assert digest(lifted["capital"]) == digest(alone["capital"])


def with_two_owners(inputs, size):
    savings, shares = inputs.finances.capital
    two = replace(shares, owners=column(np.full(size, 2)))
    return replace(inputs, finances=replace(inputs.finances, capital=(savings, two)))


def test_everybodys_working_can_be_made_one_after_another(cohort):
    for place, answers in zip(range(200), cohort.workings(), strict=False):
        alone = OFFER.work(one_of(cohort.inputs, place), FIGURES)
        assert {name: step.value for name, step in answers.items()} == {name: alone[name].value for name in alone}
        assert recompute(answers["net_payment"]) == answers["net_payment"]


def test_a_working_made_in_a_row_names_the_same_figures_and_sources(cohort):
    made, alone = next(cohort.workings()), OFFER.work(one_of(cohort.inputs, 0), FIGURES)
    assert used_parameters(made["weekly"]) == used_parameters(alone["weekly"])
    assert digest(made["lines.0"]) == digest(alone["lines.0"])


def test_a_working_of_somebody_whose_numbers_cannot_be_right_refuses_by_the_field(cohort):
    debts = column(np.where(np.arange(cohort.size) == 2, -1, 14_000))
    made = wrong(cohort, amount_pence=debts).workings()
    assert next(made)
    assert next(made)
    with pytest.raises(BadInput, match="less than nothing"):
        next(made)


def test_somebody_who_is_not_there_cannot_be_explained(cohort):
    with pytest.raises(IndexError, match="There are 3000 people; there is no number 3000"):
        cohort.explain(3_000)


def test_a_column_of_another_length_does_not_fit():
    with pytest.raises(ValueError, match="A column of 10 does not fit 11 people"):
        Cohort(OFFER, people_like_amina(10, seed=1), 11, FIGURES)


def test_a_negative_income_of_anybody_is_refused_by_its_field(cohort):
    debts = column(np.where(np.arange(cohort.size) == 1_234, -1, 14_000))
    with pytest.raises(BadInput) as refusal:
        wrong(cohort, amount_pence=debts).answers(*ANSWERS)
    assert [problem.field for problem in refusal.value.problems] == ["income.0.amount_pence"]


def test_the_compiled_loop_refuses_it_too(cohort):
    more = column(np.where(np.arange(cohort.size) == 1_234, 20_001, 0))
    twisted = wrong(cohort, disregard_pence=more, disregard_reason="An old award")
    with pytest.raises(BadInput) as refusal:
        twisted.compiled(*ANSWERS)()
    assert [problem.field for problem in refusal.value.problems] == ["income.0.disregard_pence"]


def test_what_is_only_asked_about_is_worked_out(cohort):
    """More hours than a week has are unusual, not impossible: two may help at once."""
    weekdays, weekends, agency, *others = cohort.inputs.plan.lines
    twice = replace(agency, minutes_weekly=column(np.full(cohort.size, 9_900)))
    asked = replace(
        cohort, inputs=replace(cohort.inputs, plan=replace(PLAN, lines=(weekdays, weekends, twice, *others)))
    )
    place = int((weekdays.minutes_weekly + weekends.minutes_weekly).argmax())
    alone = OFFER.work(one_of(asked.inputs, place), FIGURES)["weekly"].value
    assert asked.answers("weekly")["weekly"][place] == alone


def test_sums_that_would_not_fit_the_machine_are_refused_before_anything_is_worked_out(cohort):
    riches = column(np.full(cohort.size, 2**61))
    with pytest.raises(TooLargeError, match="too large to be right"):
        wrong(cohort, amount_pence=riches).answers(*ANSWERS)


def test_a_figure_that_is_not_confirmed_refuses_the_cohort():
    with pytest.raises(FigureNotConfirmed):
        Cohort(OFFER, AMINA, 5, load_national().on(FIGURES.day)).answers()


@pytest.mark.parametrize("values", [[1.5, 2.0], ["£5"], [[1], [2]]])
def test_a_column_holds_whole_numbers_in_one_line(values):
    with pytest.raises(TypeError, match="whole numbers in one line"):
        column(values)


def test_a_name_cannot_steer_a_rule():
    name = Tape().input(least=0, most=10)
    with pytest.raises(TypeError, match="use choose"):
        bool(name)


@dataclass(frozen=True)
class Bill:
    amount_pence: int


def by_the_amount(bill, _):
    label = "A large bill" if bill.amount_pence > 1_000 else "A bill"
    return {"bill": given(label, bill.amount_pence, PENCE)}


def test_a_rule_that_an_amount_steers_is_worked_out_person_by_person():
    told = []
    bills = Cohort(Rule(Bill, by_the_amount), Bill(column([500, 1_500, 1_000])), 3, FIGURES)
    assert list(bills.answers("bill", progress=told.append)["bill"]) == [500, 1_500, 1_000]
    assert told == [1, 1, 1]
    assert bills.explain(1)["bill"].label == "A large bill"


def test_a_share_among_nobody_is_refused_by_its_bounds():
    tape = Tape()
    ways = given("People who own it", tape.input(least=0, most=3), COUNT)
    with pytest.raises(ValueError, match="must be more than nothing"):
        shared("Share", given("Worth", 100, PENCE), ways, rounding="down to the penny")


def test_the_same_sum_is_noted_once():
    tape = Tape()
    name = tape.input(least=0, most=10)
    test = is_more_than("More", given("It", name, PENCE), given("Five", 5, PENCE))
    choose("Choice", test, yes=given("Yes", name + 1, PENCE), no=given("No", 1 + name, PENCE))
    assert [what for what, _ in tape.sums] == ["input", ">", "+", "pick"]
