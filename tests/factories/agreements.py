"""Make agreements that are simply there, for tests of what comes after them."""

from datetime import UTC, date, datetime

from ownway.ground.decisions.models import Decision
from ownway.journey.agreements.models import Agreement, Offer
from ownway.journey.contributions.models import Assessment
from ownway.journey.needs.models import Outcome
from ownway.journey.plans.models import Heading, Line, Plan, PlanCost
from ownway.rules import RULEBOOK_VERSION, registry
from ownway.rules.parameters import load_national
from ownway.rules.plans import ACTIVITY, PlanLine
from ownway.rules.plans import Plan as RulePlan
from ownway.rules.steps import answers_to_json, used_parameters

AGREED_AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
STARTS_ON = date(2026, 4, 6)
NUMBER_IN_PERIOD = {"week": 1, "2 weeks": 2, "4 weeks": 4}


def make_decision(*, person, by, rule, inputs):
    """A stored decision, worked out by the real rule."""
    figures = load_national().on(STARTS_ON)
    inputs = inputs | {"on": STARTS_ON.isoformat()}
    answers = registry.answer(rule, inputs, figures)
    return Decision.objects.create(
        council=person.council,
        person=person,
        rule=rule,
        inputs=inputs,
        parameters=[used.to_json() for used in used_parameters(*answers.values())],
        workings=answers_to_json(answers),
        answers={name: step.value for name, step in answers.items()},
        rulebook_version=RULEBOOK_VERSION,
        as_at_on=STARTS_ON,
        made_by=by,
        made_at=AGREED_AT,
    )


def make_agreement(
    *,
    person,
    by,
    budget_weekly_pence=20_000,
    contribution_weekly_pence=0,
    every="4 weeks",
    kinds=("activity",),
    starts_on=STARTS_ON,
    ends_on=None,
):
    """An agreement that both sides made: one heading, "Getting out", with a line of each kind."""
    plan = make_agreed_plan(person=person, by=by, kinds=kinds, starts_on=starts_on, weekly=budget_weekly_pence)
    cost = plan.costs.get()
    split = {"budget_weekly_pence": budget_weekly_pence, "contribution_weekly_pence": contribution_weekly_pence}
    weekly = budget_weekly_pence - contribution_weekly_pence
    offer = Offer.objects.create(
        person=person,
        version=1 + Offer.objects.filter(person=person).count(),
        plan=plan,
        plan_cost=cost,
        assessment=make_assessment(person=person, by=by, weekly=contribution_weekly_pence),
        decision=make_decision(person=person, by=by, rule="offer.gross_net", inputs=split),
        paid_how="net",
        every=every,
        budget_weekly_pence=budget_weekly_pence,
        contribution_weekly_pence=contribution_weekly_pence,
        payment_weekly_pence=weekly,
        payment_pence=weekly * NUMBER_IN_PERIOD[every],
        starts_on=starts_on,
        reply_by_on=date(2026, 3, 30),
        status="accepted",
        made_by=by,
        made_at=AGREED_AT,
    )
    return Agreement.objects.create(
        person=person, offer=offer, starts_on=starts_on, ends_on=ends_on, agreed_at=AGREED_AT
    )


def make_agreed_plan(*, person, by, kinds, starts_on, weekly):
    """An agreed plan whose lines share the weekly amount, the first taking the odd pence."""
    plan = Plan.objects.create(
        person=person,
        number=1 + Plan.objects.filter(person=person).count(),
        route="direct_payment",
        status="agreed",
        starts_on=starts_on,
        made_by=by,
        made_at=AGREED_AT,
    )
    outcome, _ = Outcome.objects.get_or_create(
        person=person,
        words="I want to get out more",
        defaults={"area": "community", "added_by": by, "added_at": AGREED_AT},
    )
    heading = Heading.objects.create(plan=plan, outcome=outcome, words="Getting out", position=1)
    share, odd = divmod(weekly, len(kinds))
    amounts = [share + odd * (place == 0) for place in range(len(kinds))]
    costed = []
    for kind, pence in zip(kinds, amounts, strict=True):
        Line.objects.create(heading=heading, kind=kind, amount_pence=pence, every="week", words=kind)
        costed.append({"kind": "other", "heading": heading.words, "label": kind, "amount_pence": pence})
    line = PlanLine(kind=ACTIVITY, heading="Getting out", label="Getting out", amount_pence=weekly, every="week")
    inputs = RulePlan(lines=(line,)).to_json()
    PlanCost.objects.create(
        plan=plan,
        decision=make_decision(person=person, by=by, rule="plan.cost", inputs=inputs),
        weekly_pence=weekly,
        four_weekly_pence=4 * weekly,
        yearly_pence=52 * weekly,
        one_off_pence=0,
    )
    return plan


def make_assessment(*, person, by, weekly):
    """An assessment of that weekly contribution, for somebody who gets no more than the guarantee and it."""
    finances = {
        "household": {"kind": "single", "age_years": 40},
        "income": [{"label": "ESA", "kind": "esa", "amount_pence": 12_040 + weekly}],
    }
    decision = make_decision(person=person, by=by, rule="charging.assessment", inputs={"finances": finances})
    return Assessment.objects.create(
        person=person,
        number=1 + Assessment.objects.filter(person=person).count(),
        answers={},
        decision=decision,
        most_weekly_pence=weekly,
        from_on=STARTS_ON,
        made_by=by,
        made_at=AGREED_AT,
    )
