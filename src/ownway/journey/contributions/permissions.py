"""Who may see and write down what a person has and pays. A personal assistant never."""

from ownway.ground.access.models import Role
from ownway.ground.people.models import Relation
from ownway.ground.people.permissions import PERSON_SIDE, WORKERS, person_may

see_contribution = person_may("see_contribution", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
write_contribution = person_may("write_contribution", roles=(Role.SOCIAL_WORKER, Role.FINANCE_OFFICER))
