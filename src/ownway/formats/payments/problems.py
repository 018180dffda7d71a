"""What to put right in a payment file before any bank sees it."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from ownway.formats.payments.findings import Findings
from ownway.formats.payments.repeats import Repeats
from ownway.formats.payments.text import BACS_LIMIT, for_bacs, for_bank, letters_lost
from ownway.formats.payments.values import Debtor, Payment, PaymentFile, PaymentFileRefused, Problem, errors_of

_SORT_CODE = re.compile(r"[0-9]{6}")
_ACCOUNT = re.compile(r"[0-9]{8}")
# ISO 20022 identifiers as banks take them: 1 to 35 letters of the payment alphabet, no / at an end and no //.
_IDENTIFIER = re.compile(r"(?!/)(?!.*//)(?!.*/\Z)[A-Za-z0-9/\-?:().,'+ ]{1,35}")
# Sort code, account, number, name and reference with nothing to say about them: most payments stop here, for speed.
_FINE = re.compile(
    r"(?:[0-9]{6}\n[0-9]{8}\n[A-Za-z0-9][A-Za-z0-9\-?:().,'+ ]{0,34}\n"
    r"[A-Za-z][A-Za-z0-9 .,'&\-]*+\n[A-Z0-9][A-Z0-9 .&/\-]{0,17}\n)*+"
)
_LOOKED_AT = 5  # of a payment there
_AT_ONCE = 500
# The amount field of a Bacs record has 11 digits.
_MOST_PENCE = 99_999_999_999


class Tally(NamedTuple):
    """How many payments a file holds, and what they come to."""

    payments: int
    total_pence: int


def look_over(file: PaymentFile) -> Tally:
    """Count a file that is fit to be written. PaymentFileRefused has its errors; warnings are not looked for.

    The memory it takes does not grow with the file: of very many errors the first are kept and the rest counted.
    """
    found = Findings()
    found.extend(errors_of([*_about_the_file(file), *_about_the_debtor(file.debtor)]))
    repeats = Repeats()
    number = total = 0
    payments = iter(file.payments)
    while some := list(islice(payments, _AT_ONCE)):
        if not are_fine(some, _MOST_PENCE):
            for place, payment in enumerate(some, start=number + 1):
                if not are_fine([payment], _MOST_PENCE):
                    found.extend(errors_of(list(about_a_payment(payment, f"payment {place}", _MOST_PENCE))))
        number += len(some)
        total += sum(payment.amount_pence for payment in some if type(payment.amount_pence) is int)
        repeats.note_all([payment.end_to_end_id for payment in some])
    if not number:
        found.add(_NOBODY)
    if repeats.may_be:
        again = repeats.see_again()
        firsts = (again.first_of(payment.end_to_end_id) for payment in file.payments)
        found.extend(_same_number(place, first) for place, first in enumerate(firsts, start=1) if first)
    if found.errors:
        raise PaymentFileRefused(found.all())
    return Tally(number, total)


def check_payments(file: PaymentFile, *, limit_pence: int | None = None) -> list[Problem]:
    """Everything wrong with `file`, in the order it is written; errors stop a file, warnings ask for a look.

    `limit_pence` is the most that this council pays in one payment. Codes are ISO 20022 status reasons.
    """
    problems = [*_about_the_file(file), *_about_the_debtor(file.debtor)]
    most_pence = _MOST_PENCE if limit_pence is None else min(limit_pence, _MOST_PENCE)
    ids_seen: dict[str, int] = {}
    payees_seen: dict[tuple[str, str], int] = {}
    number = 0
    for number, payment in enumerate(file.payments, start=1):
        if not are_fine([payment], most_pence):
            problems.extend(about_a_payment(payment, f"payment {number}", most_pence))
        first = ids_seen.setdefault(payment.end_to_end_id, number)
        if first != number:
            problems.append(_same_number(number, first))
        first = payees_seen.setdefault((payment.sort_code, payment.account), number)
        if first != number:
            said = f"It goes to the same account as payment {first}. Check that both are meant."
            problems.append(Problem(where=f"payment {number}", field="account", message=said, level="warning"))
    return problems if number else [_NOBODY, *problems]


def _same_number(number: int, first: int) -> Problem:
    said = f"It has the same payment number as payment {first}. Each payment needs its own."
    return Problem(where=f"payment {number}", field="end_to_end_id", message=said, code="AM05")


def _about_the_file(file: PaymentFile) -> Iterator[Problem]:
    where = "the file"
    if not _IDENTIFIER.fullmatch(file.message_id):
        yield Problem(where=where, field="message_id", message=_BAD_IDENTIFIER, code="FF01")
    if file.pay_on < file.created_at.date():
        said = f"The day to pay, {file.pay_on.day} {file.pay_on:%B %Y}, has already passed. Choose a later day."
        yield Problem(where=where, field="pay_on", message=said, code="DT01")


def _about_the_debtor(debtor: Debtor) -> Iterator[Problem]:
    where = "the council"
    if not for_bacs(debtor.name):
        yield Problem(where=where, field="name", message="Enter the council's name as its bank knows it.")
    yield from _about_an_account(where, debtor.sort_code, debtor.account)
    number = debtor.service_user_number
    if number is not None and not _SORT_CODE.fullmatch(number):
        said = "A Bacs service user number has 6 digits. It is on the letter from the council's bank."
        yield Problem(where=where, field="service_user_number", message=said)


def are_fine(payments: Sequence[Payment], most_pence: int) -> bool:
    """Whether a quick look finds nothing to say about payments, at least one; else `about_a_payment` may say it."""
    numbers, names, sort_codes, accounts, amounts, references = zip(*payments, strict=True)
    if set(map(type, amounts)) != {int} or not 0 < min(amounts) <= max(amounts) <= most_pence:
        return False
    told = "\n".join(chain.from_iterable(zip(sort_codes, accounts, numbers, names, references, strict=True))) + "\n"
    return told.count("\n") == _LOOKED_AT * len(payments) and _FINE.fullmatch(told) is not None


def about_a_payment(payment: Payment, where: str, most_pence: int) -> Iterator[Problem]:
    """What is wrong with one payment, field by field."""
    if not _IDENTIFIER.fullmatch(payment.end_to_end_id):
        yield Problem(where=where, field="end_to_end_id", message=_BAD_IDENTIFIER, code="FF01")
    yield from _about_an_account(where, payment.sort_code, payment.account)
    yield from _about_an_amount(payment.amount_pence, where, most_pence)
    yield from _about_a_name(payment.name, where)
    yield from _about_a_reference(payment.reference, where)


def _about_an_account(where: str, sort_code: str, account: str) -> Iterator[Problem]:
    if not _SORT_CODE.fullmatch(sort_code):
        yield Problem(where=where, field="sort_code", message="A sort code has 6 digits.", code="RC01")
    if not _ACCOUNT.fullmatch(account):
        yield Problem(where=where, field="account", message="An account number has 8 digits.", code="AC01")


def _about_an_amount(amount: int, where: str, most_pence: int) -> Iterator[Problem]:
    field = "amount_pence"
    if type(amount) is not int:
        yield Problem(where=where, field=field, message="The amount is not in whole pence.", code="AM12")
    elif amount == 0:
        yield Problem(where=where, field=field, message="The amount is nothing.", code="AM01")
    elif amount < 0:
        yield Problem(where=where, field=field, message="The amount is less than nothing.", code="AM12")
    elif amount > most_pence:
        said = f"£{_pounds(amount)} is more than £{_pounds(most_pence)}, the most that one payment may be."
        yield Problem(where=where, field=field, message=said, code="AM02")


def _about_a_name(name: str, where: str) -> Iterator[Problem]:
    if not name.strip():
        yield Problem(where=where, field="name", message="Enter the name on the bank account.", code="BE22")
    elif not for_bacs(name):
        said = f"A bank cannot read the name “{name}”. Enter it in English letters, as the bank account shows it."
        yield Problem(where=where, field="name", message=said, code="BE22")
    elif letters_lost(name):
        said = f"A bank can read only “{for_bank(name)}” of the name “{name}”. Check it against the bank account."
        yield Problem(where=where, field="name", message=said, level="warning")


def _about_a_reference(reference: str, where: str) -> Iterator[Problem]:
    written = for_bacs(reference, limit=len(reference) * 3)
    if not written:
        said = "Enter a reference, so that the person knows what the payment is for."
        yield Problem(where=where, field="reference", message=said)
    elif len(written) > BACS_LIMIT:
        said = f"The reference “{written}” has {len(written)} letters. A statement shows {BACS_LIMIT} at most."
        yield Problem(where=where, field="reference", message=said)


def _pounds(pence: int) -> str:
    return f"{pence // 100:,}.{pence % 100:02d}"


_BAD_IDENTIFIER = "A payment or file number has 1 to 35 letters, digits and signs such as - and ., with no // in it."
_NOBODY = Problem(where="the file", field="payments", message="There is nobody to pay in this file.", code="AM18")
