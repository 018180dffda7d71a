"""A return of client level data is checked cell by cell; what is wrong is told by line and column."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st
from tests.formats.returns.made_up import AMINA, BRIAN, LEILA, checked, checked_text, written

from ownway.formats.returns import check_return, describe, describe_in_words, write_return
from ownway.formats.returns.codes import ACCOMMODATION, EMPLOYMENT, LISTS
from ownway.formats.returns.fields import COLUMNS
from ownway.formats.returns.values import is_nhs_number, read_day

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "standards" / "05-asc-statistics" / "cld"
beside = pytest.mark.skipif(not SHARED.exists(), reason="the shared standards are not beside this repository")
START = [sys.executable, "-c", "from ownway.config.command import main; main()", "returns", "check"]


def told(found):
    return [(one.place, one.column, one.code) for one in found.findings]


@beside
def test_the_columns_are_those_of_the_submission_in_order():
    with (SHARED / "cld_fields.csv").open() as file:
        assert tuple(row["submission_column_name"] for row in csv.DictReader(file)) == COLUMNS


@beside
def test_the_lists_hold_what_the_departments_own_tables_hold():
    with (SHARED / "reference_tables_from_official_sql.csv").open() as file:
        rows = [row for row in csv.reader(file) if row[0].startswith("DHSC") and "personal_details" in row[0]]
    of = {"REF_Accommodation_Status": ACCOMMODATION, "REF_Employment_Status": EMPLOYMENT}
    known = {table: {value.casefold() for value in values} for table, values in of.items()}
    values = [(row[1], row[3]) for row in rows if row[1] in of and row[3] != "Invalid and not mapped"]
    assert len(values) > 10
    assert [value for table, value in values if value.casefold() not in known[table]] == []


def test_a_return_without_fault_is_read_whole():
    found = checked(AMINA, LEILA, BRIAN)
    assert (found.outcome, found.rows, found.findings) == ("whole", 3, [])
    assert found.events == {"Service": 3}
    assert found.checks["Client Type"] == {1: 3}
    assert found.checks["Event End Date"] == {0: 2, 1: 1}


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("Event Start Date", "30/02/2026", -2),
        ("Event Start Date", "soon", -2),
        ("Client Type", "Person", -2),
        ("Client Type", "Service User", -7),
        ("Client Type", "Carer", -7),
        ("Service Type", "Long Term Support: Community", -7),
        ("Service Type", "Carer Support: Direct to Carer", -7),
        ("Delivery Mechanism", "Direct Payment", -7),
        ("Unit Cost", "12.345", -2),
        ("Unit Cost", "£12", -2),
        ("NHS Number", "9434765918", -2),
        ("No. of adults being cared for", "two", -2),
        ("Event Reference", "", -1),
        ("Event Reference", "NULL", -1),
        ("Service Component", "", -1),
    ],
)
def test_a_wrong_cell_is_told_by_line_column_and_code(column, text, code):
    found = checked(AMINA, LEILA | {column: text})
    assert found.outcome == "in part"
    assert told(found) == [(3, column, code)]
    assert found.checks[column][code] == 1


def test_a_service_goes_on_and_a_review_ends():
    review = AMINA | {"Event Type": "Review", "Event Reference": "E9", "Service Type": "", "Service Component": ""}
    assert told(checked(review)) == [(2, "Event End Date", -1)]


def test_an_event_that_ends_before_it_begins_is_told():
    assert told(checked(AMINA | {"Event End Date": "2025-11-09"})) == [(2, "Event End Date", -2)]


def test_the_same_service_told_twice_is_told_with_its_line_and_counted_once():
    found = checked(AMINA, LEILA, AMINA | {"Event Reference": "E7"})
    (finding,) = found.findings
    assert (finding.place, finding.reason) == (4, "The same service of the same person stands on line 2.")
    assert found.clients.self_directed.denominator == 2


def test_names_as_databases_write_them_and_columns_in_another_order_are_understood():
    text = written(AMINA)
    heads, row = list(csv.reader(io.StringIO(text)))
    names = [head.replace(" ", "_").replace(":", "").replace("(", "").replace(")", "") for head in heads]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["LA_Code", *names[::-1]], ["999", *row[::-1]]])
    found = checked_text(out.getvalue())
    assert found.rows == 1
    assert [one.reason for one in found.findings] == ["The columns are not in the order of the specification."]


def test_a_missing_column_is_told_and_the_rest_is_read():
    text = written(AMINA).replace("Dementia,", "Dementia moved,", 1)
    assert [(one.column, one.reason) for one in checked_text(text).findings] == [
        ("Dementia moved", "This is none of the 49 columns."),
        ("Dementia", "This column is missing."),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "The file is empty."),
        ("a,b\r\n1,2\r\n", "no column “LA Person Unique Identifier”"),
        (",".join(COLUMNS), "The file has headings, and no rows."),
        (",".join((*COLUMNS, "Gender")) + "\r\n", "Two columns are called “Gender”"),
        (written(AMINA) + '"never closed', "cannot be split into rows"),
        ("\0\0\0", "zero bytes"),
    ],
)
def test_what_is_no_return_is_refused_in_words(text, reason):
    found = checked_text(text)
    assert found.outcome == "refused"
    assert reason in found.refusal
    assert reason in describe_in_words(found)[1]


def test_a_row_of_another_length_is_set_aside():
    found = checked_text(written(AMINA, LEILA) + "one,two\r\n")
    assert (found.rows, told(found)) == (2, [(4, "", -1)])


def test_only_the_first_findings_are_kept_and_all_are_counted():
    found = checked(
        *(AMINA | {"Event Reference": "", "Event Start Date": f"2020-01-{day:02}"} for day in range(1, 29)),
        *[LEILA | {"Unit Cost": "x"}] * 40,
    )
    assert len(found.findings) == 50
    assert found.count == 28 + 40 + 39  # and the same service 39 times again
    assert describe_in_words(found)[-1] == "And 57 more."


def test_what_is_written_cannot_run_in_a_spreadsheet():
    out = io.StringIO(newline="")
    assert write_return([AMINA | {"First Name": "=cmd()", "Unit Cost": "-5.00"}], out) == 1
    row = next(csv.DictReader(io.StringIO(out.getvalue())))
    assert (row["First Name"], row["Unit Cost"]) == ("'=cmd()", "-5.00")
    with pytest.raises(ValueError, match="“Shoe size” is none of the 49 columns"):
        write_return([{"Shoe size": 5}], io.StringIO())


@pytest.mark.parametrize(
    ("text", "right"),
    [("9434765919", True), ("943 476 5919", True), ("9434765910", False), ("1234", False), ("", False)],
)
def test_an_nhs_number_has_a_last_figure_that_follows(text, right):
    assert is_nhs_number(text) is right


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-31", "2026-03-31"),
        ("31/03/2026", "2026-03-31"),
        ("2026-03-31 00:00:00.000", "2026-03-31"),
        ("2026-02-30", None),
        ("03/31/2026", None),
    ],
)
def test_a_day_is_read_as_it_is_written_here_and_in_databases(text, day):
    found = read_day(text)
    assert (found.isoformat() if found else None) == day


@given_any(st.binary(max_size=400))
def test_no_bytes_make_it_raise(noise):
    data = written(AMINA, LEILA).encode()
    for bytes_ in (noise, data[: len(data) // 2] + noise + data[len(data) // 2 :], data + noise):
        assert check_return(io.BytesIO(bytes_), name="x").outcome in ("whole", "in part", "refused")


@given_any(
    st.lists(
        st.fixed_dictionaries({column: st.sampled_from([*values, ""]) for column, values in LISTS.items()}),
        min_size=1,
        max_size=5,
    )
)
def test_what_we_write_from_the_lists_fails_by_nothing_but_what_is_not_told(rows):
    found = checked(
        *(
            AMINA
            | row
            | {"Event Reference": str(n), "Event Start Date": f"2026-01-0{n + 1}", "Event End Date": "2026-02-01"}
            for n, row in enumerate(rows)
        )
    )
    assert {one.code for one in found.findings} <= {-1}


def test_the_command_prints_it_and_says_by_its_exit_code_how_it_went(tmp_path):
    right, wrong, other = tmp_path / "right.csv", tmp_path / "wrong.csv", tmp_path / "other.csv"
    right.write_text(written(AMINA, LEILA, BRIAN), newline="")
    wrong.write_text(written(AMINA | {"Gender": ""}), newline="")
    other.write_text("nothing of the kind")
    printed = {
        file: subprocess.run([*START, "--json", file], capture_output=True, text=True, env=os.environ)
        for file in (right, wrong, other)
    }
    assert [one.returncode for one in printed.values()] == [0, 1, 2]
    data = json.loads(printed[right].stdout)
    assert data == {"file": str(right), **describe(checked(AMINA, LEILA, BRIAN))}
    assert data["ascof_3D_2a"]["percent"] == "50.0"
