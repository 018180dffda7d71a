"""Say where a person's direct payment goes."""

from datetime import date, datetime

from django.db import transaction

from ownway.formats.accounts.details import DetailsRefused, TenDigitBank, parse_bank_details
from ownway.formats.accounts.modulus import check_account
from ownway.formats.accounts.weights import WeightTable
from ownway.formats.payments.text import for_bacs
from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.people.models import Person
from ownway.journey.payments.models import AccountCheck, BankAccount
from ownway.journey.payments.operations.refusals import AccountRefused

_CHECKED = {"valid": AccountCheck.VALID, "cannot_be_checked": AccountCheck.UNKNOWN}
_UNREADABLE = "Banks cannot read this name. Write it in English letters, as on the bank card"


@transaction.atomic
def give_bank_account(
    *,
    council: Council,
    person_id: int,
    holder_name: str,
    sort_code: str,
    account_number: str,
    bank: TenDigitBank | None,
    table: WeightTable,
    by: User,
    today: date,
    at: datetime,
) -> BankAccount:
    """Keep the account to pay into; one given before ends today. The same account again changes nothing.

    Raises AccountRefused, by field, for what cannot be read or fails the modulus check; then nothing is kept. An
    account that cannot be checked is kept as such, never as checked.
    """
    details = _read(holder_name, sort_code, account_number, bank)
    check = check_account(sort_code=details[0], account_number=details[1], table=table)
    if not check.may_be_paid:
        raise AccountRefused([("account_number", check.sentence)])
    Person.objects.select_for_update(no_key=True).get(council=council, pk=person_id)
    before = BankAccount.objects.filter(person_id=person_id, ended_on__isnull=True).first()
    if before and (before.sort_code, before.account_number, before.holder_name) == (*details, holder_name):
        return before
    if before:
        before.ended_on = today
        before.save(update_fields=["ended_on"])
    row = BankAccount.objects.create(
        person_id=person_id,
        holder_name=holder_name,
        sort_code=details[0],
        account_number=details[1],
        check_result=_CHECKED[check.result],
        check_words=check.sentence,
        given_by=by,
        given_at=at,
    )
    words = f"{'Changed' if before else 'Gave'} the bank account: it ends in {row.account_number[-4:]}."
    record_event(council=council, by=by, at=at, what="give_bank_account", words=words, person_id=person_id)
    return row


def _read(holder_name: str, sort_code: str, account_number: str, bank: TenDigitBank | None) -> tuple[str, str]:
    problems = [] if for_bacs(holder_name) else [("holder_name", _UNREADABLE)]
    try:
        details = parse_bank_details(sort_code=sort_code, account_number=account_number, bank=bank)
    except DetailsRefused as refused:
        raise AccountRefused([*problems, *((p.field, p.message) for p in refused.problems)]) from refused
    if problems:
        raise AccountRefused(problems)
    return details.sort_code, details.account_number
