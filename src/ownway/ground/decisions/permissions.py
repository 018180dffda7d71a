"""Who may see how figures were worked out."""

from ownway.ground.people.models import Relation
from ownway.ground.people.permissions import PERSON_SIDE, WORKERS, person_may

see_workings = person_may("see_workings", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
