"""`ownway parameters`: every figure with its value, how far it can be trusted, who says so, and when to look again."""

import json
from datetime import date

import pytest
from django.core.management import call_command

from ownway.ground.figures.operations import confirm_figure
from ownway.rules.parameters import load_national
from ownway.rules.steps import UNITS


@pytest.fixture
def parameters(capsys):
    """`parameters("--on", "2026-06-01")`: the exit code and what was printed."""

    def run(*words):
        code = 0
        try:
            call_command("parameters", *words)
        except SystemExit as end:
            code = end.code
        return code, capsys.readouterr()

    return run


@pytest.fixture
def listed(parameters):
    """The figures as JSON, by id."""
    return lambda *words: {one["id"]: one for one in json.loads(parameters(*words, "--json")[1].out)}


def test_every_figure_is_listed_in_a_table_that_fits_a_terminal(parameters):
    code, printed = parameters("--on", "2026-06-01")
    assert (code, printed.err) == (0, "")
    assert max(map(len, printed.out.splitlines())) <= 100
    words = " ".join(printed.out.split())
    assert printed.out.count("(ni.employer_rate)") == 1
    assert "15%, from" in words
    assert "£12.71 an hour," in words


def test_json_has_each_figure_in_its_own_unit(listed):
    found = listed("--on", "2026-06-01")
    assert set(found) == set(load_national().figures)
    assert {one["unit"] for one in found.values()} <= UNITS
    rate = found["ni.employer_rate"]
    assert (rate["value"], rate["unit"], rate["from_on"]) == (1_500, "basis points", "2025-04-06")
    assert (rate["standing"], rate["usable"], rate["past_review"]) == ("reported", True, False)
    assert rate["source"]
    assert rate["review_by"] == load_national().get("ni.employer_rate").review_by.isoformat()


def test_another_day_has_other_values(listed):
    assert listed("--on", "2025-04-05")["ni.employer_rate"]["value"] == 1_380
    assert listed("--on", "1999-06-01")["ni.employer_rate"] == listed("--on", "1998-06-01")["ni.employer_rate"]


def test_before_its_first_day_a_figure_has_no_value(listed, parameters):
    rate = listed("--on", "1999-06-01")["ni.employer_rate"]
    assert (rate["value"], rate["from_on"], rate["usable"]) == (None, None, False)
    assert "nothing before" in parameters("--on", "1999-06-01")[1].out


def test_those_that_nobody_confirmed_are_listed_alone(listed):
    found = listed("--on", "2026-06-01", "--unconfirmed")
    assert "pension.ae_trigger" in found
    assert "ni.employer_rate" not in found
    assert not any(one["usable"] or one["value"] is not None for one in found.values())


def test_those_past_their_review_are_listed_alone(listed):
    assert listed("--on", "2026-06-01", "--past-review") == {}
    later = listed("--on", "2028-06-01", "--past-review")
    assert later["ni.employer_rate"]["past_review"] is True
    assert set(later) == set(load_national().figures)


def test_a_council_sees_what_it_confirmed(listed, parameters, council, harriet, now):
    confirm_figure(
        council=council,
        figure="mig.lone_parent",
        from_on=date(2026, 4, 6),
        value=12_040,
        source="the circular of 2026",
        by=harriet,
        at=now,
    )
    ours = listed("--on", "2026-06-01", "--council", council.slug)["mig.lone_parent"]
    assert (ours["value"], ours["standing"]) == (12_040, "confirmed by the council")
    assert listed("--on", "2026-06-01")["mig.lone_parent"]["value"] is None
    printed = " ".join(parameters("--on", "2026-06-01", "--council", council.slug)[1].out.split())
    assert "the circular of" in printed
    assert "Harriet" in printed


def test_a_council_that_is_not_here_is_refused(parameters, db):
    code, printed = parameters("--council", "atlantis")
    assert (code, printed.out) == (2, "")
    assert printed.err == "There is no council with the short name “atlantis” here.\n"


def test_a_day_that_is_none_is_refused(parameters):
    with pytest.raises(Exception, match="“2026-13-01” is not a real day, like 2026-04-06"):
        parameters("--on", "2026-13-01")
