"""The files that Vocalink publishes, and the same columns as CSV."""

import pytest
from tests.formats.accounts.hand_made import SUBSTITUTIONS, WEIGHTS

from ownway.formats.accounts.weights import WeightTableRefused, load_weights

ROW = "100000 100099 MOD10    0    0    0    0    0    0    1    1    1    1    1    1    1    1"


def as_csv(text, heading):
    return (
        "\ufeff" + heading + "\r\n" + "\r\n".join(",".join((*line.split(), "", "")[:18]) for line in text.splitlines())
    )


def test_it_reads_the_published_layout_with_windows_line_ends():
    table = load_weights(WEIGHTS.replace("\n", "\r\n"), SUBSTITUTIONS.replace("\n", "\r\n"))
    assert len(table.rows) == 22
    assert table.rows[0].weights == (0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1)
    assert table.rows[0].exception is None
    assert table.rows[-1].exception == 14
    assert table.substitutes == {"100008": "100018"}


def test_it_reads_the_same_rows_from_csv():
    columns = "start,end,method,u,v,w,x,y,z,a,b,c,d,e,f,g,h,exception"
    assert load_weights(as_csv(WEIGHTS, columns), "original,substitute\n100008,100018\n") == load_weights(
        WEIGHTS, SUBSTITUTIONS
    )


def test_it_finds_both_checks_of_a_sort_code_in_order():
    table = load_weights(WEIGHTS)
    assert [row.exception for row in table.rows_for("100005")] == [2, 9]
    assert table.rows_for("100009") == table.rows_for("100008")


def test_it_finds_nothing_before_between_or_after_the_ranges():
    table = load_weights(f"{ROW}\n{ROW.replace('100000 100099', '100200 100299')}")
    assert [len(table.rows_for(code)) for code in ("099999", "100000", "100099", "100100", "100200", "100300")] == [
        0,
        1,
        1,
        0,
        1,
        0,
    ]


def test_a_weight_may_be_negative():
    assert load_weights(f"{ROW[:-1]}-1 12").rows[0].weights[-1] == -1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "The weight table is empty"),
        ("\n  \n", "The weight table is empty"),
        ("<!DOCTYPE html>", "Line 1 of the weight table cannot be read: it has 2 columns"),
        (f"{ROW}\n{ROW} 1 2", "Line 2 of the weight table cannot be read: it has 19 columns"),
        (ROW.replace("MOD10", "MOD97"), "“MOD97” is not a method"),
        (ROW.replace("    1", "    x", 1), "not a whole number"),
        (ROW.replace("100000", "1000O0"), "“1000O0” is not a sort code"),
        (ROW.replace("100099", "099999"), "starts at 100000 but ends at 099999"),
        (f"{ROW} 15", "exception 15 is not known"),
        (f"{ROW}\n{ROW.replace('100000', '100050')}", "two ranges that overlap"),
        (f"{ROW}\n{ROW.replace('100000 100099', '100099 100199')}", "two ranges that overlap"),
    ],
)
def test_a_file_that_is_not_a_weight_table_names_the_line(text, why):
    with pytest.raises(WeightTableRefused, match=why):
        load_weights(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("938173", "Line 1 of the substitution table cannot be read: it has 1 columns"),
        ("938173 93801", "“93801” is not a sort code"),
    ],
)
def test_a_file_that_is_not_a_substitution_table_names_the_line(text, why):
    with pytest.raises(WeightTableRefused, match=why):
        load_weights(ROW, text)
