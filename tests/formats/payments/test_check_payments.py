"""What is found in a payment file before any bank sees it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.payments.made_up import COUNCIL, brian, file_of, many, payment

from ownway.formats.payments.problems import about_a_payment, are_fine, check_payments
from ownway.formats.payments.values import errors_of


def found(file, **asked):
    return [(problem.where, problem.field, problem.level, problem.code) for problem in check_payments(file, **asked)]


def test_a_good_file_has_no_problem():
    assert check_payments(file_of(payment(), brian())) == []
    assert check_payments(many(10_000)) == []


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"amount_pence": 0}, "amount_pence", "AM01"),
        ({"amount_pence": -1}, "amount_pence", "AM12"),
        ({"amount_pence": 312.40}, "amount_pence", "AM12"),
        ({"amount_pence": True}, "amount_pence", "AM12"),
        ({"amount_pence": 100_000_000_000}, "amount_pence", "AM02"),
        ({"name": ""}, "name", "BE22"),
        ({"name": "   "}, "name", "BE22"),
        ({"name": "محمد"}, "name", "BE22"),
        ({"name": "🌻🌻"}, "name", "BE22"),
        ({"sort_code": "08-99-99"}, "sort_code", "RC01"),
        ({"sort_code": "08999"}, "sort_code", "RC01"),
        ({"account": "6637495"}, "account", "AC01"),
        ({"account": "٦٦٣٧٤٩٥٨"}, "account", "AC01"),
        ({"reference": ""}, "reference", None),
        ({"reference": "🌻"}, "reference", None),
        ({"reference": "DIRECT PAYMENT 2026"}, "reference", None),
        ({"end_to_end_id": ""}, "end_to_end_id", "FF01"),
        ({"end_to_end_id": "A" * 36}, "end_to_end_id", "FF01"),
        ({"end_to_end_id": "A&B"}, "end_to_end_id", "FF01"),
        ({"end_to_end_id": "<A>"}, "end_to_end_id", "FF01"),
        ({"end_to_end_id": "A//B"}, "end_to_end_id", "FF01"),
        ({"end_to_end_id": "/A"}, "end_to_end_id", "FF01"),
        ({"end_to_end_id": "A/"}, "end_to_end_id", "FF01"),
        ({"end_to_end_id": "A\n"}, "end_to_end_id", "FF01"),
    ],
)
def test_each_wrong_field_of_a_payment_is_named(changes, field, code):
    assert found(file_of(brian(), payment(**changes))) == [("payment 2", field, "error", code)]


@pytest.mark.parametrize(
    ("changes", "where", "field", "code"),
    [
        ({"payments": ()}, "the file", "payments", "AM18"),
        ({"message_id": "RUN 1 " * 9}, "the file", "message_id", "FF01"),
        ({"pay_on": date(2026, 11, 23)}, "the file", "pay_on", "DT01"),
        ({"debtor": replace(COUNCIL, name="🌻")}, "the council", "name", None),
        ({"debtor": replace(COUNCIL, sort_code="20-00-00")}, "the council", "sort_code", "RC01"),
        ({"debtor": replace(COUNCIL, account="5577991")}, "the council", "account", "AC01"),
        ({"debtor": replace(COUNCIL, service_user_number="65432")}, "the council", "service_user_number", None),
    ],
)
def test_each_wrong_field_of_the_file_is_named(changes, where, field, code):
    assert found(file_of(**changes)) == [(where, field, "error", code)]


def test_a_payment_on_the_day_the_file_is_made_is_in_time():
    assert found(file_of(pay_on=date(2026, 11, 24))) == []


def test_the_same_payment_number_twice_is_an_error():
    file = file_of(payment(), brian(end_to_end_id="DP-2026-0001"))
    assert found(file) == [("payment 2", "end_to_end_id", "error", "AM05")]
    assert "same payment number as payment 1" in check_payments(file)[0].message


def test_the_same_account_twice_asks_for_a_look_and_does_not_stop_the_file():
    file = file_of(payment(), payment(end_to_end_id="DP-2026-0003", name="A Hussain"))
    assert found(file) == [("payment 2", "account", "warning", None)]
    assert errors_of(check_payments(file)) == []


def test_a_name_that_loses_letters_asks_for_a_look():
    (problem,) = check_payments(file_of(payment(name="محمد Khan")))
    assert problem.level == "warning"
    assert problem.message == "A bank can read only “Khan” of the name “محمد Khan”. Check it against the bank account."


def test_the_council_s_own_limit_is_held():
    file = file_of(payment(amount_pence=500_000), brian(amount_pence=500_001))
    assert found(file, limit_pence=500_000) == [("payment 2", "amount_pence", "error", "AM02")]
    (problem,) = check_payments(file, limit_pence=500_000)
    assert problem.message == "£5,000.01 is more than £5,000.00, the most that one payment may be."
    assert str(problem).startswith("payment 2, amount_pence: £5,000.01")


def test_all_problems_are_told_at_once():
    worst = payment(amount_pence=0, name="", sort_code="", account="", reference="", end_to_end_id="")
    fields = [problem.field for problem in check_payments(file_of(worst))]
    assert fields == ["end_to_end_id", "sort_code", "account", "amount_pence", "name", "reference"]


@given(
    amount_pence=st.integers(-5, 200_000_000_000),
    name=st.text(max_size=20),
    reference=st.text(max_size=20),
    end_to_end_id=st.text(max_size=40),
    sort_code=st.from_regex(r"[0-9]{5,7}", fullmatch=True),
    account=st.from_regex(r"[0-9]{7,9}", fullmatch=True),
)
def test_the_quick_look_never_passes_what_the_slow_look_would_name(**fields):
    tried = payment(**fields)
    if are_fine([tried], 99_999_999_999):
        assert list(about_a_payment(tried, "payment 1", 99_999_999_999)) == []


LINES = st.lists(st.sampled_from(["123456", "12345678", "DP-1", "AMINA KHAN", "DP"]), min_size=1, max_size=3)


@given(st.lists(st.tuples(*[LINES.map("\n".join)] * 5), min_size=1, max_size=3))
def test_a_quick_look_at_many_passes_only_what_it_passes_one_by_one(told):
    fields = ("sort_code", "account", "end_to_end_id", "name", "reference")
    tried = [payment(**dict(zip(fields, one, strict=True))) for one in told]
    assert are_fine(tried, 500_000) == all(are_fine([one], 500_000) for one in tried)


def test_a_line_end_inside_a_name_is_no_border_between_payments():
    shifted = payment(name="AMINA KHAN\nDP\n123456\n12345678\nDP-2\nBRIAN KHAN")
    assert not are_fine([shifted], 500_000)
