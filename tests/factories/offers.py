"""Make everything an offer to Amina is made from, and the offer, as the tests know them.

Worked by hand: the plan of tests/factories/plans.py costs £176.83 a week, and £50.00 once. Amina gets £200.00 of ESA a
week and keeps £120.40 (a single adult from 25 to pension age, 2026/27), so she can be asked to pay £79.60 a week.

    net        £176.83 − £79.60 = £97.23 a week        gross      £176.83 a week
    2 weeks    £194.46                                 2 weeks    £353.66
    4 weeks    £388.92                                 4 weeks    £707.32
    a month    £97.23 × 52 ÷ 12 = £421.33              a month    £176.83 × 52 ÷ 12 = £766.263… = £766.26
"""

from datetime import date

from django.utils import timezone
from tests.factories.agreements import make_agreement, make_decision
from tests.factories.plans import make_costed_plan

from ownway.ground.access.models import User
from ownway.ground.figures.queries import get_figures
from ownway.ground.people.facts import person_facts
from ownway.ground.people.models import Person
from ownway.journey.agreements import operations
from ownway.journey.agreements.facts import OfferFacts
from ownway.journey.agreements.models import Offer, Question
from ownway.journey.agreements.queries import find_current_offer
from ownway.journey.contributions import operations as contributions
from ownway.journey.contributions.models import Basis
from ownway.journey.plans.models import Plan

STARTS_ON = date(2026, 10, 5)
REPLY_BY_ON = date(2026, 9, 22)
NET_WEEKLY, NET_4WEEKLY, CONTRIBUTION = 9_723, 38_892, 7_960
SINGLE = {"kind": "single", "age_years": 47}
ESA = {"label": "ESA", "kind": "esa", "amount_pence": 20_000, "every": "week"}


def make_assessment(person: Person, by: User, *, basis: Basis = Basis.FULL) -> None:
    """What Amina can be asked to pay: £79.60 a week; the full cost on another basis."""
    who = {"council": person.council, "person_id": person.pk, "by": by, "at": timezone.now()}
    contributions.tell_household(household=SINGLE, **who)
    contributions.add_item(section="income", item=ESA, **who)
    contributions.work_out_contribution(
        figures=get_figures(council=person.council, on=date(2026, 9, 1)),
        basis=basis,
        basis_words="" if basis == Basis.FULL else "She told us so.",
        **who,
    )


def make_ready(person: Person, by: User) -> Plan:
    """A costed plan and an assessment: everything an offer needs."""
    plan = make_costed_plan(person, by)
    make_assessment(person, by)
    return plan


def terms(**changes: object) -> operations.Terms:
    """Net, every 4 weeks, from 5 October 2026, to be answered by 22 September."""
    given = {"paid_how": "net", "every": "4 weeks", "starts_on": STARTS_ON, "reply_by_on": REPLY_BY_ON}
    return operations.Terms(**(given | changes))


def make_offer(person: Person, by: User, **changes: object) -> Offer:
    """An offer of what is ready, on those terms."""
    return operations.make_offer(
        council=person.council, person=person_facts(person), terms=terms(**changes), by=by, at=timezone.now()
    )


def make_open_offer(person: Person, by: User) -> Offer:
    """An open offer after an agreement, without a letter, where nothing but the row is needed. Made once."""
    found = Offer.objects.filter(person=person, status="made").first()
    if found is not None:
        return found
    row = make_agreement(person=person, by=by, ends_on=date(2026, 5, 3)).offer
    return Offer.objects.create(
        **{field.attname: getattr(row, field.attname) for field in Offer._meta.concrete_fields}
        | {
            "id": None,
            "version": row.version + 1,
            "status": "made",
            "decision_id": make_decision(person=person, by=by, rule="offer.gross_net", inputs=row.decision.inputs).pk,
        }
    )


def make_question(person: Person, by: User) -> Question:
    """A question about that offer."""
    offer = make_open_offer(person, by)
    return Question.objects.create(
        offer=offer, words="Can Carys come on Sundays?", asked_by=by, asked_at=timezone.now()
    )


def offer_now(person: Person) -> OfferFacts:
    """The newest offer as it stands."""
    return find_current_offer(council=person.council, person_id=person.pk)


def ask(person: Person, by: User, words: str = "Can Carys come on Sundays?") -> Question:
    """A question about the newest offer."""
    version = offer_now(person).version
    return operations.ask_question(
        council=person.council, person_id=person.pk, version=version, words=words, by=by, at=timezone.now()
    )


def answer(person: Person, question: Question, by: User, words: str = "Yes, on any day.") -> None:
    """An answer to it."""
    operations.answer_question(
        council=person.council,
        person_id=person.pk,
        version=question.offer.version,
        question_id=question.pk,
        words=words,
        by=by,
        at=timezone.now(),
    )


def say_yes(person: Person, by: User, **changes: object) -> None:
    """The person's side says yes to the newest offer as it stands."""
    offer = offer_now(person)
    given = {"version": offer.version, "seen": offer.digest, "by": by, "at": timezone.now()}
    operations.accept_offer(council=person.council, person_id=person.pk, **(given | changes))


def say_yes_for_council(person: Person, by: User, **changes: object) -> None:
    """The council says yes to the newest offer as it stands."""
    offer = offer_now(person)
    given = {"version": offer.version, "seen": offer.digest, "by": by, "at": timezone.now(), "why": "It meets needs."}
    operations.accept_for_council(council=person.council, person_id=person.pk, **(given | changes))


def agree(person: Person, by: User, worker: User) -> None:
    """Both sides say yes."""
    say_yes(person, by)
    say_yes_for_council(person, worker)
