"""The PDF is tagged (PDF/UA-1), says everything the letter says, and is the same whenever it is made."""

import time
from dataclasses import replace

import pikepdf
import pytest
from tests.unit.letters import samples
from tests.unit.letters.pdf_text import opened, pages_of, squeezed, text_of

from ownway.ground.letters.content import suite
from ownway.ground.letters.content.pdf import CannotPrint, render_pdf


@pytest.fixture(params=samples.SUITE)
def letter(request):
    kind, make = samples.SUITE[request.param]
    return suite.write_letter(kind, make())


def tags_of(element, found=None) -> list[str]:
    """The structure tags in reading order."""
    found = [] if found is None else found
    if isinstance(element, pikepdf.Array):
        for one in element:
            tags_of(one, found)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        found.append(str(element["/S"]))
        tags_of(element.get("/K", pikepdf.Array()), found)
    return found


def test_it_says_that_it_is_accessible_and_in_which_language(letter, fonts):
    with opened(render_pdf(letter, fonts=fonts)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert told["dc:title"] == letter.title


def test_it_has_headings_lists_and_paragraphs_for_a_screen_reader(letter, fonts):
    with opened(render_pdf(letter, fonts=fonts)) as pdf:
        tags = tags_of(pdf.Root.StructTreeRoot.K)
    assert tags[0] == "/Document"
    assert tags.count("/H1") == 1
    assert tags.index("/H1") < tags.index("/H2")
    assert {"/P", "/L", "/LI", "/LBody"} <= set(tags)


def test_its_table_has_header_cells_for_the_columns(fonts):
    with opened(render_pdf(suite.write_letter("offer", samples.offer()), fonts=fonts)) as pdf:
        tags = tags_of(pdf.Root.StructTreeRoot.K)
    table = [tag for tag in tags if tag in ("/Table", "/THead", "/TBody", "/TH")]
    assert table == ["/Table", "/THead", "/TH", "/TH", "/TH", "/TBody"]


def test_it_holds_every_word_and_figure_of_the_letter(letter, fonts):
    printed = text_of(render_pdf(letter, fonts=fonts))
    missing = [text for text in letter.texts() if squeezed(text) not in printed]
    assert missing == []


def test_it_holds_each_sum_worked_out_by_hand(fonts):
    printed = text_of(render_pdf(suite.write_letter("offer", samples.offer()), fonts=fonts))
    for figure in ("£397.60", "£45.00", "£442.60", "£251.00", "£188.90", "£62.10", "£380.50", "£1,522.00", "£96.00"):
        assert figure in printed


def test_every_page_has_its_number_the_name_and_the_reference(letter, fonts):
    pages = pages_of(render_pdf(letter, fonts=fonts))
    for number, page in enumerate(pages, start=1):
        assert page.endswith(f"AminaKhan·Yourreference:HB-0001Page{number}of{len(pages)}")


def test_it_is_the_same_to_the_last_byte_when_made_again(letter, fonts):
    assert render_pdf(letter, fonts=fonts) == render_pdf(letter, fonts=fonts)


def test_it_has_only_the_typefaces_that_ownway_brings(letter, fonts):
    with opened(render_pdf(letter, fonts=fonts)) as pdf:
        names = {str(font.BaseFont) for page in pdf.pages for font in page.resources["/Font"].values()}
    assert {name.split("+")[1].split("-")[0] for name in names} == {"NotoSans"}


def test_large_print_is_larger(fonts):
    plain = suite.write_letter("payment_notice", samples.payment_notice())
    large = replace(plain, large_print=True)
    assert sizes_of(render_pdf(plain, fonts=fonts))[0] == 12
    assert sizes_of(render_pdf(large, fonts=fonts))[0] == 18


def sizes_of(data: bytes) -> list[int]:
    """The sizes of print in points, smallest first."""
    with opened(data) as pdf:
        found = {
            round(operands[1])
            for page in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "Tf"
        }
    return sorted(found)


def test_it_is_refused_without_the_typefaces(tmp_path):
    with pytest.raises(CannotPrint, match="The font Noto Sans is not in"):
        render_pdf(suite.write_letter("offer", samples.offer()), fonts=tmp_path)


def test_it_takes_little_time(fonts):
    letters = [suite.write_letter(kind, make()) for kind, make in samples.SUITE.values()]
    render_pdf(letters[0], fonts=fonts)
    start = time.perf_counter()
    for one in letters * 5:
        render_pdf(one, fonts=fonts)
    each = (time.perf_counter() - start) * 1000 / (len(letters) * 5)
    print(f"a letter takes {each:.1f} ms")
    assert each < 500
