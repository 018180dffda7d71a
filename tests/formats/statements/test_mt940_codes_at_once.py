"""The words of many payments with codes between them are read at once as they are read one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownway.formats.statements.mt940.codes import MARKS, read_usual
from ownway.formats.statements.mt940.details import read_all_details, read_details

USUAL = [f"{code:02}" for code in (0, 10, *range(20, 30), 30, 31, 32, 33, 34, 38, 60, 61, 62, 63, 70, 71)]
WORDS = (
    *("", "WAGES ", "  B  ", "A+B", "\t", "é", "12", "|", "?", ">2", "\n", "a\nb", "-\n-", "\n{", "\x03"),
    *("x" * 26, "y" * 27, "z" * 28, "EREF+" + "q" * 36, "EREF+ a b c" + "d" * 40),
    *("EREF+E1", "KREF+", "SVWZ+X", "EREF+NONREF", "EREF+NOTPROVIDED ", "PURP+EREF+"),
)
OTHERS = ("CITY CABS", " A", "/EREF/E/NAME/X", "123", "166?", "16\n6?00A", "166\n?00A", "166?\n00A", "166?0\n0A\n-B")


@st.composite
def coded(draw):
    mark = draw(st.sampled_from("?" * 10 + MARKS))
    codes = draw(st.one_of(st.sets(st.sampled_from(USUAL), min_size=1).map(sorted), st.lists(st.sampled_from(USUAL))))
    codes += draw(st.sampled_from([[]] * 8 + [["35"], ["2"], ["5a"], ["00"]]))
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("".join)
    return draw(st.sampled_from(["166", "999", " 12"])) + "".join(f"{mark}{code}{draw(words)}" for code in codes)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.one_of(coded(), coded(), coded(), st.sampled_from(OTHERS)), min_size=1, max_size=6))
def test_of_any(column):
    assert list(zip(*read_all_details(column), strict=True)) == list(map(read_details, column))


@pytest.mark.parametrize("mark", MARKS)
def test_what_is_usual_is_read_at_once(mark):
    wages = "166?00CREDIT?109310?20EREF+DP 4471?21SVWZ+DIRECT PAYMENT FOR SEP?22TEMBER?30NWBKGB2L?31GB29?32RIVERTON?33 COUNCIL?34000"
    cabs = "005?00CARD?20CITY\n CABS?32CITY CABS"
    fee = "808?00FEE"
    column = [text.replace("?", mark) for text in (wages, cabs, fee, f"{wages}?60AND MORE?70AT LAST")]
    words = "CREDIT RIVERTON COUNCIL EREF+DP 4471 SVWZ+DIRECT PAYMENT FOR SEPTEMBER"
    assert read_usual(column) == [
        (words, "RIVERTON COUNCIL", "DP 4471"),
        ("CARD CITY CABS CITY CABS", "CITY CABS", ""),
        ("FEE", "", ""),
        (f"{words} AND MORE AT LAST", "RIVERTON COUNCIL", "DP 4471"),
    ]


def test_what_is_not_in_the_usual_order_is_left():
    assert read_usual(["166?00A?20B", "166?20B?00A", "166?00A?35B", "CITY CABS?", "166?20RIGHT? YES"]) == [
        ("A B", "", ""),
        *[None] * 4,
    ]


def test_two_marks_among_payments_are_left():
    assert list(read_usual(["166?00A", "166>00A"])) == [None, None]
