"""A camt file made to do harm is refused before anything of it is believed, in little time and little memory."""

import io
import time
import tracemalloc

import pytest
from tests.formats.statements import camt_samples as camt

from ownway.formats.statements.camt import read_camt
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source

DTD = "The file declares a document type, which bank files do not do, so it was not read."
BOMB = "<!DOCTYPE Document [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]>"


def with_document_type(declared, text):
    start, mark, rest = text.partition("?>")
    return start + mark + declared + rest


@pytest.mark.parametrize(
    "declared",
    [
        BOMB,
        "<!DOCTYPE Document SYSTEM 'file:///etc/passwd'>",
        "<!DOCTYPE Document PUBLIC '-//X//Y' 'http://example.invalid/x.dtd'>",
        "<!DOCTYPE Document [<!ENTITY % x SYSTEM 'http://example.invalid/x'>%x;]>",
        "<!DOCTYPE Document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE Document>",
    ],
)
def test_a_document_type_is_refused_before_anything_else(declared):
    text = with_document_type(declared, camt.write_september()).replace("Wages Aug", "&x;&c;")
    assert (camt.read(text)[0], camt.reasons(camt.read(text)[1])) == ([], [(0, DTD)])


@pytest.mark.parametrize("reference", ["&x;", "&nbsp;", "&#0;", "&#xD800;", "&#x110000;", "&amp", "&"])
def test_an_entity_that_xml_does_not_have_refuses_the_file(reference):
    entries = [camt.write_entry("1.00") for _ in range(5)]
    text = camt.write_message(camt.write_part(*entries, camt.write_entry(words=reference), *entries))
    for general_only in (False, True):
        _, reading = camt.read(text, general_only=general_only)
        assert reading.is_refused


def test_elements_inside_each_other_without_end_are_refused():
    text = camt.write_message("<a>" * 100_000 + "</a>" * 100_000)
    began = time.process_time()
    assert "deeper than any bank" in camt.read(text)[1].problems[0].reason
    assert time.process_time() - began < 1


@pytest.mark.parametrize("letter", ["x", "\n", "&amp;"])
def test_words_without_end_are_refused(letter):
    began = time.process_time()
    text = camt.write_message(camt.write_part(camt.write_entry(words=letter * 3_000_000)))
    assert "far longer than any bank writes" in camt.read(text)[1].problems[0].reason
    assert time.process_time() - began < 3


@pytest.mark.parametrize("piece", ["<!-- {} -->", "<?bank {}?>", '<a b="{}"/>', "<a{}/>"])
def test_a_tag_or_remark_without_end_is_refused_in_time(piece):
    text = camt.write_message(camt.write_part(piece.format("x" * 20_000_000)))
    began = time.process_time()
    assert "tag or a remark" in camt.read(text)[1].problems[0].reason
    assert time.process_time() - began < 2


@pytest.mark.parametrize("made", ["<a{0}/>", '<a b{0}=""/>', '<a xmlns:p{0}="urn:x"/>', "<b:a{0} xmlns:b='urn:x'/>"])
def test_more_kinds_of_elements_than_any_bank_has_are_refused_before_they_fill_memory(made):
    many = "".join(made.format(n) for n in range(60_000))
    _, reading = camt.read(camt.write_message(camt.write_part(many, camt.write_entry("1.00"))))
    assert camt.reasons(reading) == [(0, "The file has far more kinds of elements than any bank writes.")]


def test_an_entry_of_more_payments_than_can_be_held_is_refused():
    text = camt.write_message(
        camt.write_part(camt.write_entry().replace("<TxDtls>", "<TxDtls></TxDtls>" * 400_001 + "<TxDtls>"))
    )
    assert "more payments than we can read at once" in camt.read(text)[1].problems[0].reason


def test_an_instruction_to_a_program_does_nothing():
    text = with_document_type("<?xml-stylesheet href='http://example.invalid/x.xsl'?>", camt.write_september())
    lines, reading = camt.read(text)
    assert (len(lines), reading.problems) == (3, [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-8", "iso-8859-1", "cp1252"])
def test_the_usual_encodings_are_read(encoding):
    declared = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-8-sig": "UTF-8", "cp1252": "windows-1252"}
    text = camt.write_september().replace("UTF-8", declared.get(encoding, encoding)).replace("Wages Aug", "Zoë £5")
    lines, reading = camt.read(text.encode(encoding))
    assert (lines[0].words, len(lines), reading.problems) == ("Carys Price Zoë £5", 3, [])


@pytest.mark.parametrize("declared", ['encoding="UTF-8"', "", 'encoding="ISO-8859-2"', "encoding='Shift_JIS'"])
def test_letters_that_may_be_read_wrongly_refuse_the_file(declared):
    text = camt.write_september().replace('encoding="UTF-8"', declared).replace("Wages Aug", "Zoë")
    lines, reading = camt.read(text.encode("iso-8859-1"))
    assert (lines, reading.is_refused) == ([], True)
    assert "some of its letters are not" in reading.problems[0].reason


def test_white_space_before_the_first_line_is_left_out():
    assert len(camt.read(" \r\n" + camt.write_september())[0]) == 3


@pytest.mark.parametrize("general_only", [False, True])
def test_memory_does_not_grow_with_the_file(general_only):
    def peak(count):
        entries = [camt.write_entry(f"{n % 900}.{n % 100:02d}", id=f"B{n}") for n in range(count)]
        file = io.BytesIO(camt.write_message(camt.write_part(*entries)).encode())
        source, reading = Source(file, name="x"), Reading()
        tracemalloc.start()
        many = sum(1 for _ in read_camt(source, reading, general_only=general_only))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert (many, reading.problems) == (count, [])
        return most

    assert peak(12_000) < peak(3_000) + 1_000_000
