"""`ownway what-if` and `ownway rules`: an analyst's questions over many people, from the command line."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

PEOPLE = Path(__file__).parents[3] / "docs" / "examples" / "people.csv"


def what_if(capsys, *words, file=PEOPLE):
    try:
        call_command("what_if", str(file), "--on", "2026-06-01", *words)
    except SystemExit as end:
        return end.code, capsys.readouterr().err
    return 0, capsys.readouterr().out


def test_it_says_the_totals_and_who_is_better_off(capsys):
    code, said = what_if(capsys, "--set", "policy.percent_taken=9000", "--by", "group")
    assert code == 0
    assert "Everybody                   6         £617.15 a week   £585.43 a week   −£31.72 a week" in said
    assert "Better off: 3. Worse off: 0. No change: 3." in said


def test_it_shows_one_persons_working_before_and_after(capsys):
    # Amina: £140.00 + £101.00 + £7.00 from savings, less £8.50 and £120.40, is £119.10; nine tenths of it £107.19
    _, said = what_if(capsys, "--set", "policy.percent_taken=9000", "--person", "1")
    assert "Row 1 before: £119.10 a week" in said
    assert "Row 1 after: £107.19 a week" in said
    assert "90% of £119.10 a week" in said


def test_json_has_whole_pence(capsys):
    _, said = what_if(capsys, "--set", "policy.percent_taken=9000", "--json")
    (everybody,) = json.loads(said)["groups"]
    assert (everybody["before"], everybody["after"], everybody["less"]) == (61_715, 58_543, 3)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--by", "town"], "no column “town”"),
        (["--person", "7"], "there is no row 7"),
        (["--set", "policy.nonsense=1"], "neither a figure"),
        (["--answer", "weekly"], "no answer called “weekly”"),
        (["--rule", "ni.employer"], "None of the columns is an input of this rule"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_and_it_ends_with_2(capsys, words, sentence):
    code, said = what_if(capsys, *words)
    assert code == 2
    assert sentence in said


def test_a_file_that_is_not_there_is_said_in_a_sentence(capsys, tmp_path):
    code, said = what_if(capsys, file=tmp_path / "nobody.csv")
    assert code == 2
    assert "We cannot open" in said


def test_a_row_that_cannot_be_right_is_named(capsys, tmp_path):
    wrong = tmp_path / "people.csv"
    wrong.write_text(PEOPLE.read_text("utf-8").replace("12000", "£120"), "utf-8")
    code, said = what_if(capsys, file=wrong)
    assert code == 2
    assert "Row 2, cost_weekly_pence: This should be a whole number" in said


def test_an_option_without_a_value_is_refused():
    with pytest.raises(CommandError, match=r"like policy\.percent_taken=9000"):
        call_command("what_if", str(PEOPLE), "--set", "policy.percent_taken")


def test_rules_works_out_as_many_people_as_are_asked_for(capsys):
    call_command("rules", "--people", "2,000", "--on", "2026-06-01", "--threads", "2")
    said = capsys.readouterr().out
    assert said.startswith("2,000 made-up people in ")
    plain = [line for line in said.splitlines() if "a week in all" in line]
    call_command("rules", "--people", "2000", "--on", "2026-06-01", "--compiled")
    compiled = [line for line in capsys.readouterr().out.splitlines() if "a week in all" in line]
    assert plain == compiled
    assert len(plain) == 3


@pytest.mark.parametrize("people", ["0", "many", "20000001"])
def test_so_many_people_cannot_be_made_up(people):
    with pytest.raises(CommandError, match="should be a whole number from 1 to 20,000,000"):
        call_command("rules", "--people", people)
