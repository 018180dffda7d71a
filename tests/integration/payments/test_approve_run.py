"""A second person approves a run, when every finding is explained and nothing has changed meanwhile."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from tests.factories.councils import give_role
from tests.factories.payments import HOLIDAYS
from tests.factories.persons import make_person

from ownway.ground.access.models import Role
from ownway.journey.payments import operations
from ownway.journey.payments.models import Run, RunChange, RunLine
from ownway.journey.payments.operations import refusals
from ownway.rules.lifecycles import MoveRefused


def test_who_proposed_cannot_approve(amina, harriet, paid, propose, approve):
    paid(amina)
    run = propose()
    with pytest.raises(refusals.SamePerson):
        approve(run, by=harriet)


def test_the_database_itself_refuses_one_person_for_both(amina, harriet, now, paid, propose):
    paid(amina)
    run = propose()
    with pytest.raises(IntegrityError, match="second_person_approves"), transaction.atomic():
        Run.objects.filter(pk=run.pk).update(status="approved", approved_by=harriet, approved_at=now)


def test_with_both_roles_one_person_still_finds_no_button(as_, amina, harriet, paid, propose):
    paid(amina)
    run = propose()
    give_role(user=harriet, role=Role.FINANCE_APPROVER)
    browser = as_(harriet)
    assert "Approve this run" not in browser.get(f"/payments/{run.pk}/").content.decode()
    page = browser.post(f"/payments/{run.pk}/approve/").content.decode()
    assert "somebody else must approve it" in page
    run.refresh_from_db()
    assert run.status == "proposed"


def test_findings_must_be_explained_first(as_, amina, farah, paid, propose, approve):
    paid(amina)
    run = propose(limit_pence=1)
    with pytest.raises(refusals.StillToExplain, match="1 finding must be explained"):
        approve(run)
    change = RunChange.objects.get(run=run, kind="over the limit")
    browser = as_(farah)
    address = f"/payments/{run.pk}/people/{change.pk}/"
    assert "Write why" in browser.post(address, {"why": " "}).content.decode()
    assert browser.post(address, {"why": "Agreed by panel on 3 August"}).status_code == 302
    assert approve(run).status == "approved"
    change.refresh_from_db()
    assert (change.explained, change.explained_by) == ("Agreed by panel on 3 August", farah)


def test_or_the_payment_taken_out_which_then_falls_due_again(as_, amina, council, farah, paid, propose, approve, write):
    paid(amina)
    paid(make_person(council=council, name="Noor Ali"), budget_weekly_pence=100)
    run = propose(limit_pence=1_000)
    change = RunChange.objects.get(run=run, kind="over the limit")
    assert (
        as_(farah).post(f"/payments/{run.pk}/people/{change.pk}/take-out/", {"why": "To be looked at"}).status_code
        == 302
    )
    write(approve(run))
    again = propose(date(2026, 9, 8))
    assert list(again.lines.values_list("person__name", "amount_pence")) == [("Amina Okafor", 80_000)]


def test_an_empty_run_cannot_be_approved(amina, council, farah, now, paid, propose, approve):
    paid(amina)
    run = propose()
    operations.take_out(council=council, run_id=run.pk, person_id=amina.pk, why="Wait", by=farah, at=now)
    with pytest.raises(refusals.NobodyToPay):
        approve(run)


def test_a_pause_since_the_proposal_makes_it_out_of_date(amina, council, harriet, now, today, paid, propose, approve):
    paid(amina)
    run = propose()
    operations.pause_payments(
        council=council, person_id=amina.pk, from_on=date(2026, 9, 21), why="Away", by=harriet, today=today, at=now
    )
    with pytest.raises(refusals.OutOfDate, match="payments of 1 person"):
        approve(run)


def test_a_day_too_late_says_to_withdraw(amina, paid, propose, approve):
    paid(amina)
    run = propose()
    with pytest.raises(refusals.TooLate, match="Withdraw this run"):
        approve(run, today=date(2026, 9, 4))


def test_a_second_click_is_refused_and_queues_nothing(amina, paid, propose, approve):
    paid(amina)
    run = propose()
    approve(run)
    with pytest.raises(MoveRefused):
        approve(run)
    with connection.cursor() as cursor:
        about_it = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s AND args = %s"
        cursor.execute(about_it, ["payments.write_files", json.dumps({"run_id": run.pk})])
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_approve_once(amina, council, farah, now, today, paid, propose):
    paid(amina)
    run = propose()

    def click(_):
        try:
            operations.approve_run(
                council=council, run_id=run.pk, by=farah, at=now, today=today, bank_holidays=HOLIDAYS
            )
        except MoveRefused:
            return "refused"
        finally:
            connection.close()
        return "approved"

    with ThreadPoolExecutor(4) as people:
        assert sorted(people.map(click, range(4))) == ["approved", "refused", "refused", "refused"]


def test_an_approved_run_s_payments_stay(amina, council, farah, now, paid, propose, approve):
    paid(amina)
    run = propose()
    approve(run)
    with pytest.raises(refusals.RunMoved):
        operations.take_out(council=council, run_id=run.pk, person_id=amina.pk, why="Wait", by=farah, at=now)
    assert RunLine.objects.get().live


@pytest.mark.parametrize(("name", "status"), [("dev", 403), ("harriet", 403), ("amina", 403), ("esi", 403)])
def test_only_an_approver_approves(as_, amina, request, paid, propose, name, status):
    paid(amina)
    run = propose()
    who = request.getfixturevalue(name)
    assert as_(who).post(f"/payments/{run.pk}/approve/").status_code == status
    run.refresh_from_db()
    assert run.status == "proposed"
