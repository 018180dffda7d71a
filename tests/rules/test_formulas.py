"""A formula names what each figure is made of, and no amount of the person it was worked out for."""

from tests.rules.figures import of_our_council

from ownway.rules import registry
from ownway.rules import steps as units
from ownway.rules import vocabulary as words
from ownway.rules.formulas import Formula, formulas

PAY = words.given("Pay", 12_000, units.PENCE_WEEKLY, source="the payslip")
LIMIT = words.given("The limit", 9_600, units.PENCE_WEEKLY, source="the law")


def told(*answers):
    return [(one.label, one.how) for one in formulas(*answers)]


def test_a_sum_names_its_parts():
    assert told(words.take_away("Pay above the limit", PAY, LIMIT)) == [
        ("Pay above the limit", "“Pay” less “The limit”")
    ]


def test_a_part_that_was_worked_out_follows_with_its_own_formula():
    above = words.take_away("Pay less the limit", PAY, LIMIT)
    assert told(words.at_least("Pay above the limit", above)) == [
        ("Pay above the limit", "the larger of “Pay less the limit” and nothing"),
        ("Pay less the limit", "“Pay” less “The limit”"),
    ]


def test_both_ways_of_a_choice_are_told_whichever_was_taken():
    test = words.is_more_than("It is more", PAY, LIMIT)
    half = words.shared("Half", PAY, words.given("Ways", 2, units.COUNT), rounding=words.PENNY_DOWN)
    none = words.given("Too little", 0, units.PENCE_WEEKLY)
    assert told(words.choose("What is taken", test, yes=half, no=none)) == [
        ("What is taken", "if “It is more”: “Half”; if not: nothing"),
        ("It is more", "is “Pay” more than “The limit”?"),
        ("Half", "“Pay” shared between 2, rounded down to the penny"),
    ]


def test_numbers_of_the_formula_itself_are_said_as_numbers():
    twelve, weeks = words.given("Times", 12, units.COUNT), words.given("Over", 52, units.COUNT)
    month = words.given("Rent", 26_000, units.PENCE_MONTHLY, source="told by the person")
    weekly = words.convert(
        "Rent, a week", month, times=twelve, over=weeks, unit=units.PENCE_WEEKLY, rounding=words.NEAREST_PENNY
    )
    assert told(weekly) == [("Rent, a week", "“Rent” × 12 ÷ 52, rounded to the nearest penny, half a penny going up")]


def test_what_several_answers_share_is_told_once():
    above = words.take_away("Pay less the limit", PAY, LIMIT)
    assert told(words.at_least("One", above), words.at_least("Another", above)) == [
        ("One", "the larger of “Pay less the limit” and nothing"),
        ("Pay less the limit", "“Pay” less “The limit”"),
        ("Another", "the larger of “Pay less the limit” and nothing"),
    ]


def test_what_was_only_given_has_no_formula():
    assert told(PAY) == []


def test_a_rule_has_the_same_formula_for_more_money():
    asked = {"on": "2026-06-01", "pay_pence": 20_000}
    less = registry.answer("ni.employer", asked, of_our_council())
    more = registry.answer("ni.employer", asked | {"pay_pence": 90_000}, of_our_council())
    assert told(*less.values()) == told(*more.values())
    assert Formula("Pay less the limit", "“Pay” less “Weekly pay above which an employer pays National Insurance”") in (
        list(formulas(*less.values()))
    )
