"""The offer letter says what is offered, what the person pays, and that they may say no."""

import pytest
from tests.unit.letters import samples

from ownway.ground.letters.content.correspondence import FactsDisagree
from ownway.ground.letters.content.letter import Table
from ownway.ground.letters.content.offer import write_offer
from ownway.rules import steps, vocabulary


def test_its_purpose_comes_first():
    letter = write_offer(samples.offer())
    assert letter.purpose.startswith("This letter tells you how much money we can give you")


def test_it_says_the_payment_and_how_often_it_comes():
    words = write_offer(samples.offer()).sentences()
    assert "We can pay you £380.50 a week. You would get £1,522.00 every 4 weeks." in words
    assert "The money would start on 1 June 2026." in words


def test_it_sets_the_budget_and_what_the_person_pays_side_by_side():
    words = write_offer(samples.offer()).sentences()
    assert "Your support costs £442.60 a week. This is your personal budget. You pay £62.10 a week of it." in words


def test_it_does_not_repeat_a_payment_that_comes_every_week():
    words = write_offer(samples.offer(each_payment=samples.payment())).sentences()
    assert words.count("£380.50") == 1


def test_it_tells_someone_paid_gross_that_a_bill_comes_for_their_part():
    letter = write_offer(samples.offer_gross())
    words = letter.sentences()
    assert "We can pay you £442.60 a week. You would get £1,770.40 every 4 weeks." in words
    assert "You pay £62.10 a week of it. We pay you all of the money, and send you a bill for your part." in words
    assert "We take it off" not in words
    table = next(block for block in letter.body if isinstance(block, Table))
    assert "What you pay" in [row.label for row in table.rows]


def test_it_is_not_written_when_a_gross_payment_is_less_than_the_budget():
    with pytest.raises(FactsDisagree, match="whole personal budget"):
        samples.offer_gross(payment=samples.payment())


def test_it_tells_someone_who_pays_nothing_so():
    nothing = vocabulary.given("What you pay", 0, steps.PENCE_WEEKLY, source="Your money is below the limit")
    payment = vocabulary.take_away("What we pay you", samples.budget(), nothing)
    words = write_offer(samples.offer(contribution=nothing, payment=payment)).sentences()
    assert "You do not have to pay any of it." in words
    assert "bill" not in words


def test_it_leaves_out_a_one_off_payment_when_there_is_none():
    assert "£96.00" in write_offer(samples.offer()).sentences()
    assert "once" not in write_offer(samples.offer(one_off=None)).sentences()


def test_it_names_what_the_money_is_for_in_the_words_of_the_plan():
    assert "going swimming, 3 hours a week" in write_offer(samples.offer()).sentences()


def test_it_gives_time_to_answer_and_says_that_no_is_an_answer():
    words = write_offer(samples.offer()).sentences()
    assert "Please tell us what you think by 29 May 2026. If you need more time, just ask." in words
    assert "You can say no." in words


def test_its_table_ends_with_each_answer():
    (table,) = [block for block in write_offer(samples.offer()).body if isinstance(block, Table)]
    answers = [(row.label, row.amount) for row in table.rows if row.depth == 0]
    assert answers == [
        ("What we pay you", "£380.50 a week"),
        ("Each payment", "£1,522.00 every 4 weeks"),
        ("Insurance for your first year", "£96.00"),
    ]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"payment": samples.budget()}, "must be the personal budget less what the person pays"),
        ({"contribution": samples.contribution()._replace(unit=steps.PENCE_MONTHLY)}, "must be in the same unit"),
        ({"support": ()}, "says what the money is for"),
        ({"reply_by_on": samples.LETTER.written_on}, "after the day of the letter"),
    ],
)
def test_it_is_not_written_from_facts_that_disagree(wrong, says):
    with pytest.raises(FactsDisagree, match=says):
        samples.offer(**wrong)
