"""Money that is more than is needed: what may be proposed for return, never taken.

What stays comes first: weeks of money, bills, the cost of ending employment, and what the person saves for. Eight
weeks of money is common practice and not in the law, so every number in the policy is the council's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ownway.rules import steps as units
from ownway.rules.arithmetic import any_less
from ownway.rules.recovery_bars import Bar, council_owes_first
from ownway.rules.refusals import InputProblem, Refused, refuse_if_wrong
from ownway.rules.steps import Step
from ownway.rules.vocabulary import (
    PENNY_DOWN,
    add_up,
    at_least,
    choose,
    for_each,
    given,
    part_of,
    reaches,
    take_away,
    whole_steps_up,
)
from ownway.rules.wording import money


class SurplusRefused(Refused):
    """Nothing may be proposed now. The message says why and what the council has to do first; `bars` has each reason."""

    def __init__(self, message: str, *, bars: tuple[Bar, ...] = ()) -> None:
        self.bars = bars
        super().__init__(message)


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
class SurplusFigures:
    """What may be proposed, what stays and the largest instalment (pence), and how many it takes, with working."""

    may_be_proposed: Step
    stays: Step
    instalment_at_most: Step
    instalments: Step


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be proposed (pence, with working), what stays, the largest instalment and how many, and the reasons."""

    may_be_proposed: Step
    stays: Step
    instalment_at_most: Step
    instalments: Step
    reasons: tuple[str, ...]


def propose_surplus(inputs: SurplusInputs) -> Proposal:
    """What may be proposed for return, with every reason as a sentence. It is a proposal: nothing is deducted.

    Raises SurplusRefused while the council's review is overdue, notice has not been given, or a question waits for an
    answer; BadInput for amounts below nothing.
    """
    found = work_out(inputs)
    return Proposal(
        found.may_be_proposed,
        found.stays,
        found.instalment_at_most,
        found.instalments,
        tuple(_reasons(inputs, found.stays, found.may_be_proposed)),
    )


def work_out(inputs: SurplusInputs) -> SurplusFigures:
    """The figures of a proposal without its sentences, for one person or many; raises as `propose_surplus` does."""
    refuse_if_wrong(problems(inputs))
    _refuse_before_its_time(inputs)
    stays = contingency(inputs)
    held = given("In the account", inputs.balance_pence, units.PENCE, source="the account")
    surplus = at_least("May be proposed for return", take_away("More than stays", held, stays))
    at_most = instalment_at_most(inputs.payment_pence, inputs.policy)
    return SurplusFigures(surplus, stays, at_most, how_many_instalments(surplus, at_most))


def _refuse_before_its_time(inputs: SurplusInputs) -> None:
    bars = tuple(
        council_owes_first(
            today=inputs.today,
            review_due_on=inputs.review_due_on,
            notice_given_on=inputs.notice_given_on,
            notice_days=inputs.policy.notice_days,
            questions_unanswered=inputs.questions_unanswered,
        )
    )
    if bars:
        raise SurplusRefused(" ".join(["Nothing can be proposed yet.", *(bar.sentence for bar in bars)]), bars=bars)


def contingency(inputs: SurplusInputs) -> Step:
    """The reserve that may build up and is nobody's surplus: weeks of money, bills, run-off, savings. Unit: pence.

    Source: the guidance asks that a reserve is prudent and does not grow without reason; how many weeks that is, is
    common practice of councils and not in the law.
    """
    return add_up(
        "Stays in the account",
        weeks_of_money("May build up", inputs.policy.weeks_allowed, inputs.payment_weekly_pence),
        together("Bills to come", inputs.to_pay),
        together("Cost of ending employment", inputs.run_off),
        together("Being saved for", inputs.saving_for),
    )


def weeks_of_money(label: str, weeks: int, weekly_pence: int) -> Step:
    """So many weeks of the payment, in pence."""
    return for_each(
        label,
        given("Weeks", weeks, units.WEEKS, source="the council’s policy"),
        given("Payment for a week", weekly_pence, units.PENCE_WEEKLY, source="the agreement"),
    )


def together(label: str, amounts: tuple[Amount, ...]) -> Step:
    """The named amounts together, in pence."""
    parts = [given(each.label, each.amount_pence, units.PENCE, source="the plan") for each in amounts]
    return add_up(label, *parts, unit=units.PENCE)


def instalment_at_most(payment_pence: int, policy: SurplusPolicy) -> Step:
    """The largest part of one payment that may go back, in pence."""
    return part_of(
        "Largest instalment",
        given("Each payment", payment_pence, units.PENCE, source="the agreement"),
        given(
            "Largest part of a payment", policy.instalment_share_bp, units.BASIS_POINTS, source="the council’s policy"
        ),
        rounding=PENNY_DOWN,
    )


def how_many_instalments(surplus: Step, at_most: Step) -> Step:
    """How many instalments of at most that much it takes; none when nothing can be spared. Unit: a count."""
    none, penny = given("No instalment is possible", 0, units.COUNT), given("A penny", 1, units.PENCE)
    steps = whole_steps_up(
        "As many as it takes",
        surplus,
        step=at_least("Each, at least a penny", at_most, floor=penny),
        worth=given("Each", 1, units.COUNT),
    )
    return choose("Instalments", reaches("Something can be spared", at_most, penny), yes=steps, no=none)


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


def problems(inputs: SurplusInputs) -> Iterator[InputProblem]:
    """What is below nothing and cannot be, by its field."""
    yield from below_nothing(inputs, "payment_weekly_pence", "payment_pence", "questions_unanswered")
    yield from amount_problems(to_pay=inputs.to_pay, run_off=inputs.run_off, saving_for=inputs.saving_for)
    yield from policy_problems(inputs.policy)


def below_nothing(inputs: object, *fields: str) -> Iterator[InputProblem]:
    """The fields of the inputs that are less than nothing and cannot be."""
    for name in fields:
        if any_less(getattr(inputs, name), 0):
            yield InputProblem(name, "This cannot be less than nothing.")


def amount_problems(**lists: tuple[Amount, ...]) -> Iterator[InputProblem]:
    """What is wrong with lists of named amounts, by the name of each list."""
    for name, amounts in lists.items():
        for place, each in enumerate(amounts):
            if any_less(each.amount_pence, 0):
                yield InputProblem(f"{name}.{place}.amount_pence", f"“{each.label}” cannot be less than nothing.")


def policy_problems(policy: SurplusPolicy) -> Iterator[InputProblem]:
    """What is wrong with the council's policy on money that builds up."""
    for name in ("weeks_allowed", "notice_days", "floor_weeks"):
        if getattr(policy, name) < 0:
            yield InputProblem(f"policy.{name}", "This cannot be less than nothing.")
    if not 0 <= policy.instalment_share_bp <= 10_000:
        yield InputProblem("policy.instalment_share_bp", "Enter a part of a payment from 0% to 100%.")
