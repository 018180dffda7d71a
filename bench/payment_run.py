"""The payment run for the whole council: proposed, approved by a second person, files written, ledger posted."""

import time
from datetime import timedelta

from django.utils import timezone

from ownway.demo.days import moment
from ownway.journey.payments.bank_holidays import english_bank_holidays
from ownway.journey.payments.models import RunLine
from ownway.journey.payments.operations.approving import approve_run, explain_change, to_explain
from ownway.journey.payments.operations.files import write_files
from ownway.journey.payments.operations.proposing import propose_run
from ownway.rules.bank_days import bank_day_on_or_after

LIMIT_PENCE = 100_000_00


def propose(sheafdale, times):
    """Everybody's next payment."""
    due_on = sheafdale.days.next_pay_on
    bank_holidays = english_bank_holidays(due_on)
    pay_on = bank_day_on_or_after(due_on - timedelta(days=1), bank_holidays)
    with timed(times, "propose the payment run"):
        return propose_run(
            council=sheafdale.council,
            pay_on=pay_on,
            due_to_on=pay_on + timedelta(days=4),
            by=sheafdale.harriet,
            at=timezone.now(),
            today=sheafdale.days.today,
            bank_holidays=bank_holidays,
            limit_pence=LIMIT_PENCE,
        )


def finish(sheafdale, run, times):
    """How many were paid."""
    council, bank_holidays = sheafdale.council, english_bank_holidays(run.pay_on)
    for change in to_explain(run.pk):
        explain_change(
            council=council,
            run_id=run.pk,
            change_id=change.pk,
            why="Looked at.",
            by=sheafdale.harriet,
            at=timezone.now(),
        )
    with timed(times, "approve it"):
        approve_run(
            council=council,
            run_id=run.pk,
            by=sheafdale.farah,
            at=timezone.now(),
            today=sheafdale.days.today,
            bank_holidays=bank_holidays,
        )
    with timed(times, "write the files and post the ledger"):
        write_files(council=council, run_id=run.pk, at=moment(sheafdale.days.today), bank_holidays=bank_holidays)
    steps = ("propose the payment run", "approve it", "write the files and post the ledger")
    times["payment run, in all"] = sum(times[step] for step in steps)
    return RunLine.objects.filter(run=run, live=True).count()


class timed:  # noqa: N801 - it reads as a word
    """Seconds of what is inside, under a name."""

    def __init__(self, times, name):
        self.times, self.name = times, name

    def __enter__(self):
        self.begun = time.perf_counter()

    def __exit__(self, *_):
        self.times[self.name] = time.perf_counter() - self.begun
