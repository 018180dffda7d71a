"""Who may see a person's account and who may add to it. A personal assistant never."""

from ownway.ground.access.facts import Actor
from ownway.ground.access.models import Role
from ownway.ground.people.facts import Standing
from ownway.ground.people.models import Relation
from ownway.ground.people.permissions import PERSON_SIDE, WORKERS, person_may

see_account = person_may("see_account", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
keep_account = person_may("keep_account", roles=(Role.SOCIAL_WORKER, Role.FINANCE_OFFICER), relations=PERSON_SIDE)


def speaks_as_worker(*, actor: Actor, standing: Standing) -> bool:
    """Whether this one keeps the account for the council: a worker, and not where they are the person's own kin."""
    return bool(actor.is_staff and not standing.relations)
