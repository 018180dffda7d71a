"""Leave work for the worker, in the caller's transaction: it is done after, and only if, that is kept."""

from procrastinate.contrib.django import app

WRITE_FILES = "payments.write_files"
MAKE_NOTICES = "payments.make_notices"


def do_later(task: str, *, run_id: int) -> None:
    """Put a job of `jobs.py` about a run in the queue."""
    app.configure_task(task, allow_unknown=True).defer(run_id=run_id)
