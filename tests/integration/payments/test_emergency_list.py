"""The list of a run that finance keys by hand: who may make it, what is kept, and how nobody is paid twice."""

import io

import openpyxl
import pdfplumber
import pytest
from django.conf import settings
from django.db import IntegrityError, ProgrammingError, transaction
from tests.factories.councils import make_worker
from tests.factories.persons import make_person
from tests.integration.payments import bank_words
from tests.reading import text_of

from ownway.ground.access.models import Role
from ownway.ground.audit.models import Event
from ownway.journey.payments import operations, queries
from ownway.journey.payments.models import EmergencyList, EmergencyListEnd
from ownway.journey.payments.operations.refusals import ListRefused, RunMoved

pytestmark = pytest.mark.skipif(
    not (settings.FONTS / "NotoSans-Regular.ttf").exists(), reason="the typefaces are not here yet: ./run fetches them"
)
MADE = {"why": "The bank's channel is down until Thursday", "not_paid": "on"}


@pytest.fixture
def run(amina, council, paid, pay):
    """£800.00 to Amina and £600.00 to Noor."""
    paid(amina)
    paid(make_person(council=council, name="Noor Ali"), budget_weekly_pence=15_000)
    return pay()


@pytest.fixture
def make(council, farah, now):
    """`make(run)`: Farah makes the list."""

    def made(run, **changes):
        asked = {"why": "The bank is down", "by": farah, "at": now, "fonts": settings.FONTS}
        return operations.make_emergency_list(council=council, run_id=run.pk, **(asked | changes))

    return made


@pytest.fixture
def end(council, farah, now):
    """`end(run, was_used=…)`: Farah says what became of it."""

    def ended(run, *, was_used):
        operations.end_emergency_list(council=council, run_id=run.pk, was_used=was_used, by=farah, at=now)

    return ended


def said(what):
    return list(Event.objects.filter(what=what).values_list("words", flat=True))


def test_farah_makes_it_on_the_run_s_page_and_gets_both_files(run, as_, farah):
    browser = as_(farah)
    assert "Make a list to key by hand" in browser.get(f"/payments/{run.pk}/").content.decode()
    assert browser.post(f"/payments/{run.pk}/list/", MADE).status_code == 302
    page = browser.get(f"/payments/{run.pk}/").content.decode()
    assert "Farah" in page
    assert "Everybody would be paid twice" in page
    sheet = browser.post(f"/payments/{run.pk}/list/xlsx/")
    assert sheet["Content-Disposition"] == f'attachment; filename="emergency-list-run-{run.number}.xlsx"'
    rows = list(openpyxl.load_workbook(io.BytesIO(sheet.content))["Payments"].iter_rows(min_row=3, values_only=True))
    assert [(row[1], row[2], row[3], row[4]) for row in rows[:2]] == [
        ("Amina Okafor", "08-99-99", "66374958", 800),
        ("Noor Ali", "08-99-99", "66374958", 600),
    ]
    # 800 + 600; 089999 twice; 66374958 twice
    assert rows[-1][1:5] == ("2 payments", "179998", "132749916", 1400)
    paper = browser.post(f"/payments/{run.pk}/list/pdf/")
    with pdfplumber.open(io.BytesIO(paper.content)) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
    assert "Amina Okafor 08-99-99 66374958 800.00" in text
    assert "2 payments, £1,400.00" in text


def test_that_it_was_made_and_opened_is_kept(run, make, as_, harriet):
    make(run)
    as_(harriet).post(f"/payments/{run.pk}/list/pdf/")
    assert said("make_emergency_list") == [
        f"Made the emergency list of payment run {run.number}. Why: The bank is down"
    ]
    (opened,) = Event.objects.filter(what="open_emergency_list")
    assert (opened.by, opened.words) == (harriet, f"Opened the emergency list of payment run {run.number} (PDF).")


def test_looking_at_the_address_hands_nothing_out(run, make, as_, farah):
    make(run)
    assert as_(farah).get(f"/payments/{run.pk}/list/xlsx/").status_code == 405
    assert said("open_emergency_list") == []


def test_only_an_approver_of_the_council_makes_it_and_only_its_finance_opens_it(
    run, make, as_, harriet, dev, other_council
):
    assert as_(harriet).get(f"/payments/{run.pk}/list/").status_code == 403
    assert "Make a list to key by hand" not in as_(harriet).get(f"/payments/{run.pk}/").content.decode()
    make(run)
    olive = make_worker(council=other_council, name="Olive Grey", role=Role.FINANCE_APPROVER)
    for who, status in ((dev, 403), (olive, 404)):
        assert as_(who).post(f"/payments/{run.pk}/list/xlsx/").status_code == status
        assert as_(who).post(f"/payments/{run.pk}/list/end/", {"became": "used"}).status_code == status
    assert as_(olive).get(f"/payments/{run.pk}/list/").status_code == 404


def test_it_asks_first_whether_the_bank_has_paid_and_keeps_what_was_typed(run, as_, farah):
    page = as_(farah).post(f"/payments/{run.pk}/list/", {"why": "The bank is down"}).content.decode()
    assert "people are paid twice" in page
    assert "The bank is down" in page
    page = as_(farah).post(f"/payments/{run.pk}/list/", {"not_paid": "on"}).content.decode()
    assert "Write why" in page
    assert not EmergencyList.objects.exists()


def test_the_files_are_held_back_as_soon_as_it_is_made(run, make, as_, farah):
    address = f"/payments/{run.pk}/files/pain001/"
    assert as_(farah).get(address).content.startswith(b"<?xml")
    make(run)
    page = as_(farah).get(address).content.decode()
    assert "This file is held back" in page
    assert "If you send the file as well, everybody is paid twice." in page
    assert "<CstmrCdtTrfInitn>" not in page
    assert "These files are held back" in as_(farah).get(f"/payments/{run.pk}/").content.decode()


def test_put_aside_it_lets_the_file_go_and_can_never_be_opened_again(run, make, as_, farah):
    make(run)
    browser = as_(farah)
    assert "Choose what became" in browser.post(f"/payments/{run.pk}/list/end/").content.decode()
    assert browser.post(f"/payments/{run.pk}/list/end/", {"became": "put_aside"}).status_code == 302
    assert browser.get(f"/payments/{run.pk}/files/pain001/").content.startswith(b"<?xml")
    answer = browser.post(f"/payments/{run.pk}/list/xlsx/", follow=True)
    assert "It must not be used any more" in answer.content.decode()
    assert "Nobody was paid from it" in answer.content.decode()


def test_used_it_holds_the_file_back_for_good(run, make, as_, farah):
    make(run)
    browser = as_(farah)
    browser.post(f"/payments/{run.pk}/list/end/", {"became": "used"})
    page = browser.get(f"/payments/{run.pk}/files/bacs18/").content.decode()
    assert "Do not send the file. Everybody would be paid twice." in page
    assert "People were paid from this list" in browser.get(f"/payments/{run.pk}/").content.decode()
    assert "again would pay them twice" in browser.post(f"/payments/{run.pk}/list/pdf/", follow=True).content.decode()
    assert browser.post(f"/payments/{run.pk}/confirm/").status_code == 302  # the bank's statement shows the payments


def test_what_became_of_it_is_said_once(run, make, end, council):
    make(run)
    end(run, was_used=True)
    with pytest.raises(ListRefused, match="already"):
        end(run, was_used=False)
    facts = queries.find_emergency_list(council=council, run_id=run.pk)
    assert (facts.was_used, facts.holds_files) == (True, True)


def test_a_run_cannot_be_withdrawn_while_people_may_be_paid_from_its_list(run, make, end, council, farah, now):
    def withdraw():
        operations.withdraw_run(council=council, run_id=run.pk, why="A wrong day", by=farah, at=now)

    make(run)
    with pytest.raises(RunMoved, match="Say first what became of it"):
        withdraw()
    end(run, was_used=False)
    withdraw()
    run.refresh_from_db()
    assert run.status == "withdrawn"


def test_a_run_that_was_paid_from_its_list_cannot_be_withdrawn(run, make, end, council, farah, now):
    make(run)
    end(run, was_used=True)
    with pytest.raises(RunMoved, match="were paid from the emergency list"):
        operations.withdraw_run(council=council, run_id=run.pk, why="A wrong day", by=farah, at=now)


def test_there_is_one_list_a_run(run, make):
    first = make(run)
    with pytest.raises(ListRefused, match="made already"):
        make(run)
    first.pk = None
    with pytest.raises(IntegrityError, match="one_emergency_list_a_run"), transaction.atomic():
        first.save(force_insert=True)


@pytest.mark.parametrize("came_back", ["one was sent back", "one was not made", "the file was refused"])
def test_once_the_bank_has_answered_for_the_files_there_is_no_list(
    came_back, run, make, as_, council, harriet, farah, now
):
    name = run.lines.order_by("pk").first().end_to_end_id
    data = {
        "one was sent back": bank_words.camt054((name, "800.00", "AC04")),
        "one was not made": bank_words.pain002(run, (name, "RJCT", "AC04")),
        "the file was refused": bank_words.pain002(run, group="RJCT"),
    }[came_back]
    operations.take_answer(council=council, name="answer.xml", data=data, by=harriet, at=now)
    with pytest.raises(ListRefused, match="some of it came back, so it may have paid the rest"):
        make(run)
    assert "Make a list to key by hand" not in text_of(as_(farah).get(f"/payments/{run.pk}/"))


def test_a_run_without_files_has_no_list(amina, paid, propose, make, as_, farah):
    paid(amina)
    run = propose()
    with pytest.raises(ListRefused, match="whose files are written"):
        make(run)
    assert "Make a list to key by hand" not in as_(farah).get(f"/payments/{run.pk}/").content.decode()


def test_nobody_who_has_died_is_on_it(run, make, amina, today):
    amina.died_on = today
    amina.save()
    with pytest.raises(operations.SomebodyDied, match="Amina Okafor died"):
        make(run)


def test_without_the_typefaces_nothing_is_made_and_it_says_so(run, make, tmp_path):
    with pytest.raises(ListRefused, match="Setting Ownway up again"):
        make(run, fonts=tmp_path)
    assert not EmergencyList.objects.exists()


def test_more_payments_than_people_can_key_are_refused(run, make, monkeypatch):
    monkeypatch.setattr("ownway.journey.payments.operations.emergency.MOST_KEYED", 1)
    with pytest.raises(ListRefused, match="2 payments, more than people can key"):
        make(run)


def test_what_was_made_and_said_is_never_changed(run, make, end):
    row = make(run)
    end(run, was_used=True)
    for model, changed in ((EmergencyList, {"why": "Another reason"}), (EmergencyListEnd, {"was_used": False})):
        with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
            model.objects.update(**changed)
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        row.ends.all().delete()
