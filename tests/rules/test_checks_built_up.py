"""More money than the council's policy expects is asked about, once the bills to come are taken off."""

from tests.rules.quiet_account import QUIET, amina, only

from ownway.rules.account import balance
from ownway.rules.checks import money_built_up

# Quiet: 13 × (800 + 60 - 760) - 5 × 100 - 99 = £701.00. Bills £500.00. Eight weeks of £215.00 is £1,720.00.


def test_the_quiet_account_holds_what_the_comment_says():
    assert balance(QUIET).value == 70100
    assert money_built_up(QUIET) == []


def test_a_penny_above_eight_weeks_and_the_bills_is_asked_about_and_eight_weeks_exactly_is_not():
    # £1,720.00 + £500.00 = £2,220.00, so £1,519.00 more than the £701.00.
    assert money_built_up(amina(opening_pence=151900)) == []
    finding = only(money_built_up(amina(opening_pence=151901)))
    assert finding.sentence == "There is £0.01 more in the account than 8 weeks of money and the bills to come."
    assert finding.amount_pence == 1
    assert finding.severity == "please look"
    assert "Nothing is taken from your account." in finding.what_to_do


def test_twice_as_much_as_expected_needs_a_conversation():
    # Held after bills: 201 + 3,239 = £3,440.00, twice £1,720.00 exactly.
    assert only(money_built_up(amina(opening_pence=323900))).severity == "please look"
    assert only(money_built_up(amina(opening_pence=323901))).severity == "needs a conversation"


def test_the_council_chooses_the_weeks():
    finding = only(money_built_up(amina(opening_pence=151900, contingency_weeks=4)))
    assert "than 4 weeks of money" in finding.sentence
    assert finding.amount_pence == 86000  # 4 weeks fewer, £215.00 each
