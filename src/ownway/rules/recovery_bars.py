"""What stands in the way of asking for money back: each reason by its name, in plain words, with what to do first.

Nothing is ever taken from a person without notice, reasons, time to answer, a floor they can live on, and the council's
own review held in time. Each is a reason here, so that it can be checked, shown and tested. What the statutory guidance
says of it (chapter 12) is as recalled: not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ownway.rules.days import day_in_words
from ownway.rules.refusals import InputProblem, refuse_if_wrong

SURPLUS, ENDING, DEATH, WRONGLY_SPENT = "surplus", "ending", "death", "wrongly spent"
KINDS = (SURPLUS, ENDING, DEATH, WRONGLY_SPENT)

_REVIEWS = ("SI 2014/2871 reg 7(1)", "reported")
_GUIDANCE = ("Care and support statutory guidance, chapter 12 (as recalled: not read)", "not confirmed")
_OWN = ("This rulebook’s own promise; no law was read that says so", "not the law")


@dataclass(frozen=True, slots=True)
class Bar:
    """One reason why nothing may be asked back now: its name, what is so and what to do first, and who says so."""

    name: str
    sentence: str
    law: str
    standing: str


@dataclass(frozen=True, slots=True)
class RecoveryFacts:
    """What is known when somebody wants to ask for money back.

    `kind` is one of KINDS. `review_due_on` is the last day for the council's own review (None: none is due yet);
    `notice_given_on` the day the person, or whoever deals with their affairs, was told that the money is looked at;
    `notice_days` how long they have to answer. `hardship_considered` says that somebody looked at what the person
    can spare.
    """

    today: date
    kind: str
    review_due_on: date | None
    notice_given_on: date | None
    notice_days: int
    questions_unanswered: int
    reasons_given: bool
    hardship_considered: bool
    somebody_to_write_to: bool = True
    run_off_worked_out: bool = True


def find_bars(facts: RecoveryFacts) -> tuple[Bar, ...]:
    """Everything that stands in the way; nothing does when it is empty. Raises BadInput by field."""
    refuse_if_wrong(_problems(facts))
    return (
        *council_owes_first(
            today=facts.today,
            review_due_on=None if facts.kind == DEATH else facts.review_due_on,
            notice_given_on=facts.notice_given_on,
            notice_days=facts.notice_days,
            questions_unanswered=facts.questions_unanswered,
            who="Whoever deals with the person’s affairs" if facts.kind == DEATH else "The person",
        ),
        *_of_fairness(facts),
    )


def council_owes_first(
    *,
    today: date,
    review_due_on: date | None,
    notice_given_on: date | None,
    notice_days: int,
    questions_unanswered: int,
    who: str = "The person",
) -> Iterator[Bar]:
    """The council's own review, notice, time to answer, and answers to questions: what it owes before it may ask.

    `who` is how to speak of whoever is asked, at the start of a sentence.
    """
    if review_due_on is not None and today > review_due_on:
        due = day_in_words(review_due_on)
        words = f"The council’s own review was due by {due}. Hold the review with the person first."
        yield Bar("review_overdue", words, *_REVIEWS)
    if notice_given_on is None:
        words = f"{who} has not been told that the balance is being looked at. Write to them first."
        yield Bar("no_notice", words, *_GUIDANCE)
    elif today < notice_given_on + timedelta(days=notice_days):
        told, until = day_in_words(notice_given_on), day_in_words(notice_given_on + timedelta(days=notice_days))
        yield Bar("too_little_time", f"{who} was told on {told} and has {notice_days} days, until {until}.", *_OWN)
    if questions_unanswered:
        how_many = "1 question" if questions_unanswered == 1 else f"{questions_unanswered} questions"
        words = f"{who} waits for the answer to {how_many}. Answer first."
        yield Bar("question_unanswered", words, *_OWN)


def _of_fairness(facts: RecoveryFacts) -> Iterator[Bar]:
    if not facts.reasons_given:
        yield Bar("no_reasons", "Nobody has said why. Write the reasons down for this one person first.", *_OWN)
    if facts.kind in (SURPLUS, WRONGLY_SPENT) and not facts.hardship_considered:
        words = "Nobody has looked at what the person can spare. Look at that with them first."
        yield Bar("hardship_not_considered", words, *_GUIDANCE)
    if not facts.somebody_to_write_to:
        words = "Nobody is known who deals with the person’s affairs. Find out who does, and give them time to grieve."
        yield Bar("nobody_to_write_to", words, *_OWN)
    if facts.kind in (ENDING, DEATH) and not facts.run_off_worked_out:
        words = "What is still owed to a personal assistant (notice, holiday, redundancy) has not been worked out."
        yield Bar("run_off_not_worked_out", f"{words} Work that out first: it stays in the account.", *_OWN)


def _problems(facts: RecoveryFacts) -> Iterator[InputProblem]:
    if facts.kind not in KINDS:
        yield InputProblem("kind", f"“{facts.kind}” is not one of: {', '.join(KINDS)}.")
    for name in ("notice_days", "questions_unanswered"):
        if getattr(facts, name) < 0:
            yield InputProblem(name, "This cannot be less than nothing.")
    if facts.notice_given_on is not None and facts.notice_given_on > facts.today:
        yield InputProblem("notice_given_on", "This day has not come yet.")
