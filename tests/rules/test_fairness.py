"""A table is as right for one group as for another, or it shows; and nobody switches it on without a look."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.figures import national
from tests.rules.past_plans import made_up
from tests.rules.test_allocation import TABLE, answers

from ownway.rules import answers_allocation
from ownway.rules.allocation_tables import Checked, digest
from ownway.rules.calibration import Choices, PastPlan, calibrate
from ownway.rules.fairness import (
    FairnessRow,
    LookedAt,
    TableNotLookedAt,
    fairness_table,
    may_be_used,
    refuse_unless_looked_at,
    standing_out,
)
from ownway.rules.plain_data import from_plain
from ownway.rules.refusals import BadInput

DAY = date(2026, 6, 1)
CHECKED = replace(TABLE, checked=Checked(500, 4_900, 5_000, 3_100))
LOOK = LookedAt(digest(CHECKED), "Harriet", date(2026, 3, 20), "No group stands out.")


def plans(many: int, weekly_pence: int, **groups: str) -> list[PastPlan]:
    """So many plans with 20 points, for which the table says £20.00, from £16.00 to £25.00."""
    return [PastPlan(f"{groups} {number}", answers(hygiene="some"), weekly_pence, **groups) for number in range(many)]


def rows_of(table, kind: str) -> dict[str, FairnessRow]:
    return {row.group: row for row in table.rows if row.kind == kind}


def test_each_group_has_its_error_and_the_share_for_whom_it_is_too_low():
    # Younger people: 20 plans of £18.00 (the table gives £2.00 more). Older: 10 of £22.00 and 20 of £30.00.
    young = plans(20, 1_800, age_band="18 to 24")
    old = plans(10, 2_200, age_band="65 and over") + plans(20, 3_000, age_band="65 and over", ethnicity="Mixed")
    rows = rows_of(fairness_table(young + old, table=TABLE), "age_band")
    assert rows["18 to 24"] == FairnessRow("age_band", "18 to 24", 20, 200, 0, 0, stands_out=True)
    assert rows["65 and over"] == FairnessRow("age_band", "65 and over", 30, -1_000, 10_000, 6_666, stands_out=True)


def test_everybody_comes_first_and_then_every_kind_of_group():
    table = fairness_table(made_up(300), table=TABLE)
    assert (table.rows[0].group, table.rows[0].people) == ("everybody", 300)
    kinds = [row.kind for row in table.rows[1:]]
    assert kinds == sorted(kinds, key=["age_band", "ethnicity", "client_group"].index)
    assert sum(row.people for row in table.rows if row.kind == "client_group") == 300


def test_what_is_not_known_is_a_group_too():
    rows = rows_of(fairness_table(plans(20, 2_000), table=TABLE), "ethnicity")
    assert list(rows) == ["not known"]


def test_a_small_group_is_hidden_and_the_next_one_with_it_so_that_it_cannot_be_worked_out():
    # 9 people alone could be found as everybody less the rest; so the next smallest, 15, are hidden too.
    many = plans(40, 2_000, ethnicity="White") + plans(15, 2_000, ethnicity="Asian or Asian British")
    rows = rows_of(fairness_table(many + plans(9, 3_000, ethnicity="Mixed"), table=TABLE), "ethnicity")
    assert {group: row.is_hidden for group, row in rows.items()} == {
        "Asian or Asian British": True,
        "Mixed": True,
        "White": False,
    }
    assert rows["Mixed"] == FairnessRow("ethnicity", "Mixed")


def test_two_small_groups_hide_each_other_only_when_they_are_enough_people():
    many = plans(40, 2_000, ethnicity="White") + plans(20, 2_000, ethnicity="Asian or Asian British")
    few = plans(4, 2_000, ethnicity="Mixed") + plans(5, 2_000, ethnicity="Black or Black British")
    hidden = {g for g, row in rows_of(fairness_table(many + few, table=TABLE), "ethnicity").items() if row.is_hidden}
    assert hidden == {"Mixed", "Black or Black British", "Asian or Asian British"}
    enough = few + plans(1, 2_000, ethnicity="Mixed")
    hidden = {g for g, row in rows_of(fairness_table(many + enough, table=TABLE), "ethnicity").items() if row.is_hidden}
    assert hidden == {"Mixed", "Black or Black British"}


@settings(max_examples=60, deadline=None)
@given(sizes=st.dictionaries(st.sampled_from("ABCDEF"), st.integers(1, 25), min_size=1))
def test_what_is_hidden_can_never_be_worked_out_for_fewer_people_than_the_threshold(sizes):
    people = [plan for group, many in sizes.items() for plan in plans(many, 2_000, ethnicity=group)]
    table = fairness_table(people, table=TABLE)
    rows = rows_of(table, "ethnicity")
    assert all(row.people >= 10 for row in rows.values() if not row.is_hidden)
    everybody = table.rows[0].people
    if everybody is not None:
        left = everybody - sum(row.people for row in rows.values() if not row.is_hidden)
        assert left == 0 or left >= 10


def test_a_handful_of_people_is_hidden_altogether():
    table = fairness_table(plans(9, 2_000), table=TABLE)
    assert all(row.is_hidden for row in table.rows)


def test_a_group_of_just_as_many_as_the_threshold_is_shown():
    rows = rows_of(fairness_table(plans(10, 2_000) + plans(11, 2_000, ethnicity="Mixed"), table=TABLE), "ethnicity")
    assert [row.people for row in rows.values()] == [11, 10]
    two = fairness_table(plans(2, 2_000), table=TABLE, fewest_shown=2)
    assert two.rows[0].people == 2


def test_a_council_may_hide_larger_groups():
    table = fairness_table(plans(20, 2_000, age_band="18 to 24"), table=TABLE, fewest_shown=21)
    assert all(row.is_hidden for row in table.rows)
    assert table.fewest_shown == 21


def test_a_group_stands_out_only_beyond_what_chance_easily_does():
    # Everybody: 50 of 100 too low. Two standard errors of 25 people are 20 in 100: 18 of 25 stand out, 15 do not.
    def share(too_low: int) -> bool:
        group = plans(too_low, 3_000, age_band="18 to 24") + plans(25 - too_low, 1_000, age_band="18 to 24")
        rest = plans(50 - too_low, 3_000, age_band="25 to 64") + plans(25 + too_low, 1_000, age_band="25 to 64")
        return rows_of(fairness_table(group + rest, table=TABLE), "age_band")["18 to 24"].stands_out

    assert share(18)
    assert share(7)
    assert not share(17)  # 18 in 100 more than everybody
    assert not share(8)


def test_a_table_made_from_unfair_plans_shows_who_it_is_unfair_to():
    # Plans of older people really cost half as much again, whatever they answer: the table cannot know, and shows it.
    made = calibrate(
        made_up(1_200, unfair_to="65 and over"),
        choices=Choices("2026.1", date(2026, 4, 1), date(2027, 4, 1), "made up"),
    )
    table = fairness_table(made.kept_back, table=made.table)
    old = rows_of(table, "age_band")["65 and over"]
    assert old.stands_out
    assert old.too_low_basis_points > 7_000
    assert old.median_error_pence < -3_000
    assert old in standing_out(table)


def test_without_plans_or_with_no_threshold_there_is_no_table():
    for wrong in ({"plans": []}, {"plans": plans(20, 2_000), "fewest_shown": 1}):
        with pytest.raises(BadInput):
            fairness_table(**wrong, table=TABLE)


def test_a_table_may_be_used_once_somebody_has_looked():
    fairness = fairness_table(made_up(100), table=CHECKED)
    answer = may_be_used(table=CHECKED, fairness=fairness, looked_at=LOOK, on=DAY)
    assert (answer.may, answer.reasons) == (True, ())


def test_everything_that_is_missing_is_said_at_once():
    answer = may_be_used(table=TABLE, fairness=None, looked_at=None, on=date(2026, 3, 31))
    assert not answer.may
    assert answer.reasons == (
        "The table begins on 1 April 2026.",
        "Nobody has tried the table on plans that it was not made from.",
        "There is no fairness table for it. Make one, and look at it.",
        "Nobody has looked at its fairness table yet.",
    )


@pytest.mark.parametrize(
    ("look", "reason"),
    [
        (
            replace(LOOK, table_digest="0"),
            "The table has changed since somebody looked at its fairness table. Look again.",
        ),
        (replace(LOOK, looked_at_by=" "), "Say who looked at the fairness table."),
        (replace(LOOK, words=""), "Say in a few words what the fairness table shows, and what is done about it."),
        (
            replace(LOOK, looked_at_on=date(2026, 6, 2)),
            "The fairness table is said to be looked at on 2 June 2026, which is still to come.",
        ),
    ],
)
def test_a_look_that_does_not_count_says_why(look, reason):
    fairness = fairness_table(made_up(100), table=CHECKED)
    assert may_be_used(table=CHECKED, fairness=fairness, looked_at=look, on=DAY).reasons == (reason,)
    with pytest.raises(TableNotLookedAt) as refusal:
        refuse_unless_looked_at(table=CHECKED, looked_at=look, on=DAY)
    assert str(refusal.value) == f"This table may not be used. {reason}"


def test_the_fairness_table_of_another_table_does_not_count():
    fairness = fairness_table(made_up(100), table=TABLE)
    reasons = may_be_used(table=CHECKED, fairness=fairness, looked_at=LOOK, on=DAY).reasons
    assert reasons == ("The fairness table is about another table. Make it again for this one.",)


def test_a_table_is_used_up_to_the_day_to_look_at_it_again():
    refuse_unless_looked_at(table=CHECKED, looked_at=LOOK, on=date(2026, 4, 1))
    refuse_unless_looked_at(table=CHECKED, looked_at=LOOK, on=date(2027, 4, 1))
    with pytest.raises(TableNotLookedAt, match=r"by 1 April 2027\. Make it again from newer plans"):
        refuse_unless_looked_at(table=CHECKED, looked_at=LOOK, on=date(2027, 4, 2))


def ask(**changes):
    rule = answers_allocation.PLAIN_RULES["allocation.may_be_used"]
    data = {name: value for name, value in rule.example.items() if name != "on"} | changes
    return rule.work(from_plain(rule.inputs, data), national())


def test_the_example_of_its_page_and_one_that_may_not():
    assert ask() == {"may_be_used": True, "reasons": []}
    assert ask(looked_at=None) == {"may_be_used": False, "reasons": ["Nobody has looked at its fairness table yet."]}
