"""Add a bank statement: to the penny, each line once, or nothing at all."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from tests.factories.accounts import add_file
from tests.factories.bank_files import barclays, lloyds
from tests.factories.persons import make_person

from ownway.ground.audit.models import Event
from ownway.journey.accounts.models import Line, Statement
from ownway.journey.accounts.operations import AlreadyRead

SAMPLES = Path(__file__).parents[4] / "shared" / "standards" / "02-bank-statements" / "countinghouse"
AUGUST = (
    (date(2026, 8, 3), "SHEAFDALE COUNCIL DP", 70_732),
    (date(2026, 8, 5), "SHEAFDALE LEISURE", -650),
    (date(2026, 8, 5), "SHEAFDALE LEISURE", -650),
    (date(2026, 8, 28), "CARYS BEVAN AUG", -62_400),
)
SEPTEMBER = ((date(2026, 9, 1), "SHEAFDALE LEISURE", -650),)


def kept(person):
    return list(Line.objects.filter(person=person).order_by("on", "place").values_list("on", "words", "pence"))


def test_it_keeps_every_line_to_the_penny(add, amina):
    added = add(lloyds(*AUGUST, opening=1_234))
    assert (added.lines_read, added.lines_added) == (4, 4)
    assert kept(amina) == [(on, words, pence) for on, words, pence in AUGUST]
    statement = Statement.objects.get()
    assert (statement.opening_pence, statement.closing_pence) == (1_234, 1_234 + 70_732 - 1_300 - 62_400)
    assert (statement.from_on, statement.to_on) == (date(2026, 8, 3), date(2026, 8, 28))


def test_it_is_written_down(add, amina, brian):
    add(lloyds(*AUGUST))
    event = Event.objects.get(what="add_statement")
    assert (event.person_id, event.by) == (amina.pk, brian)
    assert event.words == "Added a bank statement, 3 August 2026 to 28 August 2026: 4 new lines."


def test_the_same_file_adds_nothing(add, amina):
    add(lloyds(*AUGUST))
    with pytest.raises(AlreadyRead, match="already, on 1 September 2026"):
        add(lloyds(*AUGUST))
    assert len(kept(amina)) == 4


def test_an_overlapping_file_adds_only_what_is_new(add, amina):
    add(lloyds(*AUGUST, opening=1_234))
    added = add(lloyds(*AUGUST[1:], *SEPTEMBER, opening=1_234 + 70_732))
    assert (added.lines_read, added.lines_added) == (4, 1)
    assert kept(amina) == [*AUGUST, *SEPTEMBER]


def test_a_part_of_what_is_there_adds_nothing_and_still_covers_its_days(add, amina):
    add(lloyds(*AUGUST, opening=1_234))
    added = add(lloyds(*AUGUST[:2], opening=1_234))
    assert added.lines_added == 0
    assert len(kept(amina)) == 4
    assert Statement.objects.count() == 2


def test_the_same_days_without_balances_add_nothing(add, amina):
    add(lloyds(*AUGUST, opening=1_234))
    assert add(barclays(*AUGUST)).lines_added == 0
    assert len(kept(amina)) == 4


def test_the_same_file_is_new_for_somebody_else(add, council, dev, now):
    add(lloyds(*AUGUST))
    other = make_person(council=council, name="Lena Hart")
    assert add_file(other, dev, lloyds(*AUGUST)).lines_added == 4


def test_two_equal_lines_of_a_day_are_two_lines(add, amina):
    add(lloyds(*AUGUST))
    assert Line.objects.filter(person=amina, words="SHEAFDALE LEISURE").count() == 2


def test_every_kept_line_has_its_history(add):
    add(lloyds(*AUGUST))
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_lineevent WHERE pgh_label = 'insert'")
        assert cursor.fetchone() == (4,)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared bank files are not beside this copy")
@pytest.mark.parametrize(
    ("name", "lines", "pence"),
    [
        ("barclays.csv", 3, 192_766),  # −£12.34 + £2,000.00 − £60.00
        ("hsbc.csv", 2, 198_766),
        ("lloyds.csv", 3, 192_766),
        ("nationwide.csv", 3, 192_766),
        ("natwest.csv", 2, 198_766),
        ("starling.csv", 3, 192_766),
        ("statement.ofx", 2, 198_766),
    ],
)
def test_a_layout_of_a_bank_is_read_whole_and_once(name, lines, pence, add, amina):
    data = (SAMPLES / name).read_bytes()
    assert add(data, name=name).lines_added == lines
    assert sum(each for _, _, each in kept(amina)) == pence
    with pytest.raises(AlreadyRead):
        add(data, name=name)


def test_brian_sees_what_came_of_it(upload, see):
    answer = upload(lloyds(*AUGUST))
    assert answer.status_code == 302
    page = see().content.decode()
    assert "4 new lines added." in page
    assert "Please say what 4 lines were for." in page


def test_brian_is_told_that_a_file_is_there_already(upload):
    upload(lloyds(*AUGUST))
    page = upload(lloyds(*AUGUST)).content.decode()
    assert "You added this file already, on 1 September 2026. Nothing was added." in page
