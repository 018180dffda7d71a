"""Account checks asked in the names and shapes of Vocalink's worked examples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ownway.formats.accounts.details import BankDetails, DetailsRefused, TenDigitBank, parse_bank_details
from ownway.formats.accounts.modulus import AccountCheck, check_account, weighted_total
from ownway.formats.accounts.weights import POSITIONS, Method, WeightTable
from ownway.rules.published.told import Told
from ownway.rules.refusals import Refused

Found = dict[str, Any]
ANY_SORT_CODE = "000000"
MODULI: dict[int, Method] = {10: "MOD10", 11: "MOD11"}
METHODS_BY_NAME: dict[str, Method] = {"mod10": "MOD10", "mod11": "MOD11", "dblal": "DBLAL"}
BANKS = {
    "natwest": TenDigitBank.NATWEST,
    "co-operative": TenDigitBank.COOPERATIVE,
    "cooperative": TenDigitBank.COOPERATIVE,
    "leeds": TenDigitBank.LEEDS,
}


class NoWeightTable(Refused):
    """The operator has not loaded the banks' list of checks, so nothing can be checked with it."""


@dataclass(frozen=True, slots=True)
class AccountQuestion:
    """An account check by name: what it answers in a few words, and the work. Only some need the operator's table."""

    title: str
    work: Callable[[Told, WeightTable], Found]
    needs_table: bool = True


def _check(told: Told, table: WeightTable) -> Found:
    told.words("case", "")
    check = _checked(told, table)
    return {"valid": check.may_be_paid, "result": check.result, "why": check.sentence}


def _exception_14(told: Told, table: WeightTable) -> Found:
    check = _checked(told, table)
    if not check.checks:
        raise Refused(check.sentence)
    return {"first_total": check.checks[0].total, "valid": check.may_be_paid}


def _checked(told: Told, table: WeightTable) -> AccountCheck:
    details = _details(told)
    told.refuse_problems()
    if not table.rows:
        raise NoWeightTable(
            "The banks’ list of checks has not been loaded here. Download valacdos.txt from Vocalink, and say where it is"
            " in OWNWAY_MODULUS_WEIGHTS (and scsubtab.txt in OWNWAY_MODULUS_SUBSTITUTIONS)."
        )
    return check_account(sort_code=details.sort_code, account_number=details.account_number, table=table)


def _total(told: Told, _: WeightTable) -> Found:
    details, weights, method = _details(told), _weights(told), _method(told)
    told.refuse_problems()
    digits = tuple(int(digit) for digit in details.sort_code + details.account_number)
    total = weighted_total(digits=digits, weights=weights, method=method)
    remainder = total % (11 if method == "MOD11" else 10)
    return {"total": total, "remainder": remainder, "valid": remainder == 0}


def _weights(told: Told) -> tuple[int, ...]:
    weights = tuple(one for one in told.several("weights") if type(one) is int)
    if len(weights) != POSITIONS or len(told.several("weights")) != POSITIONS:
        told.problem("weights", f"Tell us {POSITIONS} whole numbers, one for each digit.")
        return (0,) * POSITIONS
    return weights


def _method(told: Told) -> Method:
    if told.has("method"):
        return told.choice("method", METHODS_BY_NAME)
    modulus = told.count("modulus")
    if modulus and modulus not in MODULI:
        told.problem("modulus", "The modulus is 10 or 11; for double alternate, tell us “method”: DBLAL.")
    return MODULI.get(modulus, "MOD10")


def _standardised(told: Told, _: WeightTable) -> Found:
    """The kind says which bank prints ten digits so; the number itself says how many digits it has."""
    kind = told.words("kind", "").lower()
    bank = next((bank for name, bank in BANKS.items() if name in kind), None)
    details = _details(told, bank=bank)
    told.refuse_problems()
    found = {"account_number": details.account_number}
    return found | ({"sort_code": details.sort_code} if told.has("sort_code") else {})


def _details(told: Told, *, bank: TenDigitBank | None = None) -> BankDetails:
    """The sort code may be left out where only the account number is looked at."""
    account = told.words("account_number")
    sort_code = told.words("sort_code", ANY_SORT_CODE if told.has("kind") and len(account) != 9 else None)
    blank = BankDetails(sort_code=ANY_SORT_CODE, account_number="0" * 8)
    if told.problems:
        return blank
    try:
        return parse_bank_details(sort_code=sort_code, account_number=account, bank=bank)
    except DetailsRefused as refusal:
        for problem in refusal.problems:
            told.problem(problem.field, problem.message)
    return blank


ACCOUNT_QUESTIONS = {
    "modulus.check": AccountQuestion("Whether a sort code and an account number fit together", _check),
    "modulus.exception_14": AccountQuestion(
        "The account check with its second try for some building societies", _exception_14
    ),
    "modulus.standard_total": AccountQuestion("The total of digits times weights", _total, needs_table=False),
    "modulus.standardise_account_number": AccountQuestion(
        "An account number made eight digits", _standardised, needs_table=False
    ),
}
