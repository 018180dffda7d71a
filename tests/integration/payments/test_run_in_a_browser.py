"""The pages of payments in a real browser: each is valid HTML, axe finds nothing, and nothing is cut off on a phone."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from tests.browsers import CHROMIUM
from tests.factories.agreements import make_agreement
from tests.factories.payments import HOLIDAYS
from tests.journeys.pages.walker import Walker

from ownway.journey.payments import operations
from ownway.journey.payments.models import BankAccount, Run, RunChange

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
SLIP = "it looks like a monthly sum paid every week"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: ./run test finds or installs one"),
    pytest.mark.skipif(not (Path(settings.STATICFILES_DIRS[0]) / "govuk").is_dir(), reason="./run fetches the styles"),
]


@pytest.fixture(params=[PHONE, DESK], ids=["on a phone", "at a desk"])
def walk(request, chromium, transactional_db, live_server, as_):
    """`walk(farah)`: a Walker in whose browser they are signed in; it looks each page over as it comes to it."""

    def begin(who):
        context = chromium.new_context(viewport=request.param, base_url=live_server.url)
        cookie = as_(who).cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        return Walker(context.new_page(), looks_with_axe=True)

    return begin


@pytest.fixture
def monthly_sum_paid_weekly(council, amina, dev, now, today, paid, pay):
    """Amina was paid £150.00 a week; then somebody typed the month's £650.00 (150 × 52 ÷ 12) and left it weekly."""
    paid(amina, every="week", budget_weekly_pence=15_000)
    first = pay()
    operations.change_payments(
        council=council,
        person_id=amina.pk,
        every="week",
        amount_pence=65_000,
        from_on=date(2026, 9, 14),
        why="Agreed more hours",
        by=dev,
        today=today,
        at=now,
        bank_holidays=HOLIDAYS,
    )
    return first


def test_a_run_is_proposed_explained_approved_written_and_withdrawn(walk, monthly_sum_paid_weekly, harriet, farah):
    at_harriet, at_farah = walk(harriet), walk(farah)
    propose(at_harriet)
    explain(at_harriet)
    run = Run.objects.get(number=2)
    approve_and_write(at_farah.goes_to(f"/payments/{run.pk}/"))
    withdraw(at_harriet.goes_to(f"/payments/{run.pk}/"))
    run.refresh_from_db()
    assert (run.status, run.proposed_by, run.approved_by) == ("withdrawn", harriet, farah)


def is_all_in_sight(walker):
    """Whether no table has a column that is seen only when it is moved sideways."""
    hidden = "regions => regions.some(region => region.scrollWidth > region.clientWidth)"
    return not walker.page.locator(".own-scroll").evaluate_all(hidden)


def propose(walker):
    walker.goes_to("/payments/").reads("Run 1", "Ready for the bank", "£150.00")
    assert is_all_in_sight(walker)
    walker.presses("Propose a payment run").presses("Propose").reads("There is a problem")
    walker.dates("When does the money arrive?", date(2026, 9, 13)).presses("Propose").reads(
        "14 September 2026"
    )  # Sunday
    walker.dates("When does the money arrive?", date(2026, 9, 14)).presses("Propose")
    walker.reads("To explain first", SLIP, "£650.00").does_not_read("Approve this run")
    assert is_all_in_sight(walker)


def explain(walker):
    change = RunChange.objects.get(run__number=2, stops_the_run=True)
    walker.goes_to(f"/payments/{change.run_id}/people/{change.pk}/take-out/").presses("Take it out").reads("Write why")
    walker.follows("Back").follows("Write why this is right").reads(SLIP)
    walker.presses("Save").reads("There is a problem", "Write why")
    walker.types("Why is this right?", "Panel agreed £650.00 a week on 28 August").presses("Save")
    walker.reads("This run waits for a second person").does_not_read("To explain first")
    walker.follows("Looks like a slip").reads("Panel agreed £650.00 a week on 28 August", "Change what is written")


def approve_and_write(walker):
    walker.presses("Approve this run").reads("1 payment, £650.00 in all").presses("Approve")
    walker.reads("The bank files are being written").follows("Write them now").presses("Write the files")
    walker.reads("Ready for the bank", "Send only one of these files")
    name, content = walker.downloads(".xml")
    assert name == "payment-run-2-pay-2026-09-14.xml"
    assert b">650.00</InstdAmt>" in content


def withdraw(walker):
    walker.presses("Withdraw this run").presses("Withdraw it").reads("people are paid twice")
    walker.types("Why?", "It was £650.00 a month after all")
    walker.chooses("The bank has not paid from these files, and will not").presses("Withdraw it")
    walker.reads("Withdrawn because", "It was £650.00 a month after all")


def test_the_bank_has_paid(walk, amina, harriet, paid, pay):
    paid(amina)
    run = pay()
    walker = walk(harriet).goes_to(f"/payments/{run.pk}/").presses("The bank has paid")
    walker.reads("1 payment, £800.00 in all").presses("Yes, the bank has paid").reads("Confirmed by the bank")
    walker.does_not_read("Withdraw this run")


def test_amina_gives_her_account_and_sees_what_is_still_to_do(walk, amina, harriet):
    make_agreement(person=amina, by=harriet)
    walker = walk(amina).goes_to(f"/people/{amina.pk}/set-up/").reads("Tell us the bank account")
    walker.goes_to(f"/people/{amina.pk}/payments/").reads("We do not know yet where to pay the money")
    walker.presses("Tell us the bank account").types("Name on the account", "Amina Okafor")
    walker.types("Sort code", "08-99").types("Account number", "6637495X").presses("Save")
    walker.reads("There is a problem", "6 digits")
    assert walker.page.get_by_label("Account number").input_value() == "6637495X"  # what was typed is still there
    walker.types("Sort code", "08-99-99").types("Account number", "66374958").presses("Save")
    walker.reads("We have your bank account", "08-99-99", "66374958")
    assert BankAccount.objects.get().person == amina


def test_amina_sees_what_was_paid_and_what_comes(walk, amina, paid, pay):
    paid(amina, one_off_pence=5_000)
    pay()
    walker = (
        walk(amina).goes_to(f"/people/{amina.pk}/payments/").reads("£800.00 every 4 weeks", "£50.00", "5 October 2026")
    )
    walker.reads("£50.00 on 7 September 2026, for 7 September 2026.")
    walker.opens("How we worked this out").looks()
    walker.follows("Get a letter").presses("Get the letter").reads("£850.00")


@pytest.mark.parametrize(
    ("page", "button", "said"),
    [
        ("change", "Change payments", "Write why"),
        ("pause", "Pause payments", "Write why"),
        ("end", "End payments", "Write why"),
    ],
)
def test_a_worker_forgets_to_say_why(walk, amina, harriet, paid, page, button, said):
    paid(amina)
    walker = walk(harriet).goes_to(f"/people/{amina.pk}/payments/").presses(button)
    walker.reads("Now: £800.00 every 4 weeks").presses("Save").reads("There is a problem", said)
    assert walker.page.url.endswith(f"/payments/{page}/")


def test_payments_are_started_paused_and_started_again(walk, amina, harriet):
    make_agreement(person=amina, by=harriet)
    walker = walk(harriet).goes_to(f"/people/{amina.pk}/payments/").presses("Set up payments")
    walker.dates("When is the first payment?", date(2026, 9, 5)).presses("Save").reads("7 September 2026")  # a Saturday
    walker.dates("When is the first payment?", date(2026, 9, 7)).presses("Save").reads("£800.00 every 4 weeks")
    walker.presses("Pause payments").dates("From which day?", date(2026, 9, 14)).types("Why?", "In hospital")
    walker.presses("Save").reads("Payments are paused from 14 September 2026")
    walker.presses("Start payments again").dates("From which day do we pay again?", date(2026, 9, 21))
    walker.types("Why?", "Home again").presses("Save").reads("to 20 September 2026")
