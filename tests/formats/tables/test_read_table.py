"""Tables of people are read as they stand, or refused with the row and the reason."""

import io

import polars as pl
import pytest

from ownway.formats.tables.reading import TableRefused, read_table


def test_csv_is_read_by_its_headings():
    table = read_table("person,cost_weekly_pence\nAmina,40000\nBrían,\n".encode("utf-8-sig"))
    assert table == {"person": ["Amina", "Brían"], "cost_weekly_pence": ["40000", ""]}


def test_empty_lines_are_no_people():
    assert read_table(b"a,b\r\n1,2\r\n\r\n3,4\r\n") == {"a": ["1", "3"], "b": ["2", "4"]}


def test_parquet_keeps_its_types_and_its_gaps():
    file = io.BytesIO()
    pl.DataFrame({"person": ["Amina", "Brian"], "cost_weekly_pence": [40_000, None]}).write_parquet(file)
    assert read_table(file.getvalue()) == {"person": ["Amina", "Brian"], "cost_weekly_pence": [40_000, None]}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no rows"),
        (b"a,b\n", "no rows"),
        (b"a,b\n1,2\n3\n", "Row 2 has 1 cells, and there are 2 headings"),
        (b"a,a\n1,2\n", "Two columns are called .a."),
        (b"a,b\n\xff,2\n", "not text in UTF-8"),
        (b'a,b\n"1,2\n', "not CSV"),
        (b"PAR1 and then nothing", "Is it whole"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(data, reason):
    with pytest.raises(TableRefused, match=reason):
        read_table(data)
