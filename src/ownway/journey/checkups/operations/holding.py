"""Open a check-up with what the checks found, write to the person about it, and end it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.letters.content import check_up as letter
from ownway.ground.letters.facts import frame_for
from ownway.ground.letters.models import Letter, LetterKind
from ownway.ground.letters.operations import make_letter
from ownway.ground.people.facts import PersonFacts
from ownway.journey.accounts.facts import AccountFacts
from ownway.journey.agreements.models import Agreement
from ownway.journey.checkups.models import CheckUp, CheckUpStatus, Finding, Proposal, ProposalStatus
from ownway.rules.account import balance
from ownway.rules.checks import run_all
from ownway.rules.lifecycles import require_move

NOUN = "check_up"
REPLY_DAYS = 28
"""How long a person has to answer a letter about their account: four weeks, until the council says otherwise."""


class CheckUpOver(Exception):
    """The check-up is finished, so nothing is added to it."""


class NothingAgreed(Exception):
    """There is no direct payment to look at."""


@transaction.atomic
def open_check_up(
    *,
    council: Council,
    person_id: int,
    account: AccountFacts,
    reasons: Sequence[str],
    from_on: date,
    to_on: date,
    by: User,
    at: datetime,
) -> CheckUp:
    """Look at an account and keep what the checks found, with why this person and why now.

    Raises NothingAgreed; a second open check-up is refused by the database (`one_open_check_up`).
    """
    agreement = Agreement.objects.filter(person__council=council, person_id=person_id).order_by("-starts_on").first()
    if agreement is None:
        raise NothingAgreed("There is no direct payment to look at yet.")
    row = CheckUp.objects.create(
        agreement=agreement, reasons=list(reasons), from_on=from_on, to_on=to_on, opened_by=by, opened_at=at
    )
    Finding.objects.bulk_create(
        [
            Finding(
                checkup=row,
                check_name=one.check,
                sentence=one.sentence,
                what_to_do=one.what_to_do,
                severity=one.severity,
                amount_pence=one.amount_pence,
            )
            for one in run_all(account.account)
        ]
    )
    note(council=council, row=row, by=by, at=at, what="open_check_up", words="Began a financial check-up.")
    return row


@transaction.atomic
def write_to_the_person(
    *,
    council: Council,
    person: PersonFacts,
    checkup_id: int,
    account: AccountFacts,
    today: date,
    by: User,
    at: datetime,
) -> Letter:
    """Write the check-up letter: what we found, and what would help. From then on the person knows."""
    row = held(council=council, person_id=person.id, id=checkup_id)
    move(row, CheckUpStatus.TALKING)
    written = make_letter(
        council=council,
        person=person,
        kind=LetterKind.CHECK_UP,
        facts=letter_facts(council=council, person=person, row=row, account=account, today=today, by=by, surplus=None),
        by=by,
        at=at,
    )
    row.letter = written
    row.save(update_fields=["letter", "status"])
    note(council=council, row=row, by=by, at=at, what="write_to_the_person", words="Wrote about the check-up.")
    return written


@transaction.atomic
def close_check_up(*, council: Council, person_id: int, checkup_id: int, words: str, by: User, at: datetime) -> None:
    """End a check-up, with how it ended. A proposal that still waits is taken back: the money stays."""
    row = held(council=council, person_id=person_id, id=checkup_id)
    move(row, CheckUpStatus.CLOSED)
    Proposal.objects.filter(checkup=row, status=ProposalStatus.PROPOSED).update(status=ProposalStatus.WITHDRAWN)
    row.ended_words, row.ended_at = words, at
    row.save(update_fields=["status", "ended_words", "ended_at"])
    note(council=council, row=row, by=by, at=at, what="close_check_up", words="Finished the check-up.")


def held(*, council: Council, person_id: int, id: int) -> CheckUp:
    """The check-up, held so that two people's changes follow each other. Raises CheckUpOver or CheckUp.DoesNotExist."""
    rows = CheckUp.objects.select_for_update(of=("self",)).select_related("agreement")
    row = rows.get(agreement__person__council=council, agreement__person_id=person_id, pk=id)
    if row.status == CheckUpStatus.CLOSED:
        raise CheckUpOver("This check-up is finished. Begin another if there is more to talk about.")
    return row


def hold_check_ups(*, council: Council, person_id: int) -> None:
    """Hold all of a person's check-ups, so that none ends while something is done that an ended one would forbid."""
    rows = CheckUp.objects.select_for_update(of=("self",)).order_by("pk")
    list(rows.filter(agreement__person__council=council, agreement__person_id=person_id).only("pk"))


def move(row: CheckUp, after: CheckUpStatus) -> None:
    """Move the check-up on, as the table of moves allows; staying where it is needs no move."""
    if row.status != after:
        require_move(NOUN, row.status, after)
        row.status = after


def letter_facts(
    *,
    council: Council,
    person: PersonFacts,
    row: CheckUp,
    account: AccountFacts,
    today: date,
    by: User,
    surplus: letter.SurplusProposal | None,
) -> letter.CheckUpFacts:
    """What the letter about this check-up is made from: the findings as they were kept, and the balance."""
    return letter.CheckUpFacts(
        letter=frame_for(council=council, person=person, written_on=today, written_by=by.name),
        covers_from_on=row.from_on,
        covers_until_on=row.to_on,
        reply_by_on=today + timedelta(days=REPLY_DAYS),
        says=letter.Reporting(
            balance=balance(account.account),
            balance_on=account.balance_on or today,
            findings=tuple(
                letter.Finding(words=one.sentence, what_to_do=one.what_to_do) for one in row.findings.order_by("pk")
            ),
            surplus=surplus,
        ),
    )


def note(*, council: Council, row: CheckUp, by: User, at: datetime, what: str, words: str) -> None:
    """Write the event on the person's timeline."""
    record_event(
        council=council,
        by=by,
        at=at,
        what=what,
        words=words,
        person_id=row.agreement.person_id,
        about=f"checkup:{row.pk}",
    )
