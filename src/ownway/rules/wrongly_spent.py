"""Money that may have been spent wrongly: ask first, keep it in proportion, and ask back only what fairly can be.

Source: Care Act 2014 s.33 lets a council ask money back when it was misused; the statutory guidance (chapter 12, as
recalled: not read) asks it not to when it was an honest mistake or somebody else's fraud. A person may change how they
spend within the plan. What is too small to ask about is the council's own policy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ownway.rules import steps as units
from ownway.rules.arithmetic import any_less
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.steps import Step
from ownway.rules.vocabulary import add_up, choose, given, is_more_than, take_away

LAW = "Care Act 2014 s.33(3) to (5)"
GUIDANCE = "Care and support statutory guidance, chapter 12 (as recalled: not read)"
NOT_KNOWN = "not known yet"


@dataclass(frozen=True, slots=True)
class Why:
    """A finding about some spending: what it means in plain words, who says so, and whether it may be asked back."""

    words: str
    law: str
    may_be_asked: bool = False


FINDINGS: Mapping[str, Why] = {
    NOT_KNOWN: Why("Nobody knows yet what this was for. Ask the person first, in a friendly way.", GUIDANCE),
    "for the plan": Why("This was for what the plan says. There is nothing to ask.", LAW),
    "another way to the same outcome": Why(
        "This is not in the plan in so many words, but it helped with what the plan is for. That is what a direct"
        " payment is for. There is nothing to ask.",
        GUIDANCE,
    ),
    "nobody had said": Why("Nobody had told the person that this could not be bought. Tell them now.", GUIDANCE),
    "honest mistake": Why("This was an honest mistake. It is not asked back. Help the person to avoid it.", GUIDANCE),
    "taken by somebody else": Why(
        "Somebody else took this money. It is not asked back from the person. Ask how they are, and keep them safe.",
        GUIDANCE,
    ),
    "for something else": Why(
        "This was for something that the payment is not for, and the person had been told so.", LAW, may_be_asked=True
    ),
}
"""Each finding that a check-up may come to, and what follows from it."""


@dataclass(frozen=True, slots=True)
class Spending:
    """One amount (pence) that somebody wonders about, what was found, and whether the person was heard first."""

    label: str
    amount_pence: int
    found: str = NOT_KNOWN
    heard: bool = False


@dataclass(frozen=True, slots=True)
class SpendingInputs:
    """What somebody wonders about, and up to what amount (pence) the council does not ask about one of them."""

    spending: tuple[Spending, ...]
    too_small_pence: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows for one amount, in plain words: whether to ask the person first, and whether it may be asked back."""

    label: str
    ask_first: bool
    may_be_asked: Step
    sentence: str
    law: str


@dataclass(frozen=True, slots=True)
class WronglySpent:
    """What may be asked back and what is let be (pence, with working), and what follows for each amount."""

    may_be_asked: Step
    let_be: Step
    verdicts: tuple[Verdict, ...]


def judge(inputs: SpendingInputs) -> WronglySpent:
    """What may fairly be asked back. It is a proposal: nothing is deducted. Raises BadInput by field."""
    refuse_if_wrong(_problems(inputs))
    all_of_it = [given(one.label, one.amount_pence, units.PENCE, source="the account") for one in inputs.spending]
    small = given("Too small to ask about", inputs.too_small_pence, units.PENCE, source="the council’s policy")
    verdicts = tuple(_verdict(one, step, small) for one, step in zip(inputs.spending, all_of_it, strict=True))
    asked = add_up("May be asked back", *(verdict.may_be_asked for verdict in verdicts), unit=units.PENCE)
    wondered = add_up("All that was wondered about", *all_of_it, unit=units.PENCE)
    return WronglySpent(asked, take_away("Let be", wondered, asked), verdicts)


def _verdict(one: Spending, amount: Step, small: Step) -> Verdict:
    why = FINDINGS[one.found]
    nothing = given("Nothing is asked back", 0, units.PENCE, source=why.words)
    if not why.may_be_asked:
        unknown = one.found == NOT_KNOWN
        return Verdict(one.label, ask_first=unknown, may_be_asked=nothing, sentence=why.words, law=why.law)
    if not one.heard:
        words = f"{why.words} Ask the person to tell their side first."
        return Verdict(one.label, ask_first=True, may_be_asked=nothing, sentence=words, law=GUIDANCE)
    large = is_more_than(f"{one.label} is more than what is too small to ask about", amount, small)
    asked = choose(f"{one.label}, to ask back", large, yes=amount, no=nothing, law=why.law)
    words = f"{why.words} We may ask for it back, unless it is too small to ask about."
    return Verdict(one.label, ask_first=False, may_be_asked=asked, sentence=words, law=why.law)


def _problems(inputs: SpendingInputs) -> Iterator[InputProblem]:
    if any_less(inputs.too_small_pence, 0):
        yield InputProblem("too_small_pence", "This cannot be less than nothing.")
    for place, one in enumerate(inputs.spending):
        if any_less(one.amount_pence, 0):
            yield InputProblem(f"spending.{place}.amount_pence", "This cannot be less than nothing.")
        if one.found not in FINDINGS:
            yield InputProblem(f"spending.{place}.found", f"Choose what was found: {', '.join(FINDINGS)}.")
