"""Where each field of a Bacs Standard 18 file stands: label records of 80 characters, data records of 100 or 106."""

from datetime import date, timedelta
from typing import Literal

WorkCode = Literal["DAILY", "MULTI"]

LABEL_LENGTH = 80
RECORD_LENGTH = {"DAILY": 100, "MULTI": 106}
WORK_CODES = {"DAILY": "1 DAILY  ", "MULTI": "4 MULTI  "}
CREDIT = "99"
CONTRA = "17"
DIRECT_DEBITS = frozenset({"01", "17", "18", "19"})
INSTRUCTIONS = frozenset({"0N", "0C", "0S"})  # AUDDIS: about direct debits, and of no money
BACS = "999999"  # the receiver named in UHL1
MOST_PENCE = 99_999_999_999

# Positions count from 1 and include the last, as Bacs counts them.
DATA_FIELDS = {
    "sort_code": (1, 6),
    "account": (7, 14),
    "account_type": (15, 15),
    "transaction_code": (16, 17),
    "originator_sort_code": (18, 23),
    "originator_account": (24, 31),
    "free_format": (32, 35),
    "amount_pence": (36, 46),
    "originator_name": (47, 64),
    "reference": (65, 82),
    "name": (83, 100),
    "processing_on": (101, 106),
}
VOL1_FIELDS = {"serial_number": (5, 10), "service_user_number": (42, 47)}
HDR1_FIELDS = {
    "service_user_number": (6, 11),
    "serial_number": (22, 27),
    "created_on": (42, 47),
    "expires_on": (48, 53),
}
HDR2_FIELDS = {"block_length": (6, 10), "record_length": (11, 15)}
UHL1_FIELDS = {"processing_on": (5, 10), "receiver": (11, 16), "currency": (21, 22), "work_code": (29, 37)}
UTL1_FIELDS = {"debit_pence": (5, 17), "credit_pence": (18, 30), "debit_count": (31, 37), "credit_count": (38, 44)}


def cut(line: str, fields: dict[str, tuple[int, int]]) -> dict[str, str]:
    """The fields of one line by name, with the spaces after them taken off."""
    return {name: line[first - 1 : last].rstrip() for name, (first, last) in fields.items()}


def bacs_date(day: date) -> str:
    """A day as Bacs writes it: a space, two digits of the year, three of the day in the year."""
    return f" {day:%y%j}"


def read_bacs_date(text: str) -> date:
    """The day of ` YYDDD`, this century. ValueError when it is not a day."""
    digits = text.strip()
    if len(digits) != 5 or not digits.isdigit():
        raise ValueError(text)
    day = date(2000 + int(digits[:2]), 1, 1) + timedelta(days=int(digits[2:]) - 1)
    if f"{day:%y%j}" != digits:
        raise ValueError(text)
    return day


def find_day(text: str) -> date | None:
    """The day of ` YYDDD`; None when it is not a day."""
    try:
        return read_bacs_date(text)
    except ValueError:
        return None
