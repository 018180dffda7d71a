"""The verbs of payments: bank accounts, schedules, and runs from proposal to confirmation."""

from ownway.journey.payments.operations.approving import approve_run, explain_change, take_out
from ownway.journey.payments.operations.bank_accounts import give_bank_account
from ownway.journey.payments.operations.ending import confirm_run, withdraw_run
from ownway.journey.payments.operations.files import write_files
from ownway.journey.payments.operations.notices import make_notice, make_notices
from ownway.journey.payments.operations.proposing import propose_run
from ownway.journey.payments.operations.refusals import AccountRefused, PaymentRefused, SomebodyDied
from ownway.journey.payments.operations.schedules import (
    change_payments,
    end_payments,
    pause_payments,
    resume_payments,
    start_payments,
)

__all__ = [
    "AccountRefused",
    "PaymentRefused",
    "SomebodyDied",
    "approve_run",
    "change_payments",
    "confirm_run",
    "end_payments",
    "explain_change",
    "give_bank_account",
    "make_notice",
    "make_notices",
    "pause_payments",
    "propose_run",
    "resume_payments",
    "start_payments",
    "take_out",
    "withdraw_run",
    "write_files",
]
