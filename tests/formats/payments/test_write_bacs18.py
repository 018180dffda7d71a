"""Bacs Standard 18: every character in its place."""

from dataclasses import replace
from datetime import date

import pytest
from tests.formats.payments.made_up import COUNCIL, PAY_ON, PROCESSING_ON, brian, file_of, many, payment

from ownway.formats.payments import bacs18
from ownway.formats.payments.values import PaymentFileRefused


def lines(file, **asked):
    data = bacs18.write(file, **{"processing_on": PROCESSING_ON, "serial_number": "000048", **asked})
    return data.decode("ascii").split("\r\n")


# 24 November 2026 is day 328 of the year, 30 November day 334, 7 December (a week after) day 341.
WHOLE_FILE = [
    "VOL1000048                               654321                                1",
    "HDR1A654321S   65432100004800010001       26328 26341 000000                    ",
    "HDR2F0200000100                                   00                            ",
    "UHL1 26334999999    000000001 DAILY  001                                        ",
    "0899996637495809920000055779911    00000031240RIVERBANK COUNCIL DIRECT PAYMENT    AMINA HUSSAIN     ",
    "1079998883749109920000055779911    00000000005RIVERBANK COUNCIL DIRECT PAYMENT    BRIAN HUSSAIN     ",
    "2000005577991101720000055779911    00000031245RIVERBANK COUNCIL CONTRA            RIVERBANK COUNCIL ",
    "EOF1A654321S   65432100004800010001       26328 26341 000000                    ",
    "EOF2F0200000100                                   00                            ",
    "UTL10000000031245000000003124500000010000002                                    ",
    "",
]


def test_it_writes_labels_credits_contra_and_totals():
    assert lines(file_of(payment(), brian())) == WHOLE_FILE


def test_labels_are_80_characters_and_records_100():
    assert [len(line) for line in lines(many(3))] == [80] * 4 + [100] * 4 + [80] * 3 + [0]


def test_the_fields_of_a_record_stand_where_the_layout_says():
    # rules.md g and the field table of the shared standards: positions count from 1.
    record = lines(file_of())[4]
    fields = {
        1: "089999",
        7: "66374958",
        15: "0",
        16: "99",
        18: "200000",
        24: "55779911",
        32: "    ",
        36: "00000031240",
    }
    for position, text in {
        **fields,
        47: "RIVERBANK COUNCIL ",
        65: "DIRECT PAYMENT    ",
        83: "AMINA HUSSAIN     ",
    }.items():
        assert record[position - 1 : position - 1 + len(text)] == text


def test_names_are_capitals_of_18_characters_that_bacs_takes():
    record = lines(file_of(payment(name="Siân O’Brien-Żółkiewska", reference="a.b&c/d-e 1")))[4]
    assert record[82:] == "SIAN O BRIEN-ZOLKI"
    assert record[64:82] == "A.B&C/D-E 1       "


@pytest.mark.parametrize("name", ["=1+1", "Amina\r\nUTL1", "\x00\x1b[31mAmina", "Amina\u2028Hussain", "İstanbul ﬁ ß"])
def test_no_name_breaks_a_line_or_shifts_a_field(name):
    written = lines(file_of(payment(name=name)))
    assert [len(line) for line in written] == [80] * 4 + [100] * 2 + [80] * 3 + [0]
    assert written[4][82].isalnum()


def test_the_largest_amount_fills_its_field():
    assert lines(file_of(payment(amount_pence=99_999_999_999)))[4][35:46] == "99999999999"
    assert lines(file_of(payment(amount_pence=9_999_999_999)))[4][35:46] == "09999999999"


def test_ten_thousand_payments_add_up():
    # 1 + 2 + … + 10,000 = 50,005,000 pence
    written = lines(many(10_000))
    assert len(written) == 4 + 10_000 + 1 + 3 + 1
    assert written[-2][4:44] == "0000050005000000005000500000000010010000"


def test_the_same_values_give_the_same_bytes():
    assert lines(file_of()) == lines(file_of())


def test_a_file_of_several_days_carries_the_day_on_each_record_and_one_contra_a_day():
    tuesday, wednesday = date(2026, 12, 1), date(2026, 12, 2)
    files = {
        tuesday: file_of(brian(), pay_on=wednesday),
        PROCESSING_ON: file_of(payment(), pay_on=PAY_ON),
    }
    written = bacs18.write_days(files, serial_number="A00001", file_number=7).decode("ascii").split("\r\n")
    assert [len(line) for line in written] == [80] * 4 + [106] * 4 + [80] * 3 + [0]
    assert written[2][5:15] == "0212000106"
    assert written[3][4:40] == " 26334999999    000000004 MULTI  007"
    # 1 December is day 335.
    assert [(line[15:17], line[35:46], line[100:]) for line in written[4:8]] == [
        ("99", "00000031240", " 26334"),
        ("17", "00000031240", " 26334"),
        ("99", "00000000005", " 26335"),
        ("17", "00000000005", " 26335"),
    ]
    assert written[-2][4:44] == "0000000031245000000003124500000020000002"


@pytest.mark.parametrize(
    ("file", "asked", "where", "field"),
    [
        (file_of(payments=()), {}, "the file", "payments"),
        (file_of(payment(amount_pence=0)), {}, "payment 1", "amount_pence"),
        (file_of(payment(name="محمد")), {}, "payment 1", "name"),
        (file_of(debtor=replace(COUNCIL, service_user_number=None)), {}, "the council", "service_user_number"),
        (file_of(), {"processing_on": PAY_ON}, "the file", "processing_on"),
        (file_of(), {"serial_number": "48"}, "the file", "serial_number"),
        (file_of(), {"serial_number": "000000"}, "the file", "serial_number"),
        (file_of(), {"serial_number": "00004\n"}, "the file", "serial_number"),
        (file_of(), {"file_number": 0}, "the file", "file_number"),
        (file_of(), {"file_number": 1000}, "the file", "file_number"),
        (file_of(payment(amount_pence=99_999_999_999), brian()), {}, "the file", "payments"),
    ],
)
def test_nothing_is_written_while_an_error_is_open(file, asked, where, field):
    with pytest.raises(PaymentFileRefused) as refusal:
        lines(file, **asked)
    assert [(problem.where, problem.field) for problem in refusal.value.problems] == [(where, field)]


def test_a_file_of_several_days_needs_a_day_and_one_account():
    with pytest.raises(PaymentFileRefused, match="no day to pay on"):
        bacs18.write_days({}, serial_number="000048")
    other = file_of(debtor=replace(COUNCIL, account="55779912"), pay_on=date(2026, 12, 2))
    with pytest.raises(PaymentFileRefused, match="from one account"):
        bacs18.write_days({PROCESSING_ON: file_of(), PAY_ON: other}, serial_number="000048")
