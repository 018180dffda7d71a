"""The calendar of the demonstration: relative to the day of loading, and the same for the whole of that day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
RUNS = 13
WEEKS_BETWEEN_RUNS = 4
NEXT_RUN_IN_DAYS = 9


@dataclass(frozen=True, slots=True)
class Days:
    """The days that everything hangs on. Payments are made every four weeks on a Monday; the last was in the past."""

    today: date

    @property
    def next_pay_on(self) -> date:
        """The Monday of the next payment run: at least NEXT_RUN_IN_DAYS ahead, for Bacs takes three days."""
        earliest = self.today + timedelta(days=NEXT_RUN_IN_DAYS)
        return earliest + timedelta(days=-earliest.weekday() % 7)

    @property
    def pay_days(self) -> tuple[date, ...]:
        """The Mondays of the past RUNS payment runs, oldest first."""
        return tuple(self.next_pay_on - timedelta(weeks=WEEKS_BETWEEN_RUNS * before) for before in range(RUNS, 0, -1))

    def ago(self, days: int) -> date:
        """So many days before today."""
        return self.today - timedelta(days=days)


def moment(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """A moment of a day in London."""
    return datetime.combine(day, time(hour, minute), tzinfo=LONDON)
