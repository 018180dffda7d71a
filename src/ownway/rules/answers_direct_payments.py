"""The rules of direct payments law that can be asked by name: who may be paid, who may hold it, when to look again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.rules import relatives, reviews
from ownway.rules.answers import PlainAnswers, PlainRule
from ownway.rules.conditions import AskedFor, must_pay, what_follows
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import to_plain
from ownway.rules.roles import RoleFacts, may_hold


@dataclass(frozen=True, slots=True)
class ReviewInputs:
    """When the first payment was made (or none yet), and the days of the reviews since; for whom: see reviews.KINDS."""

    first_payment_on: date | None
    reviewed_on: tuple[date, ...] = ()
    kind: str = reviews.ADULT
    today: date | None = None


@dataclass(frozen=True, slots=True)
class EventInputs:
    """What was told that asks for a review at once (see reviews.EVENTS), and on which day."""

    event: str
    told_on: date


@dataclass(frozen=True, slots=True)
class RelativeInputs:
    """How somebody is related to the person, whether they live together, and what they are to be paid for.

    `purpose` is care, or managing; `route` adult, or child.
    """

    relationship: str
    same_household: bool
    purpose: str = "care"
    council_agreed: bool = False
    route: str = relatives.ADULT


@dataclass(frozen=True, slots=True)
class StopInputs:
    """What happened: one of conditions.HAPPENINGS."""

    happened: str


def _review_due(asked: ReviewInputs, figures: Figures) -> PlainAnswers:
    clock = reviews.clock_of(asked.kind, figures)
    due = reviews.review_due(first_payment_on=asked.first_payment_on, reviewed_on=asked.reviewed_on, clock=clock)
    if due is None:
        return {"due_on": None, "reason": "Nothing has been paid yet, so no review is due."}
    today = {"overdue": reviews.is_review_overdue(due, today=asked.today)} if asked.today else {}
    return {**to_plain(due), **today}


def _review_after(asked: EventInputs, _: Figures) -> PlainAnswers:
    return dict(to_plain(reviews.review_after(asked.event, told_on=asked.told_on)))


def _relative(asked: RelativeInputs, _: Figures) -> PlainAnswers:
    answer = relatives.relative_needs_council_agreement(
        relationship=asked.relationship,
        same_household=asked.same_household,
        purpose=asked.purpose,
        council_agreed=asked.council_agreed,
        route=asked.route,
    )
    return dict(to_plain(answer))


def _must_pay(asked: AskedFor, _: Figures) -> PlainAnswers:
    return dict(to_plain(must_pay(asked)))


def _stopping(asked: StopInputs, _: Figures) -> PlainAnswers:
    return dict(to_plain(what_follows(asked.happened)))


def _role(asked: RoleFacts, _: Figures) -> PlainAnswers:
    return dict(to_plain(may_hold(asked)))


PLAIN_RULES = {
    "dp.review_due": PlainRule(
        ReviewInputs,
        _review_due,
        title="The last day for the next review of a direct payment",
        says="For adults, the council looks again within six months of the first payment, and then within twelve months of"
        " the last review. The clock starts when the first payment is made, not when the plan was agreed. A review before"
        " the first payment does not count. For children, and for education, health and care plans, the months are first"
        " to be confirmed by the council.",
        law="SI 2014/2871 reg 7(1)(a) (reported); SI 2009/1887 and SI 2014/1652 (as recalled)",
        example={
            "on": "2026-06-01",
            "first_payment_on": "2026-04-01",
            "reviewed_on": ["2026-06-15"],
            "today": "2027-06-16",
        },
    ),
    "dp.review_now": PlainRule(
        EventInputs,
        _review_after,
        title="A review that cannot wait",
        says="The council looks again at once when a condition was not kept, when the person can no longer or can again"
        " decide for themselves, when somebody says that the money was misused, or when something that the payment"
        " depends on is no longer so.",
        law="SI 2014/2871 reg 7(1) (reported)",
        example={"on": "2026-06-01", "event": "capacity lost", "told_on": "2026-06-03"},
    ),
    "dp.relative_needs_council_agreement": PlainRule(
        RelativeInputs,
        _relative,
        title="May a relative be paid?",
        says="Your husband, wife or partner, wherever they live, and close family who live with you, and their partners who"
        " live with you, can be paid if the council agrees that it is necessary: to give you care, or to help you manage"
        " the payment. Anybody else can be paid without asking.",
        law="SI 2014/2871 reg 3 (reported); for children SI 2009/1887 (as recalled)",
        example={"on": "2026-06-01", "relationship": "brother or sister", "same_household": True},
    ),
    "dp.must_pay": PlainRule(
        AskedFor,
        _must_pay,
        title="Must the council make a direct payment?",
        says="The council must pay when an adult who can decide asks for it, has a personal budget, can manage the money"
        " alone or with help, and a direct payment is a good way to meet the needs. When the person cannot decide, an"
        " authorised person may ask. There is no direct payment under some court orders about drugs or alcohol. When"
        " something is missing, you get the reasons in writing, and what you can do.",
        law="Care Act 2014 ss.26, 31 and 32; SI 2014/2871 reg 2 and Schedule 1 (reported)",
        example={
            "on": "2026-06-01",
            "asked": True,
            "has_personal_budget": True,
            "has_capacity": True,
            "can_manage": True,
            "is_appropriate": True,
            "has_nominee": True,
        },
    ),
    "dp.stopping": PlainRule(
        StopInputs,
        _stopping,
        title="Must a direct payment stop?",
        says="A payment must stop when a condition of the law is no longer met. When a condition of the agreement was not"
        " kept, or money was used for something else, it may stop: talk first. Saving money while the plan goes well is"
        " no reason to stop. Whatever happens, the council still meets the needs.",
        law="Care Act 2014 s.33(3) to (5); SI 2014/1652 reg 14(1)",
        example={"on": "2026-06-01", "happened": "money was saved and the plan went well"},
    ),
    "dp.role": PlainRule(
        RoleFacts,
        _role,
        title="Who may hold a direct payment, and what may they do?",
        says="The person may hold it, or somebody they choose. For a person who cannot decide, an authorised person may. For"
        " a child, a parent, a disabled young person of 16 or 17, a disabled parent, or a suitable person. Each needs some"
        " things to be so first. We say what is missing, and what they may then do.",
        law="Care Act 2014 ss.31 and 32; SI 2009/1887 reg 8; the rest as recalled",
        example={
            "on": "2026-06-01",
            "route": "adult",
            "role": "nominated person",
            "age_years": 34,
            "has_capacity": True,
            "can_manage": True,
            "person_agrees": True,
        },
    ),
}
