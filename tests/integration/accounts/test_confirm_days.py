"""A file whose days can be read in two ways waits until somebody says which is right; nothing that was sent is lost."""

from datetime import date

import pytest
from django.utils import timezone
from tests.factories.accounts import UNDATED, add_file, make_undated

from ownway.ground.audit.models import Event
from ownway.journey.accounts import operations
from ownway.journey.accounts.models import Line, Statement, WaitingFile


def kept(person):
    return list(Line.objects.filter(person=person).order_by("on", "place").values_list("on", "pence"))


@pytest.fixture
def undated(amina, brian, now):
    return make_undated(amina, brian)


@pytest.fixture
def confirm(amina, brian, now):
    """`confirm(undated, "day-first")`: Brian says that the day comes first in the file."""

    def call(waiting_id, day_order, *, person=amina, by=brian):
        return operations.confirm_days(
            council=person.council,
            person_id=person.pk,
            waiting_id=waiting_id,
            day_order=day_order,
            by=by,
            at=timezone.now(),
            today=now.date(),
        )

    return call


def test_brian_is_asked_in_plain_words_and_nothing_is_added(upload, see):
    first = see(upload(UNDATED, "quicken.qif")["Location"].split("/account/")[1])
    page = see(first["Location"].split("/account/")[1]).content.decode()
    assert "Is 03/04/2026 in April or in March?" in page
    assert "The file then runs from 3 April 2026 to 5 April 2026." in page
    assert "The file then runs from 4 March 2026 to 4 May 2026." in page
    assert Line.objects.count() == Statement.objects.count() == 0


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("day-first", [(date(2026, 4, 3), -650), (date(2026, 4, 5), -62_400)]),
        ("month-first", [(date(2026, 3, 4), -650), (date(2026, 5, 4), -62_400)]),
    ],
)
def test_the_days_are_as_brian_says(said, days, undated, send, see, amina):
    assert send(f"statements/waiting/{undated}/days/", day_order=said).status_code == 302
    assert kept(amina) == days
    assert WaitingFile.objects.count() == 0
    assert "2 new lines added." in see().content.decode()


def test_it_is_written_down(undated, confirm, amina, brian):
    confirm(undated, "month-first")
    event = Event.objects.get(what="confirm_days")
    said = "Said that the month comes first in the days of a bank statement."
    assert (event.person_id, event.by, event.words) == (amina.pk, brian, said)


@pytest.mark.parametrize("typed", [{}, {"day_order": ""}, {"day_order": "year-first"}])
def test_without_an_answer_nothing_is_added_and_the_file_goes_on_waiting(typed, undated, send, amina):
    page = send(f"statements/waiting/{undated}/days/", **typed).content.decode()
    assert "There is a problem" in page
    assert "Is 03/04/2026 in April or in March?" in page
    assert kept(amina) == []
    assert WaitingFile.objects.filter(pk=undated).exists()


def test_an_answer_is_kept_while_another_is_asked_for_and_can_be_changed(add, send, see, amina):
    add(b"!Type:Bank\nD13/01/2026\nT1.00\nPX\n^\nD04/03/2026\nT-6.50\nPCAFE ONE\n^\n", name="known.qif")
    waits = add(b"!Type:Bank\nD04/03/2026\nT-6.50\nPTAXI TWO\n^\n", name="again.qif").waiting_id
    answer = send(f"statements/waiting/{waits}/days/", day_order="day-first")
    assert answer["Location"].endswith(f"/waiting/{waits}/")
    page = see(f"statements/waiting/{waits}/").content.decode()
    assert "TAXI TWO" in page
    assert "You told us how its days are written." in page
    assert 'value="day-first" checked' in see(f"statements/waiting/{waits}/days/").content.decode()
    send(f"statements/waiting/{waits}/days/", day_order="month-first")
    assert (date(2026, 4, 3), -650) in kept(amina)


def test_it_can_be_left_out(undated, send, amina):
    send(f"statements/waiting/{undated}/leave/")
    assert (kept(amina), WaitingFile.objects.count()) == ([], 0)


def test_what_else_is_wrong_is_said_at_once(upload):
    page = upload(UNDATED.replace(b"T-6.50", b"Tsix"), "quicken.qif").content.decode()
    assert "Nothing was added." in page
    assert "“six” is not a sum of money" in page
    assert WaitingFile.objects.count() == 0


def test_a_file_that_tells_is_not_asked_about(upload, amina):
    upload(UNDATED.replace(b"D05/04", b"D25/04"), "quicken.qif")
    assert kept(amina) == [(date(2026, 4, 3), -650), (date(2026, 4, 25), -62_400)]


def test_the_page_of_another_file_leads_to_its_own_question(amina, brian, see, now):
    waits = add_file(amina, brian, UNDATED.replace(b"D05/04/2026\nT-624.00\n", b"D25/04/2026\nT-6.24\nSx\n$1.00\n"))
    answer = see(f"statements/waiting/{waits.waiting_id}/days/")
    assert answer["Location"].endswith(f"/waiting/{waits.waiting_id}/")


def test_an_answer_comes_too_late(undated, confirm):
    confirm(undated, "day-first")
    with pytest.raises(operations.WaitingGone):
        confirm(undated, "month-first")


def test_there_are_two_orders_only(undated, confirm):
    with pytest.raises(ValueError, match="no order of days"):
        confirm(undated, "year-first")


def test_somebody_of_another_council_finds_nothing(undated, as_, amina, esi):
    assert as_(esi).get(f"/people/{amina.pk}/account/statements/waiting/{undated}/days/").status_code == 404
