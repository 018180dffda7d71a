"""Every rule by its name, asked with plain JSON inputs, and asked again years later with the figures it used then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ownway.rules import (
    answers_allocation,
    answers_assessing,
    answers_bank_days,
    answers_care_home,
    answers_changes,
    answers_charging,
    answers_covering,
    answers_direct_payments,
    answers_employing,
    answers_forecasts,
    answers_funders,
    answers_rates,
    answers_recovery,
    answers_returns,
    answers_uplift,
)
from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import from_plain
from ownway.rules.refusals import BadInput, InputProblem, Refused
from ownway.rules.steps import UsedFigure

RULES: dict[str, Rule] = {
    **answers_allocation.RULES,
    **answers_assessing.RULES,
    **answers_care_home.RULES,
    **answers_changes.RULES,
    **answers_charging.RULES,
    **answers_covering.RULES,
    **answers_employing.RULES,
    **answers_forecasts.RULES,
    **answers_funders.RULES,
    **answers_rates.RULES,
    **answers_recovery.RULES,
    **answers_returns.RULES,
    **answers_uplift.RULES,
}
PLAIN_RULES: dict[str, PlainRule] = {
    **answers_allocation.PLAIN_RULES,
    **answers_bank_days.PLAIN_RULES,
    **answers_covering.PLAIN_RULES,
    **answers_employing.PLAIN_RULES,
    **answers_rates.PLAIN_RULES,
    **answers_direct_payments.PLAIN_RULES,
    **answers_funders.PLAIN_RULES,
    **answers_recovery.PLAIN_RULES,
    **answers_returns.PLAIN_RULES,
    **answers_uplift.PLAIN_RULES,
}
"""The rules whose answers are no figures: who may be paid, by when to look again, what stands in the way."""
_LONG_AGO = date(1948, 7, 5)


def answer(rule: str, inputs: Mapping[str, Any], figures: Figures) -> Answers:
    """What a rule answers, as Steps by name.

    An input `on` (YYYY-MM-DD) sets the day of the figures; without it, the day that `figures` is for.
    Raises Refused for a rule that is not there, BadInput, FigureNotKnown or FigureNotConfirmed.
    """
    if rule not in RULES:
        raise Refused(f"The rulebook has no rule called “{rule}”.")
    asked = RULES[rule]
    rest, on = _apart(inputs, figures)
    return asked.work(from_plain(asked.inputs, rest), on)


def answer_plainly(rule: str, inputs: Mapping[str, Any], figures: Figures) -> PlainAnswers:
    """What a rule of PLAIN_RULES answers, as JSON-ready data by name; the input `on` and what is raised as in `answer`."""
    if rule not in PLAIN_RULES:
        raise Refused(f"The rulebook has no rule called “{rule}”.")
    asked = PLAIN_RULES[rule]
    rest, on = _apart(inputs, figures)
    return asked.work(from_plain(asked.inputs, rest), on)


def replay(rule: str, inputs: Mapping[str, Any], used_parameters: Iterable[UsedFigure]) -> Answers:
    """The same answer, worked out again from nothing but stored inputs and the figures that were used then.

    Raises FigureNotKnown (Refused) when today's rule asks for a figure that the stored decision did not use.
    """
    used = tuple(used_parameters)
    day = max((figure.from_on for figure in used), default=_LONG_AGO)
    return answer(rule, inputs, Figures.from_used(used, day=day))


def _apart(inputs: Mapping[str, Any], figures: Figures) -> tuple[dict[str, Any], Figures]:
    rest = {name: value for name, value in inputs.items() if name != "on"}
    return rest, figures.at(_day(inputs["on"])) if "on" in inputs else figures


def _day(said: Any) -> date:
    try:
        return date.fromisoformat(said)
    except (TypeError, ValueError) as wrong:
        raise BadInput([InputProblem("on", "This should be a real day, like 2026-04-06.")]) from wrong
