"""Start, change, pause, take up again and end a person's payments."""

from collections.abc import Set
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Q

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.design import words
from ownway.ground.people.models import Person
from ownway.journey.agreements.models import Agreement
from ownway.journey.payments.models import Pause, RunLine, Schedule
from ownway.journey.payments.operations.refusals import (
    AlreadyPaused,
    AlreadyStarted,
    DayRefused,
    NoSchedule,
    NothingAgreed,
    NotPaused,
)
from ownway.rules import frequencies, steps
from ownway.rules.bank_days import bank_day_on_or_after, is_bank_day
from ownway.rules.days import ONE_DAY
from ownway.rules.frequencies import ONCE
from ownway.rules.schedules import EVERY_IN_WORDS
from ownway.rules.vocabulary import given


@transaction.atomic
def start_payments(
    *, council: Council, person_id: int, first_on: date, by: User, today: date, at: datetime, bank_holidays: Set[date]
) -> list[Schedule]:
    """Set up what the agreement in force on `first_on` says: the regular payment, and start-up money once.

    `first_on` is a bank day, today or later. Payments of an agreement that came before end the day before.
    Raises NothingAgreed, AlreadyStarted and DayRefused.
    """
    _lock(council, person_id)
    _require_bank_day(first_on, today=today, bank_holidays=bank_holidays)
    agreement = _agreement_on(person_id, first_on)
    if Schedule.objects.filter(agreement=agreement).exists():
        raise AlreadyStarted("Payments are set up already. Load the page again to see them.")
    _end_others(person_id, agreement, first_on)
    rows = [
        Schedule.objects.create(
            agreement=agreement,
            person_id=person_id,
            every=every,
            amount_pence=pence,
            weekly_pence=agreement.offer.payment_weekly_pence if every != ONCE else 0,
            first_on=first_on,
            until_on=agreement.ends_on if every != ONCE else None,
            why=why,
            made_by=by,
            made_at=at,
        )
        for every, pence, why in _agreed(agreement)
        if pence > 0
    ]
    told = " and ".join(f"{words.pounds(row.amount_pence)} {EVERY_IN_WORDS[row.every]}" for row in rows)
    _note(council, person_id, by, at, "start_payments", f"Set up payments: {told} from {words.day(first_on)}.")
    return rows


@transaction.atomic
def change_payments(
    *,
    council: Council,
    person_id: int,
    every: str,
    amount_pence: int,
    from_on: date,
    why: str,
    by: User,
    today: date,
    at: datetime,
    bank_holidays: Set[date],
) -> Schedule:
    """Pay another amount, or more or less often, from a bank day whose days are not paid yet.

    Raises NoSchedule and DayRefused.
    """
    _lock(council, person_id)
    row = _open_schedule(person_id, today)
    _require_bank_day(from_on, today=today, bank_holidays=bank_holidays)
    _require_unpaid(person_id, from_on)
    if from_on <= row.first_on:
        raise DayRefused(f"Choose a day after {words.day(row.first_on)}, when payments begin.", field="first_on")
    until_on, row.until_on = row.until_on, from_on - ONE_DAY
    row.save(update_fields=["until_on"])
    weekly = frequencies.weekly(given("Payment", amount_pence, steps.PENCE), every=every).value
    fresh = Schedule.objects.create(
        agreement_id=row.agreement_id,
        person_id=person_id,
        every=every,
        amount_pence=amount_pence,
        weekly_pence=weekly,
        first_on=from_on,
        until_on=until_on,
        why=why,
        made_by=by,
        made_at=at,
    )
    _carry_pause(row, fresh)
    told = f"{words.pounds(amount_pence)} {EVERY_IN_WORDS[every]} from {words.day(from_on)}. Why: {why}"
    _note(council, person_id, by, at, "change_payments", f"Changed payments: {told}")
    return fresh


@transaction.atomic
def pause_payments(
    *, council: Council, person_id: int, from_on: date, why: str, by: User, today: date, at: datetime
) -> Pause:
    """Pay nothing for the days from `from_on` until somebody starts payments again. What is paid stays paid.

    Raises NoSchedule, AlreadyPaused and DayRefused.
    """
    _lock(council, person_id)
    row = _open_schedule(person_id, today)
    if row.pauses.filter(Q(until_on__isnull=True) | Q(until_on__gte=today)).exists():
        raise AlreadyPaused("Payments are paused already. Start them again before you pause them anew.")
    if from_on < today:
        raise DayRefused("Choose today or a later day.", field="from_on")
    pause = Pause.objects.create(schedule=row, from_on=from_on, why=why, made_by=by, made_at=at)
    _note(council, person_id, by, at, "pause_payments", f"Paused payments from {words.day(from_on)}. Why: {why}")
    return pause


@transaction.atomic
def resume_payments(
    *, council: Council, person_id: int, resume_on: date, why: str, by: User, today: date, at: datetime
) -> None:
    """Pay for the days from `resume_on` again; the pay days stay as they were. Raises NotPaused and DayRefused."""
    _lock(council, person_id)
    pause = Pause.objects.filter(schedule__person_id=person_id, until_on__isnull=True).first()
    if pause is None:
        raise NotPaused("Payments are not paused.")
    if resume_on < min(today, pause.from_on):
        raise DayRefused("Choose today or a later day.", field="resume_on")
    if resume_on <= pause.from_on:
        pause.delete()
    else:
        pause.until_on = resume_on - ONE_DAY
        pause.save(update_fields=["until_on"])
    _note(council, person_id, by, at, "resume_payments", f"Payments go on from {words.day(resume_on)}. Why: {why}")


@transaction.atomic
def end_payments(
    *, council: Council, person_id: int, until_on: date, why: str, by: User, today: date, at: datetime
) -> Schedule:
    """Pay for days up to and with `until_on`, and then no more. Raises NoSchedule and DayRefused."""
    _lock(council, person_id)
    row = _open_schedule(person_id, today)
    if until_on < today or until_on < row.first_on:
        first = max(today, row.first_on)
        raise DayRefused(f"Choose {words.day(first)} or a later day.", field="until_on")
    row.until_on = until_on
    row.save(update_fields=["until_on"])
    _note(council, person_id, by, at, "end_payments", f"Payments end on {words.day(until_on)}. Why: {why}")
    return row


def _lock(council: Council, person_id: int) -> None:
    Person.objects.select_for_update(no_key=True).get(council=council, pk=person_id)


def _agreement_on(person_id: int, day: date) -> Agreement:
    agreement = (
        Agreement.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), person_id=person_id, starts_on__lte=day)
        .select_related("offer")
        .first()
    )
    if agreement is None:
        raise NothingAgreed(
            f"No agreement is in force on {words.day(day)}. Both sides accept an offer first.", field="first_on"
        )
    return agreement


def _agreed(agreement: Agreement) -> list[tuple[str, int, str]]:
    offer = agreement.offer
    since = f"Agreed on {words.day(agreement.agreed_at.date())}"
    return [(offer.every, offer.payment_pence, since), (ONCE, offer.one_off_pence, f"{since}: money to start with")]


def _end_others(person_id: int, agreement: Agreement, first_on: date) -> None:
    others = Schedule.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=first_on), person_id=person_id, first_on__lt=first_on
    ).exclude(every=ONCE)
    for other in others.exclude(agreement=agreement):
        other.until_on = first_on - ONE_DAY
        other.save(update_fields=["until_on"])


def _open_schedule(person_id: int, today: date) -> Schedule:
    rows = Schedule.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=today), person_id=person_id)
    row = rows.exclude(every=ONCE).order_by("-first_on").first()
    if row is None:
        raise NoSchedule("No regular payments are set up. Set them up first.")
    return row


def _require_bank_day(day: date, *, today: date, bank_holidays: Set[date]) -> None:
    if day < today:
        raise DayRefused("The first payment cannot be on a day that has passed. Choose a later day.", field="first_on")
    if not is_bank_day(day, bank_holidays):
        following = bank_day_on_or_after(day, bank_holidays)
        raise DayRefused(
            f"Banks do not move money on {words.day(day)}. The next day is {words.day(following)}.", field="first_on"
        )


def _require_unpaid(person_id: int, from_on: date) -> None:
    regular = RunLine.objects.filter(person_id=person_id, live=True).exclude(schedule__every=ONCE)
    paid_to_on = regular.aggregate(last=Max("to_on"))["last"]
    if paid_to_on is not None and from_on <= paid_to_on:
        raise DayRefused(
            f"Days up to {words.day(paid_to_on)} are paid already. Choose a day after that.", field="first_on"
        )


def _carry_pause(before: Schedule, after: Schedule) -> None:
    """A pause without an end goes on in the new schedule."""
    for pause in before.pauses.filter(until_on__isnull=True):
        Pause.objects.create(
            schedule=after,
            from_on=max(pause.from_on, after.first_on),
            why=pause.why,
            made_by=pause.made_by,
            made_at=pause.made_at,
        )
        pause.until_on = max(pause.from_on, before.until_on or pause.from_on)
        pause.save(update_fields=["until_on"])


def _note(council: Council, person_id: int, by: User, at: datetime, what: str, said: str) -> None:
    record_event(council=council, by=by, at=at, what=what, words=said, person_id=person_id)
