"""A file that raises a question waits: nothing of it is added until somebody answers."""

from datetime import date

import pytest
from tests.factories.accounts import IN_PART, make_waiting
from tests.factories.bank_files import lloyds

from ownway.journey.accounts.models import Line, Statement, WaitingFile
from ownway.journey.accounts.operations import NotAnswered, WaitingGone, answer_statement
from ownway.journey.accounts.reading import Answers


@pytest.fixture
def waiting(amina, brian, now):
    return make_waiting(amina, brian)


def test_a_line_that_is_there_twice_is_shown_and_nothing_is_added(upload, see):
    answer = upload(IN_PART)
    assert Line.objects.count() == Statement.objects.count() == 0
    page = see(answer["Location"].split("/account/")[1]).content.decode()
    assert "Nothing from “statement.csv” was added yet. It has 2 new lines." in page
    assert "The bank&#39;s number A1 is there twice" in page


def test_the_rest_is_added_when_brian_says_so(waiting, send, amina):
    assert send(f"statements/waiting/{waiting}/", take="on").status_code == 302
    assert [line.words for line in Line.objects.filter(person=amina).order_by("on")] == ["RAMPS LTD", "SHOP"]
    assert "RAMPS LTD" in Statement.objects.get().problems[0]["text"]
    assert WaitingFile.objects.count() == 0


def test_what_was_left_out_stays_to_be_seen(waiting, send, see):
    send(f"statements/waiting/{waiting}/", take="on")
    assert "Left out: Entry 2" in see("statements/").content.decode()


def test_without_a_tick_nothing_is_added(waiting, send):
    page = send(f"statements/waiting/{waiting}/").content.decode()
    assert "Tick the box to add the file" in page
    assert Line.objects.count() == 0


def test_it_can_be_left_out(waiting, send, see):
    send(f"statements/waiting/{waiting}/leave/")
    assert (Line.objects.count(), WaitingFile.objects.count()) == (0, 0)
    assert "The file was left out. Nothing was added." in see().content.decode()
    assert see(f"statements/waiting/{waiting}/").status_code == 404


def test_the_account_says_that_a_file_waits(waiting, see):
    assert "The file “part.ofx” waits for an answer." in see().content.decode()


def test_the_same_file_waits_once(waiting, upload):
    assert upload(IN_PART)["Location"].endswith(f"/waiting/{waiting}/")
    assert WaitingFile.objects.count() == 1


def test_an_answer_comes_too_late(waiting, send, amina, brian, now):
    send(f"statements/waiting/{waiting}/", take="on")
    with pytest.raises(WaitingGone):
        answer_statement(
            council=amina.council,
            person_id=amina.pk,
            waiting_id=waiting,
            answers=Answers(take=True, doubts={}),
            by=brian,
            at=now,
            today=now.date(),
        )


DAY = date(2026, 7, 6)
FIRST = lloyds((DAY, "CAFE ONE", -300), (date(2026, 7, 8), "SHOP", -100), opening=9_000)
SECOND = lloyds((DAY, "TAXI TWO", -300), (date(2026, 7, 9), "SHOP", -200), opening=5_000)


@pytest.fixture
def doubtful(add):
    """A file with the same money on a day as a kept line, in other words: is it the same payment?"""
    add(FIRST)
    return add(SECOND).waiting_id


@pytest.mark.parametrize(("said", "lines"), [("same", 3), ("another", 4)])
def test_a_doubt_is_as_brian_says(said, lines, doubtful, send, see, amina):
    assert "TAXI TWO" in see(f"statements/waiting/{doubtful}/").content.decode()
    send(f"statements/waiting/{doubtful}/", doubt_3=said)
    assert Line.objects.filter(person=amina).count() == lines


def test_a_doubt_without_an_answer_adds_nothing(doubtful, send, amina, brian, now):
    page = send(f"statements/waiting/{doubtful}/").content.decode()
    assert "Say if £3 on 6 July 2026 is the same payment" in page
    with pytest.raises(NotAnswered):
        answer_statement(
            council=amina.council,
            person_id=amina.pk,
            waiting_id=doubtful,
            answers=Answers(take=True, doubts={}),
            by=brian,
            at=now,
            today=now.date(),
        )
    assert Line.objects.filter(person=amina).count() == 2


def test_another_account_is_asked_about(add, see):
    add(FIRST)
    waits = add(lloyds((date(2026, 8, 6), "RENT", -90_000), account="87654321"))
    page = see(f"statements/waiting/{waits.waiting_id}/").content.decode()
    assert "This file is from the account ending 4321." in page
    assert "The other statements here are from the account ending 5678." in page


ODD = (
    b"!Type:Bank\nD13/07/2026\nT-10.00\nPRAMPS LTD\nSRamp\n$-4.00\nSFitting\n$-5.99\n^\nD14/07/2026\nT-1.00\nPSHOP\n^\n"
)


def test_a_line_that_looks_odd_is_asked_about_and_not_said_to_be_left_out(add, see, send, amina):
    waits = add(ODD, name="odd.qif").waiting_id
    page = see(f"statements/waiting/{waits}/").content.decode()
    assert "What looks odd to us" in page
    assert "The parts of this line come to -9.99, and the line is -10.00." in page
    assert "left out" not in page.replace("Leave this file out", "")
    assert "Tick the box to add the file" in send(f"statements/waiting/{waits}/").content.decode()
    send(f"statements/waiting/{waits}/", take="on")
    assert Line.objects.filter(person=amina).count() == 2
    listed = see("statements/").content.decode()
    assert "Looked odd: Line 2: The parts of this line come to -9.99" in listed
    assert "Left out" not in listed
