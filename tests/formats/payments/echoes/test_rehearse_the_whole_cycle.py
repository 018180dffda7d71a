"""Send, accept, reject one, return one, statement: a whole cycle with mock-bank, read by our own readers only."""

from datetime import date

import pytest
from mockbank import accounts, outbox
from tests.formats.payments.echoes.answers import AMINA, BRIAN, sent, sent_to_brian
from tests.formats.payments.made_up import brian as brians
from tests.formats.payments.made_up import file_of, payment
from tests.formats.payments.test_rehearse_with_a_bank import bank, written

from ownway.formats.payments.echoes import Outcome, match, read_echoes
from ownway.formats.statements import read_statement

CARYS = "DP-2026-0003"
OPENING = 50_000  # pence: enough for Amina's 31,240 and Brian's 5, and not for Carys's 20,000 too


def carys():
    return payment(end_to_end_id=CARYS, name="Carys Bevan", account="12345674", amount_pence=20_000)


def all_sent():
    return [sent(), sent_to_brian(), sent(3, payee=3, end_to_end_id=CARYS, account="12345674", amount_pence=20_000)]


@pytest.fixture(scope="module")
def cycle():
    """The bank's pain.002, its camt.054 notes and camt.053 statements of a fortnight in which 5p came back."""
    with bank(behaviour="insufficient-funds", balance=OPENING) as state:
        state.receive(written(file_of(payment(), brians(), carys())), "application/xml")
        (answer,) = [row["body"].encode() for row in outbox.collect(state.conn, state.clock.now())]
        later = {"days": 2, "reason": "AC04", "end_to_end_id": BRIAN}
        accounts.update(state.conn, "RIVERBANK", {"behaviour": "return-later", "parameters": later})
        notes, statements = [], []
        for day in (2, 3, 4, 7):
            state.clock.advance(to=date(2026, 12, day))
            for row in outbox.collect(state.conn, state.clock.now()):
                if row["account"] == "RIVERBANK" and row["type"].startswith("camt.054"):
                    notes.append(row["body"].encode())
                elif row["account"] == "RIVERBANK" and row["type"].startswith("camt.053"):
                    statements.append(row["body"].encode())
        yield answer, notes, statements, accounts.get(state.conn, "RIVERBANK")["balance"]


def test_the_bank_takes_two_payments_and_refuses_the_third(cycle):
    file = read_echoes(cycle[0])
    found = match(file, all_sent())
    assert [pair.sent.end_to_end_id for pair in found.accepted] == [AMINA, BRIAN]
    assert [(pair.sent.end_to_end_id, pair.echo.code) for pair in found.rejected] == [(CARYS, "AM04")]
    assert file.wholes[0].status == "PART"
    assert file.is_whole


def test_what_left_and_what_came_back_is_matched_to_what_was_sent(cycle):
    settled, returned, told = [], [], set()
    for note in cycle[1]:
        found = match(read_echoes(note), all_sent(), told=told)
        settled += [pair.sent.end_to_end_id for pair in found.settled]
        returned += [(pair.sent.end_to_end_id, pair.echo.code, pair.echo.on) for pair in found.returned]
        told |= {(pair.sent.key, pair.echo.outcome) for pair in (*found.settled, *found.returned)}
        assert (found.unknown, found.to_ask, found.twice) == ([], [], [])
    assert settled == [AMINA, BRIAN]
    assert returned == [(BRIAN, "AC04", date(2026, 12, 3))]  # two bank days after Tuesday 1 December


def test_every_note_read_again_says_nothing_new(cycle):
    told = {(1, Outcome.SETTLED), (2, Outcome.SETTLED), (2, Outcome.RETURNED)}
    for note in cycle[1]:
        found = match(read_echoes(note), all_sent(), told=told)
        assert (found.settled, found.returned) == ([], [])
        assert found.twice


def test_the_statements_add_up_to_the_bank_s_own_balance_to_the_penny(cycle):
    lines, closing = [], None
    for data in cycle[2]:
        statement = read_statement(data, name="statement.xml")
        assert statement.is_taken
        assert closing in (None, statement.opening_pence)
        closing = statement.closing_pence
        lines += [(line.on, line.pence) for line in statement.lines]
    assert lines == [(date(2026, 12, 1), -31_240), (date(2026, 12, 1), -5), (date(2026, 12, 3), 5)]
    assert closing == cycle[3] == OPENING - 31_240  # 18,760: Brian's 5p left and came back


def test_the_notes_and_the_statements_say_the_same(cycle):
    by_note = sum(
        (1 if echo.outcome is Outcome.RETURNED else -1) * echo.amount_pence
        for note in cycle[1]
        for echo in read_echoes(note).echoes
    )
    by_statement = sum(line.pence for data in cycle[2] for line in read_statement(data, name="x.xml").lines)
    assert by_note == by_statement == -31_240
