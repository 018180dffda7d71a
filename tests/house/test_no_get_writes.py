"""Opening a page changes nothing: it may note the look and remember the visit, and that is all."""

import pytest
from django.db import connection
from tests.factories.examples import make_examples
from tests.house import who
from tests.house.doors import every_door

ALLOWED = {
    "audit_look": "that a member of staff looked is written down for the person",
    "django_session": "the visit itself",
    "access_cache": "how often somebody tried to sign in",
}
WRITTEN = """
SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables
 WHERE n_tup_ins + n_tup_upd + n_tup_del > 0
"""


def written():
    """How many rows this transaction has written so far, by table: PostgreSQL's own count."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        return {table: rows for table, rows in cursor.fetchall() if table not in ALLOWED}


@pytest.fixture
def opener(as_, anonymous, amina, brian, dev, harriet, farah, gwen, imran, jo):
    """The browser of the first person who may open a door."""
    users = {"amina": amina, "dev": dev, "harriet": harriet, "farah": farah, "gwen": gwen, "imran": imran, "jo": jo}
    browsers = {name: as_(user) for name, user in users.items()} | {"anonymous": anonymous}
    order = ["anonymous", *users]
    return lambda marks: next((browsers[name] for name in order if marks & who.PEOPLE[name]), None)


def test_the_count_sees_a_write(amina):
    before = written()
    amina.known_as = "Mina"
    amina.save()
    assert written()["people_person"] == before["people_person"] + 1


def test_no_page_writes(opener, amina, dev):
    known = make_examples(person=amina, by=dev)
    agreed = who.agreed()
    writers, opened = [], 0
    for door in every_door():
        browser = opener(agreed.get(door.route, who.marks(door.may)))
        if "GET" not in door.methods or browser is None:
            continue
        before = written()
        answer = browser.get(door.address(known))
        opened += answer.status_code == 200
        if written() != before:
            writers.append(door.name)
    assert writers == []
    assert opened > 10  # the round went through real pages
