"""Whom a user stands by, and what comes next for one of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse

from ownway.front.home.facts import Mine, MinePage, NextPayment, OwnPage, Place, SafeToSpend
from ownway.ground.access.facts import Actor
from ownway.ground.access.models import Council
from ownway.ground.design import words
from ownway.ground.letters.models import Letter
from ownway.ground.people.facts import PersonFacts, person_facts
from ownway.ground.people.models import Person, Relation, Relationship
from ownway.journey.accounts.models import Line, LineMatch, WaitingFile
from ownway.journey.accounts.queries import get_account_page
from ownway.journey.agreements.facts import OPEN_TO_QUESTIONS
from ownway.journey.agreements.models import Acceptance, Offer, OfferStatus, Question, Side
from ownway.journey.agreements.set_up import COUNCIL, SetUpList
from ownway.journey.checkups.models import CheckUp, CheckUpStatus, Proposal, ProposalStatus
from ownway.journey.payments.models import AnswerItem
from ownway.journey.payments.queries import get_set_up, list_planned
from ownway.journey.payments.queries.answers import CAME_BACK

PAGE_SIZE = 25
LOOK_AHEAD = timedelta(days=400)  # a payment once a year is seen


def list_mine(*, council: Council, actor: Actor, today: date) -> list[Mine]:
    """The people whom this user is, acts for, works for or advises today, by name. One query."""
    rows = Relationship.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        person__council=council,
        user_id=actor.user_id,
        from_on__lte=today,
    )
    people: dict[int, PersonFacts] = {}
    relations: dict[int, set[Relation]] = {}
    for row in rows.select_related("person").order_by("person__name", "person_id"):
        people.setdefault(row.person_id, person_facts(row.person))
        relations.setdefault(row.person_id, set()).add(Relation(row.relation))
    return [Mine(person=person, relations=frozenset(relations[number])) for number, person in people.items()]


def page_of(mine: list[Mine], page: int) -> MinePage:
    """One page of them."""
    pages = max(1, -(-len(mine) // PAGE_SIZE))
    number = min(max(1, page), pages)
    return MinePage(people=tuple(mine[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]), number=number, pages=pages)


def get_own_page(*, council: Council, person: PersonFacts, today: date) -> OwnPage:
    """What comes next for one person, for them or for who acts for them.

    Six queries, and nine more once there is a bank statement.
    """
    state = find_state(council=council, person_id=person.id)
    set_up = get_set_up(council=council, person=person, today=today)
    shows_safe = state.has_lines and not person.died_on
    return OwnPage(
        person=person,
        yours=(*state.places(person.id), *places_of_set_up(set_up, person_id=person.id)),
        councils=tuple(councils_turn(set_up, state)),
        has_lines=state.has_lines,
        safe=find_safe_to_spend(council=council, person_id=person.id, today=today) if shows_safe else None,
        next_payment=None if person.died_on else find_next_payment(council=council, person_id=person.id, today=today),
        newest_letter=find_newest_letter(council=council, person_id=person.id),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What waits for somebody, seen across the rooms; numbers and days are None when nothing does."""

    payment_came_back: bool
    offer_waits: bool
    question_waits: bool
    file_id: int | None
    has_lines: bool
    has_unknown_lines: bool
    check_up_id: int | None
    proposal_in: int | None
    reply_by_on: date | None

    def places(self, person_id: int) -> Iterator[Place]:
        """What is the person's to do, the most pressing first."""
        if self.payment_came_back:
            href = reverse("payments:show_payments", args=[person_id])
            yield Place(
                "Check your bank account",
                href,
                "The bank sent a payment back. You have done nothing wrong. We want to be sure it reaches you.",
            )
        if self.offer_waits:
            href = reverse("agreements:show_offer", args=[person_id])
            yield Place("Read the offer", href, "You can ask about it first. Then say yes, or ask for something else.")
        if self.proposal_in is not None and self.reply_by_on is not None:
            href = reverse("checkups:show_check_up", args=[person_id, self.proposal_in])
            yield Place(
                "Answer our idea about unused money",
                href,
                f"Please do so by {words.day(self.reply_by_on)}. You can say no.",
            )
        elif self.check_up_id is not None:
            href = reverse("checkups:show_check_up", args=[person_id, self.check_up_id])
            yield Place("See your check-up", href, "You can tell us how it is going, and ask us things.")
        if self.file_id is not None:
            href = reverse("accounts:answer_statement", args=[person_id, self.file_id])
            yield Place("Help us read a bank file", href, "We have one question about it.")
        if self.has_unknown_lines:
            href = reverse("accounts:show_account", args=[person_id])
            yield Place("Tell us what some payments were for", href, "It takes one click for each.")


def find_state(*, council: Council, person_id: int) -> State:
    """What waits for this person. One query."""
    offers = Offer.objects.filter(person=OuterRef("pk"))
    said_yes = Acceptance.objects.filter(offer=OuterRef("pk"), side=Side.PERSON)
    questions = Question.objects.filter(offer__person=OuterRef("pk"), offer__status__in=OPEN_TO_QUESTIONS)
    check_ups = CheckUp.objects.filter(agreement__person=OuterRef("pk")).exclude(status=CheckUpStatus.CLOSED)
    proposals = Proposal.objects.filter(
        checkup__agreement__person=OuterRef("pk"), status=ProposalStatus.PROPOSED
    ).order_by("reply_by_on")
    came_back = AnswerItem.objects.filter(run_line__person=OuterRef("pk"), kind__in=CAME_BACK)
    rows = Person.objects.filter(council=council, pk=person_id).values(
        payment_came_back=Exists(came_back.filter(ended="", step="check_account")),
        offer_waits=Exists(offers.filter(~Exists(said_yes), status=OfferStatus.MADE)),
        question_waits=Exists(questions.filter(answers__isnull=True)),
        file_id=Subquery(WaitingFile.objects.filter(person=OuterRef("pk")).order_by("pk").values("pk")[:1]),
        has_lines=Exists(Line.objects.filter(person=OuterRef("pk"))),
        has_unknown_lines=Exists(Line.objects.filter(person=OuterRef("pk"), match=LineMatch.NOT_KNOWN)),
        check_up_id=Subquery(check_ups.values("pk")[:1]),
        proposal_in=Subquery(proposals.values("checkup_id")[:1]),
        reply_by_on=Subquery(proposals.values("reply_by_on")[:1]),
    )
    return State(**rows.get())


def places_of_set_up(set_up: SetUpList, *, person_id: int) -> list[Place]:
    """What the person's side can already do of the setting up, once they have said yes."""
    if set_up.days_so_far is None or is_settled(set_up):
        return []
    href = reverse("payments:show_set_up", args=[person_id])
    return [Place(task.words, href) for task in set_up.tasks if not task.done and task.turn != COUNCIL]


def councils_turn(set_up: SetUpList, state: State) -> Iterator[str]:
    """What the council does next, in its own sentences."""
    if state.question_waits:
        yield "The council answers your question."
    left = [] if is_settled(set_up) else [task for task in set_up.tasks if not task.done]
    if set_up.days_so_far is None:
        left = left[:1]
    turns = [task.words for task in left if task.turn == COUNCIL]
    yield from (f"{each}." for each in turns[:1])


def is_settled(set_up: SetUpList) -> bool:
    """Whether payments are going and no newer offer is on its way."""
    return set_up.tasks[-1].done and not set_up.tasks[0].done


def find_safe_to_spend(*, council: Council, person_id: int, today: date) -> SafeToSpend | None:
    """What is safe to spend, once it is known what is in the account. Nine queries."""
    page = get_account_page(council=council, person_id=person_id, today=today)
    if not page.facts.balance_known or page.facts.balance_on is None:
        return None
    return SafeToSpend(on=page.facts.balance_on, pence=page.safe.value, balance_pence=page.balance.value)


def find_next_payment(*, council: Council, person_id: int, today: date) -> NextPayment | None:
    """What is planned for the next pay day from today on, with pauses left out; None without a plan. One query."""
    planned = list_planned(council=council, person_id=person_id)
    due = [payment for each in planned for payment in each.due(today, max(today, each.schedule.first_on) + LOOK_AHEAD)]
    if not due:
        return None
    on = min(payment.due_on for payment in due)
    return NextPayment(on=on, pence=sum(payment.amount_pence for payment in due if payment.due_on == on))


def find_newest_letter(*, council: Council, person_id: int) -> Place | None:
    """The newest letter about the person, if there is one. One query."""
    rows = Letter.objects.filter(council=council, person_id=person_id).only("id", "title", "made_at")
    row = rows.order_by("-made_at", "-pk").first()
    if row is None:
        return None
    href = reverse("letters:show_letter", args=[person_id, row.pk])
    return Place(row.title, href, words.day_time(row.made_at))
