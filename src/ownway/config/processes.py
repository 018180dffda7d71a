"""The processes that serve Ownway: `ownway web` answers the browsers, `ownway worker` does the jobs that take time."""

import os
import sys
from collections.abc import Sequence

MOST_WEB_WORKERS = 8


def web(words: Sequence[str]) -> None:
    """Become the web server, on OWNWAY_BIND (127.0.0.1) and PORT (8000), with a process for each core.

    Further words go to granian.
    """
    workers = os.environ.get("OWNWAY_WEB_WORKERS") or str(min(os.cpu_count() or 1, MOST_WEB_WORKERS))
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning"]
    where = ["--host", os.environ.get("OWNWAY_BIND") or "127.0.0.1", "--port", os.environ.get("PORT") or "8000"]
    threads = ["--workers", workers, "--blocking-threads", "4", "--respawn-failed-workers"]
    _become([*command, *where, *threads, *words, "ownway.config.wsgi:application"])


def worker(words: Sequence[str]) -> None:
    """Become the worker that does the jobs kept in PostgreSQL; further words go to procrastinate."""
    _become([sys.executable, "-m", "django", "procrastinate", "worker", "--shutdown-graceful-timeout", "10", *words])


def _become(command: Sequence[str]) -> None:
    sys.stdout.flush()
    os.execv(command[0], list(command))  # noqa: S606 - no shell is wanted
