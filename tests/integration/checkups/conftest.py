"""A direct payment that has run for a while, and what was found in its account."""

from datetime import UTC, date, datetime

import pytest
from tests.factories.agreements import make_agreement

from ownway.journey.accounts.models import Line, Statement
from ownway.journey.checkups.models import CheckUp
from ownway.journey.payments.models import BankAccount, Run, RunLine, Schedule

SOME_DAY = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def agreement(amina, dev):
    """£100.00 a week, paid every four weeks since 6 April 2026; no contribution."""
    return make_agreement(person=amina, by=dev, budget_weekly_pence=10_000)


@pytest.fixture
def paid(agreement, amina, dev, harriet, farah):
    """The first four weeks, £400.00, were paid on 6 April 2026."""
    schedule = Schedule.objects.create(
        agreement=agreement,
        person=amina,
        every="4 weeks",
        amount_pence=40_000,
        weekly_pence=10_000,
        first_on=date(2026, 4, 6),
        why="The agreement",
        made_by=dev,
        made_at=SOME_DAY,
    )
    account = BankAccount.objects.create(
        person=amina,
        holder_name="A Okafor",
        sort_code="200000",
        account_number="55779911",
        check_result="unknown",
        check_words="No table",
        given_by=dev,
        given_at=SOME_DAY,
    )
    run = Run.objects.create(
        council=amina.council,
        number=1,
        pay_on=date(2026, 4, 6),
        submit_by_on=date(2026, 4, 1),
        due_to_on=date(2026, 4, 6),
        status="confirmed",
        proposed_by=harriet,
        proposed_at=SOME_DAY,
        approved_by=farah,
        approved_at=SOME_DAY,
    )
    return RunLine.objects.create(
        run=run,
        schedule=schedule,
        person=amina,
        bank_account=account,
        amount_pence=40_000,
        from_on=date(2026, 4, 6),
        to_on=date(2026, 5, 3),
        end_to_end_id="OW1-1",
    )


@pytest.fixture
def holds(amina, harriet):
    """`holds(500_000)`: a statement says that so many pence came in and are in the account on 31 August 2026."""

    def say(pence, words="DIRECT PAYMENT"):
        statement = Statement.objects.create(
            person=amina,
            name="august.csv",
            digest=f"{pence:064d}",
            kind="CSV",
            bank="Lloyds",
            from_on=date(2026, 4, 6),
            to_on=date(2026, 8, 31),
            opening_pence=0,
            closing_pence=pence,
            lines_read=1,
            lines_added=1,
            read_by=harriet,
            read_at=SOME_DAY,
        )
        return Line.objects.create(
            person=amina,
            statement=statement,
            identity=f"{pence:032d}",
            on=date(2026, 8, 31),
            pence=pence,
            words=words,
            place=1,
            balance_pence=pence,
            match="payment",
        )

    return say


@pytest.fixture
def begin(as_, harriet, amina, today, agreement):
    """`begin()`: Harriet begins a check-up; its row."""

    def press():
        as_(harriet).post(f"/people/{amina.pk}/check-ups/begin/")
        return CheckUp.objects.latest("pk")

    return press


@pytest.fixture
def do(as_, amina, today):
    """`do(brian, checkup, "say/", words="…")`: somebody sends a form of a check-up."""

    def send(who, checkup, page, **typed):
        return as_(who).post(f"/people/{amina.pk}/check-ups/{checkup.pk}/{page}", typed)

    return send
