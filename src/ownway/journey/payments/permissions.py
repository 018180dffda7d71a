"""Who may see payments, say where they go, and run them."""

from ownway.ground.access.models import Role
from ownway.ground.access.permissions import staff_may
from ownway.ground.people.models import Relation
from ownway.ground.people.permissions import PERSON_SIDE, WORKERS, person_may

FINANCE = (Role.FINANCE_OFFICER, Role.FINANCE_APPROVER)

see_payments = person_may("see_payments", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
see_whole_account_number = person_may("see_whole_account_number", roles=FINANCE, relations=PERSON_SIDE)
give_bank_account = person_may("give_bank_account", roles=(Role.FINANCE_OFFICER,), relations=PERSON_SIDE)
ask_for_notice = person_may("ask_for_notice", roles=FINANCE, relations=PERSON_SIDE)
manage_payments = person_may("manage_payments", roles=(Role.FINANCE_OFFICER,))

see_runs = staff_may("see_runs", roles=FINANCE)
propose_run = staff_may("propose_run", roles=(Role.FINANCE_OFFICER,))
explain_run = staff_may("explain_run", roles=FINANCE)
approve_run = staff_may("approve_run", roles=(Role.FINANCE_APPROVER,))
end_run = staff_may("end_run", roles=FINANCE)
download_files = staff_may("download_files", roles=FINANCE)
make_emergency_list = staff_may("make_emergency_list", roles=(Role.FINANCE_APPROVER,))
use_emergency_list = staff_may("use_emergency_list", roles=FINANCE)
see_answers = staff_may("see_answers", roles=FINANCE)
take_answer = staff_may("take_answer", roles=(Role.FINANCE_OFFICER,))
settle_item = staff_may("settle_item", roles=(Role.FINANCE_OFFICER,))
