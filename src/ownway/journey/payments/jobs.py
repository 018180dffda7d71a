"""Work on payment runs that the worker does: files for the bank, and notices to people."""

from contextlib import suppress
from datetime import date

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from ownway.journey.payments import operations, queries
from ownway.journey.payments.bank_holidays import english_bank_holidays
from ownway.journey.payments.operations.later import MAKE_NOTICES, WRITE_FILES

AGAIN = RetryStrategy(max_attempts=5, exponential_wait=5)


@app.task(name=WRITE_FILES, retry=AGAIN)
def write_files(run_id: int) -> None:
    """Write the bank files of an approved run and post it; a run that was withdrawn meanwhile is left alone."""
    council = queries.council_of_run(run_id=run_id)
    if queries.get_run(council=council, id=run_id).status != "approved":
        return
    with suppress(operations.SomebodyDied):  # the run's page and the desk of finance say what to do
        operations.write_files(council=council, run_id=run_id, at=timezone.now(), bank_holidays=holidays())


@app.task(name=MAKE_NOTICES, retry=AGAIN)
def make_notices(run_id: int) -> None:
    """Write the notices of a run that are due and not made yet."""
    council = queries.council_of_run(run_id=run_id)
    operations.make_notices(council=council, run_id=run_id, at=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="payments.finish_runs", queueing_lock="payments.finish_runs")
def finish_runs(timestamp: int) -> None:
    """Write the files of approved runs whose job was lost, as when a worker is killed."""
    for run_id in queries.list_approved(before=timezone.now()):
        write_files(run_id=run_id)


def holidays() -> frozenset[date]:
    """England's bank holidays in the years around today."""
    return english_bank_holidays(timezone.localdate())
