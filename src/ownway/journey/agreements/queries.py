"""Questions about offers, agreements, and what follows from them. The council comes first in each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone

from ownway.ground.access.models import Council
from ownway.ground.figures.queries import get_parameters
from ownway.ground.people.facts import PersonFacts
from ownway.journey.agreements.facts import (
    AgreementFacts,
    NominatedFacts,
    OfferFacts,
    OfferSummary,
    acceptance_facts,
    agreement_facts,
    nominated_facts,
    offer_facts,
    question_facts,
)
from ownway.journey.agreements.models import (
    Acceptance,
    Agreement,
    Answer,
    NominatedPerson,
    Offer,
    OfferStatus,
    Question,
    ReviewHeld,
    SetUpDone,
    SetUpStep,
    Side,
)
from ownway.journey.agreements.set_up import SetUpFacts
from ownway.journey.agreements.working import OfferWorking, work_out
from ownway.journey.contributions.queries import assessment_facts
from ownway.journey.plans.facts import plan_cost_facts
from ownway.journey.plans.models import Heading, Line, LineKind
from ownway.rules.reviews import ReviewDue, days_overdue, is_review_overdue, review_due

PROMISE_DAYS, REPLY_DAYS = "policy.promise_days", "policy.reply_days"


def find_current_offer(*, council: Council, person_id: int) -> OfferFacts | None:
    """The newest offer, whatever became of it, with all that was said about it. Five queries."""
    return _whole(_offers(council, person_id).order_by("-version").first())


def find_offer(*, council: Council, person_id: int, version: int) -> OfferFacts | None:
    """That version of the offers to the person. Five queries."""
    return _whole(_offers(council, person_id).filter(version=version).first())


def list_offers(*, council: Council, person_id: int) -> list[OfferSummary]:
    """Every offer to the person, newest first. One query."""
    return [
        OfferSummary(
            version=row.version,
            status_words=row.get_status_display(),
            payment_pence=row.payment_pence,
            every_words=row.get_every_display(),
            made_at=row.made_at,
        )
        for row in Offer.objects.filter(person__council=council, person_id=person_id).order_by("-version")
    ]


def whole_offer(row: Offer) -> OfferFacts:
    """The row with all that belongs to it, as a value. Four queries; its plan and maker must have been fetched."""
    answers = Prefetch("answers", Answer.objects.select_related("answered_by").order_by("pk"))
    questions = Question.objects.filter(offer=row).select_related("asked_by").prefetch_related(answers).order_by("pk")
    support = Heading.objects.filter(plan_id=row.plan_id).order_by("position", "pk").values_list("words", flat=True)
    return offer_facts(
        row,
        support=tuple(support),
        questions=tuple(question_facts(question) for question in questions),
        acceptances=tuple(
            acceptance_facts(one)
            for one in Acceptance.objects.filter(offer=row).select_related("by").order_by("at", "pk")
        ),
    )


def get_working(*, council: Council, offer_id: int) -> OfferWorking:
    """How an offer of this council was worked out, from the cost and the assessment it was made with. One query.

    Raises Offer.DoesNotExist.
    """
    rows = Offer.objects.select_related(
        "plan_cost__decision__made_by", "assessment__made_by", "assessment__decision__made_by"
    )
    row = rows.get(person__council=council, pk=offer_id)
    return work_out(cost=plan_cost_facts(row.plan_cost), assessment=assessment_facts(row.assessment))


def find_current_agreement(*, council: Council, person_id: int, on: date) -> AgreementFacts | None:
    """The agreement in force on a day, if there is one. One query."""
    row = _agreements(council).filter(_in_force(on, on), person_id=person_id).first()
    return agreement_facts(row) if row is not None else None


def find_latest_agreement(*, council: Council, person_id: int) -> AgreementFacts | None:
    """The agreement that starts last, also one that has not started or has ended. One query."""
    row = _agreements(council).filter(person_id=person_id).order_by("-starts_on").first()
    return agreement_facts(row) if row is not None else None


def get_agreement(*, council: Council, id: int) -> AgreementFacts:
    """That agreement of this council. One query. Raises Agreement.DoesNotExist, also for another council's."""
    return agreement_facts(_agreements(council).get(pk=id))


def list_agreements(
    *, council: Council, from_on: date, until_on: date, person_ids: Iterable[int] | None = None
) -> list[AgreementFacts]:
    """Every agreement in force on any of these days, both counted, by person and day. One query."""
    rows = _agreements(council).filter(_in_force(from_on, until_on))
    if person_ids is not None:
        rows = rows.filter(person_id__in=list(person_ids))
    return [agreement_facts(row) for row in rows.order_by("person_id", "starts_on")]


def find_nominated_person(*, council: Council, person_id: int) -> NominatedFacts | None:
    """Who is named today to receive or manage the payment. One query."""
    rows = NominatedPerson.objects.select_related("named_by").filter(person__council=council, person_id=person_id)
    row = rows.filter(ended_on__isnull=True).first()
    return nominated_facts(row) if row is not None else None


@dataclass(frozen=True, slots=True)
class ReviewState:
    """How the council stands with its own reviews of a direct payment; `due` is None while nothing has been paid."""

    due: ReviewDue | None
    is_overdue: bool
    days_overdue: int
    held_on: tuple[date, ...]


def get_review_state(*, council: Council, person_id: int, today: date, first_payment_on: date | None) -> ReviewState:
    """By when the next review is due. The caller knows when the first payment was made, or that none was. One query."""
    rows = ReviewHeld.objects.filter(agreement__person__council=council, agreement__person_id=person_id)
    held = tuple(rows.order_by("held_on").values_list("held_on", flat=True))
    due = review_due(first_payment_on=first_payment_on, reviewed_on=held)
    return ReviewState(
        due=due,
        is_overdue=is_review_overdue(due, today=today),
        days_overdue=days_overdue(due, today=today),
        held_on=held,
    )


def find_policy(*, council: Council, figure: str, on: date) -> int | None:
    """A figure of the council's own policy (PROMISE_DAYS, REPLY_DAYS) on a day; None until it decides. One query."""
    value = get_parameters(council=council).get(figure).on(on)
    return value.value if value is not None else None


def get_set_up_facts(*, council: Council, person: PersonFacts, today: date) -> SetUpFacts:
    """What this room knows for the set-up list; payments adds the account and the first payment. Two queries, three before an offer."""
    said_yes = Acceptance.objects.filter(offer=OuterRef("pk"))
    kinds_of = Line.objects.filter(heading__plan=OuterRef("plan"))
    done_json = JSONObject(step="step", on="done_on")
    done_of = SetUpDone.objects.filter(person=OuterRef("person"))
    offers = Offer.objects.filter(person__council=council, person_id=person.id).annotate(
        said=ArraySubquery(said_yes.values(said=JSONObject(side="side", at="at"))),
        kinds=ArraySubquery(kinds_of.values("kind")),
        done=ArraySubquery(done_of.values(done=done_json)),
    )
    offer = offers.order_by("version").last()
    said = {one["side"]: datetime.fromisoformat(one["at"]) for one in offer.said} if offer else {}
    kinds = offer.kinds if offer else []
    told = offer.done if offer else SetUpDone.objects.filter(person_id=person.id).values_list(done_json, flat=True)
    done = {one["step"]: date.fromisoformat(one["on"]) for one in told}
    is_live = offer is not None and offer.status in (OfferStatus.MADE, OfferStatus.ACCEPTED)
    days = {side: timezone.localtime(at).date() for side, at in said.items() if is_live}
    return SetUpFacts(
        known_as=person.known_as,
        offered_on=timezone.localtime(offer.made_at).date() if offer is not None and is_live else None,
        accepted_by_person_on=days.get(Side.PERSON),
        accepted_by_council_on=days.get(Side.COUNCIL),
        employs=LineKind.PA_HOURS in kinds,
        payroll_planned=LineKind.PAYROLL in kinds,
        insurance_on=done.get(SetUpStep.INSURANCE),
        payroll_on=done.get(SetUpStep.PAYROLL),
        promised_days=find_policy(council=council, figure=PROMISE_DAYS, on=today),
    )


def _offers(council: Council, person_id: int) -> QuerySet[Offer]:
    return Offer.objects.select_related("plan", "made_by").filter(person__council=council, person_id=person_id)


def _whole(row: Offer | None) -> OfferFacts | None:
    return whole_offer(row) if row is not None else None


def _agreements(council: Council) -> QuerySet[Agreement]:
    return Agreement.objects.select_related("offer").filter(person__council=council)


def _in_force(from_on: date, until_on: date) -> Q:
    return Q(starts_on__lte=until_on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=from_on))
