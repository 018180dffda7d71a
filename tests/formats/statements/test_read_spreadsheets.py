"""A spreadsheet of any CSV layout is read as that CSV, with its cells exact and nothing in it worked out."""

from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from tests.formats.statements import samples
from tests.formats.statements.books import book_of, saved, with_parts, with_shared_strings

from ownway.formats.statements import read_statement

LAYOUTS = [name for name in samples.ALL_CSV if name not in ("monzo-2018", "bank-of-ireland")]
HEAD = ["Date", "Description", "Amount", "Balance"]


def read(data, **options):
    return read_statement(data, name="statement.xlsx", **options)


def money(statement):
    return tuple((line.on, line.pence) for line in statement.lines)


def sheet_of(*rows, change=None):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    if change:
        change(workbook, workbook.active)
    return saved(workbook)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("typing", [True, False], ids=["days and numbers", "all text"])
def test_any_layout_is_read_to_the_same_days_and_pence(layout, typing):
    statement = read(book_of(samples.ALL_CSV[layout], typing=typing))
    assert (statement.kind, statement.layout, statement.outcome, statement.problems) == ("XLSX", layout, "whole", ())
    assert money(statement) == samples.MONEY
    assert statement.currency == "GBP"


@pytest.mark.parametrize("layout", samples.WITH_BALANCES)
def test_balances_are_read_and_add_up(layout):
    statement = read(book_of(samples.WITH_BALANCES[layout]))
    assert (statement.opening_pence, statement.closing_pence) == (samples.OPENING_PENCE, samples.CLOSING_PENCE)
    assert statement.reconciles is True


def test_texts_that_the_file_keeps_apart_from_its_cells_are_read():
    assert money(read(with_shared_strings(book_of(samples.LLOYDS)))) == samples.MONEY


def test_a_lines_place_is_its_row():
    rows = [["Statement of Amina's account"], [], HEAD, [date(2026, 9, 4), "TEA", -1.5, 98.5]]
    statement = read(sheet_of(*rows))
    assert [(line.place, line.pence) for line in statement.lines] == [(4, -150)]
    assert statement.notes[0].words == "A line above the headings, which is not needed."


@pytest.mark.parametrize(
    ("value", "pence"),
    [(-12.34, -1234), (640, 64000), (0.1, 10), (1e5, 10_000_000), (-0.0, 0), (20.0, 2000), ("-£1,234.50", -123450)],
)
def test_a_number_is_money_when_it_is_a_whole_number_of_pence(value, pence):
    assert read(sheet_of(HEAD, [date(2026, 9, 4), "TEA", value, None])).lines[0].pence == pence


@pytest.mark.parametrize("value", [12.345, 1e-7, 1 / 3, 1e20, True, "=1+1 "[1:], float("1e300")])
def test_a_number_that_is_no_whole_number_of_pence_is_refused_with_its_row(value):
    statement = read(sheet_of(HEAD, [date(2026, 9, 4), "TEA", value, None]))
    assert (statement.outcome, [problem.place for problem in statement.problems]) == ("refused", [2])


@pytest.mark.parametrize("written", ["0.30000000000000004", "-12.339999999999998"])
def test_a_sum_that_was_worked_out_and_is_not_quite_whole_is_refused(written):
    data = sheet_of(HEAD, [date(2026, 9, 4), "TEA", -99, None])
    part = "xl/worksheets/sheet1.xml"
    changed = with_parts(
        data, change={part: lambda content: content.replace(b"<v>-99</v>", f"<v>{written}</v>".encode())}
    )
    assert read(changed).problems[0].reason == f"The amount “{written}” is not a sum of money in pounds and pence."


def test_a_time_of_day_is_left_out_of_a_day():
    assert read(sheet_of(HEAD, [datetime(2026, 9, 4, 10, 15), "TEA", -1, None])).lines[0].on == date(2026, 9, 4)


def test_a_number_where_a_day_should_be_is_no_day():
    statement = read(sheet_of(HEAD, [46269, "TEA", -1, None]))
    assert statement.problems[0].reason == "“46269” is not a date."


def test_days_are_counted_from_1904_where_the_file_says_so():
    def from_1904(workbook, sheet):
        workbook.epoch = CALENDAR_MAC_1904

    rows = (HEAD, [date(2026, 9, 4), "TEA", -1, None])
    assert read(sheet_of(*rows, change=from_1904)).lines[0].on == date(2026, 9, 4)


@pytest.mark.parametrize("at", ["C2", "D2", "B2"])
def test_a_formula_is_refused_with_its_cell(at):
    def formula(workbook, sheet):
        sheet[at] = "=SUM(C1:C1)"

    statement = read(sheet_of(HEAD, [date(2026, 9, 4), "TEA", -1, 9], change=formula))
    assert (statement.outcome, statement.lines) == ("refused", ())
    assert [(problem.place, problem.text) for problem in statement.problems] == [(2, at)]
    assert statement.problems[0].reason.startswith("This cell holds a formula.")


def test_words_that_look_like_a_formula_are_words():
    statement = read(book_of('Date,Description,Amount,Balance\n04/09/2026,"=HYPERLINK(""x"")",-1.00,9.00\n'))
    assert statement.lines[0].words == '=HYPERLINK("x")'


def test_only_the_sheet_that_fits_is_read():
    def more(workbook, sheet):
        workbook.create_sheet("Notes", 0).append(["What we spoke about", "on", "Friday"])
        workbook.create_sheet("Empty", 0)

    assert money(read(book_of(samples.LLOYDS, change=more))) == samples.MONEY


def test_two_sheets_that_fit_are_a_problem_and_not_a_choice():
    def twice(workbook, sheet):
        workbook.copy_worksheet(sheet).title = "Again"

    statement = read(book_of(samples.LLOYDS, change=twice))
    assert statement.outcome == "refused"
    assert "2 sheets look like a statement (“Statement”, “Again”)" in statement.problems[0].reason


def test_a_hidden_sheet_is_not_read_and_said():
    def hide(workbook, sheet):
        workbook.copy_worksheet(sheet).sheet_state = "hidden"

    statement = read(book_of(samples.LLOYDS, change=hide))
    assert money(statement) == samples.MONEY
    assert statement.notes[0].words == "The sheet “Statement Copy” is hidden. It was not read."


def test_hidden_rows_and_columns_are_read_and_said():
    def hide(workbook, sheet):
        for row in (3, 4, 6):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["H"].hidden = True

    statement = read(book_of(samples.LLOYDS, change=hide))
    assert money(statement) == samples.MONEY
    assert sorted(note.words for note in statement.notes) == [
        "Columns are hidden in this sheet (H to H). They were read too.",
        "Rows are hidden in this sheet (3 to 4, 6). They were read too.",
    ]


def test_merged_cells_in_the_table_are_refused_and_a_title_above_it_is_not():
    def merge(workbook, sheet):
        sheet.merge_cells("E3:E4")

    statement = read(book_of(samples.LLOYDS, change=merge))
    assert statement.problems[0].reason == "The cells E3:E4 are merged, so we cannot tell which row they belong to."

    def title(workbook, sheet):
        sheet.insert_rows(1)
        sheet["A1"] = "My statement"
        sheet.merge_cells("A1:H1")

    assert money(read(book_of(samples.LLOYDS, change=title))) == samples.MONEY


def test_an_unknown_layout_is_refused_as_in_csv():
    statement = read(sheet_of(["When", "Whatfor", "Howmuch"], [date(2026, 9, 4), "TEA", -1]))
    assert (statement.outcome, statement.problems[0].place) == ("refused", 1)
    assert statement.problems[0].reason.startswith("We do not know this layout.")


def test_an_empty_spreadsheet_says_so():
    assert read(saved(Workbook())).problems[0].reason == "The spreadsheet is empty."
