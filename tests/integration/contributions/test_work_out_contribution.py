"""A social worker and a person write down the person's money and see what they would pay."""

from datetime import date

import pytest

from ownway.ground.decisions.models import Decision
from ownway.ground.figures.models import ConfirmedFigure
from ownway.journey.contributions.models import Assessment, Draft

SINGLE = {
    "kind": "single",
    "children": "0",
    "pension_credit_age": "no",
    "disability_premium": "no",
    "enhanced_disability_premium": "no",
    "carer_premium": "no",
}


@pytest.fixture
def money(as_, dev, amina, today):
    """`money("household", …)` or `money("income", …)`: Dev writes an answer down."""

    def tell(section, **answers):
        place = "household/" if section == "household" else f"{section}/add/"
        return as_(dev).post(f"/people/{amina.pk}/contribution/money/{place}", answers)

    return tell


@pytest.fixture
def work_out(as_, dev, amina, today):
    """`work_out()`: Dev presses the button, from the day of the test unless another is given."""

    def press(who=dev, on=date(2026, 9, 1), **changes):
        asked = {"from_on_day": on.day, "from_on_month": on.month, "from_on_year": on.year, "basis": "full"}
        return as_(who).post(f"/people/{amina.pk}/contribution/work-out/", asked | changes)

    return press


def income(kind="esa", amount="200.00", **changes):
    return {"kind": kind, "label": kind.upper(), "amount_pence": amount, "every": "week"} | changes


def test_it_takes_what_is_above_the_guarantee(money, work_out, amina):
    # £200.00 of ESA, less the guarantee of £120.40 for a single adult of 25 or more in 2026/27: £79.60
    money("household", **SINGLE)
    money("income", **income())
    work_out()
    assert Assessment.objects.get(person=amina).most_weekly_pence == 7960


def test_it_leaves_out_mobility_money_and_pay(money, work_out, amina):
    money("household", **SINGLE)
    money("income", **income())
    money("income", **income(kind="pip_mobility", amount="80.00"))
    money("income", **income(kind="earnings", amount="150.00"))
    work_out()
    assert Assessment.objects.get(person=amina).most_weekly_pence == 7960


def test_it_takes_off_costs_of_disability_that_count(money, work_out, amina):
    # £79.60 less £20.00 every four weeks, which is £5.00 a week: £74.60
    money("household", **SINGLE)
    money("income", **income())
    money("disability_costs", label="Laundry", amount_pence="20", every="4 weeks", accepted="yes", reason="Bills seen")
    work_out()
    assert Assessment.objects.get(person=amina).most_weekly_pence == 7460


def test_a_cost_that_does_not_count_is_shown_with_its_reason(money, work_out, as_, amina):
    money("household", **SINGLE)
    money(
        "disability_costs",
        label="Cinema",
        amount_pence="10",
        every="week",
        accepted="no",
        reason="Not about disability.",
    )
    work_out()
    page = as_(amina).get(f"/people/{amina.pk}/contribution/").content.decode()
    assert "Cinema" in page
    assert "Not about disability." in page


def test_a_cost_is_not_refused_without_a_reason(money, amina):
    page = money("disability_costs", label="Cinema", amount_pence="10", every="week", accepted="no", reason="")
    assert "Say why this cost does not count" in page.content.decode()
    assert not Draft.objects.filter(person=amina).exists()


@pytest.mark.parametrize(
    ("savings", "pence"),
    [
        ("14250.00", 7960),  # at the lower limit: nothing is assumed
        ("14250.01", 8060),  # a penny over: £1
        ("23250.00", 11560),  # at the upper limit: £36
    ],
)
def test_savings_between_the_limits_count_as_income(money, work_out, amina, savings, pence):
    money("household", **SINGLE)
    money("income", **income())
    money("capital", kind="savings", label="Savings", amount_pence=savings, owners="1")
    work_out()
    assert Assessment.objects.get(person=amina).most_weekly_pence == pence


def test_savings_a_penny_over_the_upper_limit_mean_the_full_cost(money, work_out, as_, amina):
    money("household", **SINGLE)
    money("capital", kind="savings", label="Savings", amount_pence="23250.01", owners="1")
    work_out()
    assert Assessment.objects.get(person=amina).pays_full_cost
    assert "You pay the full cost" in as_(amina).get(f"/people/{amina.pk}/contribution/").content.decode()


def test_joint_savings_count_by_half(money, work_out, amina):
    # £30,000 shared by two is £15,000: £750 over the lower limit, three steps of £250, £3 more
    money("household", **SINGLE)
    money("income", **income())
    money("capital", kind="savings", label="Joint account", amount_pence="30000", owners="2")
    work_out()
    assert Assessment.objects.get(person=amina).most_weekly_pence == 8260


def test_a_figure_that_nobody_confirmed_refuses_and_loses_nothing(money, work_out, amina):
    money("household", **SINGLE | {"disability_premium": "yes"})
    money("income", **income())
    page = work_out().content.decode()
    assert "Disability premium" in page
    assert "finance officer" in page
    assert not Assessment.objects.exists()
    assert not Decision.objects.exists()
    assert Draft.objects.get(person=amina).answers["income"][0]["amount_pence"] == 20000


def test_a_finance_officer_confirms_the_figure_and_it_works_without_typing_again(money, work_out, as_, harriet, amina):
    money("household", **SINGLE | {"disability_premium": "yes"})
    money("income", **income(amount="250.00"))
    page = work_out(who=harriet).content.decode()
    assert "/figures/mig.disability_premium_single/" in page
    confirmed = {
        "value": "51.55",
        "from_on_day": "6",
        "from_on_month": "4",
        "from_on_year": "2026",
        "source": "The circular",
    }
    as_(harriet).post("/figures/mig.disability_premium_single/", confirmed)
    assert ConfirmedFigure.objects.get().value == 5155
    work_out()
    # £250.00 less £120.40 and £51.55: £78.05
    assert Assessment.objects.get(person=amina).most_weekly_pence == 7805


def test_somebody_who_does_not_want_to_say_pays_the_full_cost(work_out, amina):
    work_out(basis="not_said", basis_words="She would rather keep it to herself.")
    assert Assessment.objects.get(person=amina).pays_full_cost


def test_a_light_touch_needs_what_the_person_agreed_to(work_out):
    assert "Write what the person said and agreed to" in work_out(basis="light_touch").content.decode()
    assert not Assessment.objects.exists()


def test_without_a_household_it_asks_for_one(work_out):
    assert "who lives in the household" in work_out().content.decode()


def test_it_is_numbered_and_the_newest_counts(money, work_out, as_, amina):
    money("household", **SINGLE)
    work_out()
    money("income", **income())
    work_out()
    assert list(Assessment.objects.filter(person=amina).values_list("number", flat=True).order_by("number")) == [1, 2]
    assert "£79.60" in as_(amina).get(f"/people/{amina.pk}/contribution/").content.decode()


@pytest.mark.parametrize(
    ("section", "answers", "sentence"),
    [
        ("income", income(amount="-5"), "£0"),
        ("income", income(amount="12,50"), "full stop before the pence"),
        ("income", income(amount="lots"), "amount in pounds"),
        ("income", income(amount="1.999"), "no more than 2 numbers"),
        ("income", income(every="fortnight"), "How often"),
        ("income", income(disregard_pence="300"), "cannot be more than the whole"),
        ("income", income(disregard_pence="5"), "Say why this part does not count"),
        ("capital", {"kind": "savings", "label": "x", "amount_pence": "1", "owners": "0"}, "1 or more"),
        ("household", SINGLE | {"children": "-1"}, "0 or more"),
        ("household", SINGLE | {"kind": "castle"}, "live with"),
        ("income", income(label="L" * 121), "120"),
    ],
)
def test_a_wrong_answer_is_said_beside_its_field_and_keeps_what_was_typed(money, section, answers, sentence):
    page = money(section, **answers).content.decode()
    assert "There is a problem" in page
    assert sentence in page
    if "label" in answers:
        assert f'value="{answers["label"]}"' in page


def test_thirtieth_of_february_is_not_a_day(work_out):
    page = work_out(from_on_day="30", from_on_month="2", from_on_year="2026").content.decode()
    assert "not a real date" in page
    assert not Assessment.objects.exists()


def test_taking_out_what_another_has_changed_takes_nothing(money, as_, dev, amina):
    money("income", **income())
    as_(dev).post(f"/people/{amina.pk}/contribution/money/income/0/remove/", {"label": "Another"})
    assert len(Draft.objects.get(person=amina).answers["income"]) == 1


def test_an_item_is_taken_out(money, as_, dev, amina):
    money("income", **income())
    as_(dev).post(f"/people/{amina.pk}/contribution/money/income/0/remove/", {"label": "ESA"})
    assert Draft.objects.get(person=amina).answers["income"] == []


def test_the_person_and_their_brother_read_it_and_a_pa_does_not(as_, amina, brian, carys, gwen):
    address = f"/people/{amina.pk}/contribution/"
    seen = {who: as_(who).get(address).status_code for who in (amina, brian, gwen, carys)}
    assert list(seen.values()) == [200, 200, 200, 403]


def test_only_workers_write_it_down(as_, amina, brian, esi):
    address = f"/people/{amina.pk}/contribution/money/"
    assert [as_(who).get(address).status_code for who in (amina, brian, esi)] == [403, 403, 404]


def test_it_can_be_worked_out_again_from_what_is_kept(money, work_out, amina):
    from ownway.ground.decisions.queries import replay_decisions

    money("household", **SINGLE)
    money("income", **income())
    work_out()
    assert list(replay_decisions()) == [None]


def test_the_page_shows_all_that_was_told(money, as_, dev, amina):
    money("household", **SINGLE)
    money("income", **income())
    money("capital", kind="savings", label="Joint account", amount_pence="30000", owners="2")
    money("housing", label="Rent", amount_pence="60", every="week")
    money("disability_costs", label="Cinema", amount_pence="9", every="week", accepted="no", reason="Not needed.")
    page = as_(dev).get(f"/people/{amina.pk}/contribution/money/").content.decode()
    for words in ("live without a partner", "ESA: £200.00, every week", "shared by 2", "Rent: £60.00", "Not needed."):
        assert words in page
