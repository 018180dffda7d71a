"""A spreadsheet cannot fill the memory, reach another file, run anything or make the reader raise."""

import io
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.statements import samples
from tests.formats.statements.books import book_of, with_parts, with_shared_strings

from ownway.formats.statements import read_statement

GOOD = book_of(samples.LLOYDS)
SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"


def read(data):
    return read_statement(data, name="statement.xlsx")


def reason(data):
    statement = read(data)
    assert (statement.outcome, statement.lines) == ("refused", ())
    return statement.problems[0].reason


def packed(names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in names.items():
            package.writestr(name, content)
    return out.getvalue()


def test_a_zip_that_is_no_spreadsheet_says_so():
    assert reason(packed({"statement.csv": samples.LLOYDS})).startswith("This is a ZIP file and not a spreadsheet")
    assert reason(packed({})).startswith("This is a ZIP file and not a spreadsheet")


def test_an_old_spreadsheet_is_refused_in_plain_words():
    assert reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == (
        "This is an old Excel or Word file. Please save it as CSV."
    )


def test_a_part_that_unpacks_to_far_more_than_it_is_is_not_unpacked():
    bomb = with_parts(GOOD, add={"xl/media/picture.xml": b" " * 40_000_000})
    assert len(bomb) < 100_000
    tracemalloc.start()
    try:
        assert "not put together as Excel does it" in reason(bomb)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_many_parts_that_together_unpack_to_too_much_are_refused():
    many = with_parts(GOOD, add={f"xl/media/{n}.bin": b"ab" * 450_000 for n in range(80)})
    assert "larger than 60 MB when unpacked" in reason(many)


def test_a_zip_in_which_a_part_lies_about_its_size_is_refused():
    with zipfile.ZipFile(io.BytesIO(GOOD)) as package:
        part = package.getinfo(SHEET)
        told = part.file_size.to_bytes(4, "little")
    lying = GOOD.replace(told, (10).to_bytes(4, "little"))
    assert lying != GOOD
    assert "damaged" in reason(lying)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "C:/windows/x.xml", "xl/..\\..\\x.xml", "xl/../../x"]
)
def test_a_part_whose_name_leads_out_of_the_file_is_refused(name):
    assert "not put together as Excel does it" in reason(with_parts(GOOD, add={name: b"x"}))


@pytest.mark.parametrize("part", [SHEET, BOOK, "xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_is_refused_before_it_is_expanded(part, encoding):
    lol = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'

    def declare(content):
        text = content.decode()
        begin = text.index("?>") + 2 if text.startswith("<?xml") else 0
        return ('<?xml version="1.0"?>' + lol + text[begin:]).encode(encoding)

    assert "not put together as Excel does it" in reason(with_parts(with_shared_strings(GOOD), change={part: declare}))


def test_an_entity_that_reaches_for_another_file_is_refused():
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    changed = with_parts(GOOD, change={SHEET: lambda content: outside.encode() + content})
    assert "not put together as Excel does it" in reason(changed)


def test_macros_and_links_are_left_alone_and_said():
    more = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    statement = read(with_parts(GOOD, add=more))
    assert statement.sum_pence == samples.SUM_PENCE
    assert [note.words for note in statement.notes] == [
        "The spreadsheet has macros. They were not run and are not kept.",
        "The spreadsheet has links to other files. They were not followed.",
    ]


def test_a_locked_spreadsheet_says_so():
    locked = bytearray(GOOD)
    at = locked.rindex(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert "locked with a password" in reason(bytes(locked))


@pytest.mark.parametrize(
    "cell", ['<row r="900000"><c r="A900000"><v>1</v></c></row>', '<row r="9"><c r="XFD9"><v>1</v></c></row>']
)
def test_a_cell_far_away_makes_no_great_sheet(cell):
    def far(content):
        return content.replace(b"</sheetData>", cell.encode() + b"</sheetData>")

    began = time.process_time()
    assert "more than 200,000 rows or 100 columns" in reason(with_parts(GOOD, change={SHEET: far}))
    assert time.process_time() - began < 2


def test_what_the_sheet_says_of_its_own_size_is_not_believed():
    def boast(content):
        return content.replace(b'ref="A1:H6"', b'ref="A1:XFD1048576"')

    assert b'ref="A1:H6"' in zipfile.ZipFile(io.BytesIO(GOOD)).read(SHEET)
    assert read(with_parts(GOOD, change={SHEET: boast})).sum_pence == samples.SUM_PENCE


@pytest.mark.parametrize("part", [BOOK, SHEET, "xl/_rels/workbook.xml.rels", "xl/styles.xml"])
def test_a_part_that_is_missing_or_cut_short_is_refused_and_never_raised(part):
    assert read(with_parts(GOOD, change={part: lambda content: content[: len(content) // 2]})).outcome == "refused"
    assert read(with_parts(GOOD, drop=(part,))).outcome in ("refused", "whole")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.integers(0, len(GOOD)))
def test_no_changed_or_cut_bytes_make_it_raise(at, byte, cut):
    changed = bytearray(GOOD)
    changed[at] = byte
    for data in (bytes(changed), GOOD[:cut], b"PK\x03\x04" + GOOD[cut:]):
        assert read(data).outcome in ("whole", "in part", "refused")


@settings(max_examples=100, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.sampled_from(["s", "n", "d", "b", "e", "str", "inlineStr"]),
)
def test_no_cell_makes_it_raise(value, kind):
    from xml.sax.saxutils import escape

    def put(content):
        cell = f'<row r="7"><c r="A7" t="{kind}"><v>{escape(value)}</v></c></row></sheetData>'
        return content.replace(b"</sheetData>", cell.encode())

    assert read(with_parts(GOOD, change={SHEET: put})).outcome in ("whole", "in part", "refused")
