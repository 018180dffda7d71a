"""The page says what the PDF says: both come from the same words."""

import html5lib
import pytest
from tests.unit.letters import samples
from tests.unit.letters.pdf_text import squeezed, text_of

from ownway.ground.letters.content import suite
from ownway.ground.letters.content.html import render_html
from ownway.ground.letters.content.pdf import render_pdf


@pytest.fixture(params=samples.SUITE)
def letter(request):
    kind, make = samples.SUITE[request.param]
    return suite.write_letter(kind, make())


def parsed(letter):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(render_html(letter))


def without_title(letter) -> list[str]:
    """The title is the page's own heading."""
    return [text for text in letter.texts() if text != letter.title]


def test_it_is_valid_html_in_the_language_of_the_letter(letter):
    assert parsed(letter).find("article").get("lang") == "en-GB"


def test_it_leaves_the_first_heading_to_the_page(letter):
    assert parsed(letter).find(".//h1") is None
    assert parsed(letter).find(".//h2") is not None


def test_it_holds_every_word_and_figure_of_the_letter(letter):
    shown = squeezed("".join(parsed(letter).itertext()))
    assert [text for text in without_title(letter) if squeezed(text) not in shown] == []


def test_the_page_and_the_pdf_hold_the_same_words(letter, fonts):
    shown = squeezed("".join(parsed(letter).itertext()))
    printed = text_of(render_pdf(letter, fonts=fonts))
    for text in without_title(letter):
        assert (squeezed(text) in shown) and (squeezed(text) in printed), text


def test_its_table_names_its_columns_and_rows(letter):
    tables = parsed(letter).findall(".//table")
    for table in tables:
        assert [cell.get("scope") for cell in table.findall("./thead/tr/th")] == ["col", "col", "col"]
        assert all(row.find("./th").get("scope") == "row" for row in table.findall("./tbody/tr"))
        assert table.find("./caption").text


def test_it_has_no_style_or_script_of_its_own(letter):
    shown = render_html(letter)
    assert "style=" not in shown
    assert "<script" not in shown
