"""Reading the same month again, an overlapping file, or the same month in another format adds nothing."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.statements import same_month, samples

from ownway.formats.statements import Line, find_overlap, identify_lines, identity, read_statement

EXPORTS = samples.ALL | same_month.ALL
HEAD = "Date,Description,Amount,Balance\n"
TEA = Line(date(2026, 9, 7), -820, "City Cabs")


def read(text):
    return read_statement(text.encode(), name="x")


def days(*rows):
    """A First Direct file of rows "7 CITY CABS -8.20 1219.30" (day of September, words, amount, balance)."""
    cells = [(row.split()[0], " ".join(row.split()[1:-2]), *row.split()[-2:]) for row in rows]
    return read(HEAD + "".join(f"{int(d):02d}/09/2026,{w},{a},{'' if b == '-' else b}\n" for d, w, a, b in cells))


@pytest.mark.parametrize("kind", same_month.ALL)
def test_the_month_is_the_same_in_every_kind(kind):
    statement = read(same_month.ALL[kind])
    assert tuple((line.on, line.pence) for line in statement.lines) == samples.MONEY


@pytest.mark.parametrize(("first", "second"), list(product(EXPORTS, repeat=2)))
def test_the_same_month_from_any_two_exports_adds_nothing(first, second):
    existing, new = read(EXPORTS[first]).lines, read(EXPORTS[second])
    overlap = find_overlap(existing, new)
    assert overlap.new == ()
    assert len(overlap.already) + len(overlap.doubtful) == samples.COUNT
    masked = "nationwide-midata" in (first, second) and first != second
    assert overlap.doubtful == () or masked, "only words masked by the bank leave a doubt"


def test_words_masked_by_the_bank_are_asked_about():
    overlap = find_overlap(read(samples.OFX_1).lines, read(samples.NATIONWIDE_MIDATA))
    assert [doubt.line.pence for doubt in overlap.doubtful] == [-41250, 64000]
    assert overlap.doubtful[0].why == "The same money is there already on that day, with other words."


def test_running_balances_pair_masked_words_without_asking():
    overlap = find_overlap(read(samples.LLOYDS).lines, read(samples.NATIONWIDE_MIDATA))
    assert (overlap.new, overlap.doubtful) == ((), ())


@given(st.integers(0, samples.COUNT), st.integers(0, samples.COUNT), st.sampled_from(sorted(samples.WITH_BALANCES)))
def test_two_files_that_overlap_give_each_line_once(until, since, layout):
    whole = read(samples.WITH_BALANCES[layout])
    since = min(since, until)
    first, second = whole.lines[:until], replace(whole, lines=whole.lines[since:])
    overlap = find_overlap(first, second)
    assert overlap.doubtful == ()
    kept = first + overlap.new
    assert tuple((line.on, line.pence) for line in kept) == samples.MONEY


def test_the_second_of_two_trips_alike_is_new_when_only_one_was_there():
    at_noon = days("7 CITY CABS -8.20 -")
    at_night = days("7 CITY CABS -8.20 -", "7 CITY CABS -8.20 -")
    assert len(find_overlap(at_noon.lines, at_night).new) == 1
    assert len(find_overlap(at_night.lines, at_noon).new) == 0


def test_running_balances_find_which_of_two_alike_is_the_new_one():
    morning = days("7 CITY CABS -8.20 91.80")
    both = days("7 CITY CABS -8.20 91.80", "7 CITY CABS -8.20 83.60")
    (new,) = find_overlap(morning.lines, both).new
    assert new.balance_pence == 8360


@pytest.mark.parametrize(("first", "second"), [("91.80", "83.60"), ("83.60", "91.80")])
def test_a_day_cut_in_two_is_put_together_by_balances_that_go_on(first, second):
    kept, new = days(f"7 CITY CABS -8.20 {first}"), days(f"7 CITY CABS -8.20 {second}")
    assert find_overlap(kept.lines, new).new == new.lines


def test_balances_that_neither_agree_nor_go_on_are_asked_about():
    (doubt,) = find_overlap(days("7 CITY CABS -8.20 91.80").lines, days("7 CITY CABS -8.20 70.00")).doubtful
    assert doubt.why == "The same day, money and words are there already, but with another balance after them."


def test_two_payments_of_the_same_sum_to_two_people_are_two():
    first = days("7 CARYS PRICE -10.00 -")
    both = days("7 OWEN LLOYD -10.00 -", "7 CARYS PRICE -10.00 -")
    (new,) = find_overlap(first.lines, both).new
    assert new.words == "OWEN LLOYD"


def test_other_words_for_the_only_payment_of_that_sum_are_asked_about():
    (doubt,) = find_overlap(days("7 CARYS PRICE -10.00 -").lines, days("7 OWEN LLOYD -10.00 -")).doubtful
    assert (doubt.line.words, doubt.existing.words) == ("OWEN LLOYD", "CARYS PRICE")


def test_a_bank_that_numbers_each_file_afresh_is_not_believed():
    kept = read(samples.OFX_1).lines
    other = read(samples.OFX_1.replace("<NAME>GOOD COVER POL88", "<NAME>RIVER GYM"))
    (doubt,) = find_overlap(kept, other).doubtful
    assert (doubt.line.words, doubt.line.bank_id) == ("RIVER GYM", "F5")


def test_the_most_alike_words_are_paired_first():
    existing = days("7 CARD PAYMENT TO GREEN GROCER HIGH STREET -5.00 -", "7 CARD PAYMENT TO GREEN BAKER -5.00 -")
    new = days("7 GREEN BAKER 12 -5.00 -", "7 GREEN GROCER HIGH ST -5.00 -")
    pairs = {(line.words, there.words.split()[4]) for line, there in find_overlap(existing.lines, new).already}
    assert pairs == {("GREEN BAKER 12", "BAKER"), ("GREEN GROCER HIGH ST", "GROCER")}


@pytest.mark.parametrize("off", [-3, -1, 1, 3])
def test_the_same_payment_dated_a_few_days_off_is_asked_about(off):
    existing = days("10 GOOD COVER -6.99 -").lines
    new = days("1 TEA -1.00 -", f"{10 + off} GOOD COVER -6.99 -", "20 TEA -1.00 -")
    (doubt,) = find_overlap(existing, new).doubtful
    assert doubt.why == "The same money with words like these is there already, dated 10 September 2026."


def test_a_weekly_payment_is_not_taken_for_last_weeks():
    existing = days("3 CARYS PRICE WAGES -50.00 -").lines
    assert len(find_overlap(existing, days("1 TEA -1.00 -", "10 CARYS PRICE WAGES -50.00 -")).new) == 2


def test_yesterdays_tea_is_not_todays_when_the_new_file_does_not_cover_yesterday():
    existing = days("6 TEA ROOM -2.80 -").lines
    assert len(find_overlap(existing, days("7 TEA ROOM -2.80 -")).new) == 1


def test_a_refused_file_adds_nothing():
    assert find_overlap([], read("30/02/2026,TEA,-1.00\n")).new == ()


@pytest.mark.parametrize("words", ["", "****"])
def test_lines_without_words_are_known_again(words):
    statement = days(f"7 {words} -10.00 -", f"7 {words} -10.00 -")
    assert len(find_overlap(statement.lines, statement).already) == 2


def test_many_lines_alike_are_answered_in_time():
    """Ten thousand different words for the same sum on one day on both sides: asked about, not compared in pairs."""
    one = HEAD + "".join(f"07/09/2026,A{n},-1.00,\n" for n in range(10_000))
    two = HEAD + "".join(f"07/09/2026,B{n},-1.00,\n" for n in range(10_000))
    assert len(find_overlap(read(one).lines, read(two)).doubtful) == 10_000


@given(
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from([-100, -200]), st.sampled_from(["TEA", "BUS"])), max_size=30)
)
def test_reading_a_statement_twice_adds_nothing_whatever_it_holds(rows):
    text = HEAD + "".join(f"{7 + day:02d}/09/2026,{words},{pence / 100:.2f},\n" for day, pence, words in rows)
    statement = read(text)
    overlap = find_overlap(statement.lines, statement)
    assert (overlap.new, overlap.doubtful, len(overlap.already)) == ((), (), len(rows))
    keys = identify_lines(statement.lines)
    assert len(set(keys)) == len(rows)


def test_the_key_of_a_line_is_its_day_money_words_and_turn():
    assert identity(TEA, 0) == identity(TEA._replace(words="CITY  CABS.", balance_pence=5, bank_id="F9", place=7), 0)
    others = [
        identity(TEA, 1),
        identity(TEA._replace(on=TEA.on + timedelta(days=1)), 0),
        identity(TEA._replace(pence=820), 0),
        identity(TEA._replace(words="City Cab"), 0),
    ]
    assert len({identity(TEA, 0), *others}) == 5


def test_the_key_never_changes_as_it_is_kept_for_years():
    assert identity(TEA, 0) == "2e2160e5835ef8bec828119a48a21ea6"


def test_keys_count_on_from_the_lines_that_are_kept():
    assert identify_lines([TEA, TEA], beside=[TEA]) == (identity(TEA, 1), identity(TEA, 2))
