"""Questions about people. The council comes first in each."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from ownway.ground.access.models import Council
from ownway.ground.audit.models import Event, Look
from ownway.ground.people.facts import (
    PersonFacts,
    RelationshipFacts,
    Standing,
    WhoActs,
    person_facts,
    place_of,
    relationship_facts,
)
from ownway.ground.people.models import Person, Relation, Relationship

PAGE_SIZE = 25


def get_person(*, council: Council, id: int) -> PersonFacts:
    """That person of this council. Raises Person.DoesNotExist, also when another council supports them."""
    return person_facts(Person.objects.get(council=council, pk=id))


def meet_person(
    *, council: Council, id: int, user_id: int, is_staff: bool, today: date
) -> tuple[PersonFacts, Standing]:
    """That person of this council, and how a user stands to them today. One query. Raises Person.DoesNotExist."""
    relations = _open_relations(user_id, today).filter(person=OuterRef("pk")).values("relation")
    row = Person.objects.annotate(standing=ArraySubquery(relations)).get(council=council, pk=id)
    found = frozenset(Relation(relation) for relation in row.standing)
    return person_facts(row), Standing(is_staff=is_staff, relations=found)


def get_standing(*, person_id: int, user_id: int, is_staff: bool, today: date) -> Standing:
    """How a user stands to a person today. One query."""
    relations = _open_relations(user_id, today).filter(person_id=person_id)
    return Standing(
        is_staff=is_staff, relations=frozenset(Relation(r) for r in relations.values_list("relation", flat=True))
    )


def _open_relations(user_id: int, today: date) -> QuerySet[Relationship]:
    open_today = Q(until_on__isnull=True) | Q(until_on__gte=today)
    return Relationship.objects.filter(open_today, user_id=user_id, from_on__lte=today)


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """One page of the people found, and how many there are in all."""

    people: tuple[PersonFacts, ...]
    count: int
    number: int
    pages: int


def find_people(*, council: Council, words: str, page: int = 1) -> PeoplePage:
    """People of the council whose name or reference has these words in it, by name."""
    found = Person.objects.filter(council=council).order_by("name", "pk")
    if words:
        found = found.filter(Q(name__icontains=words) | Q(reference__iexact=words))
    count = found.count()
    pages = max(1, -(-count // PAGE_SIZE))
    number = min(max(1, page), pages)
    rows = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return PeoplePage(people=tuple(person_facts(row) for row in rows), count=count, number=number, pages=pages)


def list_people_of(*, council: Council, user_id: int, relations: frozenset[Relation], today: date) -> list[PersonFacts]:
    """The people to whom a user stands so, by name."""
    open_today = Q(relationships__until_on__isnull=True) | Q(relationships__until_on__gte=today)
    rows = Person.objects.filter(
        open_today, council=council, relationships__user_id=user_id, relationships__relation__in=relations
    )
    return [person_facts(row) for row in rows.distinct().order_by("name")]


def list_who_acts(*, council: Council, person_id: int, today: date) -> WhoActs:
    """Who stands to a person, in the order of the kinds and by name; those whose time is over, the last first. One query."""
    rows = Relationship.objects.filter(person__council=council, person_id=person_id).select_related("user")
    order = {relation.value: place for place, relation in enumerate(Relation)}
    everybody = sorted(
        (relationship_facts(row) for row in rows), key=lambda one: (order[one.relation], one.name, one.id)
    )
    now = tuple(one for one in everybody if not one.has_ended_on(today))
    ended = [one for one in everybody if one.has_ended_on(today)]
    paid = {one.user_id for one in now if one.relation == Relation.PA}
    both = tuple(one.name for one in now if one.relation == Relation.REPRESENTATIVE and one.user_id in paid)
    return WhoActs(now=now, ended=tuple(sorted(ended, key=lambda one: one.until_on or today, reverse=True)), both=both)


def find_relationship(*, council: Council, person_id: int, id: int) -> RelationshipFacts | None:
    """That one of those who stand to the person, also when it has ended. One query."""
    rows = Relationship.objects.filter(person__council=council, person_id=person_id, pk=id).select_related("user")
    row = rows.first()
    return relationship_facts(row) if row else None


@dataclass(frozen=True, slots=True)
class Happening:
    """Something on a person's timeline."""

    at: datetime
    by: str
    words: str


def list_happenings(*, council: Council, person_id: int, limit: int = 50) -> list[Happening]:
    """What was done about a person, newest first."""
    events = Event.objects.filter(council=council, person_id=person_id).select_related("by").order_by("-at", "-pk")
    return [Happening(at=e.at, by=e.by.name if e.by else "Ownway", words=e.words) for e in events[:limit]]


@dataclass(frozen=True, slots=True)
class LooksOfADay:
    """What one member of staff looked at on one day, in the order in which they did."""

    on: date
    by: str
    places: tuple[str, ...]


def list_looks(*, council: Council, person_id: int, limit: int = 500) -> list[LooksOfADay]:
    """Which members of staff looked at what of a person's record, the newest days first. One query."""
    looks = Look.objects.filter(council=council, person_id=person_id).select_related("by").order_by("-at", "-pk")
    days: dict[tuple[date, int], list[Look]] = {}
    for look in looks[:limit]:
        days.setdefault((look.on, look.by_id), []).insert(0, look)
    return [
        LooksOfADay(on=on, by=found[0].by.name, places=tuple(dict.fromkeys(place_of(look.page) for look in found)))
        for (on, _), found in days.items()
    ]
