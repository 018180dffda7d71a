"""Before money goes out, a person sees what changed since last time, and a slip stops the run."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules.frequencies import FOUR_WEEKS, MONTH, ONCE, TWO_WEEKS, WEEK
from ownway.rules.run_changes import Change, RunLine, compare_runs, difference_in_total, stops_the_run
from ownway.rules.schedules import EVERY_IN_WORDS
from ownway.rules.vocabulary import recompute

LAST_FROM, LAST_TO = date(2026, 6, 1), date(2026, 6, 7)
NOW_FROM, NOW_TO = date(2026, 6, 8), date(2026, 6, 14)

AMINA_LAST = RunLine(
    payee_key="amina",
    agreement_key="amina-dp",
    amount_pence=12000,
    period_from_on=LAST_FROM,
    period_to_on=LAST_TO,
    every=WEEK,
    weekly_pence_agreed=12000,
    bank_account_digest="a1",
)
AMINA_NOW = replace(AMINA_LAST, period_from_on=NOW_FROM, period_to_on=NOW_TO)


def compare(last, proposed, **more):
    return compare_runs(last=last, proposed=proposed, due_to_on=NOW_FROM, **more)


def only(changes) -> Change:
    (change,) = changes
    return change


def test_the_same_payment_again_is_the_same_and_asks_for_nothing():
    change = only(compare([AMINA_LAST], [AMINA_NOW]))
    assert (change.kind, change.before_pence, change.after_pence) == ("same", 12000, 12000)
    assert not change.needs_looking_at
    assert not change.stops_the_run
    assert change.sentence == "Same as last time: £120.00."


def test_a_monthly_sum_paid_weekly_stops_the_run():
    # £120.00 a week is £120.00 × 52 ÷ 12 = £520.00 a month.
    changes = compare([AMINA_LAST], [replace(AMINA_NOW, amount_pence=52000)])
    assert [change.kind for change in changes] == ["looks like a slip", "amount changed"]
    assert changes[0].stops_the_run
    assert changes[0].sentence == (
        "£520.00 looks like a monthly sum, but it is paid every week. "
        "£120.00 a week is agreed, so about £120.00 is expected."
    )
    assert stops_the_run(changes)


def test_a_monthly_sum_written_into_the_agreement_itself_is_caught_by_what_was_paid_last_time():
    wrong = replace(AMINA_NOW, amount_pence=52000, weekly_pence_agreed=52000)
    change = compare([AMINA_LAST], [wrong])[0]
    assert change.stops_the_run
    assert change.sentence == "£520.00 now, £120.00 last time: it looks like a monthly sum paid every week."


@pytest.mark.parametrize(
    ("pence", "every", "days", "period"),
    [
        (48000, WEEK, 7, "4-weekly"),
        (52000, WEEK, 7, "monthly"),
        (24000, WEEK, 7, "2-weekly"),
        (624000, WEEK, 7, "yearly"),
        (52143, WEEK, 7, "monthly"),  # by 365 ÷ 7 ÷ 12 weeks: £521.43
        (52000, FOUR_WEEKS, 28, "monthly"),  # 8% too much, every time
        (624000, MONTH, 30, "yearly"),
        (12000, MONTH, 30, "weekly"),  # the other way round leaves Amina short
        (48000, MONTH, 31, "4-weekly"),
    ],
)
def test_each_mix_up_of_periods_is_named(pence, every, days, period):
    line = replace(AMINA_NOW, amount_pence=pence, every=every, period_to_on=NOW_FROM + timedelta(days=days - 1))
    change = compare([], [line])[0]
    assert change.kind == "looks like a slip"
    assert f"looks like a {period} sum, but it is paid {EVERY_IN_WORDS[every]}." in change.sentence


@pytest.mark.parametrize(
    ("pence", "every", "days"),
    [
        (12000, WEEK, 7),
        (24000, TWO_WEEKS, 14),
        (48000, FOUR_WEEKS, 28),
        (52000, MONTH, 28),
        (52143, MONTH, 31),
        (17143, FOUR_WEEKS, 10),  # 10 of 28 days: £480.00 × 10 ÷ 28
    ],
)
def test_the_right_sum_for_its_period_is_left_in_peace(pence, every, days):
    line = replace(AMINA_NOW, amount_pence=pence, every=every, period_to_on=NOW_FROM + timedelta(days=days - 1))
    assert [change.kind for change in compare([], [line])] == ["new"]


def test_a_part_period_before_a_whole_one_is_not_taken_for_a_slip():
    # 7 of 28 days came to £120.00; the next four weeks come to £480.00, four times as much and right.
    part = replace(AMINA_LAST, every=FOUR_WEEKS)
    whole = replace(AMINA_NOW, every=FOUR_WEEKS, amount_pence=48000, period_to_on=date(2026, 7, 5))
    assert [change.kind for change in compare([part], [whole])] == ["amount changed"]


def test_what_a_person_wrote_lets_the_run_go_on_and_is_shown():
    proposed = [replace(AMINA_NOW, amount_pence=52000)]
    key = compare([AMINA_LAST], proposed)[0].key
    changes = compare([AMINA_LAST], proposed, written_why={key: "Agreed with Dev: five weeks' arrears."})
    assert not stops_the_run(changes)
    written = next(change for change in changes if change.kind == "looks like a slip")
    assert written.needs_looking_at, "it is still shown to the second person"
    assert written.sentence.endswith("Written about it: Agreed with Dev: five weeks' arrears.")


def test_what_was_written_about_one_amount_does_not_excuse_another():
    key = compare([AMINA_LAST], [replace(AMINA_NOW, amount_pence=52000)])[0].key
    changes = compare([AMINA_LAST], [replace(AMINA_NOW, amount_pence=624000)], written_why={key: "Arrears."})
    assert stops_the_run(changes)


def test_blank_words_do_not_let_a_run_go_on():
    proposed = [replace(AMINA_NOW, amount_pence=52000)]
    key = compare([AMINA_LAST], proposed)[0].key
    assert stops_the_run(compare([AMINA_LAST], proposed, written_why={key: "  "}))


def test_a_changed_amount_with_a_known_reason_needs_no_second_look():
    raised = replace(
        AMINA_NOW, amount_pence=12480, weekly_pence_agreed=12480, reasons=("Annual increase from 8 June 2026",)
    )
    change = only(compare([AMINA_LAST], [raised]))
    assert change.kind == "amount changed"
    assert not change.needs_looking_at
    assert change.sentence == "£120.00 last time, £124.80 now: £4.80 more. Annual increase from 8 June 2026."


def test_a_changed_amount_with_no_known_reason_is_to_be_looked_at_but_does_not_stop_the_run():
    change = only(compare([AMINA_LAST], [replace(AMINA_NOW, amount_pence=11500)]))
    assert change.needs_looking_at
    assert not change.stops_the_run
    assert change.sentence == "£120.00 last time, £115.00 now: £5.00 less. No reason is known."


def test_someone_missed_is_noticed():
    change = only(compare([AMINA_LAST], []))
    assert (change.kind, change.after_pence, change.needs_looking_at) == ("stopped", 0, True)
    assert (
        change.sentence == "Paid £120.00 last time and not this time, and no reason is known. Could someone be missed?"
    )


def test_a_stop_with_a_known_reason_asks_for_nothing():
    change = only(compare([AMINA_LAST], [], stopped_because={"amina-dp": "Paused while Amina is in hospital."}))
    assert change.kind == "stopped"
    assert not change.needs_looking_at
    assert change.sentence == "Not paid this time. Paused while Amina is in hospital."


def test_a_four_weekly_payment_is_not_missed_in_the_weeks_between():
    covered_to_28_june = replace(AMINA_LAST, every=FOUR_WEEKS, amount_pence=48000, period_to_on=date(2026, 6, 28))
    change = only(compare([covered_to_28_june], []))
    assert change.kind == "not due yet"
    assert not change.needs_looking_at
    assert change.sentence == "Not due yet: the last payment covers up to 28 June 2026."


def test_a_change_from_weekly_to_four_weekly_is_named_once():
    four = replace(
        AMINA_NOW, every=FOUR_WEEKS, amount_pence=48000, period_to_on=date(2026, 7, 5), reasons=("Brian asked for it",)
    )
    change = only(compare([AMINA_LAST], [four]))
    assert change.kind == "frequency changed"
    assert change.sentence == (
        "Was paid every week, now every 4 weeks. £120.00 before, £480.00 now. Brian asked for it."
    )


def test_a_new_bank_account_stops_the_run_until_someone_has_checked_it():
    change = only(compare([AMINA_LAST], [replace(AMINA_NOW, bank_account_digest="b2")]))
    assert change.kind == "bank account changed"
    assert change.stops_the_run
    assert "Check it with the person before paying." in change.sentence


def test_days_paid_last_time_and_again_now_stop_the_run():
    again = replace(AMINA_NOW, period_from_on=date(2026, 6, 7), period_to_on=date(2026, 6, 13))
    change = only(compare([AMINA_LAST], [again]))
    assert change.kind == "paid twice"
    assert change.stops_the_run
    assert change.sentence == "Some days would be paid twice: 7 June 2026."


def test_the_same_line_twice_in_one_run_stops_it():
    changes = compare([AMINA_LAST], [AMINA_NOW, AMINA_NOW])
    assert changes[0].kind == "paid twice"
    assert changes[0].sentence == "Some days would be paid twice: 8 June 2026 to 14 June 2026."
    assert changes[0].after_pence == 24000


def test_a_one_off_beside_the_weekly_payment_is_not_paid_twice_but_the_same_one_off_again_is():
    start_up = replace(AMINA_NOW, every=ONCE, amount_pence=20000, reasons=("Start-up costs",))
    assert [change.kind for change in compare([AMINA_LAST], [AMINA_NOW, start_up])] == ["amount changed"]
    again = compare([AMINA_LAST], [AMINA_NOW, start_up, start_up])
    assert again[0].kind == "paid twice"


def test_when_only_a_one_off_makes_the_difference_it_is_the_reason():
    start_up = replace(AMINA_LAST, every=ONCE, amount_pence=20000)
    change = only(compare([AMINA_LAST, start_up], [AMINA_NOW]))
    assert not change.needs_looking_at
    assert change.sentence == (
        "£320.00 last time, £120.00 now: £200.00 less. One-off payments were £200.00 last time and are £0.00 now."
    )


def test_a_one_off_that_does_not_come_again_is_not_someone_missed():
    change = only(compare([replace(AMINA_LAST, every=ONCE)], []))
    assert (change.kind, change.needs_looking_at) == ("stopped", False)


def test_far_above_the_agreement_stops_the_run_and_a_little_above_does_not():
    far = compare([], [replace(AMINA_NOW, amount_pence=18001)])
    assert [change.kind for change in far] == ["far above budget", "new"]
    assert far[0].stops_the_run
    assert far[0].sentence == "£180.01 is far above the £120.00 a week agreed."
    assert [change.kind for change in compare([], [replace(AMINA_NOW, amount_pence=18000)])] == ["new"]


def test_what_stops_the_run_comes_first_then_what_to_look_at():
    quiet = replace(AMINA_NOW, payee_key="aaron", agreement_key="aaron-dp")
    look = replace(AMINA_NOW, payee_key="bea", agreement_key="bea-dp")
    stop = replace(AMINA_NOW, payee_key="zed", agreement_key="zed-dp", amount_pence=624000)
    changes = compare(
        [replace(quiet, period_from_on=LAST_FROM, period_to_on=LAST_TO)],
        [quiet, look, stop],
    )
    assert [(change.payee_key, change.kind) for change in changes] == [
        ("zed", "looks like a slip"),
        ("bea", "new"),
        ("zed", "new"),
        ("aaron", "same"),
    ]


def test_the_difference_in_total_is_shown_with_its_parts():
    # Last time 120 + 100 + 90 = 310; Bea joins (+70), Cal leaves (-100), Dee goes up 5, Amina goes down 20: 265.
    last = [
        AMINA_LAST,
        replace(AMINA_LAST, payee_key="cal", agreement_key="cal-dp", amount_pence=10000),
        replace(AMINA_LAST, payee_key="dee", agreement_key="dee-dp", amount_pence=9000),
        replace(AMINA_LAST, payee_key="eve", agreement_key="eve-dp", every=FOUR_WEEKS, period_to_on=date(2026, 6, 28)),
    ]
    proposed = [
        replace(AMINA_NOW, amount_pence=10000),
        replace(AMINA_NOW, payee_key="bea", agreement_key="bea-dp", amount_pence=7000),
        replace(AMINA_NOW, payee_key="dee", agreement_key="dee-dp", amount_pence=9500),
    ]
    total = difference_in_total(compare(last, proposed))
    assert total.value == 26500
    added, left, down = total.parts
    assert [part.value for part in added.parts] == [31000, 7000, 500]
    assert (left.value, down.value) == (10000, 2000)
    assert recompute(total) == total


LINES = st.lists(
    st.builds(
        lambda name, pence: replace(AMINA_NOW, payee_key=name, agreement_key=name, amount_pence=pence),
        st.sampled_from("abcdef"),
        st.integers(1, 100000),
    ),
    unique_by=lambda line: line.payee_key,
)


@given(last=LINES, proposed=LINES)
def test_the_total_is_always_what_the_run_pays_and_every_agreement_is_spoken_of(last, proposed):
    last = [replace(line, period_from_on=LAST_FROM, period_to_on=LAST_TO) for line in last]
    changes = compare(last, proposed)
    assert difference_in_total(changes).value == sum(line.amount_pence for line in proposed)
    assert {change.payee_key for change in changes} == {line.payee_key for line in (*last, *proposed)}
