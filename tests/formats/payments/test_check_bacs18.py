"""What a Bacs Standard 18 file may hold, field by field and day by day, as the shared field table and rules have it."""

import csv
import io
import tracemalloc
from datetime import date

import pytest
from tests.formats.payments.made_up import (
    COUNCIL,
    PAY_ON,
    PROCESSING_ON,
    STANDARDS,
    WITHOUT_STANDARDS,
    brian,
    file_of,
    many,
    payment,
)
from tests.formats.payments.test_write_any_number import MadeAsAsked

from ownway.formats.payments import bacs18
from ownway.formats.payments.bacs18.layout import DATA_FIELDS

# Christmas 2026: Friday 25 December is a holiday, and so is Monday 28, the substitute for Boxing Day.
HOLIDAYS = frozenset({date(2026, 12, 25), date(2026, 12, 28)})
needs_standards = pytest.mark.skipif(not STANDARDS.exists(), reason=WITHOUT_STANDARDS)


def written(file=None, **asked):
    asked = {"processing_on": PROCESSING_ON, "serial_number": "000048", **asked}
    return bacs18.write(file or file_of(payment(), brian()), **asked)


def found(data, **asked):
    reader = bacs18.Bacs18Reader(io.BytesIO(data), **asked)
    assert len(list(reader.records())) == reader.payments + reader.contras
    return [(problem.where, problem.field, problem.level) for problem in reader.findings.all()]


def amina_with(first, last, text):
    """The file in which Amina's record (line 5) holds `text` at these positions, which count from 1."""
    lines = written().split(b"\r\n")
    lines[4] = lines[4][: first - 1] + text.encode("latin-1").ljust(last - first + 1) + lines[4][last:]
    return b"\r\n".join(lines)


@needs_standards
def test_the_fields_stand_where_the_shared_table_says():
    table = csv.DictReader((STANDARDS / "bacs" / "standard18_payment_record_fields.csv").read_text().splitlines())
    theirs = [(int(row["start"]), int(row["end"])) for row in table]
    assert list(DATA_FIELDS.values()) == theirs
    assert len(theirs) == 12


def test_our_own_file_has_no_problem():
    assert found(written()) == []
    assert found(written(), today=date(2026, 11, 26)) == []


@pytest.mark.parametrize(
    ("first", "last", "text", "field", "level"),
    [
        (1, 6, "08999A", "sort_code", "error"),
        (7, 14, "6637495", "account", "error"),
        (15, 15, "1", "account_type", "warning"),
        (16, 17, "17", "transaction_code", "error"),  # a direct debit: it takes from Amina
        (16, 17, "0N", "transaction_code", "error"),
        (16, 17, "XX", "transaction_code", "error"),
        (32, 35, "AB12", "free_format", "error"),
        (36, 46, "00000000000", "amount_pence", "error"),
        (36, 46, "+0000031240", "amount_pence", "error"),
        (47, 64, "Riverbank Council", "originator_name", "warning"),
        (65, 82, "DIRECT_PAYMENT", "reference", "warning"),
        (65, 82, "DDIC 1", "reference", "warning"),
        (65, 82, "-PAYMENT", "reference", "warning"),
        (65, 82, "AAAAAA", "reference", "warning"),
        (65, 82, "", "reference", "warning"),
        (83, 100, "", "name", "error"),
        (83, 100, "AMINA HUSS\xc9IN", "name", "warning"),
    ],
)
def test_each_field_is_held_to_its_rule(first, last, text, field, level):
    assert found(amina_with(first, last, text))[0] == ("line 5", field, level)


@pytest.mark.parametrize("text", ["0000", "/A-1", "    "])
def test_the_free_field_takes_what_the_revenue_puts_there(text):
    assert found(amina_with(32, 35, text)) == []


def test_a_direct_debit_is_said_to_take_money():
    reader = bacs18.Bacs18Reader(io.BytesIO(amina_with(16, 17, "01")))
    list(reader.records())
    assert "takes money from somebody" in reader.findings.all()[0].message


def test_a_payment_to_the_council_s_own_account_asks_for_a_look():
    own = brian(sort_code=COUNCIL.sort_code, account=COUNCIL.account)
    assert found(written(file_of(payment(), own))) == [("line 6", "account", "warning")]


def test_every_account_that_pays_needs_its_own_contra():
    data = written().replace(b"55779911    00000000005", b"55779912    00000000005")
    # £0.05 leaves an account with no contra, and the contra of the other takes £0.05 too much.
    assert found(data) == [("the file", "contra", "error")] * 2


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"UHL1 26334999999", b"UHL1 26334888888", [("line 4", "receiver", "error")]),
        (b"F0200000100", b"F0200100100", [("line 3", "block_length", "error")]),
        (b"26328 26341 000000", b"26328 26334 000000", [("line 2", "expires_on", "error")]),
        (b"26328 26341 000000", b"26328 26399 000000", [("line 2", "expires_on", "error")]),
        (b"000048", b"000000", [("line 1", "serial_number", "error")]),
    ],
)
def test_the_labels_are_held_to_theirs(old, new, expected):
    assert found(written().replace(old, new)) == expected


@pytest.mark.parametrize(
    ("processing_on", "today", "expected"),
    [
        (date(2026, 12, 5), None, "error"),  # a Saturday
        (date(2026, 12, 25), None, "error"),
        (date(2026, 12, 28), None, "error"),
        (date(2026, 12, 24), date(2026, 12, 23), None),  # in on Wednesday, worked on on Thursday, money on Tuesday
        (date(2026, 12, 24), date(2026, 12, 24), "warning"),  # a day too late
        (date(2026, 12, 24), date(2026, 11, 27), "warning"),  # money on 29 December is more than 30 days ahead
        (date(2026, 12, 24), date(2026, 11, 30), None),
    ],
)
def test_the_days_are_held_to_the_bank_calendar(processing_on, today, expected):
    data = written(file_of(pay_on=date(2026, 12, 29)), processing_on=processing_on)
    problems = found(data, today=today, bank_holidays=HOLIDAYS)
    assert problems == ([("the file", "processing_on", expected)] if expected else [])


def test_a_file_of_several_days_goes_out_in_pieces_as_it_does_whole():
    files = {PROCESSING_ON: many(700), PAY_ON: file_of(brian(), pay_on=date(2026, 12, 2))}
    out = io.BytesIO()
    # 1 + 2 + … + 700 = 245,350 pence, and Brian's 5
    assert bacs18.write_to(files, out, serial_number="000048") == (701, 245_355)
    assert out.getvalue() == bacs18.write_days(files, serial_number="000048")


def test_a_daily_file_has_one_day():
    with pytest.raises(ValueError, match="one processing day"):
        bacs18.write_to({PROCESSING_ON: many(1), PAY_ON: many(1)}, io.BytesIO(), serial_number="000048", work="DAILY")


class Nothing(io.RawIOBase):
    def write(self, piece):
        return len(piece)


def test_ten_times_the_payments_take_no_more_memory_to_write():
    def most_memory(count):
        tracemalloc.start()
        try:
            bacs18.write_to({PROCESSING_ON: file_of(payments=MadeAsAsked(count))}, Nothing(), serial_number="000048")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert most_memory(20_000) - most_memory(2_000) < 300_000


def test_reading_takes_no_more_memory_for_more_records(tmp_path):
    def most_memory(count):
        path = tmp_path / "payments.txt"
        path.write_bytes(written(many(count)))
        with path.open("rb") as file:
            tracemalloc.start()
            try:
                reader = bacs18.Bacs18Reader(file)
                for _ in reader.records():
                    pass
                return tracemalloc.get_traced_memory()[1], reader.payments, reader.paid_pence
            finally:
                tracemalloc.stop()

    most_memory(10)  # what is loaded once is loaded now
    few, _, _ = most_memory(1_000)
    most, payments, pence = most_memory(10_000)
    assert (payments, pence) == (10_000, 50_005_000)
    assert most - few < 100_000


def test_no_line_is_read_into_memory_whole_however_long_it_is():
    data = b"VOL1" + b"0" * 5_000_000
    tracemalloc.start()
    try:
        assert found(data)[0][1] == "VOL1"
        assert tracemalloc.get_traced_memory()[1] < 500_000
    finally:
        tracemalloc.stop()
