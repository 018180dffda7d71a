"""OFX entries read many at once say what they say tag by tag, whichever tags, line ends and odd values stand among them."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.statements import samples
from tests.formats.statements.test_ofx_cut_anywhere import cut, ofx, scanned

from ownway.formats.statements import ofx_scan, read_statement
from ownway.formats.statements.ofx_shapes import learn_shape

WORDS = (
    "",
    "TEA",
    "City Cabs",
    "tea",
    "A &amp; B",
    "  two  spaces ",
    "a\nb",
    "A < B",
    "Ünï\u00a0cödé",
    "x" * 600,
    "<X>",
    "\x1c",
)
VALUES = {
    "TRNTYPE": ("DEBIT", "DEBIT", "debit", " CREDIT", ""),
    "DTPOSTED": ("20260901", "20260902", "20260907120000[0:GMT]", "20260901", "20260231", " 20260901", ""),
    "TRNAMT": (
        "-1.00",
        "-12.34",
        "+5.00",
        "0.05",
        "-.50",
        "1,5",
        "7",
        "1.000",
        "1_0.00",
        " 2.00 ",
        "12345678901.00",
        "",
    ),
    "FITID": ("F1", "F2", *WORDS),
    "NAME": WORDS,
    "MEMO": WORDS,
    "CHECKNUM": ("", " ", "000123"),
    "REFNUM": ("R1", ""),
    "CHKNUM": ("C1",),
    "ACCTBAL": ("9.00", ""),
    "CURSYM": ("EUR",),
}
WAYS = {  # how a tag is ended
    "one line": lambda tag, value: f"<{tag}>{value}",
    "lines": lambda tag, value: f"<{tag}>{value}\n",
    "lines of two": lambda tag, value: f"<{tag}>{value}\r\n",
    "closed": lambda tag, value: f"<{tag}>{value}</{tag}>",
    "closed on lines": lambda tag, value: f"<{tag}>{value}</{tag}>\n",
}
PLAIN = {tag: st.just(values[0]) | st.just(values[1 % len(values)]) for tag, values in VALUES.items()}
ODD = {tag: st.sampled_from(values) for tag, values in VALUES.items()}


@st.composite
def entries(draw):
    """Entries of one bank: most tags in one order, some of them missing, a value or an order odd now and then."""
    order = draw(st.permutations([tag for tag in VALUES if tag != "CURSYM"]))
    way = draw(st.sampled_from(sorted(WAYS)))
    written = []
    for _ in range(draw(st.integers(1, 12))):
        odd = draw(st.integers(0, 5)) == 0
        missing = draw(st.sets(st.sampled_from(order if odd else ["MEMO", "CHECKNUM", "CHKNUM", "REFNUM", "ACCTBAL"])))
        tags = draw(st.permutations([*order, "CURSYM"])) if odd and draw(st.booleans()) else order
        values = ODD if odd else PLAIN
        own = WAYS[draw(st.sampled_from(sorted(WAYS)))] if odd and draw(st.booleans()) else WAYS[way]
        tags = "".join(own(tag, draw(values[tag])) for tag in tags if tag not in missing)
        written.append(f"<STMTTRN>{draw(st.sampled_from(['', '', chr(10)]))}{tags}</STMTTRN>\n")
    return written


def tag_by_tag(text):
    with patch.object(ofx_scan, "learn_shape", lambda *_: None):
        return scanned([text])


@settings(max_examples=400, deadline=None)
@given(entries(), st.data())
def test_both_say_the_same_wherever_the_text_is_cut(written, data):
    text = ofx(samples.write_ofx("".join(written)))
    assert scanned(data.draw(cut(text))) == tag_by_tag(text)


def shape_of(*written):
    shape = None
    for entry in written:
        shape = learn_shape(entry, shape) or shape
    return shape


PLAIN_ENTRY = "<TRNTYPE>DEBIT\n<DTPOSTED>20260901\n<TRNAMT>-1.00\n<NAME>TEA\n</STMTTRN>\n"
WITH_MEMO = PLAIN_ENTRY.replace("</", "<MEMO>at home\n</")
WITH_NUMBER = PLAIN_ENTRY.replace("<NAME>", "<CHECKNUM>12\n<NAME>")


def test_a_shape_holds_all_the_tags_that_it_was_shown():
    shape = shape_of(PLAIN_ENTRY, WITH_MEMO, WITH_NUMBER)
    together = "".join(f"<STMTTRN>\n{entry}" for entry in (PLAIN_ENTRY, WITH_MEMO, WITH_NUMBER))
    columns = shape.columns(together)
    assert columns["MEMO"] == ["", "at home", ""]
    assert columns["CHECKNUM"] == ["", "", "12"]


@pytest.mark.parametrize("words", ["TEA<MEMO>at home", "A < B", "TEA</NAME>"])
def test_no_tag_is_taken_for_words(words):
    """Where each tag has a line of its own the end of the line is looked for, and not the next tag."""
    shape = shape_of(WITH_MEMO)
    assert shape.columns(f"<STMTTRN>\n{PLAIN_ENTRY}")["NAME"] == ["TEA"]
    assert shape.columns(f"<STMTTRN>\n{PLAIN_ENTRY.replace('TEA', words)}") is None


def test_tags_in_another_order_are_not_learnt():
    turned = PLAIN_ENTRY.replace("<NAME>TEA\n", "").replace("<TRNTYPE>", "<NAME>TEA\n<TRNTYPE>")
    assert learn_shape(turned, shape_of(PLAIN_ENTRY)) is None


@pytest.mark.parametrize(
    "entry",
    [
        PLAIN_ENTRY.replace("<NAME>", "<NAME>A\n<NAME>"),
        PLAIN_ENTRY.replace("<NAME>", "<CURRENCY>\n<CURSYM>EUR\n</CURRENCY>\n<NAME>"),
        PLAIN_ENTRY.replace("<TRNAMT>-1.00\n", ""),
        PLAIN_ENTRY.replace("<DTPOSTED>20260901\n", ""),
        PLAIN_ENTRY.replace("</STMTTRN>", ""),
        PLAIN_ENTRY.replace("<NAME>", "<name>"),
        PLAIN_ENTRY.replace("TEA", "A < B"),
        PLAIN_ENTRY.replace("TEA", "T" * 100_000),
        PLAIN_ENTRY.replace("<NAME>", "".join(f"<X{n}>" for n in range(40)) + "<NAME>"),
    ],
)
def test_what_is_not_plain_is_not_learnt(entry):
    assert learn_shape(entry, None) is None


def test_a_file_that_mixes_tags_is_read_many_at_once():
    """All but the lines in which one is odd: those next to it are read together still."""
    many = "".join(f"<STMTTRN>\n{entry}" for entry in (PLAIN_ENTRY, WITH_MEMO, WITH_NUMBER)) * 20
    odd = f"<STMTTRN>\n{PLAIN_ENTRY.replace('-1.00', '-1')}"
    text = samples.write_ofx(many + odd + many)
    with patch.object(ofx_scan, "read_entry", wraps=ofx_scan.read_entry) as one_by_one:
        statement = read_statement(text.encode(), name="x")
    assert (statement.outcome, statement.line_count, statement.sum_pence) == ("whole", 121, -12_100)
    assert one_by_one.call_count == 1


def test_a_file_that_ends_its_values_in_other_ways_later_on_is_read_many_at_once():
    on_one_line = f"<STMTTRN>{WITH_MEMO}".replace("\n", "")
    text = samples.write_ofx(f"<STMTTRN>\n{WITH_MEMO}" + on_one_line * 50)
    with patch.object(ofx_scan, "read_entry", wraps=ofx_scan.read_entry) as one_by_one:
        statement = read_statement(text.encode(), name="x")
    assert (statement.outcome, statement.line_count, statement.lines[-1].words) == ("whole", 51, "TEA at home")
    assert one_by_one.call_count == 0
