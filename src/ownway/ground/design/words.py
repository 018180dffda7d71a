"""How amounts, times and days are written on pages: one way each, everywhere."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from ownway.rules import wording
from ownway.rules.steps import BASIS_POINTS

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def pounds(pence: int) -> str:
    """Pence to pounds: `123450` is "£1,234.50", `-500` is "−£5.00" (a real minus sign)."""
    return wording.money(pence)


def short_pounds(pence: int) -> str:
    """As `pounds`, leaving out ".00": `125000` is "£1,250"."""
    return pounds(pence).removesuffix(".00")


def hours(minutes: int) -> str:
    """Minutes to hours and minutes: `210` is "3 hours 30 minutes", `180` is "3 hours"."""
    return wording.duration(minutes)


def day(on: date) -> str:
    """A date as "3 September 2026"."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def short_day(on: date) -> str:
    """A date for narrow columns, "3 Sep 2026"."""
    return f"{on.day} {MONTHS[on.month - 1][:3]} {on.year}"


def day_time(at: datetime) -> str:
    """A moment on the wall clock here, "3 September 2026 at 2:05pm"."""
    local = timezone.localtime(at) if timezone.is_aware(at) else at
    half = "am" if local.hour < 12 else "pm"
    return f"{day(local.date())} at {local.hour % 12 or 12}:{local.minute:02}{half}"


def percent(basis_points: int) -> str:
    """Basis points to a percentage: `1207` is "12.07%", `500` is "5%"."""
    return wording.in_words(basis_points, BASIS_POINTS)


def count(number: int) -> str:
    """A whole number with commas: `2443` is "2,443"."""
    return f"{number:,}".replace("-", "\u2212")


def many(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun: `many(1, "person", "people")` is "1 person"."""
    return f"{count(number)} {one if number == 1 else more or one + 's'}"


def in_a_row(names: Sequence[str], *, most: int = 5) -> str:
    """Names in a sentence: "Amina", "Amina and Brian", "Amina, Brian and Carys", "Amina, Brian and 7 others"."""
    shown = [*names] if len(names) <= most else [*names[: most - 1], many(len(names) - most + 1, "other")]
    return " and ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)


def lower_first(words: str) -> str:
    """A label inside a sentence: "Your name" is "your name"; "PA hours", "I agree" and "GP" are left alone."""
    if len(words) > 1 and words[0].isupper() and words[1].islower():
        return words[0].lower() + words[1:]
    if words.startswith("A "):
        return "a " + words[2:]
    return words


def subject(label: str) -> str:
    """A label as the subject of a sentence: a question cannot be one, so it is "This answer"."""
    return "This answer" if not label or label.endswith("?") else label
