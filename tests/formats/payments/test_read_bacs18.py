"""A Bacs Standard 18 file read back, and every way in which one may not hold together."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.payments.made_up import MADE_AT, PAY_ON, PROCESSING_ON, brian, file_of, many, payment

from ownway.formats.payments import bacs18
from ownway.formats.payments.text import for_bacs


def written(file, **asked):
    return bacs18.write(file, **{"processing_on": PROCESSING_ON, "serial_number": "000048", **asked})


def broken(old, new, times=-1):
    data = written(file_of(payment(), brian()))
    assert old in data
    return [(problem.where, problem.field) for problem in bacs18.read(data.replace(old, new, times)).problems]


def test_what_is_written_is_read_back():
    file = bacs18.read(written(file_of(payment(), brian())))
    assert file.problems == ()
    assert (file.serial_number, file.service_user_number, file.created_on) == ("000048", "654321", MADE_AT.date())
    amina, brian_s = file.credits
    assert (amina.sort_code, amina.account, amina.amount_pence, amina.name) == (
        "089999",
        "66374958",
        31240,
        "AMINA HUSSAIN",
    )
    assert (amina.reference, amina.processing_on) == ("DIRECT PAYMENT", PROCESSING_ON)
    assert (brian_s.originator_name, brian_s.originator_sort_code) == ("RIVERBANK COUNCIL", "200000")
    (contra,) = (record for record in file.records if record.is_contra)
    assert (contra.account, contra.amount_pence, contra.reference) == ("55779911", 31245, "CONTRA")
    assert file.total_pence == 31245


def test_a_file_of_several_days_is_read_back_by_day():
    files = {PROCESSING_ON: many(3), PAY_ON: file_of(brian(), pay_on=date(2026, 12, 2))}
    file = bacs18.read(bacs18.write_days(files, serial_number="000048"))
    assert file.problems == ()
    assert [(record.processing_on, record.amount_pence) for record in file.credits] == [
        (PROCESSING_ON, 1),
        (PROCESSING_ON, 2),
        (PROCESSING_ON, 3),
        (PAY_ON, 5),
    ]


def test_lines_may_end_as_on_any_machine():
    data = written(file_of())
    assert bacs18.read(data.replace(b"\r\n", b"\n")) == bacs18.read(data)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 99_999_999), st.text(max_size=30), st.from_regex(r"[0-9]{8}", fullmatch=True)),
        min_size=1,
        max_size=8,
    )
)
def test_whatever_the_names_and_amounts_the_parts_add_up_to_the_whole(people):
    file = file_of(
        *(
            payment(end_to_end_id=f"DP-{n}", amount_pence=pence, name=f"N{name}", account=account)
            for n, (pence, name, account) in enumerate(people)
        )
    )
    back = bacs18.read(written(file))
    assert back.problems == ()
    assert [record.amount_pence for record in back.credits] == [pence for pence, _, _ in people]
    assert [record.name for record in back.credits] == [for_bacs(f"N{name}") for _, name, _ in people]
    assert back.total_pence == file.total_pence


# What else no longer adds up when a credit cannot be read.
SUMS = [("the last line", "credit_pence"), ("the last line", "credit_count"), ("the file", "contra")]
NO_DAY = [(f"line {number}", "processing_on") for number in (4, 5, 6, 7)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"00000031240", b"00000031241", [("the last line", "credit_pence"), ("the file", "contra")]),
        (b"UTL10000000031245", b"UTL10000000031244", [("the last line", "debit_pence")]),
        (b"00000010000002", b"00000010000003", [("the last line", "credit_count")]),
        (b"00000010000002", b"00000020000002", [("the last line", "debit_count")]),
        (b"00000031240", b"0000003124O", [("line 5", "amount_pence"), *SUMS]),
        (b"AMINA HUSSAIN ", b"AMINA HUSSAIN", [("line 5", "length"), *SUMS]),
        (b"107999", b"10799 ", [("line 6", "sort_code"), *SUMS]),
        (b"099200000", b"001200000", [("line 5", "transaction_code"), ("line 6", "transaction_code"), *SUMS]),
        (b"1 DAILY  ", b"4 MULTI  ", [("line 4", "work_code")]),
        (b"EOF1A654321", b"EOF1A654322", [("line 8", "EOF1")]),
        (b"EOF2F02000", b"EOF2F02001", [("line 8", "EOF1")]),
        (b"VOL1000048", b"VOL1000049", [("line 2", "serial_number")]),
        (b"UHL1 26334", b"UHL1 26366", NO_DAY),
    ],
)
def test_each_thing_that_does_not_hold_is_named_by_line_and_field(old, new, expected):
    found = broken(old, new)
    assert found[: len(expected)] == expected


@pytest.mark.parametrize("old", [b"VOL1", b"HDR1", b"HDR2", b"UHL1", b"EOF1", b"EOF2", b"UTL1"])
def test_a_missing_label_is_named(old):
    assert broken(old, b"XXXX")[0][1] == old.decode()


@pytest.mark.parametrize("data", [b"", b"Amina,312.40\n", b"\xff\xfe\x00" * 400, b"\n" * 20, b"<xml/>" * 50])
def test_what_is_not_a_bacs_file_is_refused_and_never_raises(data):
    file = bacs18.read(data)
    assert file.problems
    assert file.records == ()


def test_a_file_cut_short_anywhere_never_reads_as_whole():
    data = written(many(5))
    for end in range(0, len(data) - 2, 41):
        assert bacs18.read(data[:end]).problems, end


@given(position=st.integers(0, 1_000), byte=st.integers(0, 255))
def test_a_changed_byte_never_raises(position, byte):
    data = bytearray(written(file_of(payment(), brian())))
    data[position % len(data)] = byte
    bacs18.read(bytes(data))
