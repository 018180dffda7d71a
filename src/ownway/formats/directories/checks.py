"""What a schema cannot see in a record: places off the map, days that run backwards, rules that name no day."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from ownway.formats.directories.details import CostOption, Known, Record, Schedule
from ownway.formats.directories.problems import Problems
from ownway.formats.directories.records import Location, Organisation, Service, ServiceAtLocation

BRITAIN = ((Decimal("49.8"), Decimal("60.9")), (Decimal("-8.7"), Decimal("1.8")))
"""Degrees between which the United Kingdom lies: latitude, then longitude."""

MOST_YEARS = 120
_BY_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_BY_MONTH_DAY = re.compile(r"[+-]?([1-9]|[12][0-9]|3[01])")


def check_record(record: Known, place: str, problems: Problems) -> None:
    """Tell what is allowed and hardly meant, or does not fit together, in one record."""
    check = _CHECKS.get(type(record))
    if check is not None:
        check(record, place, problems)


def by_days(text: str) -> tuple[tuple[int, str], ...] | None:
    """“TH,FR” or “1MO,-1FR” as (which, weekday): 0 is each, 1 the first of the month, -1 the last. None when no rule."""
    found = [_BY_DAY.fullmatch(part.strip().upper()) for part in text.split(",")]
    days = tuple((int(part[1] or 0), part[2]) for part in found if part)
    return days if len(days) == len(found) else None


def _check_schedule(schedule: Known, place: str, problems: Problems) -> None:
    assert isinstance(schedule, Schedule)  # noqa: S101 - _CHECKS gives each check its own kind of record
    _in_order(schedule.valid_from, schedule.valid_to, f"{place}/valid_to", problems)
    if schedule.byday is not None:
        days = by_days(schedule.byday)
        if days is None:
            problems.look(f"{place}/byday", "It names no days that a rule knows, like MO,TH or 1MO.", schedule.byday)
        elif schedule.freq == "WEEKLY" and any(which for which, _ in days):
            problems.look(f"{place}/byday", "A weekly rule cannot say which week of a month.", schedule.byday)
    if schedule.bymonthday is not None:
        parts = schedule.bymonthday.split(",")
        if not all(_BY_MONTH_DAY.fullmatch(part.strip()) for part in parts):
            problems.look(f"{place}/bymonthday", "It names no days of a month, like 1,15 or -1.", schedule.bymonthday)
    if schedule.interval is not None and (schedule.interval < 1 or schedule.interval % 1):
        problems.look(f"{place}/interval", "It should be 1 or more, and whole.", schedule.interval)
    if schedule.opens_at is not None and schedule.opens_at == schedule.closes_at:
        problems.look(f"{place}/closes_at", "It closes at the time it opens.", schedule.closes_at)


def _check_cost_option(option: Known, place: str, problems: Problems) -> None:
    assert isinstance(option, CostOption)  # noqa: S101 - as above
    _in_order(option.valid_from, option.valid_to, f"{place}/valid_to", problems)
    if option.currency not in (None, "GBP"):
        problems.look(f"{place}/currency", "This cost is not in pounds, and amount_pence holds hundredths of it.")


def _check_location(location: Known, place: str, problems: Problems) -> None:
    assert isinstance(location, Location)  # noqa: S101 - as above
    latitude, longitude = location.latitude, location.longitude
    if (latitude is None) != (longitude is None):
        missing = "latitude" if latitude is None else "longitude"
        problems.look(place, f"The place has no {missing}, so it cannot be put on a map.")
    if latitude is None or longitude is None:
        return
    if abs(latitude) > 90:
        problems.look(f"{place}/latitude", "A latitude is between -90 and 90 degrees.", latitude)
    elif abs(longitude) > 180:
        problems.look(f"{place}/longitude", "A longitude is between -180 and 180 degrees.", longitude)
    elif not _in_britain(latitude, longitude):
        swapped = " Latitude and longitude may be swapped." if _in_britain(longitude, latitude) else ""
        problems.look(place, f"The place lies outside the United Kingdom.{swapped}", f"{latitude}, {longitude}")


def _check_service(service: Known, place: str, problems: Problems) -> None:
    assert isinstance(service, Service)  # noqa: S101 - as above
    youngest, oldest = service.minimum_age, service.maximum_age
    for name, age in (("minimum_age", youngest), ("maximum_age", oldest)):
        if age is not None and not 0 <= age <= MOST_YEARS:
            problems.look(f"{place}/{name}", f"An age is between 0 and {MOST_YEARS} years.", age)
    if youngest is not None and oldest is not None and youngest > oldest:
        problems.look(f"{place}/maximum_age", "The highest age is below the lowest.", f"{youngest} to {oldest}")
    _same_id(service.organization_id, service.organization, f"{place}/organization_id", problems)


def _check_service_at_location(found: Known, place: str, problems: Problems) -> None:
    assert isinstance(found, ServiceAtLocation)  # noqa: S101 - as above
    _same_id(found.service_id, found.service, f"{place}/service_id", problems)
    _same_id(found.location_id, found.location, f"{place}/location_id", problems)


def _check_organisation(organisation: Known, place: str, problems: Problems) -> None:
    assert isinstance(organisation, Organisation)  # noqa: S101 - as above
    if organisation.parent_organization_id and organisation.parent_organization_id == organisation.id:
        problems.look(f"{place}/parent_organization_id", "The organisation is said to be part of itself.")


def _same_id(said: str | None, holds: Record | None, place: str, problems: Problems) -> None:
    if said and holds is not None and holds.id and said.lower() != holds.id.lower():
        problems.look(place, f"It names another record than the one that stands here, {holds.id}.", said)


def _in_order(first: date | None, last: date | None, place: str, problems: Problems) -> None:
    if first is not None and last is not None and last < first:
        problems.look(place, "It ends before it starts.", f"{first} to {last}")


def _in_britain(latitude: Decimal, longitude: Decimal) -> bool:
    (south, north), (west, east) = BRITAIN
    return south <= latitude <= north and west <= longitude <= east


_CHECKS: Mapping[type[Known], Callable[[Known, str, Problems], None]] = {
    Schedule: _check_schedule,
    CostOption: _check_cost_option,
    Location: _check_location,
    Service: _check_service,
    ServiceAtLocation: _check_service_at_location,
    Organisation: _check_organisation,
}
