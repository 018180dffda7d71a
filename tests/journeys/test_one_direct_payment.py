"""One person's direct payment, from what matters to a checked account, as everybody lives it in a browser."""

import io
from datetime import UTC, date, datetime

import pytest
import time_machine
from PIL import Image
from tests.factories.bank_files import lloyds
from tests.factories.plans import confirm_pension
from tests.journeys.pages.payments import RunsPage
from tests.journeys.pages.record import Record

STARTS_ON = date(2026, 9, 14)
REPLY_BY_ON = date(2026, 9, 30)

# How Amina and Brian come to it: at a desk, on a phone, and on a phone without JavaScript.
WAYS = {
    "at a desk": {},
    "on a phone": {"on_phone": True},
    "on a phone without JavaScript": {"on_phone": True, "without_script": True},
}


@pytest.fixture(params=WAYS)
def way(request):
    """The way in which the person's side comes."""
    return WAYS[request.param]


@pytest.fixture
def staff(way):
    """Workers sit at a desk, or, like everybody else, have only a phone with them."""
    return {"on_phone": way.get("on_phone", False)}


@pytest.fixture
def council_ready(council, harriet, now):
    """The pension figures are confirmed; the disability premium for 2026/27 is not."""
    confirm_pension(council=council, by=harriet)


def test_one_direct_payment(walk, way, staff, council_ready, amina, brian, dev, harriet, farah, imran):
    at_dev = walk(dev, **staff)
    what_matters(Record(at_dev, amina).found())
    plan_and_cost(Record(at_dev, amina))
    money_and_a_missing_figure(Record(at_dev, amina), walk(harriet, **staff))
    at_brian = Record(walk(brian, **way), amina)
    offer_and_agreement(Record(at_dev, amina), at_brian, Record(walk(amina, **way), amina))
    bank_account_and_set_up(at_brian, Record(walk(harriet, **staff), amina))
    payment_run(walk(harriet, **staff), walk(farah, **staff))
    with time_machine.travel(datetime(2026, 9, 28, 9, 0, tzinfo=UTC)):
        account(Record(walk(brian, **way), amina))
    with time_machine.travel(datetime(2026, 12, 8, 9, 0, tzinfo=UTC)):
        check_up(Record(walk(harriet, **staff), amina), Record(walk(amina, **way), amina))
        insight(walk(imran, **staff))


def what_matters(record):
    needs = record.needs().write("I want to swim again, and to see my friends.")
    needs.add("I want to swim again", "Getting out and using local places")


def plan_and_cost(record):
    plan = record.plan().begin("Direct payment", "She wants to choose who helps.", STARTS_ON)
    plan.heading("Exercise, 3 hours a week", "I want to swim again").assistant("Carys Bevan", date(1990, 3, 27))
    plan.hours("Carys Bevan", "3", "13").amount("Employers’ liability insurance", "Insurance", "104", "Every year")
    # £39.00, holiday £4.71, insurance £2.00: £45.71 a week, £182.84 for four weeks
    plan.cost().reads("£45.71", "£182.84").opens("How we worked this out").looks()


def money_and_a_missing_figure(record, at_harriet):
    money = record.contribution().tell().household(disability_premium=True)
    money.income("Employment and Support Allowance", "ESA", "190.00").disability_cost("Laundry", "5.00")
    refused = money.work_out()
    refused.reads("finance officer", "Disability premium")
    at_harriet.goes_to("/start/").follows("Figures").follows("Disability premium, single")
    confirm_premium(at_harriet)
    # £190.00 less £5.00, £120.40 and £51.55: £13.05
    refused.presses("Work it out").reads("At most £13.05 a week")


def confirm_premium(at_harriet):
    field = at_harriet.page.locator("input[name=value]")
    field.fill("51.55")
    at_harriet.dates("From which day does this hold?", date(2026, 4, 6))
    at_harriet.types("Where did you read it?", "The council’s circular of 1 April 2026").presses("Confirm this figure")
    at_harriet.reads("You confirmed")


def offer_and_agreement(at_dev, at_brian, at_amina):
    preview = at_dev.offer().preview()
    # £45.71 a week, of which Amina pays £13.05 and the council £32.66; four weeks of it: £130.64
    preview.walker.reads("£45.71", "£13.05", "£32.66", "£130.64")
    preview.make(
        how="Net: they add their part to the account",
        every="Every 4 weeks",
        starts_on=STARTS_ON,
        reply_by_on=REPLY_BY_ON,
    )
    at_brian.offer().ask("May Carys come along to the café?").walker.reads("May Carys come along")
    at_dev.offer().answer("Yes, if it helps Amina to see her friends.")
    read = at_amina.offer()
    read.walker.reads("£130.64", "Exercise, 3 hours a week", "Yes, if it helps Amina")
    read.accept().name_somebody("Brian Okafor", "my brother")
    at_dev.offer().accept_for_council("It meets her outcome.").walker.reads("Both sides agreed offer 1")


def bank_account_and_set_up(at_brian, at_harriet):
    at_brian.payments().give_account("Amina Okafor", "20-00-00", "5577 9911").walker.reads("20-00-00", "55779911")
    at_harriet.payments().walker.reads("Amina Okafor")
    at_harriet.payments().start(STARTS_ON).walker.reads("£130.64")
    at_brian.set_up().reads("The council makes the first payment")


def payment_run(at_harriet, at_farah):
    RunsPage(at_harriet).propose(STARTS_ON).walker.reads("Payment run 1", "£130.64", "10 September 2026")
    at_harriet.does_not_read("Approve this run")
    RunsPage(at_farah).open(1).approve()
    files = RunsPage(at_harriet).open(1).write_files().files()
    pain001, bacs = (next(data for name, data in files.items() if name.endswith(end)) for end in (".xml", ".txt"))
    assert b"130.64" in pain001
    assert b"00000013064" in bacs


def account(at_brian):
    month = lloyds(
        (date(2026, 9, 14), "SHEAFDALE COUNCIL DP", 13_064, "BGC"),
        (date(2026, 9, 15), "A OKAFOR CONTRIBUTION", 5_220),
        (date(2026, 9, 18), "LEISURE CENTRE", -480),
        (date(2026, 9, 25), "C BEVAN WAGES", -15_600),
    )
    page = at_brian.account().bring("september.csv", month)
    # £130.64 and £52.20 in, £4.80 and £156.00 out: £22.04
    page.walker.reads("£22.04", "LEISURE CENTRE")
    page.put_right("£4.80", "Exercise, 3 hours a week").walker.reads("Brian Okafor said so")
    page.receipt("£4.80", photo()).walker.reads("Photo 1 of the receipt")
    again = at_brian.account().bring("the-same.csv", month)
    again.walker.reads("already")
    at_brian.account().bring("holiday.jpg", photo()).walker.reads("There is a problem")


def photo():
    """A picture, as a phone makes it."""
    made = io.BytesIO()
    Image.new("RGB", (40, 60), "white").save(made, "JPEG")
    return made.getvalue()


def check_up(at_harriet, at_amina):
    at_harriet.walker.goes_to("/start/").follows("Check-ups").reads("Amina Okafor", "12 weeks after the first payment")
    begun = at_harriet.check_ups().begin()
    begun.walker.reads("What we saw").presses("Write to Amina").reads("is ready")
    at_amina.check_ups().open().say("We are saving for a swimming course.", as_worker=False)
    at_harriet.check_ups().open().say("Good to hear. Enjoy it.", as_worker=True)
    at_harriet.check_ups().open().finish("All is well. The next one is in a year.").walker.reads("All is well.")
    letters = at_amina.letters().reads("What we found in your financial check-up")
    letters.follows("What we found in your financial check-up").reads("Amina")


def insight(at_imran):
    at_imran.goes_to("/start/").follows("Insight").reads("£45.71 a week", "Personal assistants")
    name, data = at_imran.downloads("Download these figures (CSV)")
    assert name == "ownway-insight-2026-12-08.csv"
    assert b"Uses,Personal assistants,2026-12-08,1," in data
