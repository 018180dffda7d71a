"""A whole cycle through the council's own books: our file to mock-bank, its answers back in, and both agree."""

from datetime import date

import pytest
from mockbank import accounts, outbox
from mockbank.server import Config
from mockbank.state import State
from tests.factories.payments import ANOTHER
from tests.factories.persons import make_person

from ownway.formats.statements import read_statement
from ownway.ground.ledger.models import AccountKind
from ownway.ground.ledger.queries import get_balance
from ownway.journey.payments import operations
from ownway.journey.payments.models import AnswerItem, RunFile

OPENING = 150_000  # pence: enough for Amina's 80,000 and Noor's 60,000, and not for Ray's 40,000 too


@pytest.fixture
def bank(council):
    """A bank that holds the council's account, on the morning of Tuesday 1 September."""
    state = State(Config(clock="2026-09-01T09:45", quiet=True))
    held = {"name": council.bank_name, "iban": "GB33BUKB20201555555555", "bic": "BUKBGB22", "currency": "GBP"}
    held |= {"account_number": council.bank_account, "balance": OPENING, "behaviour": "insufficient-funds"}
    accounts.create(state.conn, "COUNCIL", held)
    yield state
    state.close()


@pytest.fixture
def take(council, harriet, now):
    """`take(row)`: Harriet adds what the bank sent."""

    def taken(row):
        data = row["body"].encode()
        return operations.take_answer(council=council, name=f"{row['type']}.xml", data=data, by=harriet, at=now)

    return taken


@pytest.fixture
def people(council, amina, paid):
    """Amina gets £800.00, Noor £600.00 and Ray £400.00."""
    noor, ray = (make_person(council=council, name=name) for name in ("Noor Ali", "Ray Cole"))
    paid(amina)
    paid(noor, budget_weekly_pence=15_000, account=ANOTHER)
    paid(ray, budget_weekly_pence=10_000)
    return amina, noor, ray


def sent_by(bank, kind=""):
    """What the bank has sent the council since it was asked last."""
    rows = outbox.collect(bank.conn, bank.clock.now())
    return [row for row in rows if row["type"].startswith(kind) and row["account"] in (None, "COUNCIL")]


def in_books(council, *people):
    """What the books say: of the bank, and of each person's direct payment, in pence."""
    of_people = (
        get_balance(council=council, kind=AccountKind.DIRECT_PAYMENT, person_id=person.pk) for person in people
    )
    return (get_balance(council=council, kind=AccountKind.COUNCIL_BANK), *of_people)


def test_one_is_refused_one_comes_back_and_the_books_agree_with_the_bank(bank, people, council, pay, take):
    _, noor, ray = people
    run = pay()  # the money arrives on Monday 7 September
    bank.receive(bytes(RunFile.objects.get(run=run, kind="pain001").content), "application/xml")
    assert in_books(council, *people) == (-180_000, 80_000, 60_000, 40_000)

    (answer,) = sent_by(bank, "pain.002")
    take(answer)  # there is no money for Ray's
    assert in_books(council, *people) == (-140_000, 80_000, 60_000, 0)

    noors = run.lines.get(person=noor).end_to_end_id
    later = {"days": 2, "reason": "AC04", "end_to_end_id": noors}
    accounts.update(bank.conn, "COUNCIL", {"behaviour": "return-later", "parameters": later})
    statements = []
    for day in (8, 9, 10, 11):
        bank.clock.advance(to=date(2026, 9, day))
        for row in sent_by(bank):
            if row["type"].startswith("camt.054"):
                take(row)
            elif row["type"].startswith("camt.053"):
                statements.append(read_statement(row["body"].encode(), name="statement.xml"))

    assert in_books(council, *people) == (-80_000, 80_000, 0, 0)
    assert [(item.kind, item.run_line.person) for item in AnswerItem.objects.order_by("pk")] == [
        ("rejected", ray),
        ("returned", noor),
    ]
    moved = sum(line.pence for statement in statements for line in statement.lines)
    assert moved == in_books(council)[0] == -80_000
    assert statements[-1].closing_pence == OPENING - 80_000 == accounts.get(bank.conn, "COUNCIL")["balance"]


def test_the_same_words_of_the_bank_again_change_nothing(bank, people, council, pay, take):
    run = pay()
    bank.receive(bytes(RunFile.objects.get(run=run, kind="pain001").content), "application/xml")
    (answer,) = sent_by(bank, "pain.002")
    take(answer)
    before = in_books(council, *people)
    with pytest.raises(operations.AnswerRefused):
        take(answer)
    assert in_books(council, *people) == before
    assert AnswerItem.objects.count() == 1


def test_who_was_refused_is_paid_in_the_next_run_and_the_bank_takes_it(bank, people, council, harriet, now, pay, take):
    run = pay()
    bank.receive(bytes(RunFile.objects.get(run=run, kind="pain001").content), "application/xml")
    take(sent_by(bank, "pain.002")[0])
    item = AnswerItem.objects.get()
    said = {"ended": "pay_again", "checked": False, "why": "There is money now", "by": harriet, "at": now}
    operations.settle_item(council=council, item_id=item.pk, **said)
    accounts.update(bank.conn, "COUNCIL", {"balance": 500_000})
    again = pay(date(2026, 9, 14))
    assert [line.person.name for line in again.lines.all()] == ["Ray Cole"]
    bank.receive(bytes(RunFile.objects.get(run=again, kind="pain001").content), "application/xml")
    answer = take(sent_by(bank, "pain.002")[0])
    assert answer.items == 0
    assert in_books(council, *people) == (-180_000, 80_000, 60_000, 40_000)
