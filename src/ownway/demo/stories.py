"""The people to sign in as, each at a place of the journey."""

from datetime import date, timedelta
from typing import Any

from ownway.demo.council import Sheafdale, make_account
from ownway.demo.days import Days, moment
from ownway.demo.money import income
from ownway.demo.people import WINSTON
from ownway.ground.access.models import User
from ownway.ground.figures.queries import get_figures
from ownway.ground.people.facts import person_facts
from ownway.ground.people.models import ClientGroup, Person, Relation, Relationship
from ownway.journey.agreements import operations as agreements
from ownway.journey.agreements.models import PaidHow
from ownway.journey.contributions import operations as contributions
from ownway.journey.contributions.models import Basis
from ownway.journey.needs import operations as needs
from ownway.journey.needs.models import CareActArea
from ownway.journey.plans import operations as plans
from ownway.journey.plans.models import Every, LineKind, Route
from ownway.rules.finances import Household
from ownway.rules.plain_data import to_plain

BORN_ON = date(1979, 3, 14)


def make_stories(sheafdale: Sheafdale) -> None:
    """Amina and those around her, at the very start."""
    make_amina(sheafdale)
    make_leila(sheafdale)


def make_amina(sheafdale: Sheafdale) -> Person:
    """Amina, for whom nothing is written down yet: her journey is walked by hand."""
    amina = Person.objects.create(
        council=sheafdale.council,
        reference="P04711",
        name="Amina Okafor",
        known_as="Amina",
        born_on=BORN_ON,
        client_group=ClientGroup.PHYSICAL_DISABILITY,
        address="4 Weir Lane\nSheafdale\nZZ1 4WL",
        email="amina@home.example",
        phone="01632 960 044",
        contact_notes="Please ring after ten, or send a text. Brian may always answer for me.",
    )
    stand(amina, make_account(sheafdale.council, "Amina Okafor"), Relation.SELF, days=sheafdale.days)
    stand(amina, make_account(sheafdale.council, "Brian Okafor"), Relation.REPRESENTATIVE, days=sheafdale.days)
    stand(amina, make_account(sheafdale.council, "Carys Bevan"), Relation.PA, days=sheafdale.days)
    stand(amina, sheafdale.staff["Gwen Parry"], Relation.ADVISER, days=sheafdale.days)
    return amina


def stand(person: Person, user: User, relation: Relation, *, days: Days) -> None:
    """The user stands so to the person, since a month ago."""
    Relationship.objects.create(person=person, user=user, relation=relation, from_on=days.ago(30))


def make_winston(sheafdale: Sheafdale) -> None:
    """Let Winston, who has been paid for a year, be signed in as; among very few people there may be nobody like him."""
    User.objects.filter(council=sheafdale.council, name=WINSTON).update(is_demo=True)


def make_leila(sheafdale: Sheafdale) -> Person:
    """Leila, who has an offer to read: everything up to it is done as the social worker does it."""
    leila = Person.objects.create(
        council=sheafdale.council,
        reference="P04712",
        name="Leila Haddad",
        known_as="Leila",
        born_on=BORN_ON.replace(year=1988),
        client_group=ClientGroup.LEARNING_DISABILITY,
        address="11 Orchard Way\nSheafdale\nZZ2 6OW",
        phone="01632 960 077",
    )
    stand(leila, make_account(sheafdale.council, leila.name), Relation.SELF, days=sheafdale.days)
    change = plans.Change(
        council=sheafdale.council, person_id=leila.pk, by=sheafdale.dev, at=moment(sheafdale.days.ago(6), 11)
    )
    plan_leila(sheafdale, change)
    assess_leila(sheafdale, change)
    terms = agreements.Terms(
        paid_how=PaidHow.NET,
        every=Every.FOUR_WEEKS,
        starts_on=sheafdale.days.next_pay_on,
        reply_by_on=sheafdale.days.today + timedelta(days=22),
    )
    agreements.make_offer(
        council=sheafdale.council, person=person_facts(leila), terms=terms, by=change.by, at=change.at
    )
    return leila


def plan_leila(sheafdale: Sheafdale, change: plans.Change) -> None:
    """Swimming with somebody to go with, by taxi."""
    whose: dict[str, Any] = {"council": change.council, "person_id": change.person_id, "by": change.by, "at": change.at}
    words = "I want to swim every week, and to see my friends from college."
    needs.write_what_matters(words=words, said_on=change.at.date(), **whose)
    outcome = needs.add_outcome(words="I want to swim every week", area=CareActArea.COMMUNITY, **whose)
    plans.start_plan(
        change=change,
        route=Route.DIRECT_PAYMENT,
        route_reason="Leila wants to choose who goes with her.",
        starts_on=sheafdale.days.next_pay_on,
    )
    heading = plans.add_heading(
        change=change, heading=plans.NewHeading(words="Swimming, 2 hours a week", outcome_id=outcome.pk)
    )
    for line in (
        plans.NewLine(kind=LineKind.AGENCY_HOURS, minutes_weekly=240, hourly_pence=2_520),
        plans.NewLine(kind=LineKind.ACTIVITY, words="The pool", amount_pence=980, every=Every.WEEK.value),
        plans.NewLine(kind=LineKind.TRANSPORT, words="Taxi there and back", amount_pence=1_400, every=Every.WEEK.value),
    ):
        plans.add_line(change=change, heading_id=heading.pk, line=line)
    plans.cost_plan(change=change)


def assess_leila(sheafdale: Sheafdale, change: plans.Change) -> None:
    """Her money, looked at as a whole."""
    whose: dict[str, Any] = {
        "council": change.council,
        "person_id": change.person_id,
        "by": sheafdale.harriet,
        "at": change.at,
    }
    contributions.tell_household(household=to_plain(Household(age_years=38)), **whose)
    for told in (
        income("Universal credit", "universal_credit", 9_800),
        income("PIP, daily living", "pip_daily_living", 7_390),
    ):
        contributions.add_item(section="income", item=told, **whose)
    contributions.work_out_contribution(
        figures=get_figures(council=change.council, on=sheafdale.days.next_pay_on),
        basis=Basis.FULL,
        basis_words="",
        **whose,
    )
