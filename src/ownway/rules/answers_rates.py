"""The rules about what a personal assistant may be paid that can be asked by name."""

from __future__ import annotations

from datetime import date
from typing import Any

from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.employing import WEEKEND, Assistant
from ownway.rules.parameters import Figures
from ownway.rules.pay_policy import FactorAnswer, PayBand, PayConversation, PayPolicy, Said, UnsocialPay
from ownway.rules.pay_rates import PayInputs, decide_pay
from ownway.rules.pay_reasons import reasons
from ownway.rules.plain_data import to_plain
from ownway.rules.plans import PA_HOURS, Plan, PlanLine

_LAW = (
    "The bands are the council’s own policy. Not below the minimum wage: National Minimum Wage Regulations 2015"
    " (SI 2015/621). The budget must be enough: Care Act 2014 s.26"
)


def _rate(asked: PayInputs, figures: Figures) -> Answers:
    found = decide_pay(asked, figures=figures)
    answers = {
        "points": found.range.points,
        "legal_floor": found.range.legal,
        "least": found.range.least,
        "most": found.range.most,
        "rate": found.rate,
        "in_range": found.in_range,
        "cost": found.cost,
        "cost_of_least": found.cost_of_least,
        "cost_of_most": found.cost_of_most,
        "affordable": found.affordable,
        "budget_needed": found.budget_needed,
        "short": found.short,
        "minimum_wage": found.enough,
    }
    answers |= {f"rates.{kind}": step for kind, step in found.day_rates}
    return answers | ({"highest_affordable": found.highest} if found.highest else {})


def _in_words(asked: PayInputs, figures: Figures) -> PlainAnswers:
    found = decide_pay(asked, figures=figures)
    return {"band": found.range.band, "reasons": list(reasons(asked, found))}


_POLICY = PayPolicy(
    version="an example",
    from_on=date(2026, 4, 1),
    source="made up for this page: each council has its own",
    bands=(
        PayBand("Support", 0, 1_240, 1_320),
        PayBand("Personal care", 3, 1_300, 1_420),
        PayBand("Complex support", 6, 1_400, 1_600),
    ),
    answers=(
        FactorAnswer("role", "company", "company and help with the day", 0),
        FactorAnswer("role", "care", "personal care", 2),
        FactorAnswer("responsibility", "together", "works with somebody else there", 0),
        FactorAnswer("responsibility", "alone", "works alone", 1),
        FactorAnswer("skills", "none", "learns on the job", 0),
        FactorAnswer("skills", "trained", "has special training", 2),
        FactorAnswer("local_market", "same", "pay is like that nearby", 0),
        FactorAnswer("local_market", "higher", "pay nearby is higher", 0, 25),
        FactorAnswer("recruitment", "soon", "somebody is found soon", 0),
        FactorAnswer("recruitment", "hard", "nobody was found for three months", 0, 40),
    ),
    unsocial=(UnsocialPay(WEEKEND, 1_500),),
)
_CONVERSATION = PayConversation(
    held_on=date(2026, 5, 12),
    present=("Amina", "Brian", "Dev"),
    said=(
        Said("role", "care", "Carys helps me wash, dress and eat."),
        Said("responsibility", "alone", "Nobody else is there in the morning."),
        Said("skills", "none", "I teach her how I like things."),
        Said("local_market", "same", "The agency down the road pays the same."),
        Said("recruitment", "hard", "The advert was up since February."),
    ),
)
_PLAN = Plan(
    assistants=(Assistant("carys", "Carys", age_years=34),),
    lines=(
        PlanLine(PA_HOURS, "My mornings", "Mornings", minutes_weekly=600, hourly_pence=1_300, assistant="carys"),
        PlanLine(
            PA_HOURS,
            "Out and about",
            "Saturdays",
            minutes_weekly=240,
            hourly_pence=1_300,
            day_kind=WEEKEND,
            assistant="carys",
        ),
    ),
)
_EXAMPLE: dict[str, Any] = {
    "on": "2026-06-01",
    **to_plain(
        PayInputs(_CONVERSATION, _POLICY, _PLAN, assistant="carys", budget_weekly_pence=23_000, hourly_pence=1_400)
    ),
}

RULES = {
    "pay.rate": Rule(
        PayInputs,
        _rate,
        title="What a personal assistant may be paid, and whether the budget pays for it",
        says=(
            "The person, the assistant or an adviser, and the council talk about the work, responsibility, skills, what"
            " others pay nearby and how hard it is to find somebody. Each answer has points in the council’s policy, or"
            " adds to the pay. The points lead to a band, which is a range of pay. The range never begins below the"
            " minimum wage for the assistant’s age on the day. Evenings, nights and weekends may be paid on top. Then"
            " the whole plan is costed at that pay, with holiday, National Insurance and pension. Either the budget"
            " pays for it, or the answer says what the budget would have to be."
        ),
        law=_LAW,
        example=_EXAMPLE,
    )
}
PLAIN_RULES = {
    "pay.reasons": PlainRule(
        PayInputs,
        _in_words,
        title="Why a personal assistant is paid what they are paid",
        says=(
            "Every reason for the pay is a sentence: who talked about it, what was said, the band, the minimum wage,"
            " what the plan costs at that pay, and whether the budget pays for it."
        ),
        law=_LAW,
        example=_EXAMPLE,
    )
}
