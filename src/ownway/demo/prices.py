"""What made-up people's support costs: the lines of a plan for each use, in plain words as the tables give them back."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from ownway.demo import counts
from ownway.journey.plans.models import DayKind, Every, LineKind

Fields = dict[str, Any]


def hours(chance: Random, least: int, most: int) -> int:
    """So many half hours, in minutes a week."""
    return 30 * chance.randint(least, most)


def assistants(chance: Random) -> list[Fields]:
    """Personal assistant hours on weekdays, for some also at weekends, and the insurance that an employer must have."""
    rate = chance.choice((1_300, 1_325, 1_350, 1_400, 1_450))
    lines = [by_the_hour(LineKind.PA_HOURS, hours(chance, 14, 70), rate, day_kind=DayKind.WEEKDAY.value)]
    if chance.random() < 0.35:
        lines.append(by_the_hour(LineKind.PA_HOURS, hours(chance, 4, 12), rate + 150, day_kind=DayKind.WEEKEND.value))
    return [*lines, amount(LineKind.INSURANCE, chance.choice((9_600, 11_200, 12_800)), Every.YEAR)]


def agency(chance: Random) -> list[Fields]:
    """Hours with an agency."""
    return [by_the_hour(LineKind.AGENCY_HOURS, hours(chance, 10, 42), chance.choice((2_450, 2_520, 2_680)))]


PRICES: Mapping[str, Callable[[Random], list[Fields]]] = {
    counts.ASSISTANTS: assistants,
    counts.AGENCY: agency,
    counts.LIVING: lambda chance: [
        amount(LineKind.SUPPORTED_LIVING, chance.randrange(22_000, 78_000, 500), Every.WEEK)
    ],
    counts.ACTIVITIES: lambda chance: [amount(LineKind.ACTIVITY, chance.randrange(1_200, 6_500, 50), Every.WEEK)],
    counts.TRANSPORT: lambda chance: [amount(LineKind.TRANSPORT, chance.randrange(800, 3_000, 50), Every.WEEK)],
    counts.SHORT_BREAKS: lambda chance: [
        amount(LineKind.SHORT_BREAK, chance.randrange(60_000, 240_000, 5_000), Every.YEAR)
    ],
    counts.CHILDCARE: lambda chance: [amount(LineKind.CHILDCARE, chance.randrange(4_000, 12_000, 250), Every.WEEK)],
    counts.EQUIPMENT: lambda chance: [amount(LineKind.EQUIPMENT, chance.randrange(12_000, 60_000, 500), Every.YEAR)],
    counts.OTHER: lambda chance: [amount(LineKind.OTHER, chance.randrange(1_000, 4_000, 100), Every.WEEK)],
    counts.FEES: lambda chance: [amount(LineKind.MONEY_HELP, chance.randrange(1_400, 2_300, 50), Every.FOUR_WEEKS)],
    counts.APPOINTEE: lambda chance: [amount(LineKind.APPOINTEESHIP, chance.choice((800, 950, 1_100)), Every.WEEK)],
}


def by_the_hour(kind: LineKind, minutes_weekly: int, hourly_pence: int, *, day_kind: str = "") -> Fields:
    """Time at a rate."""
    return {"kind": kind.value, "minutes_weekly": minutes_weekly, "hourly_pence": hourly_pence, "day_kind": day_kind}


def amount(kind: LineKind, pence: int, every: Every) -> Fields:
    """Money every so often."""
    return {"kind": kind.value, "amount_pence": pence, "every": every.value}
