"""Two people who add the same file at the same moment add its lines once."""

import threading
from datetime import date

import pytest
from django.db import connection
from tests.factories.accounts import add_file
from tests.factories.bank_files import lloyds

from ownway.journey.accounts.models import Line, Statement
from ownway.journey.accounts.operations import AlreadyRead

FILE = lloyds(*((date(2026, 8, 1 + n % 28), f"SHOP {n}", -100 - n) for n in range(200)))


@pytest.mark.django_db(transaction=True)
def test_the_lines_are_there_once(amina, brian, now):
    start, outcomes = threading.Barrier(4), []

    def bring():
        start.wait()
        try:
            outcomes.append(add_file(amina, brian, FILE).lines_added)
        except AlreadyRead:
            outcomes.append("already")
        finally:
            connection.close()

    threads = [threading.Thread(target=bring) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=str) == [200, "already", "already", "already"]
    assert (Line.objects.count(), Statement.objects.count()) == (200, 1)
