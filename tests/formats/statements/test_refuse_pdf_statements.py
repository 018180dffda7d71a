"""A PDF that is no statement, or that its own balances do not prove, is refused with the page, the row and the reason."""

import io
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
import typst
from PIL import Image, ImageDraw
from tests.formats.statements.printed import (
    FONTS,
    LAYOUTS,
    Column,
    Payment,
    fill_in,
    pages_of,
    set_pages,
    write_statement,
)

from ownway.formats.statements import read_statement

REPO = Path(__file__).resolve().parents[3]
RECEIPTS = REPO.parent / "shared" / "standards" / "09-receipts"
PAYMENTS = [
    Payment(date(2026, 9, 4), -41250, "CARYS PRICE WAGES"),
    Payment(date(2026, 9, 7), 64000, "RIVERTON COUNCIL"),
    Payment(date(2026, 9, 7), -820, "CITY CABS"),
    Payment(date(2026, 9, 30), -699, "GOOD COVER"),
]
OPENING = 100_000
PLAIN = fill_in(LAYOUTS["not ruled, the day once, sums on the first row"], PAYMENTS)
PLAIN = replace(PLAIN, advert="")
RULED = LAYOUTS["ruled all round, with the kind of payment"]


def read(data):
    return read_statement(data, name="statement.pdf")


def read_pages(pages, layout=PLAIN):
    return read(set_pages(layout, pages))


def the_pages(layout=PLAIN):
    return pages_of(layout, PAYMENTS, OPENING)


def reasons(statement):
    assert (statement.outcome, statement.lines) == ("refused", ())
    return [problem.reason for problem in statement.problems]


def set_text(text):
    return typst.compile(text.encode(), font_paths=FONTS)


def test_as_printed_it_is_read():
    # 1000.00 - 412.50 + 640.00 - 8.20 - 6.99 = 1212.31
    statement = read_pages(the_pages())
    assert (statement.outcome, statement.closing_pence) == ("whole", 121231)


def test_a_scan_is_refused():
    picture = Image.new("RGB", (1240, 1754), "white")
    ImageDraw.Draw(picture).text((100, 100), "Date Description Money out Money in Balance", fill="black")
    data = io.BytesIO()
    picture.save(data, "PDF")
    assert reasons(read(data.getvalue()))[0].startswith("This PDF is a picture of a page: it holds no words")


def locked(**passwords):
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(set_pages(PLAIN, the_pages()))) as pdf:
        pdf.save(data, encryption=pikepdf.Encryption(**passwords))
    return data.getvalue()


def test_a_pdf_locked_with_a_password_is_refused_and_none_is_asked_for():
    assert reasons(read(locked(user="amina", owner="bank")))[0].startswith("This PDF is locked with a password")


def test_a_pdf_locked_only_against_changes_is_read():
    assert read(locked(user="", owner="bank")).outcome == "whole"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_pdf_cut_short_is_refused(share):
    data = set_pages(PLAIN, the_pages())
    assert reasons(read(data[: int(len(data) * share)])) != []


def test_a_letter_is_no_statement():
    letter = set_text("Dear Amina, on 3 October 2026 we paid you £640.00. The date of your next payment is 31 October.")
    assert reasons(read(letter))[0].startswith("We found no statement in this PDF")


@pytest.mark.skipif(not RECEIPTS.is_dir(), reason="the shared collection of receipts is not here")
def test_real_invoices_are_no_statements():
    files = sorted(RECEIPTS.rglob("*.pdf"))
    assert len(files) >= 2
    for file in files:
        assert reasons(read(file.read_bytes()))[0].startswith("We found no statement in this PDF"), file.name


def with_cell(row, column, text, layout=PLAIN):
    """The statement with one cell of its first page changed. Row 0 is what it opens with."""
    pages = the_pages(layout)
    pages[0]["parts"][0][row][[one.holds for one in layout.columns].index(column)] = text
    return read_pages(pages, layout)


def test_a_sum_that_is_a_penny_off_is_seen():
    statement = with_cell(1, "out", "412.51")
    assert "by the lines before it the balance is 587.49; 587.50 is printed." in reasons(statement)[0]
    assert reasons(statement)[0].startswith("Page 1, row 5: ")
    assert statement.problems[0].place == 2
    assert statement.problems[0].text == "4 Sep CARYS PRICE WAGES 412.51 587.50"


def test_money_in_the_wrong_column_is_seen():
    pages = the_pages()
    row = pages[0]["parts"][0][1]
    row[2], row[3] = row[3], row[2]
    assert "by the lines before it the balance is 1412.50; 587.50 is printed." in reasons(read_pages(pages))[0]


@pytest.mark.parametrize("row", [1, 2, 3, 4])
def test_a_line_that_is_not_there_is_missed(row):
    pages = the_pages()
    del pages[0]["parts"][0][row]
    assert "is printed." in reasons(read_pages(pages))[0]


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        ("in", "1.00", "It has money both out and in."),
        ("out", "-412.50", "“-412.50” has a sign in a column that has none"),
        ("out", "412,50", "does not stand under any of the headings"),
        ("out", "", "It has a balance, and no sum paid in or out."),
        ("day", "31 Sep", "“31 Sep” is not a day in the calendar."),
        ("day", "4 Mar", "“4 Mar” is not within the days that the statement is about."),
        ("day", "", "It has no day, and no row above it has one."),
    ],
)
def test_a_row_that_cannot_be_read_is_named(column, text, reason):
    (found, *_) = reasons(with_cell(1, column, text))
    assert found.startswith("Page 1, row 5: ")
    assert reason in found


def test_what_is_carried_to_the_next_page_must_follow():
    layout = replace(PLAIN, carries_over_pages=True, rows_a_page=2)
    pages = pages_of(layout, PAYMENTS, OPENING)
    assert [len(page["parts"][0]) for page in pages] == [4, 4]
    pages[1]["parts"][0][0][4] = "1,227.51"
    (found, *_) = reasons(read_pages(pages, layout))
    assert "Page 2, row 4: by the lines before it the balance is 1227.50; 1227.51 is printed." in found


def test_a_page_that_is_missing_is_missed():
    layout = replace(PLAIN, carries_over_pages=True, rows_a_page=1)
    pages = pages_of(layout, PAYMENTS, OPENING)
    assert read_pages(pages, layout).outcome == "whole"
    assert "Page 2, row 4:" in reasons(read_pages([pages[0], *pages[2:]], layout))[0]


def test_days_without_any_year_are_refused():
    pages = the_pages()
    pages[0]["above"] = []
    assert "“4 Sep” has no year" in reasons(read_pages(pages))[0]


def without_balances(**changes):
    layout = replace(LAYOUTS["no running balances, a summary above"], **changes)
    return layout, pages_of(layout, PAYMENTS, OPENING)


def test_without_balances_nothing_proves_it():
    layout, pages = without_balances(summary=False)
    layout = replace(layout, summary=False)
    pages[0]["parts"][0] = pages[0]["parts"][0][1:-1]
    assert reasons(read_pages(pages, layout))[0].startswith("The statement prints no balances that prove")


def test_without_running_balances_the_sum_must_be_what_the_summary_says():
    layout, pages = without_balances()
    pages[0]["above"][-1][1] = "£1,212.30"
    assert reasons(read_pages(pages, layout)) == ["By its lines the statement closes with 1212.31; it says 1212.30."]


def test_a_summary_that_opens_with_another_sum_is_seen():
    pages = the_pages()
    pages[0]["above"].append(["Opening balance £999.00"])
    assert any("is printed." in reason or "it says 999.00" in reason for reason in reasons(read_pages(pages)))


def test_two_accounts_in_one_file_are_told_apart_and_refused():
    first, second = the_pages()[0], the_pages()[0]
    second["above"] = [["Amina Khan", "Sort code 20-11-22", "Account number 50607080"], second["above"][1]]
    statement = read_pages([first, second])
    assert "The file holds 2 accounts (20-11-22 10203040, 20-11-22 50607080)" in reasons(statement)[0]
    assert [
        (part.line_count, part.opening_pence, part.sum_pence, part.closing_pence, part.reconciles)
        for part in statement.parts
    ] == [(4, 100_000, 21_231, 121_231, True)] * 2


def test_two_months_of_one_account_bound_in_one_file_are_read():
    october = [Payment(date(2026, 10, 1), -500, "CITY CABS"), Payment(date(2026, 10, 2), 100, "REFUND")]
    second = fill_in(LAYOUTS["not ruled, the day once, sums on the first row"], october)
    pages = [*the_pages(), *pages_of(replace(second, advert=""), october, 121_231)]
    statement = read_pages(pages)
    assert (statement.outcome, len(statement.lines), statement.closing_pence) == ("whole", 6, 120_831)
    assert (statement.from_on, statement.to_on) == (date(2026, 9, 4), date(2026, 10, 2))


def test_a_statement_in_euros_is_refused():
    columns = [replace(one, label=one.label.replace("£", "€")) for one in RULED.columns]
    layout = replace(RULED, columns=columns)
    (found,) = reasons(read(write_statement(layout, PAYMENTS, opening_pence=OPENING)))
    assert found == "This statement is in EUR. We can only take GBP."


def test_sums_in_two_currencies_are_refused():
    statement = with_cell(1, "out", "$412.50", RULED)
    assert "2 currencies (GBP, USD)" in reasons(statement)[0]


def test_headings_without_payments_are_refused():
    pages = the_pages()
    pages[0]["parts"][0] = pages[0]["parts"][0][:1]
    assert reasons(read_pages(pages))[0].startswith("We found the headings of a statement in this PDF, and no payments")


def test_a_table_with_other_headings_is_no_statement():
    columns = [Column("day", "Date", 60), Column("words", "Meal", 200), Column("out", "Guests", 60, "right")]
    layout = replace(PLAIN, columns=columns)
    assert reasons(read(write_statement(layout, PAYMENTS, opening_pence=OPENING)))[0].startswith(
        "We found no statement"
    )


def test_a_longer_pdf_than_any_statement_is_refused():
    assert "more than 200 pages" in reasons(read(set_text("#for n in range(201) [Page #n #pagebreak(weak: true)]")))[0]


def test_more_words_than_any_statement_has_are_refused():
    many = "#set text(size: 5pt)\n#set page(margin: 0pt)\n" + "a b c d e f g h i j " * 600
    assert "far more words" in reasons(read(set_text(many)))[0]


def hand_made(*streams, resources=""):
    """A PDF of one page from its streams, the first of which is the page's own."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>" % resources.encode(),
        *streams,
    ]
    body = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return body + trailer % (size, table, size, len(body))


def stream(data, extra=b""):
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), extra, data)


def form(number, calls):
    """A form that draws the next one `calls` times: ten of them one in another draw ten thousand million times."""
    inner = b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</F %d 0 R>>>>" % (number + 1)
    return stream(b"/F Do " * calls, inner)


def test_a_pdf_that_would_be_drawn_for_ever_is_stopped():
    forms = [form(5 + depth, 10) for depth in range(10)]
    bomb = hand_made(stream(b"/F Do"), *forms, stream(b"q Q"), resources="/XObject<</F 5 0 R>>")
    assert len(bomb) < 4_000
    assert reasons(read(bomb))[0].startswith("This PDF takes too long to read, so we stopped")


def test_a_pdf_that_swells_to_gigabytes_is_stopped():
    packer = zlib.compressobj(9)
    packed = packer.compress(b"q Q " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    again = zlib.compressobj(9, zlib.DEFLATED, -15)
    more = again.compress(b"q Q " * 1_000_000) + again.flush(zlib.Z_FULL_FLUSH)
    bomb = hand_made(stream(packed + more * 500, b"/Filter/FlateDecode"))
    assert len(bomb) < 4_000_000  # of 2,000 million bytes
    assert "more memory than a bank statement" in reasons(read(bomb))[0]


def test_forms_that_draw_each_other_are_no_hang():
    loop = stream(b"/F Do", b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</F 5 0 R>>>>")
    assert reasons(read(hand_made(stream(b"/F Do"), loop, resources="/XObject<</F 5 0 R>>"))) != []


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.7\n" + b"1 0 obj<<" * 10_000, b"%PDF-1.7\n" + b"[" * 100_000])
def test_what_only_begins_like_a_pdf_is_refused(data):
    assert reasons(read(data)) != []


FONT = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"


def words_at(matrix, size=9):
    """A page with a whole statement's headings and a payment, all of it moved by a matrix."""
    rows = (["Date", "Details", "Paid out", "Paid in", "Balance"], ["4 Sep 2026", "TEA", "1.00", "", "99.00"])
    text = f"{matrix} cm BT /F {size} Tf "
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            text += f"1 0 0 1 {40 + 100 * column} {700 - 20 * row} Tm ({cell}) Tj "
    return hand_made(stream((text + "ET").encode()), resources=FONT)


def test_a_page_made_by_hand_is_read():
    statement = read(words_at("1 0 0 1 0 0"))
    assert [(line.on, line.pence, line.balance_pence) for line in statement.lines] == [(date(2026, 9, 4), -100, 9900)]
    assert [note.words for note in statement.notes] == [
        "The statement does not print what it opens with, so its first line is not proved."
    ]


HUGE = "1" + "0" * 30


@pytest.mark.parametrize(
    "matrix",
    [
        f"{HUGE} 0 0 {HUGE} 0 0",
        f"1 0 0 1 {HUGE} {HUGE}",
        "0 0 0 0 0 0",
        "0.0001 0 0 0.0001 0 0",
        "0 1 -1 0 0 0",
        "-1 0 0 -1 600 800",
    ],
)
def test_words_of_no_size_or_off_the_page_are_no_words(matrix):
    assert reasons(read(words_at(matrix))) != []


def test_letters_that_have_no_names_are_said():
    """A font without a table of letters gives numbers for them: nobody could check such words."""
    font = "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font"
    font += "/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>/DW 500>>]>>>>"
    words = b"".join(
        b"BT /F 9 Tf %d %d Td <00410042> Tj ET " % (20 + 60 * (n % 8), 800 - 20 * (n // 8)) for n in range(40)
    )
    assert "cannot be told apart" in reasons(read(hand_made(stream(words), resources=font)))[0]
