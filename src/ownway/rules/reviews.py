"""Reviews of a direct payment: by when the council must look again, with the person, at how it is going.

Source: SI 2014/2871 reg 7(1)(a). Standing: reported (the text was read on another's page, not in the law itself).
The clock starts when the first payment is made, not when the plan was agreed. For children and for education, health
and care plans the months are as recalled, so they are asked for until a council has confirmed them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ownway.rules.days import add_months
from ownway.rules.parameters import Figures, load_national
from ownway.rules.refusals import BadInput, InputProblem
from ownway.rules.steps import Step

LAW = "SI 2014/2871 reg 7(1)(a)"
STANDING = "reported"

ADULT, CHILD, EHCP = "adult", "child", "ehcp"
KINDS = (ADULT, CHILD, EHCP)
_LAWS = {ADULT: LAW, CHILD: "SI 2009/1887", EHCP: "SI 2014/1652"}
_SINCE = date(2015, 4, 1)

EVENTS: Mapping[str, str] = {
    "breach": "a condition of the payment was not kept",
    "capacity lost": "the person can no longer decide this for themselves",
    "capacity regained": "the person can decide this for themselves again",
    "misuse reported": "somebody said that the money was not used for support",
    "condition failing": "something that the payment depends on is no longer so",
}
"""What asks for a review at once, whenever the last one was (SI 2014/2871 reg 7(1), as reported)."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Within how many months of the first payment the first review is held, and each other within how many more."""

    first: Step
    following: Step
    law: str

    @property
    def standing(self) -> str:
        """How far these months can be trusted: in the words of the less sure of the two."""
        used = [step.figure.standing for step in (self.first, self.following) if step.figure]
        return STANDING if STANDING in used else used[0]


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """The last day for the next review, why, and by what law."""

    due_on: date
    reason: str
    law: str = LAW
    standing: str = STANDING


def clock_of(kind: str, figures: Figures) -> Clock:
    """The months for a kind of direct payment: one of KINDS.

    Raises BadInput for another kind, and FigureNotConfirmed while the months are only recalled.
    """
    if kind not in KINDS:
        raise BadInput([InputProblem("kind", f"“{kind}” is not one we know. Choose one of: {', '.join(KINDS)}.")])
    names = (f"review.{kind}_first", f"review.{kind}_next")
    figures.require(*names)
    first, following = (figures.step(name) for name in names)
    return Clock(first, following, _LAWS[kind])


_FOR_ADULTS = clock_of(ADULT, load_national().on(_SINCE))
FIRST_WITHIN_MONTHS = _FOR_ADULTS.first.value
THEN_WITHIN_MONTHS = _FOR_ADULTS.following.value


def review_due(
    *, first_payment_on: date | None, reviewed_on: Iterable[date] = (), clock: Clock = _FOR_ADULTS
) -> ReviewDue | None:
    """By when the next review must be held; None while nothing has been paid yet.

    For adults, the first is within six months of the first payment, each one after it within twelve months of the last.
    A review held before the first payment does not count: there was nothing to review.
    """
    if first_payment_on is None:
        return None
    held = [day for day in reviewed_on if day >= first_payment_on]
    if not held:
        months = clock.first.value
        reason = f"The first review is within {months} months of the first payment."
        return ReviewDue(add_months(first_payment_on, months), reason, clock.law, clock.standing)
    months = clock.following.value
    reason = f"Each review is within {months} months of the one before it."
    return ReviewDue(add_months(max(held), months), reason, clock.law, clock.standing)


def review_after(event: str, *, told_on: date) -> ReviewDue:
    """A review that something asks for at once, whenever the last one was held. Raises BadInput for another event."""
    if event not in EVENTS:
        raise BadInput([InputProblem("event", f"“{event}” is not one we know. Choose one of: {', '.join(EVENTS)}.")])
    return ReviewDue(told_on, f"Look again now, because {EVENTS[event]}.", "SI 2014/2871 reg 7(1)")


def is_review_overdue(due: ReviewDue | None, *, today: date) -> bool:
    """True when the last day for the review has gone by. On the day itself the council still has time."""
    return due is not None and today > due.due_on


def days_overdue(due: ReviewDue | None, *, today: date) -> int:
    """Whole days since the last day for the review; 0 when it is not overdue."""
    return max(0, (today - due.due_on).days) if due else 0
