"""The made-up people: who they are, and what they use their payment for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

from ownway.demo import counts, names
from ownway.demo.copying import copy_in
from ownway.demo.council import Sheafdale
from ownway.demo.days import RUNS
from ownway.ground.people.models import ClientGroup, LetterFormat, Person

AGES = {
    ClientGroup.TRANSITIONS: (18, 21),
    ClientGroup.OLDER_PEOPLE: (67, 94),
    ClientGroup.CHILDREN: (3, 16),
}
ANY_ADULT = (22, 64)
LARGE_PRINT_PERCENT = 6
WINSTON = "Winston Grant"
"""Who has had a direct payment for a year, and can be signed in as."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A made-up person, what they use their payment for, and the chance that decides everything else of theirs.

    `first_run` is which of the past payment runs was their first, counted from 0.
    """

    person: Person
    uses: tuple[str, ...]
    chance: Random
    first_run: int


def make_people(sheafdale: Sheafdale, *, number: int) -> list[Somebody]:
    """So many people; the same ones on the same day."""
    chance = Random(f"Sheafdale {number}")
    groups = counts.groups_of(number, chance)
    uses = counts.uses_of(groups, chance)
    rows = [
        made_up(sheafdale, place=place, group=group, chance=Random(f"Sheafdale person {place}"))
        for place, group in enumerate(groups)
    ]
    for place in places_of_winston(groups, uses):
        rows[place].name, rows[place].known_as = WINSTON, WINSTON.split(maxsplit=1)[0]
    copy_in(rows)
    return [
        Somebody(person=row, uses=used, chance=mine, first_run=0 if row.name == WINSTON else mine.randrange(RUNS))
        for place, (row, used) in enumerate(zip(rows, uses, strict=True))
        for mine in [Random(f"Sheafdale life {place}")]
    ]


def places_of_winston(groups: Sequence[ClientGroup], uses: Sequence[Collection[str]]) -> list[int]:
    """The place of the first adult of working age who employs somebody, for Winston; none among very few people."""
    fitting = (
        place
        for place, (group, used) in enumerate(zip(groups, uses, strict=True))
        if group not in AGES and counts.ASSISTANTS in used
    )
    return list(islice(fitting, 1))


def made_up(sheafdale: Sheafdale, *, place: int, group: ClientGroup, chance: Random) -> Person:
    """One of them, not kept yet."""
    name = names.full_name(chance)
    first = name.split(maxsplit=1)[0]
    return Person(
        council=sheafdale.council,
        reference=f"P{10_001 + place}",
        name=name,
        known_as=first,
        born_on=birthday(group, sheafdale.days.today, chance),
        client_group=group,
        address=names.address(chance),
        phone=names.phone(chance),
        letter_format=LetterFormat.LARGE_PRINT
        if chance.randrange(100) < LARGE_PRINT_PERCENT
        else LetterFormat.STANDARD,
    )


def birthday(group: ClientGroup, today: date, chance: Random) -> date:
    """A day of birth that fits the group a year ago as well as now."""
    least, most = AGES.get(group, ANY_ADULT)
    return today - timedelta(days=chance.randint((least + 1) * 365 + least // 4 + 2, (most + 1) * 365))
