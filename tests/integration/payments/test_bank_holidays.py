"""England's bank holidays, and the table of the operator."""

import json
import os
from datetime import date

import pytest

from ownway.config import places
from ownway.formats.accounts.weights import WeightTableRefused
from ownway.journey.payments.bank_holidays import english_bank_holidays
from ownway.journey.payments.weights import modulus_table

LIST = places.ROOT.parent / "shared" / "standards" / "07-govuk-cqc-reference" / "bank-holidays.json"


def test_they_are_those_of_the_government_s_list():
    if not LIST.exists():
        pytest.skip("the shared list of GOV.UK is not here")
    listed = {
        date.fromisoformat(event["date"]) for event in json.loads(LIST.read_text())["england-and-wales"]["events"]
    }
    years = {day.year for day in listed}
    ours = {day for year in years for day in english_bank_holidays(date(year, 6, 1)) if day.year == year}
    assert {day for day in ours if day.weekday() < 5} == listed
    assert listed - ours == set()


def test_christmas_2026_closes_banks_on_friday_and_monday():
    days = english_bank_holidays(date(2026, 9, 1))
    assert {date(2026, 12, 25), date(2026, 12, 28)} <= days
    assert date(2026, 12, 29) not in days


def test_a_changed_table_is_read_again(tmp_path):
    row = "{0} {0} MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1\n"
    path = tmp_path / "valacdos.txt"
    path.write_text(row.format("089000"))
    assert modulus_table(weights=str(path)).rows_for("089000")
    path.write_text(row.format("090000"))
    os.utime(path, (1, 1))
    assert modulus_table(weights=str(path)).rows_for("090000")


def test_a_file_that_is_no_table_is_refused(tmp_path):
    path = tmp_path / "valacdos.txt"
    path.write_text("hello")
    with pytest.raises(WeightTableRefused):
        modulus_table(weights=str(path))
