"""What a plan costs: worked out by the rule, kept as a decision, and refused with reasons."""

from datetime import date

import pytest
from tests.factories.plans import (
    FOUR_WEEKLY,
    ONCE,
    WEEKLY,
    YEARLY,
    change_of,
    confirm_pension,
    make_carys,
    make_costed_plan,
    make_draft,
    make_heading,
    make_plan,
)
from tests.reading import text_of

from ownway.ground.decisions.models import Decision
from ownway.ground.decisions.queries import replay_decisions
from ownway.journey.plans import operations, queries
from ownway.journey.plans.models import Line, Plan, PlanCost
from ownway.journey.plans.operations import Change, NewLine, PlanProblems
from ownway.rules.parameters import FigureNotConfirmed


@pytest.fixture
def press(as_, amina):
    """`press(dev)`: that person's browser presses “Work out what it costs”."""
    return lambda who: as_(who).post(f"/people/{amina.pk}/plan/cost/work-out/")


def test_it_comes_to_what_is_worked_out_by_hand(amina, dev, council, now):
    plan = make_costed_plan(amina, dev)
    cost = queries.find_latest_cost(council=council, plan_id=plan.pk)
    assert (cost.weekly_pence, cost.four_weekly_pence) == (WEEKLY, FOUR_WEEKLY)
    assert (cost.yearly_pence, cost.one_off_pence) == (YEARLY, ONCE)
    assert [(heading, step.value) for heading, step in cost.headings] == [
        ("Exercise, 3 hours a week", 3_900),
        ("Getting up my way, 9 hours a week", 11_700 + 200),
        ("Being an employer", 1_883),
    ]


def test_the_page_shows_each_amount_and_its_working(press, as_, amina, dev, harriet, council, now):
    confirm_pension(council=council, by=harriet)
    make_plan(amina, dev)
    assert press(dev)["Location"] == f"/people/{amina.pk}/plan/cost/"
    page = text_of(as_(dev).get(f"/people/{amina.pk}/plan/cost/"))
    for amount in ("£176.83", "£707.32", "£9,195.16", "£50.00", "£18.83"):
        assert amount in page
    assert "Carys Bevan, weekday: £39.00 a week" in page
    assert "Working Time Regulations 1998" in page
    assert "yes, it reaches the minimum wage" in page


def test_amina_reads_the_same_amounts_and_cannot_press(press, as_, amina, dev, now):
    make_costed_plan(amina, dev)
    page = as_(amina).get(f"/people/{amina.pk}/plan/cost/")
    assert "£176.83" in text_of(page)
    assert "Work it out again" not in text_of(page)
    assert press(amina).status_code == 403


def test_figures_that_nobody_confirmed_refuse_it_and_keep_nothing(press, amina, dev, now):
    make_plan(amina, dev)
    page = text_of(press(dev))
    assert "Ask your finance officer to confirm" in page
    assert "Go to the Figures page" not in page
    assert not PlanCost.objects.exists()
    assert not Decision.objects.exists()
    assert Line.objects.count() == 4


def test_a_finance_officer_is_shown_the_way_to_the_figures(press, amina, dev, harriet, now):
    make_plan(amina, dev)
    page = press(harriet)
    assert "Go to the Figures page" in text_of(page)
    assert 'href="/figures/"' in page.content.decode()


def test_pressing_again_after_confirming_works_it_out(press, amina, dev, harriet, council, now):
    make_plan(amina, dev)
    press(dev)
    confirm_pension(council=council, by=harriet)
    assert press(dev).status_code == 302
    assert PlanCost.objects.get().weekly_pence == WEEKLY


def test_pay_below_the_minimum_wage_is_told_by_the_assistant(press, amina, dev, harriet, council, now):
    # 10 h at £12.70 is £127.00; the law asks 10 × £12.71 = £127.10 of an adult in September 2026.
    confirm_pension(council=council, by=harriet)
    make_draft(amina, dev)
    heading, carys = make_heading(amina, dev), make_carys(amina, dev)
    hours = NewLine("pa_hours", assistant_id=carys.pk, day_kind="weekday", minutes_weekly=600, hourly_pence=1_270)
    operations.add_line(change=change_of(amina, dev), heading_id=heading.pk, line=hours)
    page = press(dev)
    assert "Carys Bevan would be paid £127.00 a week. The law says at least £127.10 a week" in text_of(page)
    assert f'href="/people/{amina.pk}/plan/assistants/{carys.pk}/change/"' in page.content.decode()
    assert not PlanCost.objects.exists()


def test_an_empty_plan_says_what_to_do_first(press, amina, dev, now):
    make_draft(amina, dev)
    assert "There is nothing in this plan yet." in text_of(press(dev))


def test_irregular_hours_carry_holiday_of_12_07_percent_and_fixed_hours_never_do(amina, dev, council, now):
    # 12.07% of £156.00 is £18.8292, which is £18.83 too: the working tells them apart.
    make_costed_plan(amina, dev)
    assert "12.07" not in str(Decision.objects.latest("pk").parameters)
    carys = queries.find_draft(council=council, person_id=amina.pk).assistants[0]
    changed = operations.NewAssistant("Carys Bevan", "irregular", born_on=carys.born_on)
    operations.change_assistant(change=change_of(amina, dev), id=carys.id, assistant=changed)
    operations.cost_plan(change=change_of(amina, dev))
    used = {figure["id"] for figure in Decision.objects.latest("pk").parameters}
    assert "holiday.irregular_accrual" in used
    assert "holiday.weeks" not in used


def test_agency_hours_beyond_a_week_ask_and_do_not_refuse(press, as_, amina, dev, now):
    # two at a time: 2 × 100 h at £25.00 is £5,000.00
    make_draft(amina, dev)
    heading = make_heading(amina, dev)
    for _ in range(2):
        line = NewLine("agency_hours", minutes_weekly=6_000, hourly_pence=2_500)
        operations.add_line(change=change_of(amina, dev), heading_id=heading.pk, line=line)
    assert press(dev).status_code == 302
    page = text_of(as_(dev).get(f"/people/{amina.pk}/plan/cost/"))
    assert "The plan has 200 hours of support a week, and a week has 168" in page
    assert "£5,000.00" in page


def test_more_hours_than_a_week_for_one_assistant_are_refused(amina, dev, now):
    make_draft(amina, dev)
    heading, carys = make_heading(amina, dev), make_carys(amina, dev)
    for _ in range(2):
        hours = NewLine("pa_hours", assistant_id=carys.pk, day_kind="evening", minutes_weekly=6_000, hourly_pence=1_400)
        operations.add_line(change=change_of(amina, dev), heading_id=heading.pk, line=hours)
    with pytest.raises(PlanProblems) as refusal:
        operations.cost_plan(change=change_of(amina, dev))
    [problem] = refusal.value.problems
    assert (problem.field, "200 hours a week" in problem.sentence) == ("assistants.0", True)


def test_a_plan_changed_since_is_no_longer_costed(as_, amina, dev, council, now):
    plan = make_costed_plan(amina, dev)

    def is_costed():
        facts = queries.get_plan(council=council, id=plan.pk)
        return queries.is_costed(plan=facts, cost=queries.find_latest_cost(council=council, plan_id=plan.pk))

    assert is_costed()
    operations.choose_start(change=change_of(amina, dev), starts_on=date(2026, 9, 14))
    assert not is_costed()
    assert "The plan has changed since this was worked out" in text_of(as_(amina).get(f"/people/{amina.pk}/plan/cost/"))


def test_the_figures_are_those_of_the_plans_first_day(amina, dev, council, now):
    make_costed_plan(amina, dev)
    assert Decision.objects.get().as_at_on == date(2026, 9, 7)


def test_the_kept_decision_comes_out_the_same_again(amina, dev, now):
    make_costed_plan(amina, dev)
    assert list(replay_decisions()) == [None]


def test_the_database_keeps_a_cost_as_it_was(amina, dev, now):
    make_costed_plan(amina, dev)
    with pytest.raises(Exception, match="append_only"):
        PlanCost.objects.update(weekly_pence=1)


def test_somebody_of_another_council_costs_nothing_here(amina, dev, esi, other_council, now):
    make_plan(amina, dev)
    theirs = Change(council=other_council, person_id=amina.pk, by=esi, at=now)
    with pytest.raises(operations.NotADraft):
        operations.cost_plan(change=theirs)


def test_an_offered_plan_is_not_costed_again(amina, dev, now):
    plan = make_costed_plan(amina, dev)
    Plan.objects.filter(pk=plan.pk).update(status="offered")
    with pytest.raises(operations.NotADraft):
        operations.cost_plan(change=change_of(amina, dev))


def test_the_refusal_names_every_pension_figure_at_once(amina, dev, now):
    make_plan(amina, dev)
    with pytest.raises(FigureNotConfirmed) as refusal:
        operations.cost_plan(change=change_of(amina, dev))
    assert len(refusal.value.ids) == 5
