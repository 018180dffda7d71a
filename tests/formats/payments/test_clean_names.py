"""Names and references in the letters that banks take."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.formats.payments.text import for_bacs, for_bank, letters_lost


@pytest.mark.parametrize(
    ("typed", "bank", "bacs"),
    [
        ("Amina Hussain", "Amina Hussain", "AMINA HUSSAIN"),
        ("  Siân   O’Brien-Łukasz ", "Sian O'Brien-Lukasz", "SIAN O BRIEN-LUKASZ"),
        ("Groß & Søn", "Gross & Son", "GROSS & SON"),
        ('<Carys> "Evans"; --', "Carys Evans --", "CARYS EVANS --"),
        ("=HYPERLINK(1)", "HYPERLINK(1)", "HYPERLINK 1"),
        ("Ofﬁce №5", "Office No5", "OFFICE NO5"),
        ("+44 Care", "44 Care", "44 CARE"),
        ("-1+1", "1+1", "1 1"),
        ("@SUM", "SUM", "SUM"),
        ("//Care//Home", "Care Home", "CARE//HOME"),
        ("Carys 🌻 Evans", "Carys Evans", "CARYS EVANS"),
        ("Zoë\r\nEvans\x00", "Zoe Evans", "ZOE EVANS"),
        ("محمد", "", ""),
        ("🌻", "", ""),
        ("", "", ""),
    ],
)
def test_a_name_is_written_as_banks_can_read_it(typed, bank, bacs):
    assert (for_bank(typed), for_bacs(typed, limit=70)) == (bank, bacs)


def test_a_long_name_is_cut_without_a_space_at_its_end():
    assert for_bacs("Amina Hussain and Brian Hussain") == "AMINA HUSSAIN AND"
    assert for_bank("x" * 69 + " yz") == "x" * 69


@pytest.mark.parametrize(
    ("typed", "lost"),
    [("Amina", ""), ("Siân 🌻 Łukasz’s", ""), ("محمد Khan", "محمد"), ("Ωmega", "Ω"), ("王 Wei", "王")],
)
def test_it_says_which_letters_no_bank_can_carry(typed, lost):
    assert letters_lost(typed) == lost


@given(st.text(max_size=200))
def test_whatever_is_typed_only_bank_letters_are_written(typed):
    assert re.fullmatch(r"([A-Za-z0-9][A-Za-z0-9/\-?:().,'+& ]{0,69})?", for_bank(typed))
    assert re.fullmatch(r"([A-Z0-9][A-Z0-9.&/\- ]{0,17})?", for_bacs(typed))


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(typed):
    assert for_bank(for_bank(typed)) == for_bank(typed)
    assert for_bacs(for_bacs(typed)) == for_bacs(typed)
