"""Offers that both sides accepted, the agreements they became, and the reviews that were held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

from ownway.demo import counts
from ownway.demo.copying import copy_in
from ownway.demo.council import Sheafdale
from ownway.demo.days import moment
from ownway.demo.money import Assessed
from ownway.ground.access.models import User
from ownway.ground.decisions.operations import NewDecision, worked_out
from ownway.ground.people.models import Relation, Relationship
from ownway.journey.agreements.facts import offer_facts
from ownway.journey.agreements.models import (
    Acceptance,
    Agreement,
    Offer,
    OfferStatus,
    PaidHow,
    ReviewHeld,
    SetUpDone,
    SetUpStep,
    Side,
)
from ownway.journey.agreements.working import RULE
from ownway.journey.plans.models import Every
from ownway.rules.parameters import Figures

DAYS_FROM_OFFER = 21
DAYS_FROM_YES = 14
DAYS_TO_REPLY = 28
FIRST_REVIEW_WEEKS = 20
HELD_PERCENT = 92


@dataclass(frozen=True, slots=True)
class Agreed:
    """A person's agreement with the offer it came from, and the account with which they said yes."""

    assessed: Assessed
    user: User
    offer: Offer
    agreement: Agreement


def make_agreements(sheafdale: Sheafdale, assessed: Sequence[Assessed], *, figures: Figures) -> list[Agreed]:
    """One each, in the order given, begun on the plan's first day."""
    users = make_accounts(sheafdale, assessed)
    offers = [offered(sheafdale, each, figures=figures.at(each.planned.plan.starts_on)) for each in assessed]
    copy_in([row.decision for row in offers])
    copy_in(offers)
    agreed = [
        Agreed(assessed=each, user=user, offer=offer, agreement=agreement_of(offer))
        for each, user, offer in zip(assessed, users, offers, strict=True)
    ]
    acceptances = [row for each in agreed for row in acceptances_of(sheafdale, each)]
    copy_in(acceptances)
    copy_in([each.agreement for each in agreed])
    copy_in([row for each in agreed for row in set_up_of(each)])
    copy_in([row for each in agreed for row in reviews_of(sheafdale, each)])
    return agreed


def make_accounts(sheafdale: Sheafdale, assessed: Sequence[Assessed]) -> list[User]:
    """An account each. They have no password and are not on the page of people to try, so nobody signs in with them."""
    people = [each.planned.somebody.person for each in assessed]
    users = [
        User(
            council=sheafdale.council,
            name=person.name,
            email=f"{person.reference.lower()}@{sheafdale.council.slug}.example",
            password=UNUSABLE_PASSWORD_PREFIX,
        )
        for person in people
    ]
    copy_in(users)
    copy_in(
        [
            Relationship(person=person, user=user, relation=Relation.SELF, from_on=each.planned.plan.made_at.date())
            for person, user, each in zip(people, users, assessed, strict=True)
        ],
    )
    return users


def offered(sheafdale: Sheafdale, each: Assessed, *, figures: Figures) -> Offer:
    """The offer, not kept yet. Somebody who pays the whole cost is paid gross, for net there would be nothing to pay."""
    cost, start = each.planned.costs[0], each.planned.plan.starts_on
    at = offered_at(start)
    decision, workings = worked_out(
        council=sheafdale.council,
        decision=NewDecision(
            person_id=each.planned.plan.person_id,
            rule=RULE,
            inputs={
                "budget_weekly_pence": cost.weekly_pence,
                "contribution_weekly_pence": each.contribution_weekly_pence,
                "every": Every.FOUR_WEEKS.value,
            },
            figures=figures,
        ),
        by=sheafdale.dev,
        at=at,
    )
    how = PaidHow.NET if workings["net_payment"].value > 0 else PaidHow.GROSS
    return Offer(
        person_id=each.planned.plan.person_id,
        version=1,
        plan=each.planned.plan,
        plan_cost=cost,
        assessment=each.assessment,
        decision=decision,
        paid_how=how,
        every=Every.FOUR_WEEKS,
        budget_weekly_pence=workings["budget"].value,
        contribution_weekly_pence=workings["contribution"].value,
        payment_weekly_pence=workings[f"{how}_payment"].value,
        payment_pence=workings[f"each_{how}_payment"].value,
        starts_on=start,
        reply_by_on=at.date() + timedelta(days=DAYS_TO_REPLY),
        status=OfferStatus.ACCEPTED,
        made_by=sheafdale.dev,
        made_at=at,
    )


def agreement_of(offer: Offer) -> Agreement:
    """The agreement, not kept yet."""
    return Agreement(
        person_id=offer.person_id, offer=offer, starts_on=offer.starts_on, agreed_at=agreed_at(offer.starts_on)
    )


def acceptances_of(sheafdale: Sheafdale, each: Agreed) -> tuple[Acceptance, Acceptance]:
    """Both sides' yes to what they read."""
    support = tuple(row.words for row in each.assessed.planned.headings)
    digest = offer_facts(each.offer, support=support, questions=(), acceptances=()).digest
    said_at = agreed_at(each.offer.starts_on)
    return (
        Acceptance(offer=each.offer, side=Side.PERSON, by=each.user, at=said_at - timedelta(hours=20), digest=digest),
        Acceptance(
            offer=each.offer,
            side=Side.COUNCIL,
            by=sheafdale.farah,
            at=said_at,
            digest=digest,
            words="The plan meets what matters to them, within the budget.",
        ),
    )


def set_up_of(each: Agreed) -> list[SetUpDone]:
    """Insurance and payroll, by those who employ somebody."""
    if counts.ASSISTANTS not in each.assessed.planned.somebody.uses:
        return []
    at = agreed_at(each.offer.starts_on) + timedelta(days=3)
    return [
        SetUpDone(person_id=each.offer.person_id, step=step, done_on=at.date(), by=each.user, at=at)
        for step in (SetUpStep.INSURANCE, SetUpStep.PAYROLL)
    ]


def reviews_of(sheafdale: Sheafdale, each: Agreed) -> list[ReviewHeld]:
    """The first review after the first payment, where it was time for one and somebody held it."""
    held_on = each.agreement.starts_on + timedelta(weeks=FIRST_REVIEW_WEEKS)
    if held_on > sheafdale.days.today or each.assessed.planned.somebody.chance.randrange(100) >= HELD_PERCENT:
        return []
    return [
        ReviewHeld(
            agreement=each.agreement,
            held_on=held_on,
            words="It is going well. We changed nothing.",
            by=sheafdale.dev,
            at=moment(held_on, 15),
        )
    ]


def offered_at(start: date) -> datetime:
    """When the offer of a payment that began on that day was made."""
    return moment(start - timedelta(days=DAYS_FROM_OFFER), 11)


def agreed_at(start: date) -> datetime:
    """When both sides had said yes."""
    return moment(start - timedelta(days=DAYS_FROM_YES), 9)
