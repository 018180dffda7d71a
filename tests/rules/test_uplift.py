"""An uplift is looked at before it is put in force, is never done twice, and can be undone to the penny."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules import uplifted
from tests.rules.figures import PENSION, of_our_council
from tests.rules.uplifted import AMINA, APRIL, PEOPLE, TODAY, TOM, an_uplift

from ownway.rules import answers_uplift
from ownway.rules.parameters import load_national
from ownway.rules.plain_data import from_plain
from ownway.rules.plan_cost import cost
from ownway.rules.plans import ACTIVITY, AGENCY_HOURS, CONTINGENCY, PA_HOURS
from ownway.rules.refusals import BadInput
from ownway.rules.uplift import UpliftAlreadyDone, UpliftCannotBeUndone, preview, put_in_force, undo
from ownway.rules.vocabulary import recompute

FIGURES = of_our_council()


def previewed(uplift=None, people=PEOPLE, **more):
    return preview(uplift=uplift or an_uplift(), people=people, today=more.pop("today", TODAY), figures=FIGURES, **more)


def changes(found) -> dict[tuple[str, str], tuple[int, int]]:
    """Each changed line by person and label: its rate before and after."""
    return {(one.key, line.label): (line.before.value, line.after.value) for one in found.people for line in one.lines}


def test_every_change_is_shown_before_anything_is_changed():
    # 3.5% of £25.23 is 88.305p: £26.11. 3.5% of £26.00 is 91p: £26.91.
    found = previewed()
    assert changes(found) == {("Amina", "Bedtime"): (2_523, 2_611), ("Tom", "Help to get up"): (2_600, 2_691)}
    (line,) = found.people[0].lines
    assert (line.place, line.kind, line.provider) == (2, AGENCY_HOURS, "Evening Star")
    assert recompute(line.after) == line.after


def test_each_persons_budget_is_shown_before_and_after():
    # Tom: 7 h × £26.00 + £20 × 12 ÷ 52 = £182.00 + £4.62; afterwards 7 h × £26.91 = £188.37 + £4.62.
    tom = previewed().people[1]
    assert (tom.key, tom.before.value, tom.after.value, tom.difference.value) == ("Tom", 18_662, 19_299, 637)


def test_the_totals_are_the_sums_of_the_people():
    found = previewed()
    assert found.before.value == sum(one.before.value for one in found.people)
    assert found.after.value == sum(one.after.value for one in found.people)
    assert found.difference.value == found.after.value - found.before.value
    assert recompute(found.difference) == found.difference


def test_a_rise_in_pay_raises_what_an_employer_pays_on_top_too():
    # 10 h × 50p = £5.00 of pay; holiday on £125.00 is £15.09, on £130.00 £15.69; contingency is 5% of all.
    carys = replace(AMINA, plan=replace(AMINA.plan, lines=(AMINA.plan.lines[0], AMINA.plan.lines[-1])), providers=())
    found = previewed(an_uplift(way="extra", basis_points=0, pence=50, kinds=(PA_HOURS,)), people=(carys,))
    assert found.people[0].before.value == 12_500 + 1_509 + 700  # 5% of £140.09 is £7.0045
    assert found.people[0].after.value == 13_000 + 1_569 + 728  # 5% of £145.69 is £7.2845


def test_only_the_kind_and_the_provider_that_are_named_rise():
    by_provider = an_uplift(kinds=(), providers=("Leisure Trust",))
    assert changes(previewed(by_provider)) == {("Amina", "Swimming"): (1_200, 1_242), ("Tom", "Choir"): (2_000, 2_070)}
    both = an_uplift(kinds=(AGENCY_HOURS,), providers=("Sunrise Care",))
    assert changes(previewed(both)) == {("Tom", "Help to get up"): (2_600, 2_691)}
    assert [one.key for one in previewed(both).people] == ["Tom"]


def test_without_kinds_and_providers_everything_rises_and_what_stays_says_why():
    found = previewed(an_uplift(kinds=()))
    assert len(changes(found)) == 7
    assert [(line.label, line.sentence) for line in found.people[0].stays] == [
        ("Advert", "It is paid once."),
        ("Contingency", "It is a part of all the rest, so it rises with the rest."),
    ]


def test_contingency_that_is_an_amount_rises_like_any_other():
    amount = replace(TOM.plan.lines[1], kind=CONTINGENCY, label="In case", amount_pence=1_000, every="week")
    tom = replace(TOM, plan=replace(TOM.plan, lines=(amount,)), providers=())
    assert changes(previewed(an_uplift(kinds=(CONTINGENCY,)), people=(tom,))) == {("Tom", "In case"): (1_000, 1_035)}


def test_a_new_rate_raises_and_never_lowers():
    found = previewed(an_uplift(way="new rate", basis_points=0, pence=2_550))
    assert changes(found) == {("Amina", "Bedtime"): (2_523, 2_550)}
    assert [line.sentence for line in found.people[1].stays] == [
        "£26.00 an hour is more than the new rate. Nothing is lowered, so it stays."
    ]


def test_a_new_rate_lowers_only_when_it_says_so():
    found = previewed(an_uplift(way="new rate", basis_points=0, pence=2_550, may_lower=True))
    assert changes(found)["Tom", "Help to get up"] == (2_600, 2_550)
    assert found.people[1].difference.value == -350


def test_a_rate_for_an_hour_leaves_what_is_paid_by_the_month():
    found = previewed(an_uplift(kinds=(ACTIVITY,), way="extra", basis_points=0, pence=100, per="week"))
    assert changes(found) == {("Amina", "Swimming"): (1_200, 1_300)}
    assert [line.sentence for line in found.people[1].stays] == [
        "It is paid by the month, and this uplift is for a week."
    ]


def test_a_rise_to_the_minimum_wage_lifts_only_those_below_it_by_their_age():
    # From April 2026: £12.71 at 34, so £12.50 rises; £10.85 at 19, so £11.00 stays.
    found = previewed(an_uplift(way="minimum wage", basis_points=0, kinds=()))
    assert changes(found) == {("Amina", "Carys"): (1_250, 1_271)}
    assert [line.sentence for line in found.people[0].stays] == ["£11.00 an hour is not below the minimum wage."]
    assert len(found.people) == 1


def test_a_rise_to_the_minimum_wage_is_to_that_of_the_day_it_begins():
    # £12.50 is above the £12.21 of 31 March 2026 and below the £12.71 of the day after.
    figures = load_national().with_confirmed([replace(one, from_on=date(2025, 4, 6)) for one in PENSION]).on(TODAY)

    def from_on(day: date):
        rise = an_uplift(way="minimum wage", basis_points=0, kinds=(), from_on=day)
        return preview(uplift=rise, people=PEOPLE, today=TODAY, figures=figures)

    assert changes(from_on(date(2026, 3, 31))) == {}
    assert from_on(date(2026, 3, 31)).asks == (
        "Nothing changes. Is this the right kind of support, and the right provider?",
    )
    assert changes(from_on(date(2026, 4, 1))) == {("Amina", "Carys"): (1_250, 1_271)}


def test_a_sleep_in_is_left_to_be_looked_at():
    night = replace(AMINA.plan.lines[0], day_kind="sleep-in", hourly_pence=500)
    amina = replace(AMINA, plan=replace(AMINA.plan, lines=(night,)), providers=())
    found = previewed(an_uplift(way="minimum wage", basis_points=0, kinds=()), people=(amina,))
    assert changes(found) == {}
    assert "sleep-in has a rate of its own" in found.people[0].stays[0].sentence


def test_a_rise_too_small_for_a_penny_says_so():
    found = previewed(an_uplift(basis_points=1), people=(TOM,))
    assert found.people[0].stays[0].sentence == "£26.00 an hour stays the same to the penny."
    assert found.people[0].difference.value == 0


def test_put_in_force_and_undone_every_penny_is_as_before():
    agreed = previewed(an_uplift(kinds=()))
    after = put_in_force(agreed, PEOPLE)
    assert after[1].plan.lines[0].hourly_pence == 2_691
    assert cost(after[0].plan, figures=FIGURES.at(APRIL)).weekly.value == agreed.people[0].after.value
    assert undo(agreed.applied, after) == PEOPLE


def test_people_whom_it_is_not_about_are_left_alone():
    after = put_in_force(previewed(an_uplift(providers=("Sunrise Care",))), PEOPLE)
    assert after[0] == AMINA


def test_the_same_uplift_twice_is_refused_under_any_name():
    done = previewed().applied
    for again in (an_uplift(), an_uplift(key="another name", words="Once more"), an_uplift(kinds=(AGENCY_HOURS,) * 2)):
        with pytest.raises(UpliftAlreadyDone, match="in force already, as “agencies 2026” from 6 April 2026"):
            previewed(again, already=(done,))
    previewed(already=())


def test_another_uplift_may_not_take_its_name():
    with pytest.raises(BadInput) as refusal:
        previewed(an_uplift(basis_points=100), already=(previewed().applied,))
    assert [problem.field for problem in refusal.value.problems] == ["uplift.key"]


def test_a_second_rise_of_the_same_lines_on_the_same_day_is_asked_about():
    first = previewed(an_uplift(providers=("Sunrise Care",)))
    second = an_uplift(key="more", basis_points=100)
    after = put_in_force(first, PEOPLE)
    found = previewed(second, people=after, already=(first.applied,))
    assert found.asks == ("1 of these lines rises on the same day by “agencies 2026” too. Is that meant?",)
    assert previewed(replace(second, from_on=date(2026, 5, 4)), people=after, already=(first.applied,)).asks == ()


def test_a_line_that_changed_since_stops_the_undoing_and_nothing_is_undone():
    first = previewed()
    after = put_in_force(first, PEOPLE)
    second = previewed(an_uplift(key="more", basis_points=100, providers=("Sunrise Care",)), people=after)
    later = put_in_force(second, after)
    with pytest.raises(UpliftCannotBeUndone, match=r"cannot be undone: “Help to get up” of Tom\. Undo what came later"):
        undo(first.applied, later)
    assert undo(first.applied, undo(second.applied, later)) == PEOPLE


def test_somebody_who_is_gone_or_a_line_that_is_gone_stops_it_too():
    applied = previewed().applied
    after = put_in_force(previewed(), PEOPLE)
    for others in (after[:1], (after[0], replace(after[1], plan=replace(after[1].plan, lines=()), providers=()))):
        with pytest.raises(UpliftCannotBeUndone, match="of Tom"):
            undo(applied, others)


@settings(max_examples=150, deadline=None)
@given(people=uplifted.people, uplift=uplifted.uplifts)
def test_undo_restores_every_penny_whatever_was_uplifted(people, uplift):
    agreed = previewed(uplift, people=people)
    after = put_in_force(agreed, people)
    assert undo(agreed.applied, after) == people


@settings(max_examples=150, deadline=None)
@given(people=uplifted.people, uplift=uplifted.uplifts)
def test_no_uplift_lowers_a_line_or_a_budget(people, uplift):
    agreed = previewed(uplift, people=people)
    assert all(line.after.value > line.before.value for one in agreed.people for line in one.lines)
    assert all(one.difference.value >= 0 for one in agreed.people)
    for before, after in zip(people, put_in_force(agreed, people), strict=True):
        figures = FIGURES.at(uplift.from_on)
        assert cost(after.plan, figures=figures).weekly.value >= cost(before.plan, figures=figures).weekly.value


@settings(max_examples=60, deadline=None)
@given(people=uplifted.people, small=st.integers(1, 2_000), more=st.integers(0, 2_000))
def test_a_larger_percentage_never_gives_less(people, small, more):
    low = previewed(an_uplift(basis_points=small, kinds=()), people=people)
    high = previewed(an_uplift(basis_points=small + more, kinds=()), people=people)
    assert all(a.after.value <= b.after.value for a, b in zip(low.people, high.people, strict=True))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"key": " "}, "uplift.key"),
        ({"words": ""}, "uplift.words"),
        ({"way": "magic"}, "uplift.way"),
        ({"kinds": ("agency",)}, "uplift.kinds.0"),
        ({"per": "hours"}, "uplift.per"),
        ({"basis_points": 0}, "uplift.basis_points"),
        ({"basis_points": -100}, "uplift.basis_points"),
        ({"basis_points": -10_000, "may_lower": True}, "uplift.basis_points"),
        ({"pence": 5}, "uplift.pence"),
        ({"way": "new rate", "basis_points": 0}, "uplift.pence"),
        ({"way": "new rate", "basis_points": 0, "pence": -1, "may_lower": True}, "uplift.pence"),
        ({"way": "extra", "basis_points": 0, "pence": -1}, "uplift.pence"),
        ({"way": "extra", "pence": 5}, "uplift.basis_points"),
        ({"way": "minimum wage"}, "uplift.basis_points"),
        ({"may_lower": True, "from_on": date(2026, 3, 1)}, "uplift.from_on"),
    ],
)
def test_an_uplift_to_put_right_is_told_by_its_field(wrong, field):
    with pytest.raises(BadInput) as refusal:
        previewed(an_uplift(**wrong))
    assert [problem.field for problem in refusal.value.problems] == [field]


def test_plans_to_put_right_are_told_by_the_person_all_at_once():
    bad = replace(TOM, plan=replace(TOM.plan, year="53"), providers=("A", "B", "C"))
    with pytest.raises(BadInput) as refusal:
        previewed(people=(TOM, bad))
    fields = [problem.field for problem in refusal.value.problems]
    assert fields == ["people.1.key", "people.1.providers", "people.1.plan.year"]


def test_one_that_may_lower_may_begin_today():
    assert changes(previewed(an_uplift(basis_points=-100, may_lower=True), people=(TOM,), today=APRIL)) == {
        ("Tom", "Help to get up"): (2_600, 2_574)
    }


def ask(rules, name):
    rule = rules[name]
    data = {key: value for key, value in rule.example.items() if key != "on"}
    return rule.work(from_plain(rule.inputs, data), FIGURES.at(date.fromisoformat(rule.example["on"])))


def test_the_example_of_its_page():
    # Amina: 7 h × £24.50 + £12.00 = £183.50; 3.5% more is £25.36 an hour, £189.52. Brian: 3.5 h × £25.23 = £88.31
    # and £96 ÷ 52 = £1.85; afterwards 3.5 h × £26.11 = £91.39.
    answers = {name: step.value for name, step in ask(answers_uplift.RULES, "uplift.preview").items()}
    assert (answers["people.amina.before"], answers["people.amina.after"]) == (18_350, 18_952)
    assert (answers["people.brian.before"], answers["people.brian.after"]) == (9_016, 9_324)
    assert answers["people.amina.lines.0.after"] == 2_536
    assert answers["difference"] == 602 + 308
    assert (answers["totals.agency_hours.Sunrise Care"], answers["on_top"]) == (602, 0)
    words = ask(answers_uplift.PLAIN_RULES, "uplift.changes")
    assert [one["after_pence"] for one in words["changes"]] == [2_536, 2_611]
    assert (words["stays"], words["asks"]) == ([], [])
