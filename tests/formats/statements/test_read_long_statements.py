"""A statement of ten thousand lines is read while a person waits."""

import time
from datetime import date, timedelta

from tests.formats.statements import samples

from ownway.formats.statements import read_statement

DAYS = [date(2024, 1, 1) + timedelta(days=n // 30) for n in range(10_000)]


def seconds_to_read(text):
    began = time.process_time()
    statement = read_statement(text.encode(), name="x")
    taken = time.process_time() - began
    # by hand: 10,000 lines of 1.00 to 1.99, a hundred rounds of 149.50 out, give 14,950.00 out
    assert (statement.outcome, len(statement.lines), statement.sum_pence) == ("whole", 10_000, -1_495_000)
    return taken


def test_csv_in_well_under_a_second():
    rows = [f"{on:%d/%m/%Y},CITY CABS {n},-1.{n % 100:02d},\n" for n, on in enumerate(DAYS)]
    assert seconds_to_read("Date,Description,Amount,Balance\n" + "".join(rows)) < 1


def test_ofx_in_well_under_a_second():
    entries = [
        samples.write_entry("DEBIT", f"{on:%Y%m%d}", f"-1.{n % 100:02d}", f"F{n}", "CITY CABS", f"TRIP {n}")
        for n, on in enumerate(DAYS)
    ]
    assert seconds_to_read(samples.write_ofx("\n".join(entries))) < 1
