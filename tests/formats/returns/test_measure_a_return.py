"""ASCOF 3D is worked out from the very rows of the return, by the dates and ages that stand in them."""

from datetime import date

import pytest
from tests.formats.returns.made_up import AMINA, BRIAN, LEILA, checked

from ownway.formats.returns import describe, describe_in_words
from ownway.formats.returns.supports import age_on


def of_clients(*rows):
    share = checked(*rows).clients.direct_payment
    return share.numerator, share.denominator


def of_carers(*rows):
    share = checked(*rows).carers.direct_payment
    return share.numerator, share.denominator


def test_half_of_two_people_have_a_direct_payment():
    data = describe(checked(AMINA, LEILA, BRIAN))
    assert data["ascof_3D_1a"] == {
        "numerator": 1,
        "denominator": 2,
        "percent": "50.0",
        "18 to 64": {"numerator": 1, "denominator": 1, "percent": "100.0"},
        "65 and above": {"numerator": 0, "denominator": 1, "percent": "0.0"},
    }
    assert data["ascof_3D_2b"]["percent"] == "100.0"
    assert "ASCOF 3D, clients at home with a direct payment: 1 of 2, 50.0%" in describe_in_words(checked(AMINA, LEILA))


@pytest.mark.parametrize(
    ("dates", "counted"),
    [
        ({"Event End Date": "2026-03-31"}, 1),
        ({"Event End Date": "2026-03-30"}, 0),
        ({"Event Start Date": "2026-03-31"}, 1),
        ({"Event Start Date": "2026-04-01"}, 0),
        ({"Date of Death": "2026-03-31"}, 1),
        ({"Date of Death": "2026-03-30"}, 0),
        ({"Date of Birth": "NULL"}, 1),
        ({"Date of Birth": "2009-01-01"}, 0),
        ({"LA Person Unique Identifier": "", "NHS Number": ""}, 0),
    ],
)
def test_a_client_counts_when_their_service_is_open_on_the_last_day(dates, counted):
    assert of_clients(AMINA | dates) == (counted, counted)


@pytest.mark.parametrize(
    ("dates", "counted"),
    [
        ({"Event End Date": "2025-04-01", "Event Start Date": "2025-01-01"}, 1),
        ({"Event End Date": "2025-03-31", "Event Start Date": "2025-01-01"}, 0),
        ({"Event Start Date": "2026-03-31", "Event End Date": ""}, 1),
        ({"Event Start Date": "2026-04-01", "Event End Date": ""}, 0),
    ],
)
def test_a_carer_counts_when_supported_on_any_day_of_the_year(dates, counted):
    assert of_carers(BRIAN | dates) == (counted, counted)


def test_a_person_is_one_by_their_nhs_number_whatever_the_council_calls_them():
    assert of_clients(AMINA, AMINA | {"LA Person Unique Identifier": "P7", "Event Start Date": "2025-12-01"}) == (1, 1)


def test_words_of_release_1_are_told_and_still_counted():
    old = {
        "Client Type": "Service User",
        "Service Type": "Long Term Support: Community",
        "Service Component": "Direct Payment",
    }
    found = checked(AMINA | old)
    assert found.checks["Client Type"] == {-7: 1}
    assert (found.clients.direct_payment.numerator, found.clients.direct_payment.denominator) == (1, 1)


def test_only_services_are_measured():
    assessed = AMINA | {"Event Type": "Assessment", "Event End Date": "2025-12-01"}
    assert of_clients(assessed) == (0, 0)
    assert "there are no clients at home to count" in " ".join(describe_in_words(checked(assessed)))


def test_the_last_period_of_the_file_counts():
    earlier = {"Reporting Period Start Date": "2024-04-01", "Reporting Period End Date": "2025-03-31"}
    found = checked(AMINA | earlier, LEILA)
    assert found.period_end_on == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(2008, 3, 31), date(2026, 3, 31), 17),  # 6,574 days ÷ 365.25 is 17.998…: a day late, as the script has it
        (date(2008, 3, 30), date(2026, 3, 31), 18),
        (date(1961, 3, 30), date(2026, 3, 31), 65),
    ],
)
def test_age_is_days_by_365_and_a_quarter(born, day, years):
    assert age_on(born, day) == years
