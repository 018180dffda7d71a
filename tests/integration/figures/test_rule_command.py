"""`ownway rule`: the rules listed, or one asked with facts on standard input, and every refusal a sentence."""

import io
import json
import os
import subprocess
import sys
from datetime import date

import pytest
from django.core.management import call_command

from ownway.ground.figures.operations import confirm_figure
from ownway.rules import registry

WAGE = {"date": "2026-06-01", "category": "A", "weekly_pay": 120}
LONE_PARENT = {"date": "2026-06-01", "household": "lone parent", "age": 30, "children": 1}
START = [sys.executable, "-c", "from ownway.config.command import main; main()", "rule"]


@pytest.fixture
def rule(monkeypatch, capsys):
    """`rule(facts, "ni.employer")`: the exit code, what was printed, and what was said on standard error."""

    def run(facts, *words):
        typed = facts if isinstance(facts, str) else json.dumps(facts)
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = 0
        try:
            call_command("rule", *words)
        except SystemExit as end:
            code = end.code
        return (code, *capsys.readouterr())

    return run


def test_without_a_name_every_rule_is_listed_with_what_it_answers(rule):
    code, listed, _ = rule("")
    assert code == 0
    for name in (*registry.RULES, *registry.PLAIN_RULES, "charging.community_contribution", "modulus.check"):
        assert f"\n{name} " in f"\n{listed}", name
    assert max(map(len, listed.splitlines())) <= 100


def test_a_question_in_pounds_is_answered_in_pounds(rule):
    # 15% of £120.00 − £96.00
    code, printed, said = rule(WAGE, "ni.employer")
    assert (code, json.loads(printed), said) == (0, {"employer_ni": 3.6}, "")


def test_a_question_in_the_rulebooks_own_names_is_answered_in_pence(rule):
    asked = {"on": "2026-06-01", "category": "A", "pay_pence": 12_000}
    assert json.loads(rule(asked, "ni.employer")[1]) == {"employer": 360}
    assert json.loads(rule({"pay_pence": 12_000}, "ni.employer", "--on", "2024-06-01")[1]) == {"employer": 0}


def test_a_yes_is_true_and_a_sum_not_yet_rounded_keeps_its_fraction(rule):
    asked = {"on": "2026-06-01", "minutes_worked": 600, "hours_kind": "irregular"}
    assert json.loads(rule(asked, "holiday.irregular_accrual")[1]) == {"accrued": 60, "before_rounding": 72.42}
    asked = {"on": "2026-06-01", "capital_pence": 2_400_000}
    assert json.loads(rule(asked, "charging.tariff_income")[1])["above_upper_limit"] is True


def test_a_rule_whose_answer_is_no_figure_is_asked_the_same_way(rule):
    asked = {"on": "2026-06-01", "first_payment_on": "2026-04-01"}
    assert json.loads(rule(asked, "dp.review_due")[1])["due_on"] == "2026-10-01"
    assert json.loads(rule({"first_payment": "2026-04-01"}, "dp.review_due")[1]) == {"next_review_latest": "2026-10-01"}


def test_the_working_is_a_table_that_fits_a_terminal(rule):
    code, printed, _ = rule(WAGE, "ni.employer", "--working")
    answer, _, table = printed.partition("\n\n")
    assert (code, json.loads(answer)) == (0, {"employer_ni": 3.6})
    assert max(map(len, table.splitlines())) <= 100
    first, *_ = [line.split() for line in table.splitlines() if line.startswith("Employer’s National Insurance")]
    assert first[3:9] == ["£3.60", "a", "week", "15%", "of", "£24.00"]
    assert "\n    Pay less the limit" in table
    assert "reported]" in table


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Nothing came on standard input. Give the facts there as JSON"),
        ("  \n", "Nothing came on standard input."),
        ("{", "This is not JSON that we can read: look at line 1, character 2."),
        ("[" * 100_000, "This is not JSON that we can read: it has too many brackets inside each other."),
        ('{"weekly_pay": NaN}', "This is not JSON that we can read: NaN is not a number."),
        ('{"weekly_pay": 1, "weekly_pay": 2}', "“weekly_pay” stands there twice."),
        ('{"weekly_pay": ' + "9" * 5_000 + "}", "a number has too many digits."),
        ("[1, 2]", "Give the facts as a group of names with values"),
        ("12", "Give the facts as a group of names with values"),
        ('"' + "x" * 1_000_001 + '"', "This is too long to be the facts of one question."),
        ("{}", "weekly_pay: Tell us “weekly pay”."),
        ('{"weekly_pay": -120, "category": "A"}', "weekly_pay: This cannot be less than nothing."),
        ('{"weekly_pay": 120, "category": "A", "date": "2026-02-30"}', "date: This should be a real day"),
        ('{"weekly_pay": 120, "category": "A", "date": "1999-06-01"}', "for 1 June 1999"),
        ('{"weekly_pay": 120, "category": "A", "bonus": 5}', "bonus: We do not know “bonus” here"),
        ('{"pay_pence": 120, "pay_period": "blue moon"}', "pay_period: “blue moon” is not one we know."),
        ('{"pay_pence": -1}', "pay_pence: This cannot be less than nothing."),
        ('{"weekly_pay": 120, "category": "A", "confirmed": 5}', "confirmed: This should be a list."),
        ('{"weekly_pay": 120, "category": "A", "confirmed": [{}]}', "confirmed.0.id: Tell us “id”."),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(rule, typed, said):
    code, printed, told = rule(typed, "ni.employer")
    assert (code, printed) == (2, "")
    assert said in told
    assert "Traceback" not in told


@pytest.mark.parametrize("name", ["cld.cost", "nonsense", ""])
def test_a_rule_that_is_not_here_is_said_to_be_not_here(rule, name):
    code, printed, told = rule("{}", name)
    assert (code, printed) == (2, "")
    assert told.startswith(f"There is no rule called “{name}” here.")


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one(rule):
    assert "Perhaps you mean ni.employer" in rule("{}", "ni.employers")[2]


def test_words_that_the_rule_does_not_need_are_named(rule):
    code, _, told = rule(WAGE | {"comment": "as printed"}, "ni.employer")
    assert (code, told) == (0, "Not needed for this rule: comment.\n")


def test_a_figure_that_nobody_confirmed_may_be_told_with_its_source(rule):
    code, _, told = rule(LONE_PARENT, "charging.mig_total")
    assert code == 2
    assert "Minimum income guarantee, lone parent" in told
    assert "“confirmed”, a list with mig.lone_parent, mig.per_child, each as id, from_on, value, source and by" in told
    read = [
        {"id": figure, "from_on": "2026-04-06", "value": pence, "source": "the circular", "by": "Harriet"}
        for figure, pence in (("mig.lone_parent", 12_040), ("mig.per_child", 10_000))
    ]
    assert json.loads(rule(LONE_PARENT | {"confirmed": read}, "charging.mig_total")[1]) == {"mig": 220.4}


def test_a_council_asks_with_what_it_confirmed(rule, council, harriet, now):
    for figure, pence in (("mig.lone_parent", 12_040), ("mig.per_child", 10_000)):
        confirm_figure(
            council=council,
            figure=figure,
            from_on=date(2026, 4, 6),
            value=pence,
            source="the circular",
            by=harriet,
            at=now,
        )
    assert json.loads(rule(LONE_PARENT, "charging.mig_total", "--council", council.slug)[1]) == {"mig": 220.4}
    assert rule(LONE_PARENT, "charging.mig_total")[0] == 2


def test_a_council_that_is_not_here_is_refused(rule, db):
    code, _, told = rule(WAGE, "ni.employer", "--council", "atlantis")
    assert (code, told) == (2, "There is no council with the short name “atlantis” here.\n")


def test_the_operators_list_is_read_from_its_file(rule, settings, tmp_path):
    file = tmp_path / "valacdos.txt"
    file.write_text("010000 019999 MOD10    0    0    0    0    0    0    1    1    1    1    1    1    1    1\n")
    asked = {"sort_code": "010203", "account_number": "10000008"}
    settings.MODULUS_WEIGHTS = ""
    assert "has not been loaded here" in rule(asked, "modulus.check")[2]
    settings.MODULUS_WEIGHTS = str(file)
    assert json.loads(rule(asked, "modulus.check")[1])["valid"] is False
    assert "may change the answer" in rule(asked | {"weights": [1]}, "modulus.check")[2]
    settings.MODULUS_WEIGHTS = str(tmp_path / "elsewhere.txt")
    assert rule(asked, "modulus.check")[2].startswith("We cannot open ")
    file.write_text("nonsense")
    settings.MODULUS_WEIGHTS = str(file)
    assert rule(asked, "modulus.check")[0] == 2


@pytest.mark.parametrize("typed", [b"\xff\xfe{", b"", b'{"weekly_pay": -1}'])
def test_nothing_that_is_sent_ends_in_a_traceback(typed):
    done = subprocess.run([*START, "ni.employer"], input=typed, capture_output=True, env=os.environ | {"TZ": "UTC"})
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr
    assert b"Traceback" not in done.stderr
