"""A statement of any size is read line by line, and says at the end what it would have said whole."""

import io
import tracemalloc
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.statements import samples

from ownway.formats.statements import Summary, read_statement, repeats, stream_statement

FILES = Path(__file__).resolve().parents[3].parent / "shared" / "standards" / "02-bank-statements"
SHARED = [path for path in sorted(FILES.rglob("*")) if path.suffix in (".csv", ".ofx", ".qfx", ".txt", ".qif", ".sta", ".xml")]  # fmt: skip
HEAD = "Date,Description,Amount,Balance\n"


def streamed(data, **options):
    stream = stream_statement(io.BytesIO(data), name="x", **options)
    return list(stream), stream.summary


def check(data, **options):
    """The stream gives the lines of the statement in the order of the file, and the same summary."""
    whole = read_statement(data, name="x", **options)
    lines, summary = streamed(data, **options)
    assert summary == Summary(**{field.name: getattr(whole, field.name) for field in fields(Summary)})
    if whole.outcome == "whole":
        told = {
            note.words.split("number ")[1].split(" for ")[0] for note in whole.notes if "used the number" in note.words
        }
        lines = [replace_id(line, told) for line in lines]
        assert tuple(reversed(lines) if whole.newest_first else lines) == whole.lines
    return summary


def replace_id(line, numbers):
    return line._replace(bank_id=None) if line.bank_id in numbers else line


@pytest.mark.parametrize("what", samples.ALL)
def test_each_banks_file(what):
    assert check(samples.ALL[what].encode()).line_count == samples.COUNT


@pytest.mark.parametrize("path", SHARED, ids=lambda path: str(path.relative_to(FILES)))
def test_each_file_of_the_shared_collection(path):
    check(path.read_bytes(), currency=None)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(sorted(samples.ALL)),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(["", "0", "9", "\n", ",", "<", "F1", "Pending"])), max_size=4),
)
def test_a_file_with_letters_changed(what, changes):
    text = samples.ALL[what]
    for where, new in changes:
        at = int(where * len(text))
        text = text[:at] + new + text[at + 1 :]
    check(text.encode())


def test_a_number_used_twice_is_set_aside_at_the_end():
    lines, summary = streamed(samples.OFX_1.replace("<FITID>F4", "<FITID>F3").encode())
    assert len(lines) == 5
    assert (summary.outcome, summary.line_count, summary.sum_pence) == ("in part", 4, samples.SUM_PENCE + 820)
    assert [problem.place for problem in summary.problems] == [4]


def test_of_a_file_with_the_newest_first_the_oldest_of_two_alike_is_kept():
    rows = samples.CONVERTER.replace("A-4", "A-3").splitlines(keepends=True)
    newest_first = "".join(rows[:1] + rows[:0:-1])
    assert [problem.place for problem in check(newest_first.encode()).problems] == [3]
    assert [problem.place for problem in check("".join(rows).encode()).problems] == [6]


def test_numbers_are_compared_run_by_run_when_there_are_many(monkeypatch):
    monkeypatch.setattr(repeats, "_AT_ONCE", 2)
    assert check(samples.OFX_1.encode()).outcome == "whole"
    assert check(samples.OFX_1.replace("<FITID>F5", "<FITID>F1").encode()).outcome == "whole"
    assert check(samples.OFX_1.replace("<FITID>F4", "<FITID>F3").encode()).outcome == "in part"


def test_a_file_that_is_two_files_is_refused():
    entries = [samples.write_entry("DEBIT", "20260901", "-1.00", f"F{n}", "TEA", "") for n in range(10_000)]
    _, summary = streamed(samples.write_ofx("\n".join(entries * 2)).encode())
    assert (summary.outcome, summary.line_count) == ("refused", 0)
    assert "More than 10,000 of the bank's numbers are there twice" in summary.problems[0].reason


def test_a_refused_file_has_given_its_lines_before_it_says_so():
    lines, summary = streamed((HEAD + "01/09/2026,TEA,-1.00,9.00\n31/09/2026,BUS,-2.00,7.00\n").encode())
    assert (len(lines), summary.outcome, summary.line_count, summary.sum_pence) == (1, "refused", 0, 0)


def test_only_the_summary_can_be_asked_for():
    assert stream_statement(io.BytesIO(samples.HSBC.encode()), name="x").summary.sum_pence == samples.SUM_PENCE


def test_another_currency_is_refused_unless_any_is_taken():
    data = samples.write_ofx(
        samples.write_entry("DEBIT", "20260901", "-1.00", "F1", "TEE", ""), currency="EUR"
    ).encode()
    assert streamed(data)[1].outcome == "refused"
    assert streamed(data, currency=None)[1].currency == "EUR"


def days():
    return [date(1995, 1, 1) + timedelta(days=n // 3) for n in range(30_000)]


def long_csv():
    rows = [f"{on:%d/%m/%Y},CITY CABS {n},-1.{n % 100:02d},\n" for n, on in enumerate(days())]
    return (HEAD + "".join(rows)).encode()


def long_ofx():
    entries = [
        samples.write_entry("DEBIT", f"{on:%Y%m%d}", f"-1.{n % 100:02d}", f"F{n}", "CITY CABS", f"TRIP {n}")
        for n, on in enumerate(days())
    ]
    return samples.write_ofx("\n".join(entries)).encode()


@pytest.mark.parametrize("make", [long_csv, long_ofx])
def test_it_takes_little_memory_whatever_its_length(make, tmp_path):
    """By hand: 30,000 lines of 1.00 to 1.99, three hundred rounds of 149.50, give 44,850.00 out."""
    path = tmp_path / "long"
    path.write_bytes(make())
    with path.open("rb") as file:
        tracemalloc.start()
        stream = stream_statement(file, name="long")
        count = sum(1 for _ in stream)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert (count, stream.summary.sum_pence) == (30_000, -4_485_000)
    assert most < 8_000_000  # the lines alone would take more than three times that


def test_memory_stays_bounded_when_every_line_is_wrong(tmp_path):
    path = tmp_path / "wrong"
    path.write_text(HEAD + "Pending,,,\n" * 200_000)
    with path.open("rb") as file:
        summary = stream_statement(file, name="x").summary
    assert (summary.outcome, summary.line_count, len(summary.notes)) == ("whole", 0, 51)
    assert summary.notes[-1].words == "There are 199,950 more notes like these."
