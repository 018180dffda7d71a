"""When somebody dies it is written down, and the page says what happens to payments and what does not."""

from datetime import date

import pytest
from tests.factories.details import day
from tests.factories.payments import HOLIDAYS, LIMIT_PENCE, make_payee
from tests.factories.persons import make_person
from tests.reading import text_of

from ownway.ground.audit.models import Event
from ownway.ground.ledger.models import Entry
from ownway.ground.people import operations
from ownway.journey.payments import jobs
from ownway.journey.payments import operations as payments
from ownway.journey.payments.models import RunFile
from ownway.journey.payments.queries.due import list_due

DIED_ON = day("died_on", "28", "8", "2026")
PAY_ON = date(2026, 9, 7)


@pytest.fixture
def at(amina, today):
    return f"/people/{amina.pk}/death/"


@pytest.fixture
def again(council, harriet, farah, today, now):
    """`again()`: a run that Harriet proposed and Farah approved."""

    def propose_and_approve():
        asked = {"council": council, "at": now, "today": today, "bank_holidays": HOLIDAYS}
        found = payments.propose_run(pay_on=PAY_ON, by=harriet, limit_pence=LIMIT_PENCE, **asked)
        return payments.approve_run(run_id=found.pk, by=farah, **asked)

    return propose_and_approve


@pytest.fixture
def run(amina, dev, today, again):
    """A payment run with Amina in it, which Farah has approved."""
    make_payee(person=amina, by=dev, today=today)
    return again()


@pytest.mark.parametrize("who", ["dev", "harriet", "farah"])
def test_whoever_hears_of_it_first_writes_it_down(request, as_, amina, at, who):
    worker = request.getfixturevalue(who)
    assert as_(worker).post(at, DIED_ON)["Location"] == f"/people/{amina.pk}/"
    amina.refresh_from_db()
    assert amina.died_on == date(2026, 8, 28)
    said = text_of(as_(worker).get(f"/people/{amina.pk}/"))
    assert "Amina died on 28 August 2026. No new payment is made." in said
    event = Event.objects.get()
    assert (event.what, event.by, event.words) == ("record_death", worker, "Amina Okafor died on 28 August 2026.")


def test_nobody_else_does(everybody, amina, at):
    opened = {name for name, browser in everybody.items() if browser.post(at, {}).status_code == 200}
    assert opened == {"dev", "harriet", "farah"}


def test_a_second_worker_is_told_that_it_is_known(as_, dev, harriet, amina, at):
    as_(dev).post(at, DIED_ON)
    answer = as_(harriet).post(at, day("died_on", "29", "8", "2026"))
    assert "Amina died on 28 August 2026" in text_of(answer)
    assert Event.objects.count() == 1


def test_the_operation_itself_refuses_what_cannot_be(amina, council, dev, now, today):
    asked = {"council": council, "person_id": amina.pk, "by": dev, "at": now, "today": today}
    with pytest.raises(operations.DayInFuture):
        operations.record_death(died_on=date(2026, 9, 2), **asked)
    with pytest.raises(operations.DiedBeforeBorn):
        operations.record_death(died_on=date(1979, 3, 13), **asked)
    operations.record_death(died_on=today, **asked)
    with pytest.raises(operations.AlreadyDied):
        operations.record_death(died_on=today, **asked)


def test_no_new_payment_falls_due_and_taking_it_back_makes_it_due_again(as_, amina, dev, council, at, today):
    make_payee(person=amina, by=dev, today=today)
    assert len(list_due(council=council, due_to_on=PAY_ON)) == 1
    as_(dev).post(at, DIED_ON)
    assert list_due(council=council, due_to_on=PAY_ON) == []
    assert as_(dev).post(f"{at}take-back/", {"why": "It was another Amina."}).status_code == 302
    assert len(list_due(council=council, due_to_on=PAY_ON)) == 1
    assert Event.objects.latest("pk").words == (
        "It was a mistake to write that Amina Okafor died. Why: It was another Amina."
    )


def test_an_approved_run_writes_no_files_until_it_is_proposed_again(as_, amina, dev, harriet, at, run):
    said = text_of(as_(dev).get(at))
    assert "A run with Amina in it that has no bank files yet gets none." in said
    as_(dev).post(at, DIED_ON)
    answer = text_of(as_(harriet).post(f"/payments/{run.pk}/write/"))
    assert "Amina Okafor died. No file was written, and nobody is paid yet. Please withdraw this run" in answer
    assert (RunFile.objects.count(), Entry.objects.count()) == (0, 0)
    said = text_of(as_(harriet).get(f"/payments/{run.pk}/"))
    assert "Amina Okafor died. This run cannot pay anybody: withdraw it and propose it again." in said
    assert "The bank files are being written" not in said
    assert "1 payment run to propose again, because somebody died" in text_of(as_(harriet).get("/start/"))


def test_the_worker_leaves_such_a_run_and_goes_on(as_, dev, at, run):
    as_(dev).post(at, DIED_ON)
    jobs.write_files(run_id=run.pk)
    run.refresh_from_db()
    assert run.status == "approved"


def test_the_run_that_is_proposed_again_pays_everybody_else(as_, amina, council, dev, harriet, at, run, now, again):
    make_payee(person=make_person(council=council, name="Noor Ali"), by=dev, today=date(2026, 9, 1))
    as_(dev).post(at, DIED_ON)
    assert as_(harriet).post(f"/payments/{run.pk}/withdraw/", {"why": "Amina died."}).status_code == 302
    paid = again()
    payments.write_files(council=council, run_id=paid.pk, at=now, bank_holidays=HOLIDAYS)
    assert [line.person.name for line in paid.lines.filter(live=True)] == ["Noor Ali"]
    assert "because somebody died" not in text_of(as_(harriet).get("/start/"))


def test_files_that_are_written_already_still_pay_her_and_the_page_says_so(as_, amina, dev, council, at, run, now):
    said = text_of(as_(dev).get(at))
    assert "If the bank files are written already, the payment still goes to the bank. Please tell the finance" in said
    payments.write_files(council=council, run_id=run.pk, at=now, bank_holidays=HOLIDAYS)
    as_(dev).post(at, DIED_ON)
    # £200.00 a week, for 4 weeks: £800.00
    assert b">800.00<" in bytes(RunFile.objects.get(run=run, kind="pain001").content)


def test_taking_it_back_is_the_social_workers(everybody, as_, dev, amina, at):
    as_(dev).post(at, DIED_ON)
    opened = {name for name, browser in everybody.items() if browser.get(f"{at}take-back/").status_code == 200}
    assert opened == {"dev"}
    assert "Take it back" in text_of(everybody["dev"].get(at))
    assert "Please tell the social worker" in text_of(everybody["harriet"].get(at))


def test_there_is_nothing_to_take_back_from_the_living(as_, dev, at):
    answer = as_(dev).post(f"{at}take-back/", {"why": "A slip."})
    assert "No death is written down for this person." in text_of(answer)
    assert "Write how the mistake came about" in text_of(as_(dev).post(f"{at}take-back/", {"why": ""}))


def test_a_death_on_the_day_of_birth_can_be(as_, dev, amina, at):
    assert as_(dev).post(at, day("died_on", "14", "3", "1979")).status_code == 302
