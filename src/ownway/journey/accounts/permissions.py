"""Who may see a person's account and who may add to it. A personal assistant never."""

from ownway.ground.access.models import Role
from ownway.ground.people.models import Relation
from ownway.ground.people.permissions import PERSON_SIDE, WORKERS, person_may

see_account = person_may("see_account", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
keep_account = person_may("keep_account", roles=(Role.SOCIAL_WORKER, Role.FINANCE_OFFICER), relations=PERSON_SIDE)
