"""A file is read as bytes or as text as often as a reader likes, in any alphabet that banks use, piece by piece."""

import hashlib
import io

import pytest
from tests.formats.statements import samples

from ownway.formats.statements import read_statement
from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.column_map import ColumnMap
from ownway.formats.statements.column_map_reading import read_with_map
from ownway.formats.statements.proposing import propose_map
from ownway.formats.statements.source import Source

WORDS_MAP = ColumnMap(columns=8, day=1, words=(5,), paid_out=6, paid_in=7)
WORDS = "Café £5\r\nŁódź\rTaxi\n"


def source(data, **options):
    return Source(io.BytesIO(data), name="x", **options)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", WORDS),
        ("utf-8-sig", WORDS),
        ("utf-16", WORDS),
        ("utf-32", WORDS),
        ("utf-16-le", "Taxi £5\r\n"),
        ("utf-16-be", "Taxi £5\r\n"),
        ("cp1252", "Café £5\r\n€\n"),
    ],
)
def test_the_text_is_that_of_the_bytes_whatever_the_alphabet(encoding, text):
    read = source(text.encode(encoding))
    assert "".join(read.text()) == read.head == read.tail == text
    assert list(read.open_text()) == text.splitlines(keepends=True)


def test_letters_on_the_edge_of_a_piece_stay_whole():
    text = "é" * 400_000 + "€" * 200_000
    for before in range(3):
        assert "".join(source(("a" * before + text).encode()).text()) == "a" * before + text


def test_one_letter_that_is_not_utf_8_after_a_megabyte_makes_it_windows_1252():
    read = source("£".encode() * 500_000 + b"\xa3")
    assert (read.encoding, read.tail[-3:]) == ("cp1252", "Â££")


def test_each_reader_has_its_own_place_in_the_file():
    read = source(samples.LLOYDS.encode())
    lines, again = read.open_text(), read.open_text()
    first = [next(lines), next(again)]
    assert first[0] == first[1]
    assert read.open().read(11) == b"Transaction"
    assert list(lines) == list(again) == samples.LLOYDS.splitlines(keepends=True)[1:]


def test_the_file_stays_open_for_who_opened_it():
    file = io.BytesIO(samples.HSBC.encode())
    read = Source(file, name="x")
    with read.open_text() as text, read.open() as data:
        assert text.read().encode() == data.read() == file.getvalue()
    assert not file.closed


def test_bytes_can_be_looked_up_from_either_end():
    file = source(b"0123456789").open()
    assert (file.seek(-3, io.SEEK_END), file.read()) == (7, b"789")
    assert (file.seek(2), file.read(2), file.seek(1, io.SEEK_CUR), file.read(1)) == (2, b"23", 5, b"5")


def test_it_tells_its_size_its_digest_its_head_and_its_tail():
    data = b"a" * 100_000 + b"\nthe end"
    read = source(data, hint="ofx")
    assert (read.size, read.digest, read.hint) == (100_008, hashlib.sha256(data).hexdigest(), "ofx")
    assert (len(read.head), len(read.first_bytes), len(read.tail)) == (65_536, 65_536, 200)
    assert read.tail.endswith("\nthe end")


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"", b"a\0b" * 50_000, b"\x81\x8d\x8f"])
def test_what_is_no_text_says_why_and_has_none(data):
    read = source(data)
    assert read.not_text
    assert (read.head, read.tail) == ("", "")


def test_more_bytes_than_a_reader_can_hold_are_refused():
    read = source(b"%PDF" + b"0" * 2_000_000)
    assert len(read.all_bytes(most=3_000_000)) == 2_000_004
    with pytest.raises(UnreadableError, match="larger than 2 MB"):
        read.all_bytes(most=2_000_000)


def test_a_line_that_would_fill_the_memory_is_never_read_as_one():
    rows = samples.LLOYDS.encode() + b"a" * 1_000_000
    read = source(rows)
    assert len("".join(read.text())) == len(rows)
    with pytest.raises(UnreadableError, match="a line far longer than any bank writes"):
        read.open_text()
    statement = read_statement(rows, name="x")
    assert (statement.outcome, statement.lines) == ("refused", ())
    assert "far longer" in statement.problems[0].reason
    assert propose_map(read) is None
    assert read_with_map(rows, WORDS_MAP, name="x").outcome == "refused"
