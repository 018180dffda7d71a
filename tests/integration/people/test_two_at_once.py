"""Workers who do the same at the same moment do it once, and the others are told."""

import threading

import pytest
from django.core import mail
from django.db import close_old_connections
from tests.factories.councils import make_worker

from ownway.ground.access.models import Role, User
from ownway.ground.access.operations import AccessRefused
from ownway.ground.audit.models import Event
from ownway.ground.people import operations
from ownway.ground.people.facts import Details, NewRelationship, Relation
from ownway.ground.people.models import Person
from ownway.ground.people.queries import get_person

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS = 6


def at_once(act):
    """What became of each of so many that do the same at the same moment; `act` gets their number."""
    together, outcomes = threading.Barrier(WORKERS), []

    def run(number):
        together.wait()
        try:
            act(number)
        except (operations.PeopleRefused, AccessRefused) as refusal:
            outcomes.append(type(refusal).__name__)
        else:
            outcomes.append("done")
        finally:
            close_old_connections()

    threads = [threading.Thread(target=run, args=[number]) for number in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def details(today, **changes):
    return Details(
        **{
            "reference": "P20001",
            "name": "Nadia Rahman",
            "known_as": "Nadia",
            "born_on": today.replace(year=1984),
            "client_group": "physical_disability",
        }
        | changes
    )


@pytest.fixture
def adding(council, dev, now, today):
    """`adding(reference="…")`: Dev adds Nadia, with these changes."""
    return lambda **changes: operations.add_person(
        council=council, details=details(today, **changes), by=dev, at=now, today=today
    )


def test_one_reference_goes_to_one_person(adding):
    outcomes = at_once(lambda number: adding(name=f"Nadia {number}"))
    assert outcomes == ["ReferenceTaken"] * (WORKERS - 1) + ["done"]
    assert Person.objects.count() == 1


def test_one_person_gets_one_record(adding):
    outcomes = at_once(lambda number: adding(reference=f"P{number}"))
    assert outcomes == ["KnownAlready"] * (WORKERS - 1) + ["done"]
    assert (Person.objects.count(), Event.objects.count()) == (1, 1)


def test_one_sister_is_put_on_the_list_once_with_one_account(amina, council, dev, now, today):
    new = NewRelationship(
        relation=Relation.REPRESENTATIVE, name="Sara Okafor", email="sara@home.example", from_on=today
    )

    def add(_):
        operations.add_relationship(
            council=council, person_id=amina.pk, new=new, by=dev, at=now, today=today, address_for="http://x{}".format
        )

    assert at_once(add) == ["AlreadyStandsSo"] * (WORKERS - 1) + ["done"]
    assert User.objects.get(email="sara@home.example").relationships.count() == 1
    assert len(mail.outbox) == 1


def test_of_changes_from_the_same_page_one_is_saved(amina, council, now, today):
    workers = [make_worker(council=council, name=f"Dev {n}", role=Role.SOCIAL_WORKER) for n in range(WORKERS)]
    stamp = get_person(council=council, id=amina.pk).stamp

    def change(number):
        operations.change_details(
            council=council,
            person_id=amina.pk,
            details=details(today, address=f"{number} Mill Row"),
            why="She has moved.",
            stamp=stamp,
            by=workers[number],
            at=now,
            today=today,
        )

    assert at_once(change) == ["ChangedMeanwhile"] * (WORKERS - 1) + ["done"]
    assert Event.objects.count() == 1


def test_a_death_is_written_down_once(amina, council, dev, now, today):
    def record(_):
        operations.record_death(council=council, person_id=amina.pk, died_on=today, by=dev, at=now, today=today)

    assert at_once(record) == ["AlreadyDied"] * (WORKERS - 1) + ["done"]
    assert Event.objects.count() == 1


def test_an_end_is_written_down_once(amina, brian, council, dev, now, today):
    def end(_):
        operations.end_relationship(
            council=council,
            person_id=amina.pk,
            id=brian.relationships.get().pk,
            until_on=None,
            why="He has moved away.",
            by=dev,
            at=now,
            today=today,
        )

    assert at_once(end) == ["HasEnded"] * (WORKERS - 1) + ["done"]
    assert Event.objects.count() == 1
