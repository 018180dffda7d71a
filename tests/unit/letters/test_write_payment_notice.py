"""The payment notice says what comes, when, for which days, and what has changed."""

from datetime import date

import pytest
from tests.unit.letters import samples

from ownway.ground.letters.content.correspondence import FactsDisagree
from ownway.ground.letters.content.payment_notice import write_payment_notice


def words(**changes) -> str:
    return write_payment_notice(samples.payment_notice(**changes)).sentences()


def test_it_opens_with_the_amount_and_the_day():
    assert words().startswith("We will pay you £1,522.00 on 1 June 2026.\n")


def test_it_says_for_which_days_and_into_which_account():
    assert "This money is for your support from 1 June 2026 to 28 June 2026." in words()
    assert "It will go into your account that ends in 5678." in words()


def test_it_says_how_much_more_and_why():
    said = words()
    assert "Last time we paid you £1,462.00. This time it is £60.00 more. Why:" in said  # 1,522.00 − 1,462.00
    assert "Your personal assistant now works 28 hours a week." in said


def test_it_says_how_much_less_without_a_minus_sign():
    assert "This time it is £78.00 less. Why:" in words(last_payment_pence=160000)  # 1,600.00 − 1,522.00


def test_it_says_when_nothing_has_changed():
    assert "Nothing. It is the same amount as last time." in words(last_payment_pence=152200, reasons=())


def test_it_says_when_it_is_the_first():
    assert "This is your first payment." in words(last_payment_pence=None, reasons=())


def test_it_says_what_to_do_when_the_money_does_not_come():
    assert "If the money is not in your account by the end of that day, please tell us." in words()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"account_ending": "12345678"}, "last four digits of the account and no more"),
        ({"account_ending": "12a4"}, "last four digits"),
        ({"covers_until_on": date(2026, 5, 31)}, "must not end before they begin"),
        ({"reasons": ()}, "the notice says why"),
    ],
)
def test_it_is_not_written_from_facts_that_disagree(wrong, says):
    with pytest.raises(FactsDisagree, match=says):
        samples.payment_notice(**wrong)
