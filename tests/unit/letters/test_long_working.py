"""A long working runs over pages, and each page says again what its columns are."""

from tests.unit.letters import samples
from tests.unit.letters.pdf_text import opened, pages_of

from ownway.ground.letters.content.payment_notice import write_payment_notice
from ownway.ground.letters.content.pdf import render_pdf
from ownway.rules import steps, vocabulary

ROWS = 60
HEADER = "WhatHowweworkeditoutAmount"


def long_letter():
    costs = [
        vocabulary.given(f"Support on day {n}", 1000 + n, steps.PENCE, source="Your support plan")
        for n in range(1, ROWS)
    ]
    payment = vocabulary.add_up("This payment", *costs)  # 59 × £10.00 + (1 + … + 59 = 1,770) pence = £607.70
    return write_payment_notice(samples.payment_notice(payment=payment, last_payment_pence=None, reasons=()))


def test_it_repeats_its_header_on_each_page_it_runs_over(fonts):
    pages = pages_of(render_pdf(long_letter(), fonts=fonts))
    with_rows = [page for page in pages if "Supportonday" in page]
    assert len(with_rows) >= 3
    assert all(HEADER in page for page in with_rows)


def test_it_keeps_every_row_in_order_and_ends_with_the_answer(fonts):
    printed = "".join(pages_of(render_pdf(long_letter(), fonts=fonts)))
    places = [printed.index(f"Supportonday{n}Yoursupportplan£10.{n:02}") for n in range(1, ROWS)]
    assert places == sorted(places)
    assert printed.index("The59amountsabove,addedup£607.70") > places[-1]


def test_no_row_is_cut_in_two_by_a_page(fonts):
    pages = pages_of(render_pdf(long_letter(), fonts=fonts))
    whole = sum(page.count("Yoursupportplan£10.") for page in pages)
    assert whole == ROWS - 1


def test_it_is_still_one_table_for_a_screen_reader(fonts):
    with opened(render_pdf(long_letter(), fonts=fonts)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.pages) >= 3
