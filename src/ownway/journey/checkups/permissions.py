"""Who may see and hold check-ups. Finance holds them; the person's side takes part; nobody can take money."""

from ownway.ground.access.models import Role
from ownway.ground.access.permissions import staff_may
from ownway.ground.people.models import Relation
from ownway.ground.people.permissions import PERSON_SIDE, WORKERS, person_may

list_due = staff_may("list_due", roles=(Role.FINANCE_OFFICER, Role.FINANCE_APPROVER))
see_check_ups = person_may("see_check_ups", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
hold_check_up = person_may("hold_check_up", roles=(Role.FINANCE_OFFICER,))
take_part = person_may("take_part_in_check_up", relations=PERSON_SIDE)
speak = person_may("speak_in_check_up", roles=(Role.FINANCE_OFFICER, Role.SOCIAL_WORKER), relations=PERSON_SIDE)
