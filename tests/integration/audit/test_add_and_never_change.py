"""Events and looks are added and never changed."""

import pytest
from django.db import ProgrammingError, connection, transaction

from ownway.ground.audit.models import Event, Look
from ownway.ground.audit.operations import note_look, record_event


@pytest.fixture
def event(council, dev, amina, now):
    """Something that Dev did about Amina."""
    record_event(council=council, by=dev, at=now, what="say_hello", words="Said hello.", person_id=amina.pk)
    return Event.objects.get()


@pytest.fixture
def look(council, dev, amina, today, now):
    """Dev looked at Amina's record."""
    note_look(council_id=council.pk, by_id=dev.pk, person_id=amina.pk, page="see_person", at=now, on=today)
    return Look.objects.get()


@pytest.mark.parametrize("sql", ["UPDATE audit_event SET words = 'Said nothing.'", "DELETE FROM audit_event"])
def test_an_event_stays_as_it_is(event, sql):
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        connection.cursor().execute(sql)
    assert Event.objects.get().words == "Said hello."


@pytest.mark.parametrize("sql", ["UPDATE audit_look SET page = 'see_needs'", "DELETE FROM audit_look"])
def test_a_look_stays_as_it_is(look, sql):
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        connection.cursor().execute(sql)
    assert Look.objects.get().page == "see_person"


def test_the_same_look_on_the_same_day_adds_nothing(look, council, dev, amina, today, now):
    note_look(council_id=council.pk, by_id=dev.pk, person_id=amina.pk, page="see_person", at=now, on=today)
    assert Look.objects.count() == 1


def test_an_event_goes_when_what_it_tells_of_goes(council, dev, amina, now):
    class Stop(Exception):
        pass

    with pytest.raises(Stop), transaction.atomic():
        record_event(council=council, by=dev, at=now, what="say_hello", words="Said hello.", person_id=amina.pk)
        raise Stop
    assert not Event.objects.exists()
