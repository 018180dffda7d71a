"""Work that waits for somebody at the council: each queue as a count and as pages, from one question."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from ownway.front.home import permissions
from ownway.front.home.facts import WaitingLine, WaitingPage
from ownway.ground.access.models import Council
from ownway.ground.access.permissions import Permission
from ownway.ground.people.models import Person
from ownway.journey.agreements.facts import OPEN_TO_QUESTIONS
from ownway.journey.agreements.models import Acceptance, Agreement, Offer, OfferStatus, Question, ReviewHeld, Side
from ownway.journey.checkups.models import CheckUp, CheckUpStatus
from ownway.journey.checkups.queries import MonthsLater, in_force
from ownway.journey.payments.models import AnswerItem, RunLine, RunStatus, Schedule
from ownway.journey.payments.queries.answers import CAME_BACK, open_items, reason_of
from ownway.rules.reviews import FIRST_WITHIN_MONTHS, THEN_WITHIN_MONTHS

PAGE_SIZE = 25
REVIEWS_AHEAD = timedelta(weeks=4)
PAID = (RunStatus.FILES_WRITTEN, RunStatus.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Queue:
    """One kind of work that waits. `rows` are in the order to take them; `line` needs no more questions.

    `what` and `day_words` head the columns beside the name; empty where there is nothing to say there.
    """

    title: str
    what: str
    day_words: str
    may: Permission
    rows: Callable[[Council, date], QuerySet[Any]]
    line: Callable[[Any], WaitingLine]


def list_waiting(*, council: Council, queue: Queue, today: date, page: int = 1) -> WaitingPage:
    """One page of a queue. Two queries."""
    rows = queue.rows(council, today)
    count = rows.count()
    pages = max(1, -(-count // PAGE_SIZE))
    number = min(max(1, page), pages)
    lines = tuple(queue.line(row) for row in rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
    return WaitingPage(lines=lines, count=count, number=number, pages=pages)


def people_at_start(council: Council, _: date) -> QuerySet[Person]:
    """People who were never made an offer, those known longest first."""
    offers = Offer.objects.filter(person=OuterRef("pk"))
    return Person.objects.filter(~Exists(offers), council=council, died_on__isnull=True).order_by("pk")


def questions(council: Council, _: date) -> QuerySet[Question]:
    """Questions about offers that nobody has answered, oldest first."""
    rows = Question.objects.filter(
        offer__person__council=council, offer__status__in=OPEN_TO_QUESTIONS, answers__isnull=True
    )
    return rows.select_related("offer__person").order_by("asked_at", "pk")


def offers_to_accept(council: Council, _: date) -> QuerySet[Offer]:
    """Offers to which the person's side has said yes and the council has not, the oldest yes first."""
    yes = Acceptance.objects.filter(offer=OuterRef("pk"), side=Side.COUNCIL)
    rows = Offer.objects.filter(
        ~Exists(yes), person__council=council, status=OfferStatus.MADE, acceptances__side=Side.PERSON
    )
    return rows.annotate(yes_at=F("acceptances__at")).select_related("person").order_by("yes_at", "pk")


def reviews(council: Council, today: date) -> QuerySet[Any]:
    """Reviews that are due within four weeks or late, the longest late first. The rule is rules/reviews.py.

    The clock starts on the first day of the first schedule, once something was paid. Whose time has come is found
    from the reviews and the schedules, each looked at once; only their many payments are then asked about.
    """
    soon = today + REVIEWS_AHEAD
    held = ReviewHeld.objects.filter(agreement__person=OuterRef("person"))
    after_first = MonthsLater(F("first_on"), months=FIRST_WITHIN_MONTHS)
    last_held = ReviewHeld.objects.values("agreement__person").annotate(last_on=Max("held_on"))
    time_for_next = last_held.annotate(due_on=MonthsLater(F("last_on"), months=THEN_WITHIN_MONTHS))
    time_for_first = Schedule.objects.filter(~Exists(held)).annotate(due_on=after_first)
    whose_time = Q(person__in=time_for_next.filter(due_on__lte=soon).values("agreement__person")) | Q(
        person__in=time_for_first.filter(due_on__lte=soon).values("person")
    )
    paid = RunLine.objects.filter(person=OuterRef("person"), live=True, run__status__in=PAID)
    after_last = MonthsLater(F("held_on"), months=THEN_WITHIN_MONTHS)
    last = held.order_by("-held_on").annotate(due_on=after_last).values("due_on")[:1]
    begun = Schedule.objects.filter(person=OuterRef("person")).order_by("first_on")
    first = begun.annotate(due_on=after_first).values("due_on")[:1]
    rows = in_force(council=council, on=today).filter(whose_time, Exists(paid))
    rows = rows.annotate(due_on=Coalesce(Subquery(last), Subquery(first)))
    return rows.select_related("person").order_by("due_on", "pk")


def payments_to_start(council: Council, today: date) -> QuerySet[Agreement]:
    """Agreements under which no payments were set up yet, the earliest start first."""
    still = Q(ends_on__isnull=True) | Q(ends_on__gte=today)
    rows = Agreement.objects.filter(still, person__council=council, schedules__isnull=True)
    return rows.filter(person__died_on__isnull=True).select_related("person").order_by("starts_on", "pk")


def came_back(council: Council, _: date) -> QuerySet[AnswerItem]:
    """Payments of which the bank said that they came back, and nobody has decided about, oldest first."""
    return open_items(council=council).filter(run_line__isnull=False, kind__in=CAME_BACK)


def came_back_line(row: AnswerItem) -> WaitingLine:
    """A payment that came back and why, leading to the person's payments."""
    person = row.run_line.person  # type: ignore[union-attr]  # those without one are left out
    return line_for(person, reason_of(row).words, row.on, "payments:show_payments")


def open_check_ups(council: Council, _: date) -> QuerySet[CheckUp]:
    """Check-ups that are not finished, oldest first."""
    rows = CheckUp.objects.filter(agreement__person__council=council).exclude(status=CheckUpStatus.CLOSED)
    return rows.select_related("agreement__person").order_by("opened_at", "pk")


def line_for(person: Person, words: str, on: date | None, place: str, *args: int) -> WaitingLine:
    """A line about a person that leads to one of their places."""
    return WaitingLine(person.name, person.reference, words, on, reverse(place, args=[person.pk, *args]))


def question_line(row: Question) -> WaitingLine:
    """A question, leading to its answer."""
    on = timezone.localdate(row.asked_at)
    place = "agreements:answer_question"
    return line_for(row.offer.person, row.words, on, place, row.offer.version, row.pk)


QUEUES: Mapping[str, Queue] = {
    "starting": Queue(
        title="People with no offer yet",
        what="Group",
        day_words="",
        may=permissions.list_people_at_start,
        rows=people_at_start,
        line=lambda row: line_for(row, row.get_client_group_display(), None, "people:show_person"),
    ),
    "questions": Queue(
        title="Questions to answer",
        what="Question",
        day_words="Asked on",
        may=permissions.list_questions,
        rows=questions,
        line=question_line,
    ),
    "offers": Queue(
        title="Offers that wait for the council’s yes",
        what="",
        day_words="They said yes on",
        may=permissions.list_offers_to_accept,
        rows=offers_to_accept,
        line=lambda row: line_for(row.person, "", timezone.localdate(row.yes_at), "agreements:show_offer"),
    ),
    "reviews": Queue(
        title="Reviews to hold",
        what="",
        day_words="To hold by",
        may=permissions.list_reviews,
        rows=reviews,
        line=lambda row: line_for(row.person, "", row.due_on, "agreements:show_offer"),
    ),
    "payments": Queue(
        title="Payments to set up",
        what="",
        day_words="Agreed from",
        may=permissions.list_payments_to_start,
        rows=payments_to_start,
        line=lambda row: line_for(row.person, "", row.starts_on, "payments:show_payments"),
    ),
    "came-back": Queue(
        title="Payments that came back",
        what="What the bank says",
        day_words="Came back on",
        may=permissions.list_came_back,
        rows=came_back,
        line=came_back_line,
    ),
    "check-ups": Queue(
        title="Check-ups that are not finished",
        what="How it stands",
        day_words="Begun on",
        may=permissions.list_open_check_ups,
        rows=open_check_ups,
        line=lambda row: line_for(
            row.agreement.person,
            row.get_status_display(),
            timezone.localdate(row.opened_at),
            "checkups:show_check_up",
            row.pk,
        ),
    ),
}
