"""Make what payments need: an agreement, a bank account that passes its check, and payments set up."""

from datetime import date

from django.utils import timezone
from tests.factories.agreements import make_agreement
from tests.factories.councils import make_user

from ownway.ground.access.models import User
from ownway.ground.people.models import Person
from ownway.journey.agreements.models import Agreement
from ownway.journey.payments.bank_holidays import english_bank_holidays
from ownway.journey.payments.models import AnswerItem, BankAccount, BankAnswer, Run, Schedule
from ownway.journey.payments.operations import start_payments

# Published test numbers (Vocalink, Validating Account Numbers), which pass the check.
SORT_CODE, ACCOUNT_NUMBER = "089999", "66374958"
ANOTHER = ("107999", "88837491")
FIRST_ON = date(2026, 9, 7)  # a Monday
HOLIDAYS = english_bank_holidays(FIRST_ON)
LIMIT_PENCE = 1_000_000


def make_bank_account(
    *, person: Person, by: User, sort_code: str = SORT_CODE, account_number: str = ACCOUNT_NUMBER
) -> BankAccount:
    """An account in the person's name."""
    return BankAccount.objects.create(
        person=person,
        holder_name=person.name,
        sort_code=sort_code,
        account_number=account_number,
        check_result="valid",
        check_words="This sort code and account number fit together.",
        given_by=by,
        given_at=timezone.now(),
    )


def make_payee(
    *,
    person: Person,
    by: User,
    today: date,
    first_on: date = FIRST_ON,
    one_off_pence: int = 0,
    account: tuple[str, str] | None = (SORT_CODE, ACCOUNT_NUMBER),
    **agreed: object,
) -> Schedule:
    """Somebody whose payments are set up, of £800.00 every 4 weeks unless `agreed` says otherwise."""
    agreement = make_agreement(person=person, by=by, **agreed)
    if one_off_pence:
        agreement.offer.one_off_pence = one_off_pence
        agreement.offer.save()
    if account:
        make_bank_account(person=person, by=by, sort_code=account[0], account_number=account[1])
    return start_payments(
        council=person.council,
        person_id=person.pk,
        first_on=first_on,
        by=by,
        today=today,
        at=timezone.now(),
        bank_holidays=HOLIDAYS,
    )[0]


def make_written_run(*, person: Person, by: User) -> Run:
    """A run whose files are written: one payment to the person, found to be new."""
    known = Run.objects.filter(council=person.council).first()
    if known is not None:
        return known
    agreement = Agreement.objects.filter(person=person).first() or make_agreement(person=person, by=by)
    days = {"person": person, "amount_pence": 80_000}
    schedule = Schedule.objects.create(
        agreement=agreement,
        every="4 weeks",
        weekly_pence=20_000,
        first_on=FIRST_ON,
        why="Agreed",
        made_by=by,
        made_at=timezone.now(),
        **days,
    )
    run = Run.objects.create(
        council=person.council,
        number=1,
        pay_on=FIRST_ON,
        due_to_on=FIRST_ON,
        submit_by_on=date(2026, 9, 3),
        status="files_written",
        proposed_by=by,
        proposed_at=timezone.now(),
        approved_by=make_user(council=person.council, name="Second Person"),
        approved_at=timezone.now(),
    )
    account = make_bank_account(person=person, by=by)
    run.lines.create(
        schedule=schedule,
        bank_account=account,
        from_on=FIRST_ON,
        to_on=date(2026, 10, 4),
        end_to_end_id=f"DP{person.council_id}-1-1",
        **days,
    )
    run.changes.create(
        person=person,
        kind="new",
        before_pence=0,
        after_pence=80_000,
        words="New this time: £800.00.",
        needs_looking_at=True,
        stops_the_run=False,
    )
    run.files.create(kind="pain001", name="run.xml", content=b"<a/>", digest="0" * 64, made_at=timezone.now())
    return run


def make_answer_item(*, person: Person, by: User) -> AnswerItem:
    """The bank says that the payment of the person's written run came back, as the account is closed."""
    run = make_written_run(person=person, by=by)
    known = AnswerItem.objects.filter(run_line__run=run).first()
    if known is not None:
        return known
    answer = BankAnswer.objects.create(
        council=person.council,
        kind="camt.054",
        name="camt054.xml",
        made_on=FIRST_ON,
        taken=0,
        told_before=0,
        digest="0" * 64,
        content=b"<a/>",
        read_by=by,
        read_at=timezone.now(),
    )
    line = run.lines.get()
    return answer.items.create(
        kind="returned",
        run_line=line,
        amount_pence=line.amount_pence,
        on=FIRST_ON,
        code="AC04",
        step="check_account",
        reference=line.end_to_end_id,
    )
