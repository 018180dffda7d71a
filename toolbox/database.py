"""The database that a command works with."""

import contextlib
import os
from collections.abc import Iterator

from toolbox.shell import TroubleError, step


@contextlib.contextmanager
def database(*, for_tests: bool = False) -> Iterator[str]:
    """The address of the one that DATABASE_URL names, or of the embedded one, running for as long as it is needed."""
    given = os.environ.get("DATABASE_URL")
    if given:
        yield given
        return
    from ownway.config import postgres

    cluster = postgres.TEST if for_tests else postgres.MAIN
    with contextlib.ExitStack() as stack:
        try:
            quickly = postgres.is_running(cluster)
            with contextlib.nullcontext() if quickly else step("Starting PostgreSQL"):
                url = stack.enter_context(postgres.using(cluster))
        except postgres.PostgresTroubleError as trouble:
            raise TroubleError(str(trouble)) from trouble
        yield url
