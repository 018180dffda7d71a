"""Who may see what waits: those who may do it. Each takes its roles from the room in which the work is done."""

from ownway.ground.access.permissions import staff_may
from ownway.ground.people.permissions import PERSON_SIDE, person_may
from ownway.journey.agreements import permissions as agreements
from ownway.journey.checkups import permissions as checkups
from ownway.journey.payments import permissions as payments

see_own_page = person_may("see_own_page", relations=PERSON_SIDE)
list_people_at_start = staff_may("list_people_at_start", roles=agreements.make_offer.roles)
list_questions = staff_may("list_questions", roles=agreements.answer_question.roles)
list_offers_to_accept = staff_may("list_offers_to_accept", roles=agreements.accept_for_council.roles)
list_reviews = staff_may("list_reviews", roles=agreements.record_review.roles)
list_payments_to_start = staff_may("list_payments_to_start", roles=payments.manage_payments.roles)
list_came_back = staff_may("list_came_back", roles=(*payments.settle_item.roles, *agreements.record_review.roles))
list_open_check_ups = staff_may("list_open_check_ups", roles=checkups.hold_check_up.roles)
