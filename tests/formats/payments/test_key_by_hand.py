"""The emergency list as XLSX and PDF: both are read back, and every figure in them is held to the payments."""

import io
from datetime import datetime

import openpyxl
import pdfplumber
import pytest
from tests.formats.payments.made_up import COUNCIL, PAY_ON, brian, many, payment
from tests.unit.letters.samples import FONTS

from ownway.formats.payments import emergency_list
from ownway.formats.payments.emergency_list import EmergencyList
from ownway.formats.payments.emergency_list.values import COLUMNS, WARNING, total_of

MADE_AT = datetime(2026, 11, 30, 14, 5)
needs_fonts = pytest.mark.skipif(
    not (FONTS / "NotoSans-Regular.ttf").exists(), reason="the typefaces are not here yet: ./run fetches them"
)


def listed(*payments, **changes):
    given = {
        "council": "Riverbank Council",
        "run_number": 48,
        "pay_on": PAY_ON,
        "debtor": COUNCIL,
        "made_by": "Farah Shah",
        "made_at": MADE_AT,
        "payments": payments or (payment(), brian()),
    }
    return EmergencyList(**{**given, **changes})


FORTY_FIVE = listed(*many(45).payments)


def workbook(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def rows_of(data):
    """The rows of payments and of sums, without the two lines above them."""
    return [[cell.value for cell in row] for row in workbook(data)["Payments"].iter_rows(min_row=3)]


def pages_of(data):
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [(page.extract_text(), page.extract_table({"vertical_strategy": "text"})) for page in pdf.pages]


def test_two_payments_come_to_what_they_come_to():
    # 08-99-99 + 10-79-99 = 197998; 66374958 + 88837491 = 155212449; £312.40 + £0.05
    (sheet,) = listed().sheets()
    assert sheet.totals == (2, 31245, 197_998, 155_212_449)
    assert sheet.rows[0] == (1, "Amina Hussain", "08-99-99", "66374958", 31240, "DIRECT PAYMENT")


def test_forty_five_payments_stand_on_three_sheets_and_their_sums_add_up():
    # 1 + … + 20 = 210, 21 + … + 40 = 610, 41 + … + 45 = 215 pence; the accounts are 1, 2, 3 … as well
    sheets = FORTY_FIVE.sheets()
    assert [(sheet.totals.payments, sheet.totals.pence) for sheet in sheets] == [(20, 210), (20, 610), (5, 215)]
    assert [sheet.totals.accounts for sheet in sheets] == [210, 610, 215]
    assert total_of(sheets) == (45, 1_035, 45 * 89_999, 1_035)


def test_a_mistyped_digit_changes_a_sum():
    right = listed().sheets()[0].totals
    wrong = listed(payment(account="66374985"), brian(sort_code="107998")).sheets()[0].totals
    assert (wrong.accounts - right.accounts, wrong.sort_codes - right.sort_codes) == (27, -1)


def test_the_spreadsheet_holds_every_figure():
    rows = rows_of(emergency_list.write_xlsx(FORTY_FIVE))
    payments = [row for row in rows if isinstance(row[0], int)]
    assert [(row[0], row[1], row[2], row[3], row[5]) for row in payments] == [
        (number, "Amina Hussain", "08-99-99", f"{number:08d}", "DIRECT PAYMENT") for number in range(1, 46)
    ]
    assert [round(row[4] * 100) for row in payments] == list(range(1, 46))
    sums = [row for row in rows if not isinstance(row[0], int)]
    assert [row[:5] for row in sums] == [
        ["Sheet 1", "20 payments", "1799980", "210", 2.10],
        ["Sheet 2", "20 payments", "1799980", "610", 6.10],
        ["Sheet 3", "5 payments", "449995", "215", 2.15],
        ["Everything", "45 payments", "4049955", "1035", 10.35],
    ]


def test_the_spreadsheet_says_what_it_is_and_what_not_to_do():
    book = workbook(emergency_list.write_xlsx(listed()))
    first = book["Payments"]["A1"].value
    assert first == f"Emergency payment list, payment run 48. {WARNING}"
    assert [cell.value for cell in book["Payments"][2]] == list(COLUMNS)
    about = {row[1].value: row[2].value for row in book["About"].iter_rows(min_row=2, max_col=3) if row[2].value}
    assert about == {
        "Council": "Riverbank Council",
        "Payment run": "48",
        "Money should arrive": "1 December 2026",
        "Pay from": "20-00-00, account ending 9911",
        "Made by": "Farah Shah, 30 November 2026 14:05",
        "Payments": 2,
        "They come to (£)": 312.45,
        "Sum of sort codes": "197998",
        "Sum of account numbers": "155212449",
    }


def test_sort_codes_and_accounts_are_text_and_nothing_is_a_formula():
    rows = listed(payment(name='=HYPERLINK("http")', account="00000001", reference="+1 @SUM"), brian(name="-1+1|cmd"))
    book = workbook(emergency_list.write_xlsx(rows))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    amina = book["Payments"][3]
    assert [(amina[place].value, amina[place].data_type, amina[place].number_format) for place in (2, 3)] == [
        ("08-99-99", "s", "@"),
        ("00000001", "s", "@"),
    ]
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@"))]


def test_an_amount_of_any_size_keeps_its_pence():
    for pence in (1, 9_999_999_999, 99_999_999_999):
        rows = rows_of(emergency_list.write_xlsx(listed(payment(amount_pence=pence))))
        assert [round(row[4] * 100) for row in rows] == [pence] * 3  # the payment, its sheet, everything


def test_each_sheet_is_printed_on_a_page_of_its_own():
    page = workbook(emergency_list.write_xlsx(FORTY_FIVE))["Payments"]
    assert [line.id for line in page.row_breaks.brk] == [23, 44, 50]  # 2 lines above, 21 a sheet with its sum
    assert page.print_title_rows == "$1:$2"


def test_the_same_values_give_the_same_spreadsheet():
    assert emergency_list.write_xlsx(listed()) == emergency_list.write_xlsx(listed())


@needs_fonts
def test_the_paper_holds_every_figure():
    pages = pages_of(emergency_list.write_pdf(FORTY_FIVE, fonts=FONTS))
    assert len(pages) == 4
    rows = [line for text, _ in pages[1:] for line in text.splitlines()]
    for number in range(1, 46):
        assert f"{number} Amina Hussain 08-99-99 {number:08d} 0.{number:02d} DIRECT PAYMENT" in rows
    assert [line for line in rows if line.startswith("Sum ")] == [
        "Sum 20 payments 1799980 210 2.10",
        "Sum 20 payments 1799980 610 6.10",
        "Sum 5 payments 449995 215 2.15",
    ]
    assert [line for line in rows if line.startswith("Sheet ")] == ["Sheet 1 of 3", "Sheet 2 of 3", "Sheet 3 of 3"]


@needs_fonts
def test_the_first_page_says_what_it_is_and_every_page_what_not_to_do():
    pages = [text for text, _ in pages_of(emergency_list.write_pdf(listed(), fonts=FONTS))]
    first = " ".join(pages[0].split())
    for said in (
        "Payment run: 48",
        "Money should arrive: 1 December 2026",
        "Pay from: 20-00-00, account ending 9911",
        "Made by: Farah Shah, 30 November 2026 14:05",
        "2 payments, £312.45",
        "Sum of sort codes 197998",
        "Sum of account numbers 155212449",
        "Was this list used?",
    ):
        assert said in first
    assert all(WARNING in " ".join(text.split()) for text in pages)
    assert "55779911" not in first


@needs_fonts
def test_words_on_paper_are_words_and_not_markup():
    data = emergency_list.write_pdf(listed(payment(name="#pagebreak() *Amina* $x$ Żółkiewska")), fonts=FONTS)
    pages = pages_of(data)
    assert len(pages) == 2
    assert "pagebreak() Amina x Zolkiewska" in pages[1][0]


@needs_fonts
def test_a_long_name_does_not_push_a_payment_off_the_page():
    long = [payment(name="Mohammed Abdulrahman Al-Mansouri-Featherstonehaugh-Cholmondeley the Elder"[:70])] * 20
    text = "\n".join(text for text, _ in pages_of(emergency_list.write_pdf(listed(*long), fonts=FONTS))[1:])
    assert text.count("08-99-99 66374958 312.40 DIRECT PAYMENT") == 20
    assert "Sum 20 payments" in text


@needs_fonts
def test_the_same_values_give_the_same_paper():
    assert emergency_list.write_pdf(listed(), fonts=FONTS) == emergency_list.write_pdf(listed(), fonts=FONTS)


def test_without_its_typeface_it_says_what_to_do(tmp_path):
    with pytest.raises(emergency_list.CannotPrint, match="Setting Ownway up again"):
        emergency_list.write_pdf(listed(), fonts=tmp_path)


@pytest.mark.parametrize(
    "write", [emergency_list.write_xlsx, lambda empty: emergency_list.write_pdf(empty, fonts=FONTS)]
)
def test_a_list_of_nobody_is_not_written(write):
    with pytest.raises(ValueError, match="nobody to pay"):
        write(listed(payments=()))
