"""An OFX file is read in pieces, and wherever they are cut it says the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.statements import samples

from ownway.formats.statements import read_statement
from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.ofx_scan import Scan, scan_ofx
from ownway.formats.statements.reading import Reading

FILES = {
    "open tags": samples.OFX_1,
    "closed tags": samples.OFX_2,
    "small letters": samples.OFX_1.lower(),
    "CDATA": samples.OFX_2.replace("GOOD COVER POL88", "<![CDATA[GOOD <COVER> & POL88]]>"),
    "no entries": samples.write_ofx(""),
    "line ends of two": samples.OFX_1.replace("<", "\r\n<"),
}


def scanned(chunks):
    """All that an OFX text says, or the reason why it is refused."""
    reading = Reading()
    scan = Scan(reading)
    try:
        lines = list(scan_ofx(chunks, scan))
    except UnreadableError as error:
        return str(error)
    return lines, reading.problems, scan.seen, scan.accounts, scan.parts, scan.symbols, scan.closed, scan.pending


def ofx(text):
    return text[text.upper().index("<OFX>") :]


def cut(text):
    """The text in up to seven pieces."""
    cuts = st.lists(st.integers(0, len(text)), max_size=6).map(sorted)
    return cuts.map(lambda at: [text[start:end] for start, end in zip([0, *at], [*at, len(text)], strict=True)])


@pytest.mark.parametrize("what", FILES)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_it_says_the_same(what, data):
    text = ofx(FILES[what])
    assert scanned(data.draw(cut(text))) == scanned([text])


@pytest.mark.parametrize("what", FILES)
def test_it_says_the_same_letter_by_letter(what):
    text = ofx(FILES[what])
    assert scanned(text) == scanned([text])


def test_a_long_file_in_small_letters_keeps_every_penny():
    """By hand: 9,000 lines of 10.00 to 99.00, a hundred rounds of 4,905.00 out, give 490,500.00 out."""
    entries = [samples.write_entry("DEBIT", "20260901", f"-{10 + n % 90}.00", f"F{n}", "TEA", "") for n in range(9_000)]
    text = samples.write_ofx("\n".join(entries)).lower()
    statement = read_statement(text.encode(), name="x")
    assert (statement.outcome, statement.line_count, statement.sum_pence) == ("whole", 9_000, -49_050_000)
