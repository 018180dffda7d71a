"""Write payment notices: a letter that is kept, once, for a first payment, a changed one, or when somebody asks."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ownway.ground.access.models import Council, User
from ownway.ground.letters.content.payment_notice import PaymentNoticeFacts
from ownway.ground.letters.facts import frame_for
from ownway.ground.letters.models import Letter, LetterKind
from ownway.ground.letters.operations import make_letter
from ownway.ground.people.facts import person_facts
from ownway.journey.payments.facts import OVER_LIMIT, working_of
from ownway.journey.payments.models import RunChange, RunLine
from ownway.rules.vocabulary import add_up

OTHERWISE = "This payment and the last one are not for the same things"


def make_notices(*, council: Council, run_id: int, at: datetime) -> int:
    """Write the notices of a run that are due and not made yet, each in a transaction of its own; the number made.

    Stopped at any moment and begun again it makes the rest. Raises CannotPrint at the end, when others are made,
    for a letter that no typeface can print.
    """
    failed: Exception | None = None
    made = 0
    due = RunLine.objects.filter(run__council=council, run_id=run_id, live=True, notice_due=True, notice__isnull=True)
    for line_id in list(due.order_by("pk").values_list("pk", flat=True)):
        try:
            make_notice(council=council, line_id=line_id, by=None, at=at)
            made += 1
        except ValueError as problem:
            failed = problem
    if failed is not None:
        raise failed
    return made


@transaction.atomic
def make_notice(*, council: Council, line_id: int, by: User | None, at: datetime) -> Letter:
    """The letter about a person's payments in a run, written now unless it was before.

    Raises CannotPrint and FactsDisagree (both ValueError); then nothing is kept.
    """
    line = (
        RunLine.objects.select_for_update(of=("self",), no_key=True)
        .select_related("run", "person", "bank_account")
        .get(run__council=council, pk=line_id)
    )
    lines = list(
        RunLine.objects.filter(run=line.run, person=line.person, live=line.live)
        .select_related("schedule", "notice")
        .order_by("pk")
    )
    known = next((other.notice for other in lines if other.notice is not None), None)
    if known is not None:
        return known
    letter = make_letter(
        council=council,
        person=person_facts(line.person),
        kind=LetterKind.PAYMENT_NOTICE,
        facts=_facts(council, line, lines, at),
        by=by,
        at=at,
    )
    RunLine.objects.filter(pk__in=[other.pk for other in lines]).update(notice=letter)
    return letter


def _facts(council: Council, line: RunLine, lines: list[RunLine], at: datetime) -> PaymentNoticeFacts:
    parts = [working_of(one.schedule, from_on=one.from_on, to_on=one.to_on) for one in lines]
    payment = parts[0] if len(parts) == 1 else add_up("This payment", *parts)
    change = RunChange.objects.filter(run=line.run, person=line.person).exclude(kind=OVER_LIMIT).first()
    before = change.before_pence if change is not None and change.before_pence else None
    reasons = tuple(dict.fromkeys(reason for one in lines for reason in one.reasons))
    return PaymentNoticeFacts(
        letter=frame_for(council=council, person=person_facts(line.person), written_on=timezone.localdate(at)),
        payment=payment,
        arrives_on=line.run.pay_on,
        covers_from_on=min(one.from_on for one in lines),
        covers_until_on=max(one.to_on for one in lines),
        account_ending=line.bank_account.account_number[-4:],
        last_payment_pence=before,
        reasons=reasons or (OTHERWISE,),
    )
