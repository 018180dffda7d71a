"""Sums are read and written in whole pence, and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.formats.statements.amounts import UnreadableError, read_ofx_pence, read_pence, write_pounds


@given(st.integers(-(10**12), 10**12))
def test_what_is_written_is_read_back(pence):
    assert read_pence(write_pounds(pence)) == read_ofx_pence(write_pounds(pence)) == pence
    assert read_pence(f"£{abs(pence) // 100:,}.{abs(pence) % 100:02d}") == abs(pence)


@pytest.mark.parametrize(
    ("written", "pence"),
    [
        ("-2000,00", -200000),
        ("-00000000001500.0000", -150000),
        ("+00012.50", 1250),
        ("12,5", 1250),
        ("1,234.56", 123456),
    ],
)
def test_ofx_may_pad_with_noughts_and_write_a_comma(written, pence):
    assert read_ofx_pence(written) == pence


@pytest.mark.parametrize(
    "written", ["115.8331", "1.234,56", "2,000,0", "", "-", ".", "+", "£", "--1.00", "1.2.3", "1e5", "²"]
)
def test_what_is_no_plain_sum_is_refused(written):
    for read in (read_pence, read_ofx_pence):
        with pytest.raises(UnreadableError):
            read(written)


@pytest.mark.parametrize("written", ["12,34", "1,23,456.00", "1234,567.00", "-£-1.00", "(1.00)", "1.00-", "1.00 CR"])
def test_british_sums_are_never_guessed(written):
    with pytest.raises(UnreadableError):
        read_pence(written)


@given(st.text(max_size=30))
def test_any_text_is_a_sum_or_is_refused(text):
    for read in (read_pence, read_ofx_pence):
        try:
            assert abs(read(text)) < 10**15
        except UnreadableError as error:
            assert str(error)
