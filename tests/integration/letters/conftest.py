"""A letter of Amina's, written by Dev on 1 September 2026."""

from datetime import date

import pytest
from tests.unit.letters import samples

from ownway.ground.letters.facts import frame_for
from ownway.ground.letters.models import LetterKind
from ownway.ground.letters.operations import make_letter
from ownway.ground.people.facts import person_facts


@pytest.fixture
def fonts():
    if not (samples.FONTS / "NotoSans-Regular.ttf").exists():
        pytest.skip("the typefaces of letters are not here yet: ./run fetches them")
    return samples.FONTS


@pytest.fixture
def offer_to(council, today, fonts):
    """`offer_to(amina)`: the facts of an offer to that person."""

    def facts(person, **frame):
        framed = frame_for(
            council=council, person=person_facts(person), written_on=today, written_by="Dev Sharma", **frame
        )
        return samples.offer(letter=framed, reply_by_on=date(2026, 9, 29), starts_on=date(2026, 10, 5))

    return facts


@pytest.fixture
def write(council, dev, now, offer_to):
    """`write(amina)`: write that person an offer letter and keep it."""

    def written(person, **changes):
        told = {
            "council": council,
            "person": person_facts(person),
            "kind": LetterKind.OFFER,
            "facts": offer_to(person),
            "by": dev,
            "at": now,
        }
        return make_letter(**(told | changes))

    return written
