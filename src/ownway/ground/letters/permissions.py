"""Who may read a person's letters."""

from ownway.ground.people.models import Relation
from ownway.ground.people.permissions import PERSON_SIDE, WORKERS, person_may

see_letters = person_may("see_letters", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
