"""Days without a statement are named, so that the right one can be added."""

from datetime import date

from tests.rules.quiet_account import QUIET, START, amina, only

from ownway.rules.checks import statement_gaps
from ownway.rules.days import Days

END = date(2026, 5, 31)


def test_a_whole_year_is_quiet():
    assert statement_gaps(QUIET) == []


def test_statements_that_overlap_or_meet_leave_no_gap():
    spans = (Days(START, date(2025, 12, 31)), Days(date(2025, 12, 20), date(2026, 3, 31)), Days(date(2026, 4, 1), END))
    assert statement_gaps(amina(statements=spans)) == []


def test_a_missing_month_is_good_to_know():
    spans = (Days(START, date(2025, 11, 30)), Days(date(2026, 1, 1), END))
    finding = only(statement_gaps(amina(statements=spans)))
    assert finding.sentence == "We have no bank statement for 1 December 2025 to 31 December 2025."
    assert finding.severity == "good to know"
    assert finding.amount_pence is None


def test_a_month_and_a_day_asks_for_a_look_and_each_gap_is_named():
    spans = (
        Days(START, date(2025, 11, 30)),
        Days(date(2026, 1, 1), date(2026, 2, 9)),
        Days(date(2026, 2, 11), END),
    )
    finding = only(statement_gaps(amina(statements=spans)))
    assert finding.severity == "please look"
    assert finding.sentence == (
        "We have no bank statement for 1 December 2025 to 31 December 2025 and 10 February 2026."
    )


def test_after_three_gaps_the_rest_are_counted():
    spans = tuple(Days(date(2025, month, 2), date(2025, month, 28)) for month in range(6, 12))
    finding = only(statement_gaps(amina(statements=spans, today=date(2025, 12, 10))))
    assert finding.sentence.endswith(
        "29 July 2025 to 1 August 2025, 29 August 2025 to 1 September 2025 and 2 more times."
    )


def test_the_time_before_the_first_statement_counts_from_the_first_payment():
    finding = only(statement_gaps(amina(statements=(Days(date(2025, 6, 4), END),))))
    assert finding.sentence == "We have no bank statement for 2 June 2025 to 3 June 2025."


def test_the_newest_statement_may_be_45_days_old():
    # 45 days before 10 June 2026 is 26 April 2026.
    assert statement_gaps(amina(statements=(Days(START, date(2026, 4, 26)),))) == []
    finding = only(statement_gaps(amina(statements=(Days(START, date(2026, 4, 25)),))))
    assert finding.sentence == "We have no bank statement for 26 April 2026 to 10 June 2026."


def test_somebody_who_never_added_one_is_asked_once_they_had_time():
    assert statement_gaps(amina(statements=(), running_since_on=date(2026, 4, 26))) == []
    finding = only(statement_gaps(amina(statements=(), running_since_on=date(2026, 4, 25))))
    assert finding.sentence == "We have no bank statement for 25 April 2026 to 10 June 2026."
