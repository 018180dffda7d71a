"""`ownway cost FILE.toml`: the cost and the contribution with the working, or everything to put right."""

import io

import pytest
from django.core.management import CommandError, call_command

from ownway.config import places

EXAMPLE = places.ROOT / "docs" / "examples" / "amina.toml"
AGENCY = """
on = 2026-09-07
[[plan.lines]]
kind = "agency_hours"
heading = "Getting up"
label = "Mornings"
minutes_weekly = "3:30"
hourly_pence = "£25.53"
"""


@pytest.fixture
def cost(tmp_path):
    """`cost(text)`: what the command prints of a file with that text."""

    def run(text):
        file = tmp_path / "plan.toml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        out = io.StringIO()
        call_command("cost", str(file), stdout=out)
        return out.getvalue()

    return run


def test_the_shipped_example_comes_to_what_is_worked_out_by_hand(cost):
    # The plan of tests/factories/plans.py, £176.83, and contingency of 5% = £8.8415 = £8.84: £185.67.
    # ESA £140.00, less the guarantee £120.40 and £8.50 of washing = £11.10; mobility and £6,000 of savings add nothing.
    told = cost(EXAMPLE.read_text("utf-8"))
    head = [line.split() for line in told.splitlines()[:9]]
    for words in (
        "A week £185.67",
        "4 weeks £742.68",
        "A year £9,654.84",
        "Paid once £50.00",
        "The person pays £11.10",
        "The council pays £174.57",
    ):
        assert words.split() in head
    assert "SI 2014/2672 reg 7" in told
    assert "Contingency: £8.84 a week (5% of £176.83 a week" in told


def test_the_cost_alone_needs_no_finances_and_no_database(cost):
    told = cost(AGENCY)
    assert "£89.36" in told  # 3.5 × £25.53 = £89.355
    assert "The person pays" not in told


def test_numbers_and_words_come_to_the_same(cost):
    numbers = AGENCY.replace('"3:30"', "210").replace('"£25.53"', "2553")
    assert cost(numbers) == cost(AGENCY)


def test_nothing_is_told_twice(cost):
    told = cost(EXAMPLE.read_text("utf-8"))
    assert told.count("Weeks worked in a year: 46.4 weeks (52 weeks less 5.6 weeks)") == 1


def test_a_figure_nobody_confirmed_says_how_to_give_it(cost):
    text = EXAMPLE.read_text("utf-8").partition("# Figures that")[0]
    with pytest.raises(
        CommandError, match=r"add a \[\[confirmed\]\] table to the file for each of pension\.ae_trigger"
    ):
        cost(text)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("3:30", "-3"), "plan.lines.0.minutes_weekly: Hours cannot be less than 0."),
        (("3:30", "lots"), "plan.lines.0.minutes_weekly: Enter hours and minutes, like 3 hours 30 minutes"),
        (("£25.53", "25,53"), "plan.lines.0.hourly_pence: Use a full stop before the pence"),
        (('"£25.53"', "25.53"), "plan.lines.0.hourly_pence: This should be a whole number"),
        (('"£25.53"', "-1"), "lines.0.hourly_pence: This cannot be less than nothing."),
        (("agency_hours", "magic"), "lines.0.kind: “magic” is not a kind of support."),
        (('label = "Mornings"', "words = 1"), "plan.lines.0.words: We do not know “words” here."),
        (("2026-09-07", '"30 February"'), "on: This should be a real day, like 2026-04-06."),
        (("on = 2026-09-07", ""), "on: Tell us “on”."),
        (("[[plan.lines]]", "[plan]\nlines = 7\n[x]"), "plan.lines: This should be a list."),
        (('"£25.53"', "9" * 40), "plan.lines.0.hourly_pence: This number is too large to be right."),
    ],
)
def test_what_is_wrong_is_told_by_its_field(cost, change, said):
    with pytest.raises(CommandError) as refusal:
        cost(AGENCY.replace(*change))
    assert said in str(refusal.value)


def test_400_hours_for_one_assistant_are_refused(cost):
    text = EXAMPLE.read_text("utf-8").replace('"9 hours"', '"400 hours"')
    with pytest.raises(CommandError, match=r"A week has 168 hours\. This says 400 for one person"):
        cost(text)


def test_pay_below_the_minimum_wage_is_refused_before_any_sum(cost):
    with pytest.raises(CommandError, match=r"Carys would be paid .*The law says at least"):
        cost(EXAMPLE.read_text("utf-8").replace("£13.00", "£12.70"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"this is not toml", "not TOML that we can read"),
        (b"#" * 1_000_001, "too large to be a plan"),
        (b"a=" + b"[" * 100_000, "not TOML that we can read"),
        (b"", "on: Tell us “on”."),
    ],
)
def test_a_file_that_is_no_plan_is_refused(cost, content, said):
    with pytest.raises(CommandError) as refusal:
        cost(content)
    assert said in str(refusal.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="We cannot open"):
        call_command("cost", str(tmp_path / "nothing.toml"))
