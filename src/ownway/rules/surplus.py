"""Money that is more than is needed: what may be proposed for return, never taken.

What stays comes first: weeks of money, bills, the cost of ending employment, and what the person saves for. Eight
weeks of money is common practice and not in the law, so every number in the policy is the council's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ownway.rules import steps as units
from ownway.rules.answers import Answers, Rule
from ownway.rules.days import day_in_words
from ownway.rules.refusals import InputProblem, Refused, refuse_if_wrong
from ownway.rules.steps import Step
from ownway.rules.vocabulary import (
    PENNY_DOWN,
    add_up,
    at_least,
    for_each,
    given,
    part_of,
    smaller_of,
    take_away,
    whole_steps_up,
)
from ownway.rules.wording import money


class SurplusRefused(Refused):
    """Nothing may be proposed now. The message says why and what the council has to do first."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Something with a name and an amount in pence."""

    label: str
    amount_pence: int


@dataclass(frozen=True, slots=True)
class SurplusPolicy:
    """The council's own choices: the numbers here are only where a council may start.

    Weeks of money that may build up; days between notice and a proposal; weeks of money that stay whatever is agreed
    to be returned; the largest part of a payment that one instalment may be, in basis points.
    """

    weeks_allowed: int = 8
    notice_days: int = 14
    floor_weeks: int = 4
    instalment_share_bp: int = 2500


_TO_START_WITH = SurplusPolicy()


@dataclass(frozen=True, slots=True)
class SurplusInputs:
    """What a proposal is worked out from. Amounts in pence.

    `payment_weekly_pence` is the payment after the contribution is left out (net), and `payment_pence` what is paid
    each time. `run_off` is what ending employment would cost: notice, holiday, redundancy. `review_due_on` is the last
    day for the council's own review; `notice_given_on` the day the person was told that the balance is looked at.
    """

    today: date
    balance_pence: int
    payment_weekly_pence: int
    payment_pence: int
    to_pay: tuple[Amount, ...] = ()
    run_off: tuple[Amount, ...] = ()
    saving_for: tuple[Amount, ...] = ()
    review_due_on: date | None = None
    notice_given_on: date | None = None
    questions_unanswered: int = 0
    policy: SurplusPolicy = _TO_START_WITH


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be proposed (pence, with working), what stays, the largest instalment and how many, and the reasons."""

    may_be_proposed: Step
    stays: Step
    instalment_at_most: Step
    instalments: Step
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstalmentInputs:
    """What one instalment is worked out from, on the day it is to be returned. Amounts in pence."""

    left_to_return_pence: int
    balance_pence: int
    payment_weekly_pence: int
    payment_pence: int
    to_pay: tuple[Amount, ...] = ()
    policy: SurplusPolicy = _TO_START_WITH


def propose_surplus(inputs: SurplusInputs) -> Proposal:
    """What may be proposed for return, with every reason as a sentence. It is a proposal: nothing is deducted.

    Raises SurplusRefused while the council's review is overdue, notice has not been given, or a question waits for an
    answer; BadInput for amounts below nothing.
    """
    refuse_if_wrong(_problems(inputs))
    _refuse_before_its_time(inputs)
    stays = _stays(inputs)
    held = given("In the account", inputs.balance_pence, units.PENCE, source="the account")
    surplus = at_least("May be proposed for return", take_away("More than stays", held, stays))
    at_most = _instalment_at_most(inputs.payment_pence, inputs.policy)
    return Proposal(surplus, stays, at_most, _how_many(surplus, at_most), tuple(_reasons(inputs, stays, surplus)))


def next_instalment(inputs: InstalmentInputs) -> Step:
    """What the person can spare of what they agreed to return: an instalment never takes the money for care.

    The smallest of what is left to return, the largest instalment, and what the account holds above the bills to come
    and the weeks of money that always stay. When nothing can be spared, it is nothing, and the instalment waits.
    Unit: pence. Raises BadInput for amounts below nothing.
    """
    refuse_if_wrong(_problems(inputs))
    floor = _weeks_of_money("Always stays", inputs.policy.floor_weeks, inputs.payment_weekly_pence)
    held = given("In the account", inputs.balance_pence, units.PENCE, source="the account")
    return smaller_of(
        "This instalment",
        given("Left to return", inputs.left_to_return_pence, units.PENCE, source="the agreed proposal"),
        _instalment_at_most(inputs.payment_pence, inputs.policy),
        at_least("Can be spared", take_away("Above what stays", held, _sum("Bills to come", inputs.to_pay), floor)),
    )


def _refuse_before_its_time(inputs: SurplusInputs) -> None:
    reasons = list(_why_not_yet(inputs))
    if reasons:
        raise SurplusRefused(" ".join(["Nothing can be proposed yet.", *reasons]))


def _why_not_yet(inputs: SurplusInputs) -> Iterator[str]:
    review, notice, days = inputs.review_due_on, inputs.notice_given_on, inputs.policy.notice_days
    if review is not None and inputs.today > review:
        yield f"The council’s own review was due by {day_in_words(review)}. Hold the review with the person first."
    if notice is None:
        yield "The person has not been told that the balance is being looked at. Write to them first."
    elif inputs.today < notice + timedelta(days=days):
        until = day_in_words(notice + timedelta(days=days))
        yield f"The person was told on {day_in_words(notice)} and has {days} days, until {until}."
    if inputs.questions_unanswered:
        how_many = "1 question" if inputs.questions_unanswered == 1 else f"{inputs.questions_unanswered} questions"
        yield f"The person waits for the answer to {how_many}. Answer first."


def _stays(inputs: SurplusInputs) -> Step:
    return add_up(
        "Stays in the account",
        _weeks_of_money("May build up", inputs.policy.weeks_allowed, inputs.payment_weekly_pence),
        _sum("Bills to come", inputs.to_pay),
        _sum("Cost of ending employment", inputs.run_off),
        _sum("Being saved for", inputs.saving_for),
    )


def _weeks_of_money(label: str, weeks: int, weekly_pence: int) -> Step:
    return for_each(
        label,
        given("Weeks", weeks, units.WEEKS, source="the council’s policy"),
        given("Payment for a week", weekly_pence, units.PENCE_WEEKLY, source="the agreement"),
    )


def _sum(label: str, amounts: tuple[Amount, ...]) -> Step:
    parts = [given(each.label, each.amount_pence, units.PENCE, source="the plan") for each in amounts]
    return add_up(label, *parts, unit=units.PENCE)


def _instalment_at_most(payment_pence: int, policy: SurplusPolicy) -> Step:
    return part_of(
        "Largest instalment",
        given("Each payment", payment_pence, units.PENCE, source="the agreement"),
        given(
            "Largest part of a payment", policy.instalment_share_bp, units.BASIS_POINTS, source="the council’s policy"
        ),
        rounding=PENNY_DOWN,
    )


def _how_many(surplus: Step, at_most: Step) -> Step:
    if at_most.value <= 0:
        return given("Instalments", 0, units.COUNT, source="no instalment is possible")
    return whole_steps_up("Instalments", surplus, step=at_most, worth=given("Each", 1, units.COUNT))


def _reasons(inputs: SurplusInputs, stays: Step, surplus: Step) -> Iterator[str]:
    yield f"There is {money(inputs.balance_pence)} in the account."
    weeks, bills, run_off, saving = (part.value for part in stays.parts)
    yield f"{money(weeks)} stays: {inputs.policy.weeks_allowed} weeks of the payment."
    for pence, why in (
        (bills, "for the bills to come"),
        (run_off, "so that a PA is paid what is due if the work ends"),
    ):
        if pence:
            yield f"{money(pence)} stays {why}."
    if saving:
        yield f"{money(saving)} stays, because it is being saved for: {', '.join(each.label for each in inputs.saving_for)}."
    if surplus.value:
        yield f"{money(surplus.value)} is more than all of that, so we ask if it can come back. Nothing is taken."
    else:
        yield "All of it is needed, so nothing is proposed."


def _problems(inputs: SurplusInputs | InstalmentInputs) -> Iterator[InputProblem]:
    for name in ("payment_weekly_pence", "payment_pence", "left_to_return_pence", "questions_unanswered"):
        if getattr(inputs, name, 0) < 0:
            yield InputProblem(name, "This cannot be less than nothing.")
    for name in ("to_pay", "run_off", "saving_for"):
        for place, each in enumerate(getattr(inputs, name, ())):
            if each.amount_pence < 0:
                yield InputProblem(f"{name}.{place}.amount_pence", f"“{each.label}” cannot be less than nothing.")
    for name in ("weeks_allowed", "notice_days", "floor_weeks"):
        if getattr(inputs.policy, name) < 0:
            yield InputProblem(f"policy.{name}", "This cannot be less than nothing.")
    if not 0 <= inputs.policy.instalment_share_bp <= 10_000:
        yield InputProblem("policy.instalment_share_bp", "Enter a part of a payment from 0% to 100%.")


def _answers(inputs: SurplusInputs) -> Answers:
    proposal = propose_surplus(inputs)
    return {
        "may_be_proposed": proposal.may_be_proposed,
        "stays": proposal.stays,
        "instalment_at_most": proposal.instalment_at_most,
        "instalments": proposal.instalments,
    }


RULES: dict[str, Rule] = {
    "surplus.proposal": Rule(SurplusInputs, lambda inputs, _: _answers(inputs)),
    "surplus.instalment": Rule(InstalmentInputs, lambda inputs, _: {"instalment": next_instalment(inputs)}),
}
