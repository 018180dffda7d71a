"""A working as a table: like a bill, each sum under its parts, every amount in words."""

from tests.unit.letters import samples

from ownway.ground.letters.content.working import how, source, working_table
from ownway.rules import steps, vocabulary


def rows(*answers):
    return [(row.depth, row.label, row.amount) for row in working_table("Sums", *answers).rows]


def test_parts_stand_above_what_they_make():
    assert rows(samples.payment()) == [
        (3, "Hours of support", "28 hours a week"),
        (3, "Pay for an hour", "£14.20 an hour"),
        (2, "Pay for your personal assistant", "£397.60 a week"),
        (2, "Going swimming", "£45.00 a week"),
        (1, "Your personal budget", "£442.60 a week"),
        (2, "Your income", "£251.00 a week"),
        (2, "Money you keep to live on", "£188.90 a week"),
        (1, "What you pay", "£62.10 a week"),
        (0, "What we pay you", "£380.50 a week"),
    ]


def test_the_second_answer_shows_only_what_is_new():
    assert rows(samples.payment(), samples.four_weeks())[9:] == [
        (1, "Weeks", "4 weeks"),
        (0, "Each payment", "£1,522.00"),
    ]


def test_each_row_says_how_it_came_about_and_where_its_rule_is_from():
    (last,) = [row for row in working_table("Sums", samples.contribution()).rows if row.depth == 0]
    assert last.how == "£251.00 a week less £188.90 a week"
    assert last.source == "A made-up rule, regulation 3"


def test_a_set_figure_says_since_when_and_from_which_document():
    income, kept, _ = working_table("Sums", samples.contribution()).rows
    assert (income.how, income.source) == ("You told us", "")
    assert (kept.how, kept.source) == ("Figure in force from 6 April 2026", "A made-up figure, regulation 7")


def test_a_rounding_is_told_only_when_it_changed_something():
    rate = vocabulary.given("Holiday", 1207, steps.BASIS_POINTS, source="The law")
    even = vocabulary.given("Pay", 10000, steps.PENCE_WEEKLY, source="Your plan")  # 12.07% of £100.00 is £12.07
    odd = vocabulary.given("Pay", 10050, steps.PENCE_WEEKLY, source="Your plan")  # 12.07% of £100.50 is £12.13035
    exact = vocabulary.part_of("Holiday pay", even, rate, rounding=vocabulary.NEAREST_PENNY)
    rounded = vocabulary.part_of("Holiday pay", odd, rate, rounding=vocabulary.NEAREST_PENNY, law="Regulation 16")
    assert how(exact) == "12.07% of £100.00 a week"
    assert how(rounded) == "12.07% of £100.50 a week, rounded to the nearest penny, half a penny going up"
    assert source(rounded) == "Regulation 16"
    assert [row[1] for row in rows(rounded)] == ["Pay", "Holiday", "Holiday pay"]


def test_what_is_rounded_is_shown_when_it_was_told_and_not_worked_out():
    told = vocabulary.given("Rent", 12347, steps.PENCE_WEEKLY, source="You told us")
    assert rows(vocabulary.rounded("Rent we count", told, rounding=vocabulary.NEAREST_5P)) == [
        (1, "Rent", "£123.47 a week"),
        (0, "Rent we count", "£123.45 a week"),
    ]


def test_a_bare_nought_is_left_out_but_a_nought_that_was_told_is_not():
    amount = vocabulary.given("Left over", -500, steps.PENCE_WEEKLY, source="You told us")
    assert [row[1] for row in rows(vocabulary.at_least("What you pay", amount))] == ["Left over", "What you pay"]
    told = vocabulary.given("Savings", 0, steps.PENCE, source="You told us")
    assert rows(told) == [(0, "Savings", "£0.00")]


def test_a_long_sum_does_not_repeat_its_parts():
    parts = [vocabulary.given(f"Cost {n}", n, steps.PENCE, source="Your plan") for n in range(1, 6)]
    assert how(vocabulary.add_up("All", *parts[:4])) == "£0.01 + £0.02 + £0.03 + £0.04"
    assert how(vocabulary.add_up("All", *parts)) == "the 5 amounts above, added up"


def test_the_same_amount_under_two_names_is_shown_under_both():
    swim = vocabulary.given("Swimming", 4500, steps.PENCE_WEEKLY, source="Your plan")
    both = vocabulary.add_up("All", swim, swim._replace(label="Bowling"))
    assert [label for _, label, _ in rows(both)] == ["Swimming", "Bowling", "All"]
