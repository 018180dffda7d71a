"""Who may see and write what matters to a person."""

from ownway.ground.access.models import Role
from ownway.ground.people.models import Relation
from ownway.ground.people.permissions import PERSON_SIDE, WORKERS, person_may

see_needs = person_may("see_needs", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
write_needs = person_may("write_needs", roles=(Role.SOCIAL_WORKER,))
