"""An uplift as it is decided, and what it makes of one line of a plan: a new rate with its working, or why it stays."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ownway.rules import minimum_wage
from ownway.rules.days import day_in_words
from ownway.rules.employing import SLEEP_IN, Assistant
from ownway.rules.frequencies import ONCE, REGULARLY, UNIT_EVERY
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import to_plain
from ownway.rules.plans import BY_THE_HOUR, CONTINGENCY, LINE_KINDS, PA_HOURS, PlanLine
from ownway.rules.refusals import InputProblem
from ownway.rules.steps import BASIS_POINTS, PENCE_HOURLY, Step
from ownway.rules.vocabulary import NEAREST_PENNY, add_up, at_least, given, larger_of, part_of
from ownway.rules.wording import in_words

PERCENTAGE, NEW_RATE, EXTRA, MINIMUM_WAGE = "percentage", "new rate", "extra", "minimum wage"
WAYS = (PERCENTAGE, NEW_RATE, EXTRA, MINIMUM_WAGE)
HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Uplift:
    """What rises, from which day, and how. No kinds or providers named: all of them.

    `way`: by `basis_points`, to a new rate of `pence`, by so many extra `pence`, or up to the minimum wage. Pence are
    per `per`: an hour, or a word of rules/frequencies.py; lines that are paid otherwise stay. Without `may_lower`,
    nothing is ever lowered. `words` say why.
    """

    key: str
    from_on: date
    way: str
    words: str
    kinds: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    basis_points: int = 0
    pence: int = 0
    per: str = HOUR
    may_lower: bool = False

    def covers(self, line: PlanLine, provider: str) -> bool:
        """Whether a line of that provider is meant. The minimum wage is for the hours of assistants alone."""
        if self.way == MINIMUM_WAGE and line.kind != PA_HOURS:
            return False
        return (not self.kinds or line.kind in self.kinds) and (not self.providers or provider in self.providers)


@dataclass(frozen=True, slots=True)
class Stays:
    """Why a line that the uplift is about does not change."""

    sentence: str


def identity(uplift: Uplift) -> str:
    """SHA-256 of what the uplift does, whatever its key and words are: the same rise twice has it twice."""
    same = replace(
        uplift,
        key="",
        words="",
        kinds=tuple(sorted(set(uplift.kinds))),
        providers=tuple(sorted(set(uplift.providers))),
    )
    return hashlib.sha256(json.dumps(to_plain(same), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def problems(uplift: Uplift, *, today: date) -> Iterator[InputProblem]:
    """Everything to put right in an uplift, by field."""
    for name, sentence in (("key", "Give the uplift a name of its own."), ("words", "Say why there is an uplift.")):
        if not getattr(uplift, name).strip():
            yield InputProblem(f"uplift.{name}", sentence)
    if uplift.way not in WAYS:
        yield InputProblem("uplift.way", f"“{uplift.way}” is not a way to uplift. Choose one of: {', '.join(WAYS)}.")
        return
    for place, kind in enumerate(uplift.kinds):
        if kind not in LINE_KINDS:
            yield InputProblem(f"uplift.kinds.{place}", f"“{kind}” is not a kind of support. Choose from the list.")
    if uplift.per not in (HOUR, *REGULARLY):
        yield InputProblem("uplift.per", f"Choose what the money is for: {', '.join((HOUR, *REGULARLY))}.")
    yield from _of_amounts(uplift)
    if uplift.may_lower and uplift.from_on < today:
        yield InputProblem(
            "uplift.from_on",
            "An uplift that may lower a budget starts today or later. What was paid until now was right when it was paid.",
        )


def raised(line: PlanLine, *, uplift: Uplift, assistant: Assistant | None, figures: Figures) -> Step | Stays:
    """The line's rate after the uplift, with its working, in the unit of the line; or why the line stays as it is.

    `assistant` is who is paid by the line, if anybody is. For the minimum wage, the rate is that of the day it begins.
    """
    stays = _why_it_stays(line, uplift)
    if stays:
        return Stays(stays)
    before = rate_of(line)
    after = _after(before, uplift, assistant, figures)
    if after.value == before.value:
        return Stays(_already(before, uplift))
    return after


def rate_of(line: PlanLine) -> Step:
    """What the line is paid at before: an hour, or its amount every so often."""
    label = f"{line.label}, before"
    if line.kind in BY_THE_HOUR:
        return given(label, line.hourly_pence, PENCE_HOURLY, source="the plan")
    return given(label, line.amount_pence, UNIT_EVERY[line.every], source="the plan")


def with_rate(line: PlanLine, pence: int) -> PlanLine:
    """The same line at another rate."""
    return replace(line, hourly_pence=pence) if line.kind in BY_THE_HOUR else replace(line, amount_pence=pence)


def _after(before: Step, uplift: Uplift, assistant: Assistant | None, figures: Figures) -> Step:
    label = f"From {day_in_words(uplift.from_on)}"
    if uplift.way == PERCENTAGE:
        rate = given("Uplift", uplift.basis_points, BASIS_POINTS, source=uplift.words)
        return add_up(label, before, part_of("Uplift", before, rate, rounding=NEAREST_PENNY))
    if uplift.way == MINIMUM_WAGE:
        if assistant is None:
            raise AssertionError("only hours of an assistant reach the minimum wage here")
        legal = minimum_wage.rate_for_pay_period(
            age_years=assistant.age_years, apprentice=assistant.apprentice, starts_on=uplift.from_on, figures=figures
        )
        return larger_of(label, before, legal)
    told = given("Uplift", uplift.pence, before.unit, source=uplift.words)
    if uplift.way == EXTRA:
        return at_least(label, add_up("With the uplift", before, told))
    return told._replace(label=label) if uplift.may_lower else larger_of(label, before, told)


def _why_it_stays(line: PlanLine, uplift: Uplift) -> str:
    if line.kind == CONTINGENCY and line.basis_points:
        return "It is a part of all the rest, so it rises with the rest."
    if line.kind not in BY_THE_HOUR and line.every == ONCE:
        return "It is paid once."
    if uplift.way == MINIMUM_WAGE:
        return "A sleep-in has a rate of its own: look at all the pay together." if line.day_kind == SLEEP_IN else ""
    per = HOUR if line.kind in BY_THE_HOUR else line.every
    if uplift.way != PERCENTAGE and per != uplift.per:
        return f"It is paid by the {per}, and this uplift is for a {uplift.per}."
    return ""


def _already(before: Step, uplift: Uplift) -> str:
    said = in_words(before.value, before.unit)
    if uplift.way == NEW_RATE and before.value > uplift.pence:
        return f"{said} is more than the new rate. Nothing is lowered, so it stays."
    if uplift.way == MINIMUM_WAGE:
        return f"{said} is not below the minimum wage."
    return f"{said} stays the same to the penny."


def _of_amounts(uplift: Uplift) -> Iterator[InputProblem]:
    amount, field = {
        PERCENTAGE: (uplift.basis_points, "basis_points"),
        NEW_RATE: (uplift.pence, "pence"),
        EXTRA: (uplift.pence, "pence"),
        MINIMUM_WAGE: (1, ""),
    }[uplift.way]
    if amount == 0:
        yield InputProblem(f"uplift.{field}", "Say by how much, or to what rate.")
    elif amount < 0 and (uplift.way == NEW_RATE or not uplift.may_lower):
        yield InputProblem(f"uplift.{field}", "An uplift never lowers a budget unless it says so.")
    elif uplift.way == PERCENTAGE and amount <= -10_000:
        yield InputProblem(f"uplift.{field}", "This takes all of it away. End the support instead.")
    for name, used_by in (("basis_points", (PERCENTAGE,)), ("pence", (NEW_RATE, EXTRA))):
        if getattr(uplift, name) and uplift.way not in used_by:
            yield InputProblem(f"uplift.{name}", f"An uplift by {uplift.way} has no such figure. Choose one way.")
