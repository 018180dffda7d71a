"""What is written reads back equal, whatever it is; and no bytes make the reader raise or wait."""

import csv
import io
import json
import time
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.extracts import made_up
from tests.formats.extracts.made_up import book_of

from ownway.formats.extracts import check_extract, check_together, describe, describe_in_words, read_extract
from ownway.formats.extracts.kinds import KINDS
from ownway.formats.statements.amounts import write_pounds

SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(SLOW, max_examples=25)
DATA = [text.encode() for text, _ in made_up.ALL.values()]
MAPS = [extract_map for _, extract_map in made_up.ALL.values()]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12).filter(
    lambda word: word != "NULL" and "\ufeff" not in word
)
DAYS = st.dates(date(1880, 1, 1), date(2100, 12, 31))
PENCE = st.integers(-10_000_000_00, 10_000_000_00)


@st.composite
def payments(draw):
    """Payments by our names, each with a reference of its own."""
    rows = []
    for number in range(draw(st.integers(1, 6))):
        days = sorted(draw(st.tuples(DAYS, DAYS)))
        rows.append(
            {
                "person_reference": draw(WORDS),
                "reference": f"R{number}",
                "paid_on": draw(DAYS),
                "amount_pence": draw(PENCE),
                "from_on": days[0],
                "to_on": draw(st.sampled_from([days[1], None])),
                "holder_name": " ".join(draw(st.lists(WORDS, max_size=3))),
                "sort_code": "200000",
                "account_number": draw(st.from_regex("[0-9]{8}", fullmatch=True)),
            }
        )
    return rows


def cells(row):
    """A row of payments as a case system writes it."""
    written = []
    for name, value in row.items():
        if isinstance(value, date):
            written.append(value.strftime("%d/%m/") + f"{value.year:04d}")
        elif name.endswith("_pence"):
            written.append(write_pounds(value))
        else:
            written.append("" if value is None else value)
    return written


def table(rows):
    return [[heading for (heading,) in made_up.PAYMENTS_MAP.columns.values()], *map(cells, rows)]


def values_in(data):
    extract = read_extract(io.BytesIO(data), made_up.PAYMENTS_MAP, name="x")
    values = [row.values for row in extract]
    assert (extract.found.outcome, extract.found.problems) == ("whole", [])
    assert extract.found.sums_pence["amount_pence"] == sum(row["amount_pence"] for row in values)
    return values


@SLOW
@given(payments(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["\n", "\r\n"]))
def test_csv_that_is_written_reads_back_equal(rows, encoding, end):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(table(rows))
    assert values_in(out.getvalue().encode(encoding)) == rows


@FEW
@given(payments())
def test_a_spreadsheet_that_is_written_reads_back_equal(rows):
    as_text = [[f"{cell}" for cell in line] for line in table(rows)]

    def no_formulas(book):
        for line in book["Payments"].iter_rows():
            for cell in line:
                cell.data_type = "s" if cell.value else "n"

    assert values_in(book_of({"Payments": as_text}, change=no_formulas)) == rows


def check(data):
    """What must hold of any bytes, by each map."""
    extracts = []
    for extract_map in MAPS:
        began = time.process_time()
        extract = read_extract(io.BytesIO(data), extract_map, name="x")
        rows = list(extract)
        found = extract.found
        assert time.process_time() - began < 1
        assert found == check_extract(io.BytesIO(data), extract_map, name="x")
        assert len(rows) == found.taken <= found.row_count
        assert (found.outcome == "whole") == (found.problem_count == 0)
        assert all(problem.reason for problem in found.problems)
        names = {field.name for field in KINDS[extract_map.kind].fields if field.name in extract_map.columns}
        for row in rows:
            assert row.values.keys() == names
            assert "\0" not in repr(row.values)
        json.dumps(describe(found), ensure_ascii=False).encode()
        "\n".join(describe_in_words(found)).encode()
        extracts.append(found)
    assert check_together(extracts).count <= sum(found.taken for found in extracts)


@SLOW
@given(st.binary(max_size=1_000))
def test_any_bytes(data):
    check(data)


@SLOW
@given(st.sampled_from(DATA), st.text(max_size=300))
def test_any_text_under_headings(data, text):
    check(data.splitlines()[0] + b"\n" + text.encode("utf-8", "surrogatepass"))


@SLOW
@given(
    st.sampled_from(DATA), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), st.binary(max_size=5)), max_size=6)
)
def test_an_extract_with_bytes_changed(data, changes):
    for where, many, new in changes:
        at = int(where * len(data))
        data = data[:at] + new + data[at + many :]
    check(data)


@FEW
@given(st.floats(0, 1), st.binary(min_size=1, max_size=20))
def test_a_spreadsheet_with_bytes_changed(where, new):
    data = book_of({"People": [line.split(",") for line in made_up.PLANS.splitlines()]})
    at = int(where * len(data))
    check(data[:at] + new + data[at + len(new) :])


def test_memory_does_not_grow_with_the_file():
    """50,000 rows of about 200 letters come to 10 MB; kept are the references, and no row."""
    import tracemalloc

    def lines():
        yield made_up.SERVICES.splitlines()[0] + "\n"
        for number in range(50_000):
            yield f"P{number % 100},E{number},{'x' * 150},,,01/09/2026,,10\n"

    data = "".join(lines()).encode()
    tracemalloc.start()
    found = check_extract(io.BytesIO(data), made_up.SERVICES_MAP, name="x")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (found.outcome, found.taken, found.sums_pence["weekly_pence"]) == ("whole", 50_000, 50_000_00 * 10)
    assert most < 16_000_000
