"""Work out what a draft costs, and keep it."""

from django.db import transaction

from ownway.ground.decisions.operations import NewDecision, make_decision
from ownway.ground.figures.queries import get_figures
from ownway.journey.plans import costing
from ownway.journey.plans.models import PlanCost
from ownway.journey.plans.operations.drafting import Change
from ownway.journey.plans.operations.refusals import PlanProblems
from ownway.journey.plans.queries import whole_plan
from ownway.rules import plan_cost, plans
from ownway.rules.refusals import InputProblem
from ownway.rules.wording import money


@transaction.atomic
def cost_plan(*, change: Change) -> PlanCost:
    """Work out what the draft costs with the figures of its first day, and keep it as a decision.

    Raises NotADraft, PlanProblems with everything to put right (pay below the minimum wage too), and the rulebook's
    FigureNotKnown or FigureNotConfirmed; then nothing is kept.
    """
    row = change.lock_draft()
    plan = whole_plan(row)
    inputs = costing.plan_inputs(plan)
    asked = plans.Plan.from_json(inputs)
    wrong = [problem for problem in plans.problems(asked) if not problem.asks]
    if not asked.lines:
        wrong.append(InputProblem("lines", "There is nothing in this plan yet. Add something that it pays for."))
    if wrong:
        raise PlanProblems(tuple(wrong))
    figures = get_figures(council=change.council, on=plan.starts_on)
    concerns = plan_cost.concerns(asked, plan_cost.cost(asked, figures=figures))
    if concerns:
        raise PlanProblems(tuple(concerns))
    decision, workings = make_decision(
        council=change.council,
        decision=NewDecision(person_id=change.person_id, rule=costing.RULE, inputs=inputs, figures=figures),
        by=change.by,
        at=change.at,
    )
    cost = PlanCost.objects.create(
        plan=row,
        decision=decision,
        weekly_pence=workings["weekly"].value,
        four_weekly_pence=workings["four_weekly"].value,
        yearly_pence=workings["yearly"].value,
        one_off_pence=workings["one_off"].value,
    )
    change.note("cost_plan", f"Worked out what the plan costs: {money(cost.weekly_pence)} a week.", number=plan.number)
    return cost
