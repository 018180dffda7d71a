"""A statement that was added by mistake is taken back: its lines count no longer, and nothing is deleted."""

import threading
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from tests.factories.accounts import add_file, picture
from tests.factories.agreements import make_agreement
from tests.factories.bank_files import lloyds
from tests.factories.persons import make_person
from tests.reading import text_of

from ownway.ground.audit.models import Event
from ownway.journey.accounts import operations, queries
from ownway.journey.accounts.models import Line, LineMatch, Receipt, Statement
from ownway.journey.checkups import operations as checkups
from ownway.journey.checkups.models import CheckUp

AUGUST = lloyds(
    (date(2026, 8, 3), "SHEAFDALE LEISURE", -650),
    (date(2026, 8, 30), "SOME SHOP", -325),
    opening=90_000,
)
WRONG = "These are my own shopping, from another account."


@pytest.fixture
def statement(add):
    """Brian added a file of August by mistake."""
    return add(AUGUST).statement_id


@pytest.fixture
def take_back(send):
    """`take_back(statement)`: Brian's browser sends the page."""
    return lambda statement, words=WRONG: send(f"statements/{statement}/take-back/", words=words)


def lines_of(person):
    return list(Line.objects.filter(person=person).order_by("on").values_list("words", flat=True))


def test_brian_takes_back_what_he_added(statement, take_back, see, amina):
    assert "Take it back" in text_of(see("statements/"))
    page = text_of(see(f"statements/{statement}/take-back/"))
    assert "2 lines of the account come from it. They count no longer" in page
    assert take_back(statement)["Location"].endswith("/account/statements/")
    said = text_of(see("statements/"))
    assert "The statement is taken back, and 2 lines count no longer." in said
    assert f"Taken back by Brian Okafor, 1 September 2026 at 10:00am: {WRONG}" in said
    assert lines_of(amina) == []


def test_the_account_is_as_if_it_had_not_been_added(statement, take_back, see, amina, now):
    take_back(statement)
    assert "No bank statement was added yet." in text_of(see())
    account = queries.get_account(council=amina.council, person_id=amina.pk, today=now.date())
    assert (account.balance_known, account.account.lines, account.account.statements) == (False, (), ())
    assert "SOME SHOP" not in see("lines.csv").content.decode()


def test_nothing_is_deleted(statement, take_back, amina, brian, now):
    take_back(statement)
    row = Statement.objects.get(pk=statement)
    assert (row.taken_back_by, row.taken_back_words, row.taken_back_at.date()) == (brian, WRONG, now.date())
    kept = Line._base_manager.filter(statement=statement)
    assert sorted(kept.values_list("words", "taken_back")) == [("SHEAFDALE LEISURE", True), ("SOME SHOP", True)]
    event = Event.objects.latest("pk")
    assert (event.what, event.by, event.person_id) == ("take_back_statement", brian, amina.pk)
    assert event.words == f"Took back a bank statement, 3 August 2026 to 30 August 2026, with 2 lines: {WRONG}"


def test_a_line_of_it_is_not_found_any_more(statement, take_back, see, send, amina):
    line = Line.objects.filter(person=amina).first().pk
    take_back(statement)
    assert see(f"lines/{line}/").status_code == 404
    assert send(f"lines/{line}/match/", choice="tax").status_code == 404


def test_the_right_file_is_added_after_and_so_is_the_same_one(statement, take_back, add, amina):
    take_back(statement)
    assert add(AUGUST).lines_added == 2
    assert lines_of(amina) == ["SHEAFDALE LEISURE", "SOME SHOP"]


def test_another_account_is_not_asked_about_once_the_wrong_one_is_gone(statement, take_back, add):
    take_back(statement)
    other = add(lloyds((date(2026, 8, 6), "RENT", -90_000), account="87654321"))
    assert isinstance(other, operations.Added)


def test_a_reason_is_asked_for(statement, take_back, amina):
    page = text_of(take_back(statement, ""))
    assert "Say why you take the statement back" in page
    assert len(lines_of(amina)) == 2


def test_a_worker_takes_back_what_another_added(statement, as_, amina, dev):
    browser = as_(dev)
    assert "Take it back" in text_of(browser.get(f"/people/{amina.pk}/account/statements/"))
    browser.post(f"/people/{amina.pk}/account/statements/{statement}/take-back/", {"words": WRONG})
    assert lines_of(amina) == []
    assert Statement.objects.get(pk=statement).taken_back_by == dev


def test_who_is_no_worker_is_told_whom_to_ask(amina, dev, take_back, see):
    statement = add_file(amina, dev, AUGUST).statement_id
    assert "Take it back" not in text_of(see("statements/"))
    page = text_of(see(f"statements/{statement}/take-back/"))
    assert "This statement stays" in page
    assert "so only Dev" in page and "or a worker of the council can take it back" in page
    assert "so only Dev" in text_of(take_back(statement))
    assert len(lines_of(amina)) == 2


def test_a_receipt_stops_it_until_the_photo_is_taken_back(statement, take_back, see, send, amina):
    shop = Line.objects.get(person=amina, words="SOME SHOP")
    send(f"lines/{shop.pk}/receipts/add/", photo=SimpleUploadedFile("receipt.jpg", picture()))
    said = "A photo of a receipt is kept with £3.25 on 30 August 2026. Take the photo back first."
    assert said in text_of(see(f"statements/{statement}/take-back/"))
    assert said in text_of(take_back(statement))
    send(f"receipts/{Receipt.objects.get().pk}/take-back/")
    take_back(statement)
    assert lines_of(amina) == []


def test_a_later_statement_that_counted_on_its_lines_goes_first(statement, take_back, add, see, amina):
    both = lloyds(
        (date(2026, 8, 30), "SOME SHOP", -325),
        (date(2026, 8, 31), "TAXI", -900),
        opening=89_350,
    )
    later = add(both)
    assert (later.lines_read, later.lines_added) == (2, 1)
    said = (
        "The statement of 30 August 2026 to 31 August 2026 was added later, without the lines that were there already."
    )
    assert said in text_of(see(f"statements/{statement}/take-back/"))
    take_back(statement)
    assert len(lines_of(amina)) == 3
    take_back(later.statement_id)
    take_back(statement)
    assert add(both).lines_added == 2


def test_what_was_sorted_goes_with_it_and_the_name_is_remembered(statement, take_back, send, see, add, amina):
    shop = Line.objects.get(person=amina, words="SOME SHOP")
    send(f"lines/{shop.pk}/match/", choice="insurance")
    assert "Somebody said what 1 of these lines was for" in text_of(see(f"statements/{statement}/take-back/"))
    take_back(statement)
    add(AUGUST)
    assert Line.objects.get(person=amina, words="SOME SHOP").match == LineMatch.INSURANCE


@pytest.mark.parametrize(
    ("from_on", "ended_on", "stays"),
    [
        (date(2026, 6, 1), datetime(2026, 9, 20, tzinfo=UTC), True),
        (date(2026, 8, 31), datetime(2026, 9, 20, tzinfo=UTC), False),  # of later days
        (date(2026, 6, 1), datetime(2026, 8, 31, tzinfo=UTC), False),  # finished before the statement came
    ],
)
def test_a_finished_check_up_keeps_what_it_looked_at(from_on, ended_on, stays, statement, take_back, amina, dev):
    CheckUp.objects.create(
        agreement=make_agreement(person=amina, by=dev, budget_weekly_pence=10_000),
        status="closed",
        reasons=[],
        from_on=from_on,
        to_on=date(2026, 8, 31),
        opened_by=dev,
        opened_at=ended_on,
        ended_words="All is well.",
        ended_at=ended_on,
    )
    page = text_of(take_back(statement)) if stays else take_back(statement)
    if stays:
        assert "The financial check-up of 1 June 2026 to 31 August 2026 looked at these lines and is finished." in page
    assert bool(lines_of(amina)) is stays


def test_a_check_up_that_ends_in_the_same_moment_is_waited_for(transactional_db, statement, amina, brian, dev):
    later = datetime(2026, 9, 20, tzinfo=UTC)
    agreement = make_agreement(person=amina, by=dev, budget_weekly_pence=10_000)
    days = {"from_on": date(2026, 6, 1), "to_on": date(2026, 8, 31)}
    row = CheckUp.objects.create(
        agreement=agreement, status="talking", reasons=[], opened_by=dev, opened_at=later, **days
    )
    outcomes = []

    def take_it_back():
        try:
            checkups.withdraw_statement(
                council=amina.council,
                person_id=amina.pk,
                statement_id=statement,
                words=WRONG,
                is_worker=False,
                by=brian,
                at=later,
            )
            outcomes.append("taken back")
        except operations.StatementStays:
            outcomes.append("stays")
        finally:
            connection.close()

    with transaction.atomic():
        checkups.close_check_up(
            council=amina.council, person_id=amina.pk, checkup_id=row.pk, words="All is well.", by=dev, at=later
        )
        browser = threading.Thread(target=take_it_back)
        browser.start()
        browser.join(timeout=1)
    browser.join()
    assert outcomes == ["stays"]
    assert lines_of(amina) == ["SHEAFDALE LEISURE", "SOME SHOP"]


def test_it_is_taken_back_once(statement, take_back, see):
    take_back(statement)
    assert take_back(statement).status_code == see(f"statements/{statement}/take-back/").status_code == 404
    assert Event.objects.filter(what="take_back_statement").count() == 1


def test_the_database_lets_nobody_change_or_delete_a_statement(statement, take_back):
    take_back(statement)
    row = Statement.objects.filter(pk=statement)
    for change in (row.delete, lambda: row.update(taken_back_words="No"), lambda: row.update(bank="Another")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_reason_is_a_promise_of_the_database(statement, brian, now):
    with pytest.raises(DatabaseError, match="taken_back_says_who_and_why"), transaction.atomic():
        Statement.objects.filter(pk=statement).update(taken_back_by=brian, taken_back_at=now)


def test_of_somebody_else_nothing_is_found(statement, brian, council, as_, esi, amina):
    assert as_(esi).get(f"/people/{amina.pk}/account/statements/{statement}/take-back/").status_code == 404
    lena = make_person(council=council, name="Lena Hart")
    with pytest.raises(operations.StatementGone):
        operations.take_back_statement(
            council=council,
            person_id=lena.pk,
            statement_id=statement,
            words=WRONG,
            is_worker=True,
            by=brian,
            at=datetime(2026, 9, 2, tzinfo=UTC),
        )
