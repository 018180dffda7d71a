"""The rules about uplifts and back pay that can be asked by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.back_pay import back_pay
from ownway.rules.days import Days
from ownway.rules.frequencies import YEAR
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import to_plain
from ownway.rules.plans import ACTIVITY, AGENCY_HOURS, INSURANCE, Plan, PlanLine
from ownway.rules.refusals import BadInput, InputProblem
from ownway.rules.schedules import Schedule
from ownway.rules.uplift import Applied, PersonsPlan, Preview, preview
from ownway.rules.uplift_rates import PERCENTAGE, Uplift
from ownway.rules.uplift_totals import totals

_LAW = "The council’s own decision; the budget must stay enough to meet the needs: Care Act 2014 s.26"


@dataclass(frozen=True, slots=True)
class UpliftInputs:
    """An uplift, whose plans it is tried on, the day on which it is asked, and the uplifts in force."""

    uplift: Uplift
    people: tuple[PersonsPlan, ...]
    today: date
    already: tuple[Applied, ...] = ()


@dataclass(frozen=True, slots=True)
class PaidDays:
    """The days that one payment was for, from the first to the last."""

    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True)
class BackPayInputs:
    """A schedule at its old amount, the new amount for each whole payment (pence), from which day, and what was paid."""

    first_on: date
    every: str
    before_pence: int
    after_pence: int
    from_on: date
    paid: tuple[PaidDays, ...]
    until_on: date | None = None


def _preview(asked: UpliftInputs, figures: Figures) -> Answers:
    found = _found(asked, figures)
    added = totals(found)
    answers = {"before": found.before, "after": found.after, "difference": found.difference, "on_top": added.on_top}
    answers |= {f"totals.{one.kind}.{one.provider or 'no provider'}": one.difference for one in added.groups}
    for one in found.people:
        name = f"people.{one.key}"
        answers |= {f"{name}.before": one.before, f"{name}.after": one.after, f"{name}.difference": one.difference}
        for line in one.lines:
            answers |= {
                f"{name}.lines.{line.place}.before": line.before,
                f"{name}.lines.{line.place}.after": line.after,
            }
    return answers


def _in_words(asked: UpliftInputs, figures: Figures) -> PlainAnswers:
    found = _found(asked, figures)
    return {
        "changes": [to_plain(line) for line in found.applied.lines],
        "stays": [
            {"person": one.key, "place": line.place, "label": line.label, "reason": line.sentence}
            for one in found.people
            for line in one.stays
        ],
        "asks": list(found.asks),
    }


def _found(asked: UpliftInputs, figures: Figures) -> Preview:
    return preview(uplift=asked.uplift, people=asked.people, today=asked.today, figures=figures, already=asked.already)


def _back_pay(asked: BackPayInputs, _: Figures) -> Answers:
    backwards = [
        InputProblem(f"paid.{place}.to_on", "The last day must be on or after the first.")
        for place, one in enumerate(asked.paid)
        if one.to_on < one.from_on
    ]
    if backwards:
        raise BadInput(backwards)
    found = back_pay(
        Schedule(asked.first_on, asked.every, asked.before_pence, asked.until_on),
        amount_after_pence=asked.after_pence,
        from_on=asked.from_on,
        paid=[Days(one.from_on, one.to_on) for one in asked.paid],
    )
    return {"owed": found.total} | {f"payments.{one.days.from_on}": one.owed for one in found.payments}


_PEOPLE = (
    PersonsPlan(
        "amina",
        Plan(
            lines=(
                PlanLine(AGENCY_HOURS, "My mornings", "Help to get up", minutes_weekly=420, hourly_pence=2_450),
                PlanLine(ACTIVITY, "Exercise", "Swimming", amount_pence=1_200),
            )
        ),
        providers=("Sunrise Care", ""),
    ),
    PersonsPlan(
        "brian",
        Plan(
            lines=(
                PlanLine(AGENCY_HOURS, "At night", "Help to go to bed", minutes_weekly=210, hourly_pence=2_523),
                PlanLine(INSURANCE, "Being insured", "Insurance", amount_pence=9_600, every=YEAR),
            )
        ),
        providers=("Evening Star", ""),
    ),
)
_UPLIFT = Uplift(
    key="agencies 2026",
    from_on=date(2026, 4, 6),
    way=PERCENTAGE,
    words="The yearly rise for agencies, decided by the cabinet",
    kinds=(AGENCY_HOURS,),
    basis_points=350,
)
_EXAMPLE: dict[str, Any] = {
    "on": "2026-04-06",
    **to_plain(UpliftInputs(_UPLIFT, _PEOPLE, today=date(2026, 5, 4))),
}
_BACK_PAY: dict[str, Any] = {
    "on": "2026-05-04",
    **to_plain(
        BackPayInputs(
            first_on=date(2026, 3, 23),
            every="4 weeks",
            before_pence=80_000,
            after_pence=82_801,
            from_on=date(2026, 4, 6),
            paid=(PaidDays(date(2026, 3, 23), date(2026, 4, 19)), PaidDays(date(2026, 4, 20), date(2026, 5, 17))),
        )
    ),
}

RULES = {
    "uplift.preview": Rule(
        UpliftInputs,
        _preview,
        title="What an uplift would change, for each person and line",
        says=(
            "An uplift begins on a day. It is for some kinds of support, or some providers, or all of them. It is a"
            " percentage, a new rate, so much more, or up to the minimum wage. Each line is shown before and after, to"
            " the nearest penny, and each person’s whole budget with what an employer pays on top. Nothing is lowered"
            " unless the uplift says that it may be, and the same uplift is never done twice."
        ),
        law=_LAW,
        example=_EXAMPLE,
    ),
    "uplift.back_pay": Rule(
        BackPayInputs,
        _back_pay,
        title="What is owed when an uplift begins on a day that has gone by",
        says=(
            "Each payment that was made is worked out again: the old amount for the days before the uplift, the new one"
            " from that day on, by the day. What is more than was paid is owed. The parts of a payment always add up to"
            " the whole, to the penny. Nothing is ever taken back."
        ),
        law=_LAW,
        example=_BACK_PAY,
    ),
}
PLAIN_RULES = {
    "uplift.changes": PlainRule(
        UpliftInputs,
        _in_words,
        title="Which lines an uplift changes, which stay, and why",
        says="Each line that an uplift is about is either changed, with its rate before and after, or stays for a reason.",
        law=_LAW,
        example=_EXAMPLE,
    )
}
