"""From rows of the return to the services that ASCOF 3D counts: whose they are, when they ran, and at what age."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ownway.formats.returns.codes import SERVICE, meant
from ownway.formats.returns.values import read_day
from ownway.rules.self_directed_support import CARER, SelfDirected, Support, carers, clients

_QUARTER_DAYS_A_YEAR = 1_461
"""365.25 days, in quarters of a day: the script divides days by 365.25."""


class Service(NamedTuple):
    """A service of the return, as it is measured."""

    person: str
    client_type: str
    service_type: str
    mechanism: str
    component: str
    started_on: date | None
    ended_on: date | None
    born_on: date | None
    died_on: date | None


class Supports:
    """The services of a file, each once; `period` is the last reporting period that its rows name."""

    def __init__(self) -> None:
        self.services: dict[Service, int] = {}
        self.period: tuple[date | None, date | None] = (None, None)

    def add(self, row: Mapping[str, str], place: int) -> int | None:
        """Note a row. The line on which the very same service stands already, if it does."""
        self._note_period(row)
        if meant("Event Type", row["Event Type"]) != SERVICE:
            return None
        service = Service(
            row.get("NHS Number") or row["LA Person Unique Identifier"],
            meant("Client Type", row["Client Type"]),
            meant("Service Type", row.get("Service Type", "")),
            meant("Delivery Mechanism", row.get("Delivery Mechanism", "")),
            meant("Service Component", row.get("Service Component", "")),
            *(
                read_day(row.get(column, ""))
                for column in ("Event Start Date", "Event End Date", "Date of Birth", "Date of Death")
            ),
        )
        first = self.services.setdefault(service, place)
        return None if first == place else first

    def clients(self) -> SelfDirected | None:
        """Parts 1a and 2a, on the last day of the period."""
        return clients(self._counted()) if self.period[1] else None

    def carers(self) -> SelfDirected | None:
        """Parts 1b and 2b, through the period."""
        return carers(self._counted()) if self.period[1] else None

    def _note_period(self, row: Mapping[str, str]) -> None:
        end = read_day(row["Reporting Period End Date"])
        if end and (self.period[1] is None or end > self.period[1]):
            self.period = (read_day(row.get("Reporting Period Start Date", "")), end)

    def _counted(self) -> Iterator[Support]:
        start, end = self.period
        if end is None:
            return
        for one in self.services:
            counts = _in_year(one, start, end) if one.client_type == CARER else _open_on(one, end)
            if one.person and counts:
                yield Support(
                    one.person,
                    one.client_type,
                    one.service_type,
                    one.mechanism,
                    one.component,
                    age_years=age_on(one.born_on, end) if one.born_on else None,
                )


def age_on(born_on: date, day: date) -> int:
    """Whole years as the script counts them: days divided by 365.25. It may be a day late or early on a birthday."""
    return 4 * (day - born_on).days // _QUARTER_DAYS_A_YEAR


def _open_on(one: Service, day: date) -> bool:
    if one.started_on is None or one.started_on > day or (one.died_on and one.died_on < day):
        return False
    return one.ended_on is None or one.ended_on >= max(day, one.started_on)


def _in_year(one: Service, start: date | None, end: date) -> bool:
    if one.started_on is None or one.started_on > end:
        return False
    return one.ended_on is None or one.ended_on >= max(start or one.started_on, one.started_on)
