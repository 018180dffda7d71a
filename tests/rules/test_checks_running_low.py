"""A person hears that the money will not reach before a bill is missed."""

from datetime import date

from tests.rules.quiet_account import QUIET, amina, only

from ownway.rules.account import WAGES, Commitment
from ownway.rules.checks import running_low

# The quiet account holds £701.00.


def bills(pence, due_on=date(2026, 6, 12)):
    return amina(commitments=(Commitment("Carys's wages", pence, due_on, WAGES),))


def test_enough_to_the_penny_is_enough():
    assert running_low(QUIET) == []
    assert running_low(bills(70100)) == []


def test_a_penny_short_is_said_and_talked_about():
    finding = only(running_low(bills(70101)))
    assert finding.sentence == "The bills to come before the next payment are £0.01 more than is in the account."
    assert finding.severity == "needs a conversation"
    assert finding.amount_pence == 1
    assert "so that your care goes on" in finding.what_to_do


def test_a_bill_after_the_next_payment_does_not_count():
    assert running_low(bills(90000, due_on=date(2026, 6, 29))) == []
