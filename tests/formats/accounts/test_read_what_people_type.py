"""Sort codes and account numbers as people write them."""

import pytest

from ownway.formats.accounts.details import (
    BankDetails,
    DetailsRefused,
    TenDigitBank,
    parse_account_number,
    parse_bank_details,
    parse_sort_code,
    show_sort_code,
)


@pytest.mark.parametrize(
    "typed",
    [
        "123456",
        "12-34-56",
        "12 34 56",
        " 12–34–56 ",
        "12\u00a034\u00a056",
        "12.34.56",
        "12/34/56",
        "１２３４５６",
        "۱۲۳۴۵۶",
    ],
)
def test_a_sort_code_is_read_however_it_is_spaced(typed):
    assert parse_sort_code(typed) == "123456"


def test_a_sort_code_is_shown_as_people_write_it():
    assert show_sort_code("089999") == "08-99-99"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Enter a sort code. It has 6 digits, like 12-34-56."),
        ("  - ", "Enter a sort code. It has 6 digits, like 12-34-56."),
        ("12345", "A sort code has 6 digits, like 12-34-56. This one has 5."),
        ("1234567", "A sort code has 6 digits, like 12-34-56. This one has 7."),
        ("12-34-5O", "A sort code has only numbers, like 12-34-56."),
        ("=1+1", "A sort code has only numbers, like 12-34-56."),
        ("²²²²²²", "A sort code has only numbers, like 12-34-56."),
    ],
)
def test_a_sort_code_that_cannot_be_read_says_why(typed, message):
    with pytest.raises(DetailsRefused) as refusal:
        parse_sort_code(typed)
    assert [(problem.field, problem.message) for problem in refusal.value.problems] == [("sort_code", message)]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Enter an account number. It has 8 digits on most cards and statements."),
        ("12345", "An account number has 6 to 10 digits. This one has 5."),
        ("12345678901", "An account number has 6 to 10 digits. This one has 11."),
        ("GB12ABCD", "An account number has only numbers, like 12345678."),
    ],
)
def test_an_account_number_that_cannot_be_read_says_why(typed, message):
    with pytest.raises(DetailsRefused, match=message):
        parse_account_number(typed)


def test_both_fields_are_answered_at_once():
    with pytest.raises(DetailsRefused) as refusal:
        parse_bank_details(sort_code="12-34", account_number="one")
    assert [problem.field for problem in refusal.value.problems] == ["sort_code", "account_number"]


@pytest.mark.parametrize(
    ("account_number", "bank", "expected"),
    [
        ("12345678", None, BankDetails(sort_code="123456", account_number="12345678")),
        ("1234 567", None, BankDetails(sort_code="123456", account_number="01234567")),
        ("123456", None, BankDetails(sort_code="123456", account_number="00123456")),
        ("987654321", None, BankDetails(sort_code="123459", account_number="87654321")),
        ("01-23456789", TenDigitBank.NATWEST, BankDetails(sort_code="123456", account_number="23456789")),
        ("1234567890", TenDigitBank.COOPERATIVE, BankDetails(sort_code="123456", account_number="12345678")),
        ("1234567890", TenDigitBank.LEEDS, BankDetails(sort_code="123456", account_number="12345678")),
    ],
)
def test_six_to_ten_digits_become_eight(account_number, bank, expected):
    # Vocalink, Validating Account Numbers, v6.40, section 2.1.2.
    assert parse_bank_details(sort_code="12-34-56", account_number=account_number, bank=bank) == expected


def test_ten_digits_ask_which_bank():
    with pytest.raises(DetailsRefused) as refusal:
        parse_bank_details(sort_code="123456", account_number="1234567890")
    assert [problem.field for problem in refusal.value.problems] == ["bank"]
    assert "Tell us which bank" in str(refusal.value)
