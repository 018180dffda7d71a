"""When a council must pay a direct payment, when it must stop, and when it may: each condition with its clause.

Source: Care Act 2014 ss.31 to 33; SI 2014/2871 reg 2 and Schedule 1 (who is excluded, as reported), reg 4 (as recalled).
For an education, health and care plan: SI 2014/1652 reg 14(1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ownway.rules.clauses import Clause, read, recalled, reported
from ownway.rules.refusals import InputProblem, refuse_if_wrong

_S31, _S32 = "Care Act 2014 s.31(4) to (7)", "Care Act 2014 s.32(4) to (9)"
_S33 = "Care Act 2014 s.33(3) to (5)"
_SCHEDULE = "SI 2014/2871 reg 2 and Schedule 1"
_S32_LATER = f"{_S32} (as recalled)"

ORDERS: Mapping[str, str] = {
    "drug rehabilitation": "a court order to have treatment for drugs",
    "alcohol treatment": "a court order to have treatment for alcohol",
    "drug testing": "a court order to be tested for drugs",
    "release from prison": "conditions about drugs or alcohol after leaving prison",
}
"""Court orders and conditions under which no direct payment can be made, in few words; the Schedule has the exact list."""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What is known when somebody asks for a direct payment for an adult, a carer, or aftercare.

    `orders` are names of ORDERS that the person is under. `best_interests` counts only for a person who cannot decide.
    """

    asked: bool
    has_personal_budget: bool
    has_capacity: bool
    can_manage: bool
    is_appropriate: bool
    orders: tuple[str, ...] = ()
    has_nominee: bool = False
    nominee_agrees: bool = False
    authorised_person_asks: bool = False
    authorised_decider_agrees: bool = False
    best_interests: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the council must pay, in plain words, and every condition that is not met, with its clause."""

    must_pay: bool
    sentence: str
    not_met: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """What follows from something that happened: "must stop", "may stop" or "goes on", in plain words."""

    answer: str
    clause: Clause


def must_pay(asked: AskedFor) -> Decision:
    """Whether the council has to make the payment that is asked for. Raises BadInput by field.

    When something is missing, the person gets the reasons in writing, what they can do, and how to ask again.
    """
    refuse_if_wrong(_problems(asked))
    not_met = (*_first(asked), *(_with_capacity(asked) if asked.has_capacity else _without_capacity(asked)))
    if not not_met:
        return Decision(must_pay=True, sentence="Yes. The council must make the direct payment.", not_met=())
    if asked.orders:
        ordered = " and ".join(ORDERS[order] for order in asked.orders)
        sentence = f"Not while there is {ordered}. The council still meets the needs, in another way."
    else:
        missing = " ".join(clause.words for clause in not_met)
        sentence = f"Not yet. This is still missing: {missing} Ask us in writing why, and what you can do."
    return Decision(must_pay=False, sentence=sentence, not_met=not_met)


def _first(asked: AskedFor) -> Iterator[Clause]:
    if not asked.asked and asked.has_capacity:
        yield read("asked", "The person asks for it.", "Care Act 2014 s.31(1)")
    if not asked.has_personal_budget:
        yield read("budget", "There is a personal budget.", "Care Act 2014 ss.26 and 31(1)")
    if asked.orders:
        yield reported("excluded", "No court order about drugs or alcohol stands against it.", _SCHEDULE)


def _with_capacity(asked: AskedFor) -> Iterator[Clause]:
    if asked.has_nominee and not asked.nominee_agrees:
        yield read("nominee_agrees", "Whoever is to receive it for the person agrees.", _S31)
    if not asked.can_manage:
        yield read("can_manage", "The person, or who receives it for them, can manage it, alone or with help.", _S31)
    if not asked.is_appropriate:
        yield read("appropriate", "A direct payment is a good way to meet the needs.", _S31)


def _without_capacity(asked: AskedFor) -> Iterator[Clause]:
    if not asked.authorised_person_asks:
        yield read("authorised_asks", "An authorised person asks for it.", _S32)
    if not asked.authorised_decider_agrees:
        yield read("decider_agrees", "Whoever may decide for the person supports it.", _S32)
    if not asked.best_interests:
        yield recalled("best_interests", "The authorised person acts in the person’s best interests.", _S32_LATER)
    if not asked.can_manage:
        yield recalled("can_manage", "The authorised person can manage it, alone or with help.", _S32_LATER)
    if not asked.is_appropriate:
        yield recalled("appropriate", "A direct payment is a good way to meet the needs.", _S32_LATER)


MUST_STOP, MAY_STOP, GOES_ON = "must stop", "may stop", "goes on"
HAPPENINGS: Mapping[str, Stop] = {
    "a condition of sections 31 or 32 is no longer met": Stop(
        MUST_STOP,
        read("condition_fails", "The payment must stop. The council meets the needs in another way.", _S33),
    ),
    "a court order about drugs or alcohol": Stop(
        MUST_STOP,
        reported("excluded", "The payment must stop. The council meets the needs in another way.", _SCHEDULE),
    ),
    "consent taken back, education, health and care plan": Stop(
        MUST_STOP,
        read("consent", "The payment must stop, because who holds it does not want it.", "SI 2014/1652 reg 14(1)"),
    ),
    "a condition of the agreement was not kept": Stop(
        MAY_STOP,
        read("breach", "The payment may stop. Talk first, find out why, and help to put it right.", _S33),
    ),
    "money used for something else": Stop(
        MAY_STOP,
        read(
            "misuse", "The payment may stop. Ask first what happened, and look at whether help would be enough.", _S33
        ),
    ),
    "money was saved and the plan went well": Stop(
        GOES_ON,
        recalled(
            "saved",
            "The payment goes on. Saving money while the plan goes well is no reason to stop.",
            "Care and support statutory guidance (as recalled: not read)",
        ),
    ),
}
"""What may happen, and what follows. Whatever the answer, reasonable notice is given, and needs are still met."""


def what_follows(happened: str) -> Stop:
    """Whether a payment must stop, may stop or goes on. Raises BadInput for a happening that is not in the list."""
    if happened not in HAPPENINGS:
        listed = "; ".join(HAPPENINGS)
        refuse_if_wrong([InputProblem("happened", f"Choose what happened: {listed}.")])
    return HAPPENINGS[happened]


def _problems(asked: AskedFor) -> Iterator[InputProblem]:
    for place, order in enumerate(asked.orders):
        if order not in ORDERS:
            yield InputProblem(f"orders.{place}", f"“{order}” is not one we know. Choose one of: {', '.join(ORDERS)}.")
