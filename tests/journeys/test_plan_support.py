"""Dev plans Amina's support with her, from the route to what it costs; Amina reads it on her phone."""

from datetime import date

import pytest
from tests.factories.plans import confirm_pension, make_outcome


@pytest.fixture
def ready(amina, dev, harriet, council, now):
    """Amina has said what she wants, and Harriet has confirmed the pension figures."""
    make_outcome(amina, dev)
    confirm_pension(council=council, by=harriet)


def plan_support(walker, amina):
    """A direct payment with 3 hours a week of Carys at £13.00, and insurance at £104.00 a year."""
    walker.goes_to(f"/people/{amina.pk}/plan/").presses("Begin a plan")
    walker.chooses("Direct payment").types("Why is this right for them?", "She wants to choose who helps.")
    walker.presses("Save and continue")
    walker.dates("When does this plan start?", date(2026, 9, 7)).presses("Save")
    walker.presses("Add what money is for").types("What is this part for?", "Exercise, 3 hours a week")
    walker.chooses("I want to swim again").presses("Save")
    walker.presses("Add a personal assistant").types("Name", "Carys Bevan")
    walker.dates("Date of birth (optional)", date(1990, 3, 27)).chooses("The same hours").chooses("Every 4 weeks")
    walker.presses("Save")
    add(walker, "Personal assistant hours")
    walker.chooses("Carys Bevan").chooses("Weekday").types("Hours a week", "400").types("Pay for an hour", "13")
    walker.presses("Save").reads("A week has 168 hours")
    walker.types("Hours a week", "3").presses("Save").reads("3 hours a week at £13.00 an hour")
    add(walker, "Employers’ liability insurance")
    walker.types("What is it?", "Insurance").types("How much?", "104").chooses("Every year").presses("Save")
    walker.presses("See what it costs").presses("Work out what it costs")


def add(walker, kind):
    walker.follows("Add something that is paid for").chooses(kind).presses("Continue")


def test_dev_plans_and_costs_it(walk, dev, amina, ready):
    walker = walk(dev)
    plan_support(walker, amina)
    # £39.00 + holiday 39 × 5.6 ÷ 46.4 = £4.7069 = £4.71 + insurance £2.00 = £45.71; × 4 = £182.84
    walker.reads("£45.71", "£182.84", "yes, it reaches the minimum wage")
    walker.opens("How we worked this out").looks()


def test_it_works_without_javascript(walk, dev, amina, ready):
    walker = walk(dev, without_script=True)
    plan_support(walker, amina)
    walker.reads("£45.71")


def test_amina_reads_it_on_her_phone(walk, dev, amina, ready):
    plan_support(walk(dev, without_script=True), amina)
    phone = walk(amina, on_phone=True).goes_to(f"/people/{amina.pk}/plan/")
    phone.reads("Exercise, 3 hours a week", "£45.71 a week").does_not_read("Take out")
    phone.presses("See what it costs").reads("£182.84").does_not_read("Work it out again")
    phone.opens("How we worked this out").looks()
