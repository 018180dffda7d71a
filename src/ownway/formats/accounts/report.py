"""What an account check found, in words for a person and as plain data for a program."""

from datetime import date

from ownway.formats.accounts.details import BankDetails, show_sort_code
from ownway.formats.accounts.loaded import LoadedTable, is_old, loaded_in_words
from ownway.formats.accounts.modulus import AccountCheck, CheckDone

Plain = str | int | bool | None | list[int] | list[str] | dict[str, "Plain"] | list[dict[str, "Plain"]]
MODULI = {"MOD10": 10, "MOD11": 11, "DBLAL": 10}


def describe(
    check: AccountCheck, details: BankDetails, loaded: LoadedTable | None, *, missing: list[str], today: date
) -> dict[str, Plain]:
    """A check as plain data, fit for JSON; `missing` are the lists it had to do without, as sentences.

    `valid` is False only when a check failed: an account that cannot be checked is presumed right, as Vocalink asks
    (Validating Account Numbers, chapter 2). `checked` and `result` tell the two apart.
    """
    return {
        "valid": check.may_be_paid,
        "checked": check.result != "cannot_be_checked",
        "result": check.result,
        "sentence": check.sentence,
        "sort_code": details.sort_code,
        "account_number": details.account_number,
        "exceptions": list(check.exceptions),
        "checks": [_check_as_data(done) for done in check.checks],
        "table": _table_as_data(loaded, today=today) if loaded else None,
        "missing": missing,
    }


def describe_in_words(
    check: AccountCheck, details: BankDetails, loaded: LoadedTable | None, *, missing: list[str], today: date
) -> list[str]:
    """The same for a person, a sentence or a figure on each line."""
    lines = [
        check.sentence,
        f"Sort code: {show_sort_code(details.sort_code)}",
        f"Account number: {details.account_number}",
    ]
    lines += [_check_in_words(done) for done in check.checks]
    if check.exceptions:
        numbers = " and ".join(map(str, check.exceptions))
        lines.append(f"Exception{'s' if len(check.exceptions) > 1 else ''} of this bank: {numbers}")
    return lines + missing + (loaded_in_words(loaded, today=today) if loaded else [])


def _check_as_data(done: CheckDone) -> dict[str, Plain]:
    return {
        "method": done.method,
        "exception": done.exception,
        "digits": done.digits,
        "weights": list(done.weights),
        "total": done.total,
        "remainder": done.remainder,
        "passed": done.passed,
    }


def _check_in_words(done: CheckDone) -> str:
    verdict = "passed" if done.passed else "failed"
    weights = " ".join(map(str, done.weights))
    sum_of = f"digits {done.digits}, weights {weights}"
    remainder = f"total {done.total}, divided by {MODULI[done.method]} leaves {done.remainder}"
    return f"Check {done.method}: {verdict} ({sum_of}; {remainder})"


def _table_as_data(loaded: LoadedTable, *, today: date) -> dict[str, Plain]:
    return {
        "name": loaded.name,
        "version": loaded.version or None,
        "dated_on": loaded.dated_on.isoformat() if loaded.dated_on else None,
        "day_from_name": loaded.day_from_name,
        "rows": loaded.row_count,
        "substitutes": loaded.substitute_count,
        "old": is_old(loaded, today=today),
    }
