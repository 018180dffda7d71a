"""Who may see an offer, talk about it, and say yes to it. A personal assistant never."""

from ownway.ground.access.models import Role
from ownway.ground.people.models import Relation
from ownway.ground.people.permissions import PERSON_SIDE, WORKERS, person_may

be_the_person = person_may("be_the_person", relations=(Relation.SELF,))
see_offer = person_may("see_offer", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
make_offer = person_may("make_offer", roles=(Role.SOCIAL_WORKER,))
ask_question = person_may("ask_question", relations=PERSON_SIDE)
answer_question = person_may("answer_question", roles=WORKERS)
accept_offer = person_may("accept_offer", relations=PERSON_SIDE)
accept_for_council = person_may("accept_for_council", roles=(Role.SOCIAL_WORKER, Role.FINANCE_APPROVER))
name_nominated_person = person_may("name_nominated_person", roles=(Role.SOCIAL_WORKER,), relations=PERSON_SIDE)
say_set_up = person_may("say_set_up", roles=WORKERS, relations=PERSON_SIDE)
record_review = person_may("record_review", roles=(Role.SOCIAL_WORKER,))
