"""What people are called stays as it is: it is never read as markup, and never printed as boxes."""

import html5lib
import pytest
from tests.unit.letters import samples
from tests.unit.letters.pdf_text import opened, pages_of, runs_of, squeezed, text_of

from ownway.ground.letters.content.correspondence import PostalAddress, Recipient
from ownway.ground.letters.content.html import render_html
from ownway.ground.letters.content.letter import LetterContent
from ownway.ground.letters.content.payment_notice import write_payment_notice
from ownway.ground.letters.content.pdf import CannotPrint, render_pdf

LINE = 90
"""More letters than fit between the edges of the paper at 12 points."""


def letter_to(name: str) -> LetterContent:
    return write_payment_notice(samples.payment_notice(letter=samples.letter_to(name)))


@pytest.mark.parametrize(
    "name",
    [
        samples.MARKUP,
        "#sys.inputs",
        "= Heading",
        "- item",
        "$x^2$",
        "</article><script>alert(1)</script>",
        "{% include 'x' %}",
        "Zoë Ó Briain-Łukasz",
        "Siân ap Gruffŷdd",
    ],
)
def test_markup_in_a_name_stays_text(name, fonts):
    letter = letter_to(name)
    printed = text_of(render_pdf(letter, fonts=fonts))
    shown = "".join(html5lib.parseFragment(render_html(letter), namespaceHTMLElements=False).itertext())
    assert squeezed(f"Dear {name},") in printed
    assert f"Dear {name}," in shown


def test_a_name_in_urdu_is_printed_in_letters_and_not_in_boxes(fonts):
    letter = letter_to(samples.URDU)
    with opened(render_pdf(letter, fonts=fonts)) as pdf:
        names = {str(font.BaseFont) for page in pdf.pages for font in page.resources["/Font"].values()}
    assert any("Arabic" in name for name in names)


def test_a_name_in_urdu_keeps_its_own_direction_on_the_page():
    shown = render_html(letter_to(samples.URDU))
    assert f'<span dir="auto">{samples.URDU}</span>' in shown
    assert f"Dear \u2068{samples.URDU}\u2069," in shown


@pytest.mark.parametrize(
    ("name", "says"),
    [("Amina 山", "“山”"), ("Amina 😀", "GRINNING FACE"), ("Amina\u0007", "a mark that cannot be seen")],
)
def test_a_letter_with_a_character_that_no_font_has_is_refused_by_its_name(name, says, fonts):
    with pytest.raises(CannotPrint, match=says):
        render_pdf(letter_to(name), fonts=fonts)


def test_a_very_long_name_is_broken_at_the_edge_and_not_lost(fonts):
    name = "Wolfeschlegelsteinhausenbergerdorff" * 3
    data = render_pdf(letter_to(name), fonts=fonts)
    pages = pages_of(data)
    assert f"Dear{name}," in pages[0]
    assert all(name in page for page in pages)
    with opened(data) as pdf:
        longest = max(len(run) for page in pdf.pages for run in runs_of(page))
    assert longest <= LINE


def test_an_address_of_the_longest_kind_is_printed_whole(fonts):
    lines = tuple(f"{n} {'Long ' * 20}Road" for n in range(1, 8))
    recipient = Recipient(name=samples.AMINA, address=PostalAddress(lines))
    letter = write_payment_notice(samples.payment_notice(letter=samples.letter(recipient=recipient)))
    assert all(squeezed(line) in pages_of(render_pdf(letter, fonts=fonts))[0] for line in lines)
