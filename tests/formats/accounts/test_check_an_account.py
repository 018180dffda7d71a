"""Each way of checking and each exception, worked out by hand on a hand-made table."""

import pytest
from tests.formats.accounts.hand_made import SUBSTITUTIONS, WEIGHTS

from ownway.formats.accounts.modulus import check_account, weighted_total
from ownway.formats.accounts.weights import WeightTable, load_weights

TABLE = load_weights(WEIGHTS, SUBSTITUTIONS)


def checked(sort_code, account_number, table=TABLE):
    return check_account(sort_code=sort_code, account_number=account_number, table=table)


WORKED = [
    # modulus 10, every weight 1
    ("100000", "12345672", "valid", "1+2+3+4+5+6+7+2 = 30"),
    ("100000", "12345670", "invalid", "28, 8 over"),
    # modulus 11, weights 8 to 1
    ("100001", "10000003", "valid", "8+3 = 11"),
    ("100001", "10000004", "invalid", "12, 1 over"),
    # double alternate: the digits of each product are added
    ("100002", "60000007", "valid", "6×2 = 12 counts 1+2; 3+7 = 10"),
    ("100002", "60000008", "invalid", "11, 1 over"),
    # two checks: both must pass
    ("100003", "60000007", "valid", "48+7 = 55 and 3+7 = 10"),
    ("100003", "10000003", "invalid", "11 passes, 2+3 = 5 fails"),
    ("100003", "50000009", "invalid", "49 fails, 1+9 = 10 would pass"),
    # Exception 1 - 27 is added
    ("100004", "00000003", "valid", "3+27 = 30"),
    ("100004", "60000007", "invalid", "10+27 = 37"),
    # exceptions 2 and 9
    ("100005", "01000004", "valid", "a is 0: own weights, 7+4 = 11"),
    ("100005", "10000001", "valid", "a not 0, g not 9: z 5×3 + a 6 + h 1 = 22; own weights give 9"),
    ("100005", "10000096", "valid", "a not 0, g 9: 27+6 = 33; own weights give 32"),
    ("100005", "00000007", "valid", "7 fails; with sort code 309634, 4+7 = 11"),
    ("100005", "00000008", "invalid", "8 fails; 4+8 = 12 fails"),
    # Exception 3 - no second check when c is 6 or 9
    ("100006", "00600008", "valid", "36+8 = 44; 3+8 = 11 would fail"),
    ("100006", "01900005", "valid", "7+54+5 = 66; 1+9+5 = 15 would fail"),
    ("100006", "00500003", "invalid", "30+3 = 33 passes; 1+3 = 4 fails"),
    # Exception 4 - the remainder is gh
    ("100007", "10000008", "valid", "8 over, gh is 08"),
    ("100007", "01000110", "valid", "7+3 = 10 over, gh is 10"),
    ("100007", "10000080", "invalid", "8 over, gh is 80"),
    # Exception 5 - check digits g and h, and sort codes that stand in for others
    ("100008", "10000035", "valid", "as 100018: 1+7 = 8, g 11-8 = 3; 2+3 = 5, h 5"),
    ("100009", "10000035", "invalid", "not replaced: 7, so g should be 4"),
    ("100009", "10000044", "valid", "7, g 4; 2+4 = 6, h 4"),
    ("100009", "10010007", "valid", "7+4 = 11, 0 over, g 0; 2+1+0 = 3, h 7"),
    ("100009", "00001080", "valid", "3, g 8; 2+8 = 10, 0 over, h 0"),
    ("100009", "10000045", "invalid", "g right, h wrong"),
    ("100009", "10000053", "invalid", "g wrong, h right for it"),
    # Exception 6 - foreign currency
    ("100010", "40000011", "cannot_be_checked", "a is 4, g and h the same"),
    ("100010", "80000077", "cannot_be_checked", "a is 8, g and h the same"),
    ("100010", "40000012", "invalid", "g and h differ: 32+2+2 = 36"),
    ("100010", "30000011", "invalid", "a is 3: 24+2+1 = 27"),
    ("100010", "60000007", "valid", "g and h differ: 55 and 10"),
    # Exception 7 - nothing counts from u to b when g is 9
    ("100011", "11000094", "valid", "18+4 = 22; all of them give 38"),
    ("100011", "11000006", "valid", "g is 0: 1+8+7+6 = 22"),
    ("100011", "11000095", "invalid", "18+5 = 23"),
    # Exception 8 - the sort code is read as 090126
    ("100012", "00000005", "valid", "6+5 = 11; its own 2+5 = 7"),
    ("100012", "00000009", "invalid", "6+9 = 15; its own 2+9 = 11"),
    # Exceptions 10 and 11 - one is enough
    ("100013", "09000094", "valid", "ab 09, g 9: 18+4 = 22"),
    ("100013", "99000094", "valid", "ab 99, g 9: 18+4 = 22"),
    ("100013", "19000094", "invalid", "ab 19: 94 and 95"),
    ("100013", "00000009", "valid", "1+9 = 10 fails, 2+9 = 11 passes"),
    # Exceptions 12 and 13 - one is enough
    ("100014", "10000003", "valid", "8+3 = 11; 1+3 = 4 is not looked at"),
    ("100014", "10000009", "valid", "17 fails; 1+9 = 10 passes"),
    ("100014", "10000000", "invalid", "8 and 1"),
    # Exception 14 - once more with a 0 in front, when the last digit is 0, 1 or 9
    ("100015", "10000003", "valid", "8+3 = 11"),
    ("100015", "10000040", "valid", "16 fails; as 01000004, 7+4 = 11"),
    ("100015", "10000041", "valid", "17 fails; as 01000004"),
    ("100015", "10000049", "valid", "25 fails; as 01000004"),
    ("100015", "10000042", "invalid", "18 fails, and the last digit is 2"),
    ("100015", "10000050", "invalid", "18 fails; as 01000005, 12"),
]


@pytest.mark.parametrize(("sort_code", "account_number", "result", "working"), WORKED)
def test_it_gives_what_is_worked_out_by_hand(sort_code, account_number, result, working):
    assert checked(sort_code, account_number).result == result, working


def test_it_refuses_every_check_digit_when_exception_5_leaves_1_over():
    # 100009, b 2: 2×6 = 12, 1 over modulus 11: no digit g can be right.
    for last_two in range(100):
        assert checked("100009", f"020000{last_two:02d}").result == "invalid"


def test_a_sort_code_outside_the_table_cannot_be_checked_and_may_be_paid():
    check = checked("999999", "12345678")
    assert (check.result, check.checks, check.may_be_paid) == ("cannot_be_checked", (), True)
    assert "not in the list" in check.sentence


def test_an_operator_without_a_table_is_told_so():
    check = checked("100000", "12345672", WeightTable())
    assert check.result == "cannot_be_checked"
    assert "has not been loaded" in check.sentence


def test_a_foreign_currency_account_is_named_as_one():
    check = checked("100010", "40000011")
    assert check.may_be_paid
    assert check.exceptions == (6,)
    assert "foreign currency" in check.sentence


def test_a_wrong_number_is_told_kindly_and_may_not_be_paid():
    check = checked("100000", "12345670")
    assert not check.may_be_paid
    assert check.sentence.startswith("This account number does not fit this sort code.")


def test_it_shows_the_checks_it_did():
    both = checked("100003", "60000007").checks
    assert [(check.method, check.total, check.remainder, check.passed) for check in both] == [
        ("MOD11", 55, 0, True),
        ("DBLAL", 10, 0, True),
    ]
    assert [check.total for check in checked("100015", "10000040").checks] == [16, 11]
    assert [check.method for check in checked("100006", "00600008").checks] == ["MOD11"]


def test_the_total_of_the_published_example_is_176():
    # Vocalink, Validating Account Numbers, v6.40, figure 3: account 58177632.
    digits = (0,) * 6 + (5, 8, 1, 7, 7, 6, 3, 2)
    weights = (0,) * 6 + (7, 5, 8, 3, 4, 6, 2, 1)
    assert weighted_total(digits=digits, weights=weights, method="MOD11") == 176


@pytest.mark.parametrize(
    ("sort_code", "account_number"),
    [("12345", "12345678"), ("123456", "1234567"), ("12-34-56", "12345678"), ("١٢٣٤٥٦", "12345678")],
)
def test_it_takes_only_six_and_eight_plain_digits(sort_code, account_number):
    with pytest.raises(ValueError, match="6 digits"):
        checked(sort_code, account_number)
