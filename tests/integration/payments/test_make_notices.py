"""The first payment and a changed one bring a letter, once; any other when somebody asks."""

from datetime import date

import pytest
from tests.factories.payments import HOLIDAYS
from tests.unit.letters import samples

from ownway.ground.letters.models import Letter
from ownway.journey.payments import operations
from ownway.journey.payments.jobs import finish_runs, make_notices
from ownway.journey.payments.models import RunLine

OCTOBER = {"pay_on": date(2026, 10, 5), "today": date(2026, 9, 28)}
pytestmark = pytest.mark.skipif(
    not (samples.FONTS / "NotoSans-Regular.ttf").exists(), reason="the typefaces of letters are not here yet"
)


def words(letter):
    return str(letter.facts["content"])


def test_the_first_payment_brings_one_letter(amina, paid, pay):
    paid(amina, one_off_pence=5_000)
    run = pay()
    make_notices(run.pk)
    make_notices(run.pk)
    letter = Letter.objects.get()
    assert "We will pay you £850.00 on 7 September 2026" in words(letter)  # 800 + 50
    assert "This is your first payment" in words(letter)
    assert set(RunLine.objects.values_list("notice", flat=True)) == {letter.pk}


def test_the_same_amount_again_brings_none_until_somebody_asks(as_, amina, paid, pay):
    paid(amina)
    pay()
    run = pay(**OCTOBER)
    make_notices(run.pk)
    assert not Letter.objects.exists()
    address = f"/people/{amina.pk}/payments/{run.lines.get().pk}/letter/"
    browser = as_(amina)
    assert browser.get(address).status_code == 200
    assert browser.post(address).status_code == 302
    assert browser.post(address).status_code == 302
    assert "It is the same amount as last time" in words(Letter.objects.get())


def test_a_changed_amount_brings_one_with_the_reason(amina, council, harriet, now, today, paid, pay):
    paid(amina)
    pay()
    operations.change_payments(
        council=council,
        person_id=amina.pk,
        every="4 weeks",
        amount_pence=88_000,
        from_on=date(2026, 10, 5),
        why="You have 2 more hours a week",
        by=harriet,
        today=today,
        at=now,
        bank_holidays=HOLIDAYS,
    )
    make_notices(pay(**OCTOBER).pk)
    told = words(Letter.objects.get())
    assert "£80.00 more" in told
    assert "You have 2 more hours a week" in told


def test_the_worker_writes_files_whose_job_was_lost(amina, paid, propose, approve):
    paid(amina)
    run = approve(propose())
    finish_runs(0)
    run.refresh_from_db()
    assert run.status == "files_written"


@pytest.mark.parametrize(("name", "status"), [("carys", 403), ("gwen", 403), ("dev", 403), ("esi", 404)])
def test_others_may_not_ask(as_, amina, paid, pay, request, name, status):
    paid(amina)
    line = pay().lines.get()
    assert (
        as_(request.getfixturevalue(name)).post(f"/people/{amina.pk}/payments/{line.pk}/letter/").status_code == status
    )
