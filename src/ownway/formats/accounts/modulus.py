"""Do a sort code and an account number fit together? The Vocalink modulus check, with its fourteen exceptions.

Source: Vocalink, Validating Account Numbers - UK Modulus Checking, v6.40 (22 September 2020), chapters 1 to 3.
"""

import re
from dataclasses import dataclass
from typing import Literal

from ownway.formats.accounts.weights import Method, WeightRow, WeightTable

Result = Literal["valid", "invalid", "cannot_be_checked"]

# The fourteen digits are called u v w x y z (the sort code) a b c d e f g h (the account).
_A, _B, _C, _G, _H = 6, 7, 8, 12, 13
_ONE_IS_ENOUGH = ({2, 9}, {10, 11}, {12, 13}, {14})
_FIRST_EIGHT = (0,) * 8
_EXCEPTION_2 = (0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1)
_EXCEPTION_2_G9 = (0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 10, 9, 3, 1)
_EXCEPTION_8_SORT_CODE = "090126"
_EXCEPTION_9_SORT_CODE = "309634"

_VALID = "This sort code and account number fit together."
_INVALID = (
    "This account number does not fit this sort code. Look at both again on a bank card or a statement: "
    "one digit may be wrong, or two may have changed places."
)
_NOT_IN_TABLE = (
    "We cannot check this account, because its sort code is not in the list of the banks' checks. "
    "It may well be right. Ask to see a bank card or a statement before the first payment."
)
_NO_TABLE = (
    "We cannot check this account, because the banks' list of checks has not been loaded here. "
    "It may well be right. Ask to see a bank card or a statement before the first payment."
)
_FOREIGN = (
    "We cannot check this account, because it looks like a foreign currency account. "
    "It may well be right. Ask to see a bank card or a statement before the first payment."
)


@dataclass(frozen=True, slots=True)
class CheckDone:
    """One modulus check: the fourteen digits and weights it took, their total, the remainder, and whether it passed.

    `digits` are those of the sort code and the account number after any exception changed them.
    """

    method: Method
    exception: int | None
    digits: str
    weights: tuple[int, ...]
    total: int
    remainder: int
    passed: bool


@dataclass(frozen=True, slots=True)
class AccountCheck:
    """What the check found: `result`, the checks done in order, the exceptions used, and a sentence for people."""

    result: Result
    checks: tuple[CheckDone, ...]
    exceptions: tuple[int, ...]
    sentence: str

    @property
    def may_be_paid(self) -> bool:
        """False only when the check failed: an account that cannot be checked is presumed right (chapter 2)."""
        return self.result != "invalid"


def check_account(*, sort_code: str, account_number: str, table: WeightTable) -> AccountCheck:
    """Check six and eight digits against the operator's table. ValueError when they are not six and eight digits."""
    if not re.fullmatch(r"[0-9]{6}", sort_code) or not re.fullmatch(r"[0-9]{8}", account_number):
        raise ValueError("check_account takes a sort code of 6 digits and an account number of 8 digits")
    rows = table.rows_for(sort_code)
    exceptions = tuple(dict.fromkeys(row.exception for row in rows if row.exception is not None))
    if not rows:
        return AccountCheck("cannot_be_checked", (), (), _NOT_IN_TABLE if table.rows else _NO_TABLE)
    if 6 in exceptions and "4" <= account_number[0] <= "8" and account_number[6] == account_number[7]:
        return AccountCheck("cannot_be_checked", (), exceptions, _FOREIGN)
    checks = _run(rows, sort_code, account_number, table)
    passes = any if set(exceptions) in _ONE_IS_ENOUGH else all
    if passes(check.passed for check in checks):
        return AccountCheck("valid", checks, exceptions, _VALID)
    return AccountCheck("invalid", checks, exceptions, _INVALID)


def _run(rows: tuple[WeightRow, ...], sort_code: str, account: str, table: WeightTable) -> tuple[CheckDone, ...]:
    """The checks that decide, one after the other: none after the first that settles it."""
    one_is_enough = {row.exception for row in rows} in _ONE_IS_ENOUGH
    tries = [(row, account) for row in rows]
    if rows[0].exception == 14 and account[7] in "019":
        tries.append((rows[0], "0" + account[:7]))
    done: list[CheckDone] = []
    for row, tried in tries:
        if done and (done[-1].passed == one_is_enough or (row.exception == 3 and account[2] in "69")):
            break
        done.append(_check(row, sort_code, tried, table))
    return tuple(done)


def _check(row: WeightRow, sort_code: str, account: str, table: WeightTable) -> CheckDone:
    written = _sort_code_used(row, sort_code, table) + account
    digits = tuple(int(digit) for digit in written)
    weights = _weights(row, digits)
    total = weighted_total(digits=digits, weights=weights, method=row.method)
    if row.exception == 1:
        total += 27
    remainder = total % (11 if row.method == "MOD11" else 10)
    passed = _passes(row, digits, remainder)
    return CheckDone(row.method, row.exception, written, weights, total, remainder, passed)


def weighted_total(*, digits: tuple[int, ...], weights: tuple[int, ...], method: Method) -> int:
    """The sum of each digit times its weight; for DBLAL the sum of the digits of those products."""
    products = (digit * weight for digit, weight in zip(digits, weights, strict=True))
    if method == "DBLAL":
        return sum(product // 10 + product % 10 for product in products)
    return sum(products)


def _sort_code_used(row: WeightRow, sort_code: str, table: WeightTable) -> str:
    if row.exception == 5:
        return table.substitutes.get(sort_code, sort_code)
    if row.exception == 8:
        return _EXCEPTION_8_SORT_CODE
    if row.exception == 9:
        return _EXCEPTION_9_SORT_CODE
    return sort_code


def _weights(row: WeightRow, digits: tuple[int, ...]) -> tuple[int, ...]:
    if row.exception == 2 and digits[_A] != 0:
        return _EXCEPTION_2_G9 if digits[_G] == 9 else _EXCEPTION_2
    if row.exception == 7 and digits[_G] == 9:
        return _FIRST_EIGHT + row.weights[8:]
    if row.exception == 10 and digits[_A] in (0, 9) and digits[_B] == 9 and digits[_G] == 9:
        return _FIRST_EIGHT + row.weights[8:]
    return row.weights


def _passes(row: WeightRow, digits: tuple[int, ...], remainder: int) -> bool:
    if row.exception == 4:
        return remainder == digits[_G] * 10 + digits[_H]
    if row.exception == 5 and row.method == "MOD11":
        # 1 over would ask for a check digit of 10, which no g is.
        return digits[_G] == (11 - remainder) % 11
    if row.exception == 5:
        return digits[_H] == (10 - remainder) % 10
    return remainder == 0
