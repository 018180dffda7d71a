"""The last day to send a file is asked by name, and answered with the two bank days between."""

from datetime import date

import pytest
from tests.rules.figures import national

from ownway.rules.refusals import BadInput
from ownway.rules.registry import PLAIN_RULES, answer_plainly

RULE = "bacs.latest_submission_for_entry_date"


def asked(**changes):
    return answer_plainly(RULE, {**PLAIN_RULES[RULE].example, **changes}, national())


def test_the_tuesday_after_easter_needs_the_file_on_the_wednesday_before():
    # Good Friday is 3 April 2026 and Easter Monday 6 April, so the bank days before Tuesday are Thursday and Wednesday.
    assert asked() == {
        "latest_submission_on": "2026-04-01",
        "processing_on": "2026-04-02",
        "entry_on": "2026-04-07",
    }


def test_a_day_on_which_banks_do_not_pay_is_refused_by_its_field():
    with pytest.raises(BadInput) as refusal:
        asked(entry_on="2026-04-06")
    assert [problem.field for problem in refusal.value.problems] == ["entry_on"]
    assert "6 April 2026" in refusal.value.problems[0].sentence
    assert date(2026, 4, 6).weekday() == 0  # a Monday, but a bank holiday


def test_the_bank_holidays_must_be_told():
    with pytest.raises(BadInput, match="bank holidays"):
        answer_plainly(RULE, {"entry_on": "2026-04-07"}, national())
