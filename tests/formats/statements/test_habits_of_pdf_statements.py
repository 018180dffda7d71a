"""Habits of banks that a layout alone does not show, tried on words put in their places by hand."""

from datetime import date

from ownway.formats.statements.pdf.pages import Page, Word
from ownway.formats.statements.pdf.reader import read_printed
from ownway.formats.statements.reading import Reading

HEADINGS = ("Date", "Description", "£ Out", "£ In", "£ Balance")
LEFT = (40.0, 100.0)
RIGHT = (360.0, 430.0, 510.0)


def put(*rows, number=1, pictures=0):
    """A page of rows of up to five cells: day and words begin in line, sums end in line. A text alone is a row by itself."""
    words = []
    for at, row in enumerate(rows):
        cells = (row,) if isinstance(row, str) else row
        for column, cell in enumerate(cells):
            width = 4.5 * len(cell)
            left = LEFT[column] if column < 2 else RIGHT[column - 2] - width
            for word in cell.split():
                words.append(Word(word, left, left + 4.5 * len(word), at * 12.0, at * 12.0 + 9))
                left += 4.5 * (len(word) + 0.6)
    return Page(number, tuple(words), (), pictures)


def read(*pages):
    reading = Reading()
    return list(read_printed(pages, reading)), reading


def as_told(lines):
    return [(line.on, line.pence, line.words) for line in lines]


def test_a_year_printed_alone_is_that_of_the_days_below_it():
    lines, reading = read(
        put(
            HEADINGS,
            ("2026", "Balance from statement 12 dated 30/12/2026", "", "", "100.00"),
            ("31 Dec", "TEA", "1.00", "", "99.00"),
            ("2027",),
            ("1 Jan", "REFUND", "", "1.00", "100.00"),
        )
    )
    assert as_told(lines) == [(date(2026, 12, 31), -100, "TEA"), (date(2027, 1, 1), 100, "REFUND")]
    assert (reading.opening_pence, reading.closing_pence) == (10_000, 10_000)


def test_a_year_that_turns_without_being_printed_again_is_seen():
    lines, _ = read(
        put(
            HEADINGS,
            ("30 Dec 2026", "Opening balance", "", "", "5.00"),
            ("31 Dec", "A", "1.00"),
            ("2 Jan", "B", "1.00", "", "3.00"),
        )
    )
    assert [line.on for line in lines] == [date(2026, 12, 31), date(2027, 1, 2)]


def test_a_page_without_headings_goes_on_in_the_columns_of_the_page_before():
    first = put(
        "1 September 2026 to 30 September 2026",
        HEADINGS,
        ("", "Opening balance", "", "", "9.00"),
        ("1 Sep", "A", "1.00", "", "8.00"),
    )
    second = put("Riverton Bank", ("2 Sep", "B", "", "2.00", "10.00"), ("", "B GOES ON"), number=2)
    lines, _ = read(first, second)
    assert as_told(lines) == [(date(2026, 9, 1), -100, "A"), (date(2026, 9, 2), 200, "B B GOES ON")]


def test_words_go_on_over_the_end_of_a_page():
    top = "1 September 2026 to 30 September 2026"
    opening, payment = ("", "Opening balance", "", "", "9.00"), ("1 Sep", "CITY CABS", "1.00", "", "8.00")
    lines, _ = read(
        put(top, HEADINGS, opening, payment, "Riverton Bank plc"),
        put(top, HEADINGS, ("", "TO THE STATION"), ("2 Sep", "B", "8.00", "", "0.00"), number=2),
    )
    assert [line.words for line in lines] == ["CITY CABS TO THE STATION", "B"]


def test_what_says_that_a_page_ends_is_no_word_of_a_payment():
    lines, reading = read(
        put(
            HEADINGS,
            ("1 Sep 26", "Opening balance", "", "", "9.00"),
            ("", "TEA", "1.00", "", "8.00"),
            ("", "Continued on next page"),
        )
    )
    assert [line.words for line in lines] == ["TEA"]
    assert reading.notes[0].text == "Continued on next page"


def test_a_balance_at_the_end_of_each_day_is_held_to_its_lines():
    rows = (
        HEADINGS,
        ("1 Sep 26", "Opening balance", "", "", "9.00"),
        ("", "TEA", "1.00"),
        ("", "End of day balance", "", "", "8.00"),
    )
    assert [line.pence for line in read(put(*rows))[0]] == [-100]
    _, reading = read(put(*rows[:3], ("", "End of day balance", "", "", "7.00")))
    assert "by the lines before it the balance is 8.00; 7.00 is printed." in reading.problems[0].reason


def test_a_row_with_a_day_and_a_sum_under_no_heading_is_never_left_out():
    rows = (HEADINGS, ("1 Sep 26", "Opening balance", "", "", "9.00"), ("2 Sep 26", "TEA", "1.00", "", "8.00"))
    page = put(*rows)
    astray = (
        Word("3", 40, 45, 36, 45),
        Word("Sep", 47, 60, 36, 45),
        Word("26", 62, 70, 36, 45),
        Word("5.00", 380, 398, 36, 45),
    )
    lines, reading = read(Page(1, (*page.words, *astray), (), 0))
    assert lines == []
    assert reading.problems[0].reason.startswith("Page 1, row 4: “5.00” does not stand under any of the headings")


def test_a_page_that_is_a_picture_is_told():
    rows = (HEADINGS, ("1 Sep 26", "Opening balance", "", "", "9.00"), ("2 Sep 26", "TEA", "1.00", "", "8.00"))
    lines, reading = read(put(*rows), Page(2, (), (), 1))
    assert len(lines) == 1
    assert [note.words for note in reading.notes] == ["Page 2 is a picture, and nothing was read from it."]


def test_a_row_that_only_tells_something_is_noted():
    lines, reading = read(
        put(
            HEADINGS,
            ("1 Sep 26", "Opening balance", "", "", "9.00"),
            ("2 Sep 26", "Our rates have changed"),
            ("3 Sep 26", "TEA", "1.00", "", "8.00"),
        )
    )
    assert len(lines) == 1
    assert [note.words for note in reading.notes] == ["Page 1, row 3: A row without a sum, which is no money moved."]


def test_lines_after_the_last_balance_are_proved_by_what_the_statement_closes_with():
    rows = (HEADINGS, ("1 Sep 26", "Opening balance", "", "", "9.00"), ("2 Sep 26", "TEA", "1.00"))
    assert read(put(*rows))[1].problems[0].reason.startswith("The statement prints no balances that prove")
    assert len(read(put("Closing balance £8.00", *rows))[0]) == 1
    assert "closes with 8.00; it says 7.00" in read(put("Closing balance £7.00", *rows))[1].problems[0].reason


def test_first_lines_that_nothing_proves_are_refused():
    rows = (HEADINGS, ("2 Sep 26", "TEA", "1.00"), ("2 Sep 26", "CAKE", "2.00", "", "6.00"))
    assert "nothing proves its first 2 lines" in read(put(*rows))[1].problems[0].reason
    assert len(read(put("Opening balance £9.00", *rows))[0]) == 2
