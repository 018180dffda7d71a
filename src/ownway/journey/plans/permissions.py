"""Who may see a plan, write it, and work out what it costs."""

from ownway.ground.access.models import Role
from ownway.ground.people.models import Relation
from ownway.ground.people.permissions import PERSON_SIDE, WORKERS, person_may

see_plan = person_may("see_plan", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
write_plan = person_may("write_plan", roles=(Role.SOCIAL_WORKER,))
cost_plan = person_may("cost_plan", roles=(Role.SOCIAL_WORKER, Role.FINANCE_OFFICER))
