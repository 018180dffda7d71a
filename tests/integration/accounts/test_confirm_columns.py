"""A sheet that no layout knows waits until somebody says what its columns hold; then it is remembered."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from tests.factories.accounts import SHEET, add_file, make_sheet
from tests.factories.bank_files import lloyds
from tests.factories.persons import make_person
from tests.reading import page_of

from ownway.formats.statements.proposing import propose_map
from ownway.formats.statements.source import Source
from ownway.ground.audit.models import Event
from ownway.journey.accounts import operations
from ownway.journey.accounts.models import ConfirmedColumns, Line, Statement, WaitingFile
from ownway.journey.accounts.web.column_form import ConfirmColumns

SEPTEMBER = b"Booked,What,Taken off,Put on,Left\n2026-09-01,SHEAFDALE LEISURE,6.50,,270.32\n"
WITHOUT_HEADINGS = (
    b"03/08/2026,COUNCIL,707.32\n05/08/2026,LEISURE,-6.50\n28/08/2026,CARYS,-624.00\n31/08/2026,X Y,-1.00,\n"
)
KEPT = [(date(2026, 8, 3), 70_732), (date(2026, 8, 5), -650), (date(2026, 8, 28), -62_400)]


def proposed(data):
    return propose_map(Source(BytesIO(data), name="x"))


def typed(data=SHEET, **changed):
    """What the form sends when nothing but `changed` is."""
    form = ConfirmColumns(proposal=proposed(data))
    return {name: value for name, value in form.initial.items() if value != ""} | changed


def kept(person):
    return list(Line.objects.filter(person=person).order_by("on", "place").values_list("on", "pence"))


@pytest.fixture
def sheet(amina, brian, now):
    return make_sheet(amina, brian)


@pytest.fixture
def confirm(amina, brian, now):
    """`confirm(sheet)`: Brian says that the proposal is right; `confirm(sheet, columns)` that it is so."""

    def call(waiting_id, columns=None, *, by=brian, person=amina, for_all=False):
        return operations.confirm_columns(
            council=person.council,
            person_id=person.pk,
            waiting_id=waiting_id,
            columns=columns or proposed(SHEET).columns,
            for_all=for_all,
            by=by,
            at=timezone.now(),
            today=now.date(),
        )

    return call


def test_brian_is_shown_what_we_think_and_nothing_is_added(upload, see):
    answer = upload(SHEET, "card.csv")
    first = see(answer["Location"].split("/account/")[1])
    page = see(first["Location"].split("/account/")[1]).content.decode()
    assert "<h1" in page
    assert "What is in each column?" in page
    assert "The balance in the file shows that the money is read right." in page
    assert "Every value in this column is a day, oldest first." in page
    assert "£707.32 in" in page
    assert "£624.00 out" in page
    assert Line.objects.count() == Statement.objects.count() == ConfirmedColumns.objects.count() == 0


def test_the_lines_are_added_when_brian_says_that_they_are_right(sheet, send, see, amina):
    assert send(f"statements/waiting/{sheet}/columns/", **typed()).status_code == 302
    assert kept(amina) == KEPT
    assert WaitingFile.objects.count() == 0
    assert "3 new lines added." in see().content.decode()


def test_one_button_below_the_first_lines_adds_them_as_shown(sheet, send, see, amina):
    def button_below_the_lines(page):
        form = next(one for one in page.iter("form") if "These lines are right" in "".join(one.itertext()))
        return {one.get("name"): one.get("value") for one in form.iter("input")}

    proposed_so = button_below_the_lines(page_of(see(f"statements/waiting/{sheet}/columns/")))
    changed = send(f"statements/waiting/{sheet}/columns/", **proposed_so | {"balance": ""})
    assert kept(amina) == []
    send(f"statements/waiting/{sheet}/columns/", **button_below_the_lines(page_of(changed)))
    assert kept(amina) == KEPT
    assert set(Line.objects.filter(person=amina).values_list("balance_pence", flat=True)) == {None}


def test_it_is_written_down(sheet, confirm, amina, brian):
    confirm(sheet)
    event = Event.objects.get(what="confirm_columns")
    assert (event.person_id, event.by, event.words) == (
        amina.pk,
        brian,
        "Said what the columns of a bank statement hold.",
    )


def test_the_next_file_with_the_same_headings_is_read_without_asking(sheet, confirm, add, amina):
    confirm(sheet)
    assert add(SEPTEMBER, name="next.csv").lines_added == 1
    assert kept(amina) == [*KEPT, (date(2026, 9, 1), -650)]


def test_what_brian_says_is_for_aminas_files_only(sheet, confirm, council, brian):
    confirm(sheet)
    lena = make_person(council=council, name="Lena Hart")
    assert isinstance(add_file(lena, brian, SEPTEMBER), operations.Waits)


def test_what_a_worker_says_is_for_all_of_the_council_and_no_other(sheet, as_, amina, dev, council, esi):
    as_(dev).post(f"/people/{amina.pk}/account/statements/waiting/{sheet}/columns/", typed())
    lena = make_person(council=council, name="Lena Hart")
    assert add_file(lena, dev, SEPTEMBER).lines_added == 1
    elsewhere = make_person(council=esi.council, name="Olu Ade")
    assert isinstance(add_file(elsewhere, esi, SEPTEMBER), operations.Waits)
    assert Event.objects.get(what="confirm_columns").words.endswith("for all of the council.")


def test_what_was_said_last_counts(sheet, confirm, amina, brian, dev):
    confirm(sheet)
    turned = replace(proposed(SHEET).columns, unreadable_rows="set aside")
    ConfirmedColumns.objects.filter(person=amina).get()
    other = add_file(amina, brian, SEPTEMBER.replace(b"6.50,,", b"6.50,6.50,"), name="odd.csv")
    assert isinstance(other, operations.Waits)  # the map does not read it, so it is asked about again
    with pytest.raises(operations.ColumnsRefused, match="There is no payment in this file"):
        confirm(other.waiting_id, turned)


def test_changed_columns_are_shown_before_anything_is_added(sheet, send, amina):
    changed = typed(balance="", unreadable_rows="set aside")
    page = send(f"statements/waiting/{sheet}/columns/", **changed).content.decode()
    assert "You changed the columns, so the first lines read otherwise now." in page
    assert kept(amina) == []
    seen = page.split('name="seen" value="')[1].split('"')[0]
    assert send(f"statements/waiting/{sheet}/columns/", **changed | {"seen": seen}).status_code == 302
    assert kept(amina) == KEPT
    assert set(Line.objects.filter(person=amina).values_list("balance_pence", flat=True)) == {None}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"day": ""}, "Choose"),
        ({"day": "99"}, "Which column has the day"),
        ({"way": "one_in", "amount": ""}, "Say which column has the money"),
        ({"paid_in": ""}, "Say which column has the money in"),
        ({"paid_in": "3"}, "Column 3 is the money out already"),
        ({"balance": "1"}, "Column 1 is the day already"),
        ({"way": "flag", "amount": "3", "flag": "2", "flag_out": "D"}, "Say the word that the file has for it"),
        ({"words": ""}, "Choose"),
        ({"way": "sideways"}, "Choose"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(changed, said, sheet, send, amina):
    page = send(f"statements/waiting/{sheet}/columns/", **typed() | changed).content.decode()
    assert said in page
    assert "There is a problem" in page
    assert (kept(amina), ConfirmedColumns.objects.count()) == ([], 0)


def test_columns_by_which_the_file_cannot_be_read_are_not_remembered(sheet, send, amina):
    changed = typed(day_order="month first")
    page = send(f"statements/waiting/{sheet}/columns/", **changed).content.decode()
    assert "You changed the columns" in page  # 2026-08-03 is a day in any order
    wrong = typed(decimal=",")
    page = send(f"statements/waiting/{sheet}/columns/", **wrong).content.decode()
    assert "No line can be read with these columns." in page
    seen = page.split('name="seen" value="')[1].split('"')[0]
    page = send(f"statements/waiting/{sheet}/columns/", **wrong | {"seen": seen}).content.decode()
    assert "Line 2:" in page
    assert (kept(amina), ConfirmedColumns.objects.count()) == ([], 0)


def test_a_file_without_headings_is_asked_about_each_time(add, confirm, amina):
    waits = add(
        WITHOUT_HEADINGS.replace(b",\n", b"\n")
        .replace(b"03/08/2026,", b"x,03/08/2026,")
        .replace(b"\n05", b"\nx,05")
        .replace(b"\n28", b"\nx,28")
        .replace(b"\n31", b"\nx,31")
    )
    data = bytes(WaitingFile.objects.get().content)
    assert confirm(waits.waiting_id, proposed(data).columns).lines_added == 4
    assert isinstance(add(data.replace(b"X Y,-1.00", b"X Z,-2.00")), operations.Waits)


def test_a_file_that_raises_a_question_as_well_is_asked_about_after_its_columns(add, confirm, sheet, send):
    add(lloyds((date(2026, 8, 5), "SOME OTHER SHOP", -650), opening=5_000))
    answer = send(f"statements/waiting/{sheet}/columns/", **typed())
    assert answer["Location"].endswith(f"/waiting/{sheet}/")
    assert ConfirmedColumns.objects.count() == 1
    assert WaitingFile.objects.count() == 1


def test_a_file_in_euros_gets_no_questions(upload):
    page = upload(b"Date,What,Sum (EUR)\n2026-08-01,TEA,-1.00\n2026-08-02,BUS,-2.50\n").content.decode()
    assert "This file is in EUR. We can only take pounds (GBP)." in page
    assert WaitingFile.objects.count() == 0


def test_once_somebody_answered_the_page_is_gone(sheet, confirm, see):
    confirm(sheet)
    assert see(f"statements/waiting/{sheet}/columns/").status_code == 404
    with pytest.raises(operations.WaitingGone):
        confirm(sheet)


def test_a_file_whose_columns_are_known_by_now_is_asked_about_no_more(sheet, add, confirm, see):
    second = add(SEPTEMBER, name="next.csv")
    confirm(sheet)
    answer = see(f"statements/waiting/{second.waiting_id}/columns/")
    assert answer["Location"].endswith(f"/waiting/{second.waiting_id}/")


def test_who_may_add_a_statement_may_say_it(everybody, amina, sheet):
    address = f"/people/{amina.pk}/account/statements/waiting/{sheet}/columns/"
    assert {name for name, browser in everybody.items() if browser.get(address).status_code == 200} == {
        "amina",
        "brian",
        "dev",
        "harriet",
    }


def test_what_was_said_is_never_changed(sheet, confirm):
    confirm(sheet)
    with pytest.raises(DatabaseError), transaction.atomic():
        ConfirmedColumns.objects.update(columns="{}")


def test_brian_sees_what_was_said_and_can_have_it_asked_again(sheet, confirm, see, send, add):
    confirm(sheet)
    page = see("statements/").content.decode()
    assert "Booked, What, Taken off, Put on, Left" in page
    assert "Brian Okafor said so" in page
    assert send(f"statements/columns/{ConfirmedColumns.objects.get().pk}/forget/").status_code == 302
    assert "Taken off" not in see("statements/").content.decode()
    assert isinstance(add(SEPTEMBER, name="next.csv"), operations.Waits)
    assert Event.objects.filter(what="forget_columns").count() == 1


def test_only_a_worker_forgets_what_holds_for_all(sheet, confirm, see, send, as_, amina, dev):
    confirm(sheet, by=dev, for_all=True)
    said = ConfirmedColumns.objects.get().pk
    assert "Ask again next time" not in see("statements/").content.decode()
    assert send(f"statements/columns/{said}/forget/").status_code == 404
    browser = as_(dev)
    assert "Ask again next time" in see("statements/", dev).content.decode()
    assert browser.post(f"/people/{amina.pk}/account/statements/columns/{said}/forget/").status_code == 302
    assert ConfirmedColumns.objects.count() == 2


def test_nothing_is_forgotten_twice_or_for_another_person(sheet, confirm, send, council, as_, dev):
    confirm(sheet)
    said = ConfirmedColumns.objects.get().pk
    lena = make_person(council=council, name="Lena Hart")
    assert as_(dev).post(f"/people/{lena.pk}/account/statements/columns/{said}/forget/").status_code == 404
    send(f"statements/columns/{said}/forget/")
    forgotten = ConfirmedColumns.objects.latest("pk").pk
    assert send(f"statements/columns/{forgotten}/forget/").status_code == 404
