"""Reads amounts, times and days as people type them; what cannot be read is refused in a sentence (ValueError)."""

import re
from datetime import date

from ownway.ground.design.words import MONTHS

MONEY = re.compile(r"(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?")
DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
CLOCK = re.compile(r"(\d+):(\d{2})")
SPOKEN = re.compile(r"(?:(\d+) ?(?:h|hr|hrs|hour|hours))?(?: ?(?:and )?(\d+) ?(?:m|min|mins|minute|minutes)?)?")
DECIMAL_HOURS = re.compile(r"(\d*)(?:\.(\d+))? ?(?:h|hr|hrs|hour|hours)?")
QUARTERS = {"": 0, "0": 0, "00": 0, "25": 15, "5": 30, "50": 30, "75": 45}
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
LONGEST = 15  # longer than any amount or time a person means; int() of a very long text is slow


def without_unseen(text: str) -> str:
    """The text without control characters: nobody sees them, and no page, letter or file may hold them."""
    return UNSEEN.sub("", text)


def parse_pounds(text: str) -> int:
    """Read "£1,234.50", "1234.5" or "-5" as whole pence. Raises ValueError with a sentence."""
    typed = _tidy(text).replace("−", "-").replace(" ", "")
    sign = -1 if typed.startswith(("-", "£-")) else 1
    figure = typed.replace("£", "", 1).removeprefix("-")
    if DECIMAL_COMMA.fullmatch(figure):
        raise ValueError("Use a full stop before the pence, like 12.50")
    match = MONEY.fullmatch(figure) if len(figure) <= LONGEST else None
    if not match or not (match[1] or match[2]):
        raise ValueError("Enter an amount in pounds, like 12.50")
    pounds, pence = match[1].replace(",", ""), match[2] or ""
    if len(pence) > 2:
        raise ValueError("Enter no more than 2 numbers after the full stop, like 12.50")
    return sign * (int(pounds or "0") * 100 + int(pence.ljust(2, "0")))


def parse_hours(text: str) -> int:
    """Read "3 hours 30 minutes", "3:30", "3.5", "45 minutes" or "3" (hours) as whole minutes.

    Raises ValueError with a sentence, also for "3.30", which may mean 3 hours 30 minutes or 3.3 hours.
    """
    typed = _tidy(text).lower()
    if len(typed) > 2 * LONGEST:
        raise ValueError(HOURS_WANTED)
    if typed.startswith(("-", "−")):
        raise ValueError("Hours cannot be less than 0")
    if clock := CLOCK.fullmatch(typed):
        return _minutes(int(clock[1]), int(clock[2]))
    decimal = DECIMAL_HOURS.fullmatch(typed)
    if decimal and (decimal[1] or decimal[2]):
        return _decimal_minutes(decimal[1] or "0", decimal[2] or "")
    spoken = SPOKEN.fullmatch(typed)
    if not spoken or not (spoken[1] or spoken[2]):
        raise ValueError(HOURS_WANTED)
    if spoken[1] is None:
        return int(spoken[2])
    return _minutes(int(spoken[1]), int(spoken[2] or 0))


def parse_day(day: str, month: str, year: str) -> date:
    """Read the three boxes of a date; the month may be a number or a name.

    Raises DayProblem, which says which boxes to put right.
    """
    boxes = {"day": day, "month": month, "year": year}
    missing = tuple(name for name, typed in boxes.items() if not typed)
    if missing:
        raise DayProblem(f"Add the {' and '.join(missing)}", missing)
    month_number = _month(month)
    if month_number is None:
        raise DayProblem("Enter a month, like 9 or September", ("month",))
    if not re.fullmatch(r"\d{1,2}", day):
        raise DayProblem("Enter a day, like 27", ("day",))
    if not re.fullmatch(r"\d{4}", year):
        raise DayProblem("Enter a year with 4 numbers, like 2026", ("year",))
    try:
        return date(int(year), month_number, int(day))
    except ValueError:
        told = f"{int(day)} {MONTHS[month_number - 1]} {int(year):04} is not a real date"
        raise DayProblem(told, ("day", "month", "year") if int(year) == 0 else ("day", "month")) from None


class DayProblem(ValueError):
    """A date that cannot be read, with the boxes to put right."""

    def __init__(self, sentence: str, parts: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.parts = parts


HOURS_WANTED = "Enter hours and minutes, like 3 hours 30 minutes, 3:30 or 3.5"


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _minutes(hours: int, minutes: int) -> int:
    if minutes > 59:
        raise ValueError("Minutes must be 59 or less")
    return hours * 60 + minutes


def _decimal_minutes(hours: str, fraction: str) -> int:
    if fraction not in QUARTERS:
        typed = f"{hours}.{fraction}"
        raise ValueError(f"We cannot be sure what {typed} means. Write it like {hours} hours 30 minutes or {hours}:30")
    return int(hours) * 60 + QUARTERS[fraction]


def _month(typed: str) -> int | None:
    if re.fullmatch(r"\d{1,2}", typed):
        number = int(typed)
        return number if 1 <= number <= 12 else None
    named = typed.lower().rstrip(".")
    if len(named) < 3:
        return None
    return next((n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(named)), None)
