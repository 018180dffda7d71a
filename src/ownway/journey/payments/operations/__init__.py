"""The verbs of payments: bank accounts, schedules, runs from proposal to confirmation, and what comes back."""

from ownway.journey.payments.operations.answers import Taken, take_answer
from ownway.journey.payments.operations.approving import approve_run, explain_change, take_out
from ownway.journey.payments.operations.bank_accounts import give_bank_account
from ownway.journey.payments.operations.came_back import choices_for, name_payment, settle_item
from ownway.journey.payments.operations.emergency import (
    end_emergency_list,
    make_emergency_list,
    open_emergency_list,
)
from ownway.journey.payments.operations.ending import confirm_run, withdraw_run
from ownway.journey.payments.operations.files import write_files
from ownway.journey.payments.operations.notices import make_notice, make_notices
from ownway.journey.payments.operations.proposing import propose_run
from ownway.journey.payments.operations.refusals import AccountRefused, AnswerRefused, PaymentRefused, SomebodyDied
from ownway.journey.payments.operations.schedules import (
    change_payments,
    end_payments,
    pause_payments,
    resume_payments,
    start_payments,
)

__all__ = [
    "AccountRefused",
    "AnswerRefused",
    "PaymentRefused",
    "SomebodyDied",
    "Taken",
    "approve_run",
    "change_payments",
    "choices_for",
    "confirm_run",
    "end_emergency_list",
    "end_payments",
    "explain_change",
    "give_bank_account",
    "make_emergency_list",
    "make_notice",
    "make_notices",
    "name_payment",
    "open_emergency_list",
    "pause_payments",
    "propose_run",
    "resume_payments",
    "settle_item",
    "start_payments",
    "take_answer",
    "take_out",
    "withdraw_run",
    "write_files",
]
