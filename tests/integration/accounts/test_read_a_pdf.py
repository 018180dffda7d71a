"""A PDF takes long to read: two at a time in a web process, and nothing is held or lost meanwhile."""

from datetime import date

import pytest
from django.db import connection
from tests.factories.accounts import add_file
from tests.formats.statements import printed

from ownway.formats.statements.pdf import pages
from ownway.journey.accounts import operations, reading, turns
from ownway.journey.accounts.models import Line, Statement, WaitingFile
from ownway.journey.accounts.reading import read_early

DAY = date(2026, 8, 3)
BUSY = "We are reading other PDFs just now. Please try again in a minute."


@pytest.fixture(scope="module")
def pdf():
    """A statement of two payments, printed."""
    payments = [
        printed.Payment(DAY, -650, "SHEAFDALE LEISURE"),
        printed.Payment(date(2026, 8, 5), -325, "SOME SHOP"),
    ]
    layout = next(iter(printed.LAYOUTS.values()))
    return printed.write_statement(printed.fill_in(layout, payments), payments, opening_pence=90_000)


@pytest.fixture
def all_turns_taken(monkeypatch):
    """As many PDFs are being read as may be, and none will be done soon."""
    monkeypatch.setattr(turns, "MOST_WAIT_SECONDS", 0.01)
    with turns.take_a_turn(), turns.take_a_turn():
        yield


@pytest.mark.django_db(transaction=True)
def test_it_is_read_before_anything_is_held(pdf, amina, brian, now, monkeypatch):
    held = []

    def read(data, **more):
        held.append(connection.in_atomic_block)
        return read_early(data, **more)

    monkeypatch.setattr(operations.statements, "read_early", read)
    assert add_file(amina, brian, pdf, name="august.pdf").lines_added == 2
    assert held == [False]


def test_a_third_is_asked_to_come_again_and_nothing_is_kept(pdf, upload, all_turns_taken):
    assert BUSY in upload(pdf, "august.pdf").content.decode()
    assert Statement.objects.count() == WaitingFile.objects.count() == 0


def test_other_files_need_no_turn(add, all_turns_taken):
    assert add(b"!Type:Bank\nD13/07/2026\nT-1.00\nPSHOP\n^\n").lines_added == 1


def test_after_a_reading_that_fails_there_are_as_many_turns_as_before():
    for _ in range(turns.MOST_AT_ONCE + 1):
        assert read_early(b"%PDF-1.7 and then nothing", name="x.pdf").outcome == "refused"


@pytest.fixture
def waiting(pdf, amina, brian, add):
    """The printed statement waits, as it is of another account than the one before."""
    add(b"!Type:Bank\nD03/08/2026\nT-6.50\nPTAXI\n^\nD13/08/2026\nT-1.00\nPSHOP\n^\n", name="known.qif")
    return add(pdf, name="august.pdf").waiting_id


def test_one_that_waits_stays_when_it_cannot_be_read_now(waiting, see, monkeypatch):
    monkeypatch.setattr(turns, "MOST_WAIT_SECONDS", 0.01)
    with turns.take_a_turn(), turns.take_a_turn():
        page = see(f"statements/waiting/{waiting}/").content.decode()
    assert BUSY in page
    assert "Nothing from “august.pdf” was added yet. We keep it." in page
    assert WaitingFile.objects.filter(pk=waiting).exists()


def test_an_answer_reads_it_once(waiting, send, amina, monkeypatch):
    times = []

    def read(data, **more):
        times.append(1)
        return read_early(data, **more)

    monkeypatch.setattr(reading, "read_early", read)
    send(f"statements/waiting/{waiting}/", doubt_1="same", doubt_2="same", take="on")
    assert len(times) == 1
    assert Line.objects.filter(person=amina, words="SOME SHOP").exists()


def test_one_that_takes_too_long_is_stopped_and_told(pdf, upload, monkeypatch):
    monkeypatch.setattr(pages, "MOST_SECONDS", 0.01)
    page = upload(pdf, "august.pdf").content.decode()
    assert "This PDF takes too long to read, so we stopped. Please send fewer months at a time." in page
    assert "Nothing was added." in page
    assert Statement.objects.count() == WaitingFile.objects.count() == 0
