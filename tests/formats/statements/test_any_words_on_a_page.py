"""Whatever words stand wherever on pages, they are read as a statement that is proved, or refused; nothing is raised."""

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ownway.formats.statements.pdf.pages import Page, Rule, Word
from ownway.formats.statements.pdf.reader import read_printed
from ownway.formats.statements.reading import Reading

HEADINGS = (
    ("Date", 40),
    ("Description", 100),
    ("Paid", 300),
    ("out", 318),
    ("Paid", 380),
    ("in", 398),
    ("Balance", 460),
)
TEXTS = (
    *(
        "1.00",
        "2.00",
        "99.00",
        "100.00",
        "£5.00",
        "-3.00",
        "4.00-",
        "5.00 OD",
        "CR",
        "D",
        "(1.00)",
        "$1.00",
        "999999999999.00",
    ),
    *(
        "4",
        "Sep",
        "2026",
        "31",
        "Feb",
        "04/09/2026",
        "04/09",
        "3rd",
        "29 Feb",
        "00/00/0000",
        "99",
        "September",
        "to",
        "-",
    ),
    *(
        "Balance",
        "brought",
        "forward",
        "Totals",
        "Total",
        "carried",
        "Opening",
        "balance",
        "Account",
        "number",
        "10203040",
    ),
    *(
        "Date",
        "date",
        "Details",
        "Type",
        "Money",
        "Amount",
        "Credit",
        "Debits",
        "in",
        "out",
        "Paid",
        "\u00a0",
        "",
        "ß",
        "(cid:3)",
    ),
)
WORD = st.builds(
    lambda text, column, row, width: Word(text, column * 20.0, column * 20.0 + width, row * 12.0, row * 12.0 + 9),
    st.sampled_from(TEXTS),
    st.integers(0, 28),
    st.integers(0, 30),
    st.floats(0, 60),
)
RULE = st.builds(
    lambda across, at, until, place: (
        Rule(across, at, until, place, place) if across else Rule(across, at, at, place, until)
    ),
    st.booleans(),
    st.floats(0, 600),
    st.floats(0, 600),
    st.floats(0, 400),
)
SLOW = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def headings(row):
    return [Word(text, left, left + 4.5 * len(text), row * 12.0, row * 12.0 + 9) for text, left in HEADINGS]


def check(pages):
    reading = Reading()
    began = time.process_time()
    lines = list(read_printed(pages, reading))
    assert time.process_time() - began < 1
    assert reading.is_refused == (lines == [])
    if lines:
        assert reading.closing_pence == reading.opening_pence + sum(line.pence for line in lines)
    again = Reading()
    assert list(read_printed(pages, again)) == lines
    assert again == reading


@SLOW
@given(st.lists(st.lists(WORD, max_size=60), max_size=3), st.lists(RULE, max_size=8))
def test_words_anywhere(pages, rules):
    check([Page(n, tuple(words), tuple(rules), n % 2) for n, words in enumerate(pages, 1)])


@SLOW
@given(st.lists(st.lists(WORD, max_size=60), min_size=1, max_size=3), st.lists(RULE, max_size=8), st.integers(0, 10))
def test_words_anywhere_under_headings(pages, rules, row):
    check([Page(n, (*headings(row), *words), tuple(rules), 0) for n, words in enumerate(pages, 1)])


LINES = st.lists(st.tuples(st.integers(-9_999, 9_999), st.booleans()), min_size=1, max_size=25)


@SLOW
@given(LINES, st.integers(-9_999, 9_999))
def test_lines_whose_sums_are_changed_are_not_taken(lines, by):
    """One sum is changed by some pence after the balances were worked out: the statement is refused, unless by nothing."""
    words = [*headings(0), *at_row(1, "", "Opening balance", "", "", "100.00")]
    balance = 10_000
    for row, (pence, _) in enumerate(lines, 2):
        balance += pence
        shown = pence + by if row == 2 else pence
        out, paid_in = (pounds(-shown), "") if shown < 0 else ("", pounds(shown))
        words += at_row(row, "04/09/2026", "PAY", out, paid_in, pounds(balance))
    reading = Reading()
    found = list(read_printed([Page(1, tuple(words), (), 0)], reading))
    assert bool(found) == (by == 0)
    assert reading.is_refused == (by != 0)


def pounds(pence):
    return f"{'-' if pence < 0 else ''}{abs(pence) // 100:,}.{abs(pence) % 100:02d}"


def at_row(row, day, words, out, paid_in, balance):
    top = row * 12.0
    left = [(day, 40.0)] + [(word, 100.0 + 60 * n) for n, word in enumerate(words.split())]
    right = [(out, 331.5), (paid_in, 407.0), (balance, 491.5)]
    found = [Word(text, at, at + 4.5 * len(text), top, top + 9) for text, at in left if text]
    return found + [Word(text, at - 4.5 * len(text), at, top, top + 9) for text, at in right if text]


def test_many_rows_take_no_more_than_their_share():
    """Twenty thousand words, every row of which might be a heading: seconds, and not for ever."""
    rows = [("Date", 40.0), ("Details", 100.0), ("Paid", 200.0), ("Balance", 300.0), ("date", 400.0)]
    words = [Word(text, left, left + 30, row * 12.0, row * 12.0 + 9) for row in range(1_000) for text, left in rows]
    began = time.process_time()
    assert list(read_printed([Page(n, tuple(words), (), 0) for n in range(1, 5)], Reading())) == []
    assert time.process_time() - began < 10
