"""Pay is agreed together within a range that is never below the law, and the answer says what the budget must be."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.figures import of_our_council
from tests.rules.pay_talk import AMINAS, EXAMPLE

from ownway.rules import answers_rates
from ownway.rules.employing import SLEEP_IN
from ownway.rules.pay_policy import FactorAnswer, PayBand
from ownway.rules.pay_rates import decide_pay, pay_range, plan_at
from ownway.rules.pay_reasons import reasons
from ownway.rules.plain_data import from_plain
from ownway.rules.plans import PlanLine
from ownway.rules.refusals import BadInput
from ownway.rules.vocabulary import recompute

DAY = date(2026, 6, 1)
FIGURES = of_our_council(DAY)
POLICY, TALK, PLAN = AMINAS.policy, AMINAS.conversation, AMINAS.plan
CARYS = PLAN.assistants[0]


def decided(**changes):
    return decide_pay(replace(AMINAS, **changes), figures=FIGURES)


def said(**answers: str):
    """The same conversation with another answer to some factors."""
    return replace(TALK, said=tuple(replace(one, answer=answers.get(one.factor, one.answer)) for one in TALK.said))


def test_what_was_said_leads_to_a_band_and_a_range():
    # Personal care 2 points and working alone 1: 3 points, £13.00 to £14.20; hard to find somebody adds 40p.
    found = decided().range
    assert (found.band, found.points.value, found.extra.value) == ("Personal care", 3, 40)
    assert (found.least.value, found.most.value) == (1_340, 1_460)
    assert recompute(found.most) == found.most


@pytest.mark.parametrize(
    ("answers", "band", "least", "most"),
    [
        # The band starts at £12.40, below the £12.71 of the law.
        ({"role": "company", "responsibility": "together", "recruitment": "soon"}, "Support", 1_271, 1_320),
        ({"role": "company", "responsibility": "together"}, "Support", 1_280, 1_360),
        ({"recruitment": "soon"}, "Personal care", 1_300, 1_420),
        ({"local_market": "higher"}, "Personal care", 1_365, 1_485),
        # 2 + 1 + 2 = 5 points: still below the 6 of the next band.
        ({"skills": "trained", "recruitment": "soon"}, "Personal care", 1_300, 1_420),
    ],
)
def test_each_answer_has_its_part(answers, band, least, most):
    found = decided(conversation=said(**answers), hourly_pence=None).range
    assert (found.band, found.least.value, found.most.value) == (band, least, most)


def test_a_band_is_reached_with_its_own_points():
    bands = (*POLICY.bands[:2], replace(POLICY.bands[2], from_points=5))
    found = decided(policy=replace(POLICY, bands=bands), conversation=said(skills="trained")).range
    assert found.band == "Complex support"


def test_the_range_never_begins_below_the_minimum_wage_of_the_age_on_the_day():
    cheap = replace(POLICY, bands=(PayBand("Support", 0, 900, 1_000),))

    def least_and_most(age_years: int, day: date = DAY) -> tuple[int, int]:
        found = pay_range(
            conversation=said(recruitment="soon"),
            policy=replace(cheap, from_on=date(2025, 1, 1)),
            assistant=replace(CARYS, age_years=age_years),
            figures=FIGURES.at(day),
        )
        return found.least.value, found.most.value

    assert least_and_most(34) == (1_271, 1_271)
    assert least_and_most(34, date(2026, 3, 31)) == (1_221, 1_221)
    assert least_and_most(20) == (1_085, 1_085)
    assert least_and_most(17) == (900, 1_000)  # the law says £8.00


def test_a_rate_below_the_law_is_refused_with_the_rate_that_is_lawful():
    with pytest.raises(BadInput) as refusal:
        decided(hourly_pence=1_270)
    (problem,) = refusal.value.problems
    assert problem.field == "hourly_pence"
    assert problem.sentence == "The law says at least £12.71 an hour. Choose that, or more."
    decided(hourly_pence=1_271)


def test_the_cost_is_that_of_the_whole_plan_with_all_that_an_employer_pays():
    # 10 h × £14.00 = £140.00 and 4 h × £16.10 (15% on top) = £64.40: £204.40. Holiday × 5.6 ÷ 46.4 = £24.67.
    # A year's pay of £10,628.80 is above the trigger: 3% of the £4,388.80 above £6,240 = £131.66, £2.53 a week.
    # National Insurance is covered by the Employment Allowance. In all £231.60.
    decision = decided(hourly_pence=1_400)
    assert {kind: step.value for kind, step in decision.day_rates} == {"weekday": 1_400, "weekend": 1_610}
    assert decision.cost.value == 23_160
    assert (decision.in_range.value, decision.enough.value) == (1, 1)
    assert recompute(decision.cost) == decision.cost


def test_what_the_budget_does_not_pay_for_says_what_it_would_have_to_be():
    decision = decided(hourly_pence=1_400)
    assert decision.affordable.value == 0
    assert (decision.budget_needed.value, decision.short.value) == (23_160, 160)


def test_a_budget_that_is_just_enough_is_enough():
    decision = decided(hourly_pence=1_400, budget_weekly_pence=23_160)
    assert (decision.affordable.value, decision.budget_needed.value, decision.short.value) == (1, 23_160, 0)


def test_the_highest_rate_that_the_budget_pays_for():
    # At £13.90: £139.00 + 4 × £15.99 = £202.96, holiday £24.50, pension £2.49: £229.95. At £13.91 it is £230.10.
    decision = decided()
    assert decision.highest.value == 1_390
    assert decided(hourly_pence=1_390).affordable.value == 1
    assert decided(hourly_pence=1_391).affordable.value == 0


def test_a_budget_that_is_just_enough_for_a_rate_pays_for_it():
    # £13.91 costs £230.10 (see above).
    assert decided(budget_weekly_pence=23_010).highest.value == 1_391
    assert decided(budget_weekly_pence=23_009).highest.value == 1_390


def test_a_budget_that_does_not_pay_the_least_of_the_range_is_a_finding():
    decision = decided(budget_weekly_pence=20_000)
    assert decision.highest is None
    assert reasons(replace(AMINAS, budget_weekly_pence=20_000), decision)[-1] == (
        "The budget does not pay for the least of the range. To pay it, the budget would have to be £221.52 a week."
    )


def test_a_large_budget_pays_for_the_whole_range_and_no_more():
    assert decided(budget_weekly_pence=50_000).highest.value == 1_460


def test_without_a_rate_the_least_of_the_range_is_tried():
    decision = decided(hourly_pence=None)
    assert decision.rate.value == 1_340
    assert decision.cost == decision.cost_of_least._replace(label=decision.cost.label)


def test_a_sleep_in_keeps_its_own_rate_and_is_held_to_the_law_with_all_the_rest():
    night = PlanLine(
        "pa_hours",
        "Safe at night",
        "Nights",
        minutes_weekly=2_400,
        hourly_pence=100,
        day_kind=SLEEP_IN,
        assistant="carys",
        minutes_awake_weekly=1_200,
    )
    inputs = replace(AMINAS, plan=replace(PLAN, lines=(*PLAN.lines, night)))
    assert plan_at(inputs, 1_400).lines[-1].hourly_pence == 100
    # £204.40 and 40 h × £1.00 = £244.40 for 14 h and 20 h awake: 34 h × £12.71 are £432.14.
    decision = decide_pay(inputs, figures=FIGURES)
    assert decision.enough.value == 0
    assert (
        "With the sleep-ins, all the pay together is below the minimum wage. The sleep-in needs a higher rate."
    ) in reasons(inputs, decision)


def test_the_hours_of_others_keep_their_rates():
    other = replace(PLAN.lines[0], assistant="mia")
    inputs = replace(
        AMINAS,
        plan=replace(PLAN, lines=(*PLAN.lines, other), assistants=(CARYS, replace(CARYS, key="mia", name="Mia"))),
    )
    assert [line.hourly_pence for line in plan_at(inputs, 1_400).lines] == [1_400, 1_610, 1_300]


def test_part_of_a_penny_on_top_counts_for_the_one_who_works():
    # 15% of £13.01 is £1.9515: £1.96.
    assert {kind: step.value for kind, step in decided(hourly_pence=1_301).day_rates}["weekend"] == 1_497


@settings(max_examples=40, deadline=None)
@given(pence=st.integers(1_271, 2_500), more=st.integers(0, 400), budget=st.integers(0, 60_000))
def test_more_pay_never_costs_less_and_the_budget_needed_is_always_enough(pence, more, budget):
    low = decided(hourly_pence=pence, budget_weekly_pence=budget)
    high = decided(hourly_pence=pence + more, budget_weekly_pence=budget)
    assert low.cost.value <= high.cost.value
    assert decided(hourly_pence=pence, budget_weekly_pence=low.budget_needed.value).affordable.value == 1
    assert low.affordable.value == (low.cost.value <= budget)
    assert low.short.value == low.budget_needed.value - budget if not low.affordable.value else low.short.value == 0


def test_every_reason_is_a_sentence():
    assert reasons(AMINAS, decided()) == (
        "Amina, Brian and Dev talked about pay on 12 May 2026.",
        "The work: personal care (2 points). “Carys helps me wash, dress and eat.”",
        "Responsibility: works alone (1 point). “Nobody else is there in the morning.”",
        "Skills: learns on the job (nothing added). “I teach her how I like things.”",
        "What others pay near here: pay is like that nearby (nothing added). “The agency down the road pays the same.”",
        (
            "How hard it is to find somebody: nobody was found for three months (£0.40 an hour more)."
            " “The advert was up since February.”"
        ),
        "3 points in all: that is “Personal care”, from £13.00 an hour to £14.20 an hour.",
        "The law says at least £12.71 an hour for Carys.",
        "So the pay is from £13.40 an hour to £14.60 an hour.",
        "On top for the weekend: £16.10 an hour.",
        "At £14.00 an hour, the plan costs £231.60 a week, with holiday, National Insurance and pension.",
        "The budget is £230.00 a week. For this pay it would have to be £231.60 a week, which is £1.60 a week more.",
        "The budget pays for up to £13.90 an hour in this range.",
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"hourly_pence": 1_500},
            "£15.00 an hour is more than the range. Write down why, so that pay is fair to everybody.",
        ),
        (
            {"hourly_pence": 1_300},
            "£13.00 an hour is less than the range. Write down why, so that pay is fair to everybody.",
        ),
        ({"budget_weekly_pence": 23_160}, "The budget of £231.60 a week pays for it."),
        (
            {"conversation": said(role="company", responsibility="together", recruitment="soon")},
            "“Support” begins below that, so the range begins at £12.71 an hour.",
        ),
        (
            {"policy": replace(POLICY, bands=(PayBand("Old band", 0, 1_000, 1_200),))},
            "“Old band” ends below that, so nobody can be paid by it. The council needs to look at its policy.",
        ),
    ],
)
def test_what_is_unusual_is_said(changes, sentence):
    inputs = replace(AMINAS, **changes)
    assert sentence in reasons(inputs, decide_pay(inputs, figures=FIGURES))


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"budget_weekly_pence": -1, "assistant": "nobody"}, ["budget_weekly_pence", "assistant"]),
        ({"plan": replace(PLAN, lines=())}, ["plan.lines"]),
        ({"plan": replace(PLAN, year="53")}, ["plan.year"]),
        ({"conversation": replace(TALK, present=("Dev", " "))}, ["conversation.present"]),
        ({"conversation": replace(TALK, held_on=date(2026, 3, 31))}, ["conversation.held_on"]),
        ({"conversation": replace(TALK, said=TALK.said[1:])}, ["conversation.said"]),
        ({"conversation": replace(TALK, said=(*TALK.said, TALK.said[0]))}, ["conversation.said"]),
        ({"conversation": said(role="magic")}, ["conversation.said.0.answer"]),
        (
            {"conversation": replace(TALK, said=(replace(TALK.said[0], words=" "), *TALK.said[1:]))},
            ["conversation.said.0.words"],
        ),
        ({"policy": replace(POLICY, bands=())}, ["policy.bands"]),
        ({"policy": replace(POLICY, bands=POLICY.bands[1:])}, ["policy.bands"]),
        ({"policy": replace(POLICY, bands=(PayBand("A", 0, 1_300, 1_200),))}, ["policy.bands.0"]),
        ({"policy": replace(POLICY, bands=(PayBand("A", 0, 0, 1_200),))}, ["policy.bands.0"]),
        (
            {"policy": replace(POLICY, bands=(PayBand("A", 0, 1_300, 1_500), PayBand("B", 2, 1_350, 1_400)))},
            ["policy.bands.1"],
        ),
        ({"policy": replace(POLICY, answers=(*POLICY.answers, POLICY.answers[0]))}, ["policy.answers"]),
        (
            {"policy": replace(POLICY, answers=(*POLICY.answers, FactorAnswer("smile", "wide", "smiles", -1)))},
            ["policy.answers.10.factor", "policy.answers.10"],
        ),
        (
            {"policy": replace(POLICY, unsocial=(replace(POLICY.unsocial[0], day_kind=SLEEP_IN),))},
            ["policy.unsocial.0.day_kind"],
        ),
        (
            {
                "policy": replace(
                    POLICY, unsocial=(*POLICY.unsocial, replace(POLICY.unsocial[0], extra_basis_points=-1))
                )
            },
            ["policy.unsocial", "policy.unsocial.1.extra_basis_points"],
        ),
    ],
)
def test_what_is_wrong_is_told_by_its_field(changes, fields):
    with pytest.raises(BadInput) as refusal:
        decided(**changes)
    assert [problem.field for problem in refusal.value.problems] == fields


def test_one_rate_for_a_band_and_nothing_on_top_are_a_policy_too():
    bare = replace(
        POLICY,
        bands=(PayBand("One rate", 0, 1_300, 1_300), PayBand("One rate for all", 9, 1_300, 1_300)),
        unsocial=(replace(POLICY.unsocial[0], extra_basis_points=0),),
    )
    first_day = replace(TALK, held_on=POLICY.from_on)
    decision = decided(policy=bare, conversation=first_day, hourly_pence=1_340)
    assert (decision.range.least.value, decision.range.most.value) == (1_340, 1_340)
    assert {step.value for _, step in decision.day_rates} == {1_340}


def test_an_answer_that_the_policy_has_not_says_which_it_has():
    with pytest.raises(BadInput, match=r"“magic” is not an answer .* Choose one of: company, care\."):
        decided(conversation=said(role="magic"))


def test_the_example_of_its_page():
    rule = answers_rates.RULES["pay.rate"]
    answers = rule.work(from_plain(rule.inputs, EXAMPLE), FIGURES)
    expected = {"least": 1_340, "most": 1_460, "cost": 23_160, "budget_needed": 23_160, "highest_affordable": 1_390}
    assert {name: answers[name].value for name in expected} == expected
    poor = rule.work(from_plain(rule.inputs, EXAMPLE | {"budget_weekly_pence": 0}), FIGURES)
    assert "highest_affordable" not in poor
    words = answers_rates.PLAIN_RULES["pay.reasons"].work(from_plain(rule.inputs, EXAMPLE), FIGURES)
    assert words["band"] == "Personal care"
    assert len(words["reasons"]) == 13
