"""Nobody is asked for money back while the council owes them something first; each reason has a name."""

from dataclasses import replace
from datetime import date

import pytest

from ownway.rules.recovery_bars import KINDS, RecoveryFacts, find_bars
from ownway.rules.refusals import BadInput

# Amina was told on 20 May, three weeks ago; the council's review is in time and everything was answered.
IN_ORDER = RecoveryFacts(
    today=date(2026, 6, 10),
    kind="surplus",
    review_due_on=date(2026, 10, 1),
    notice_given_on=date(2026, 5, 20),
    notice_days=14,
    questions_unanswered=0,
    reasons_given=True,
    hardship_considered=True,
)


def names(facts):
    return [bar.name for bar in find_bars(facts)]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stands_in_the_way_when_all_was_done(kind):
    assert find_bars(replace(IN_ORDER, kind=kind)) == ()


@pytest.mark.parametrize(
    ("change", "name", "words"),
    [
        ({"review_due_on": date(2026, 6, 9)}, "review_overdue", "review was due by 9 June 2026. Hold the review"),
        ({"notice_given_on": None}, "no_notice", "has not been told that the balance is being looked at. Write to"),
        (
            {"notice_given_on": date(2026, 5, 28)},
            "too_little_time",
            "on 28 May 2026 and has 14 days, until 11 June 2026",
        ),
        ({"questions_unanswered": 1}, "question_unanswered", "waits for the answer to 1 question. Answer first"),
        ({"questions_unanswered": 3}, "question_unanswered", "waits for the answer to 3 questions"),
        ({"reasons_given": False}, "no_reasons", "Write the reasons down for this one person first"),
        ({"hardship_considered": False}, "hardship_not_considered", "Nobody has looked at what the person can spare"),
        ({"somebody_to_write_to": False}, "nobody_to_write_to", "Find out who does, and give them time to grieve"),
    ],
)
def test_each_reason_has_a_name_and_says_what_to_do_first(change, name, words):
    (bar,) = find_bars(replace(IN_ORDER, **change))
    assert bar.name == name
    assert words in bar.sentence
    assert bar.law


def test_on_the_last_day_for_the_review_the_council_may_still_ask():
    assert names(replace(IN_ORDER, review_due_on=IN_ORDER.today)) == []
    assert names(replace(IN_ORDER, review_due_on=None)) == []


def test_the_time_to_answer_is_over_on_its_last_day():
    assert names(replace(IN_ORDER, notice_given_on=date(2026, 5, 27))) == []
    assert names(replace(IN_ORDER, notice_given_on=date(2026, 5, 27), notice_days=15)) == ["too_little_time"]


def test_somebody_may_be_told_today():
    assert names(replace(IN_ORDER, notice_given_on=IN_ORDER.today)) == ["too_little_time"]
    assert names(replace(IN_ORDER, notice_given_on=IN_ORDER.today, notice_days=0)) == []


def test_all_reasons_are_said_at_once():
    nothing_done = replace(
        IN_ORDER,
        review_due_on=date(2022, 6, 1),
        notice_given_on=None,
        questions_unanswered=2,
        reasons_given=False,
        hardship_considered=False,
    )
    assert names(nothing_done) == [
        "review_overdue",
        "no_notice",
        "question_unanswered",
        "no_reasons",
        "hardship_not_considered",
    ]


def test_after_a_death_no_review_can_be_held_and_the_family_is_spoken_of_with_care():
    facts = replace(IN_ORDER, kind="death", review_due_on=date(2026, 1, 1), notice_given_on=None)
    (bar,) = find_bars(facts)
    assert bar.sentence.startswith("Whoever deals with the person’s affairs has not been told")


@pytest.mark.parametrize("kind", ["death", "ending"])
def test_what_is_owed_to_a_personal_assistant_is_worked_out_before_an_account_is_settled(kind):
    assert names(replace(IN_ORDER, kind=kind, run_off_worked_out=False)) == ["run_off_not_worked_out"]
    assert names(replace(IN_ORDER, kind=kind, hardship_considered=False)) == []


def test_what_is_owed_to_an_assistant_is_no_question_while_the_payment_goes_on():
    assert names(replace(IN_ORDER, run_off_worked_out=False)) == []


def test_only_the_review_is_said_to_be_law_and_that_as_reported():
    facts = replace(IN_ORDER, review_due_on=date(2026, 1, 1), notice_given_on=None, questions_unanswered=1)
    assert [(bar.name, bar.standing) for bar in find_bars(facts)] == [
        ("review_overdue", "reported"),
        ("no_notice", "not confirmed"),
        ("question_unanswered", "not the law"),
    ]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "revenge"}, "kind"),
        ({"notice_days": -1}, "notice_days"),
        ({"questions_unanswered": -1}, "questions_unanswered"),
        ({"notice_given_on": date(2026, 6, 11)}, "notice_given_on"),
    ],
)
def test_what_cannot_be_is_told_by_its_field(change, field):
    with pytest.raises(BadInput) as refused:
        find_bars(replace(IN_ORDER, **change))
    assert [problem.field for problem in refused.value.problems] == [field]
