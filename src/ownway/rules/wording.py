"""How a value and its working read in plain words: “£1,234.50 a week”, “3 hours 30 minutes”, “12.07%”."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ownway.rules import steps as units
from ownway.rules import vocabulary as words
from ownway.rules.steps import Step, places_of

_MONEY_EVERY = {
    units.PENCE: "",
    units.PENCE_HOURLY: " an hour",
    units.PENCE_DAILY: " a day",
    units.PENCE_WEEKLY: " a week",
    units.PENCE_2WEEKLY: " every 2 weeks",
    units.PENCE_4WEEKLY: " every 4 weeks",
    units.PENCE_MONTHLY: " a month",
    units.PENCE_YEARLY: " a year",
}
# A unit counted in hundredths → the word for one whole of it.
_HUNDREDTHS = {units.HUNDREDTHS_OF_A_DAY: "day", units.HUNDREDTHS_OF_A_WEEK: "week"}
_COUNTED = {
    units.DAYS: "day",
    units.DAYS_WEEKLY: "day",
    units.WEEKS: "week",
    units.MONTHS: "month",
    units.YEARS: "year",
}
_PLACES_OF_A_PENNY = 4


def in_words(value: int, unit: str, over: int = 1) -> str:
    """A value of a unit in plain words. `over` is what the value is still to be divided by, if not rounded yet."""
    if unit in _MONEY_EVERY:
        return money(value, over) + _MONEY_EVERY[unit]
    if unit in (units.MINUTES, units.MINUTES_WEEKLY):
        return duration(value, over) + (" a week" if unit == units.MINUTES_WEEKLY else "")
    if unit == units.BASIS_POINTS:
        return _decimal(value, over * 100, least=0, most=4) + "%"
    if unit == units.YES_NO:
        return "Yes" if value else "No"
    if unit in _HUNDREDTHS:
        return _counted(_decimal(value, over * 100, least=0, most=4), _HUNDREDTHS[unit])
    if unit in _COUNTED:
        each = " a week" if unit == units.DAYS_WEEKLY else ""
        return _counted(_decimal(value, over, least=0, most=4), _COUNTED[unit]) + each
    return _decimal(value, over, least=0, most=4)


def money(pence: int, over: int = 1) -> str:
    """Pence as pounds: “£1,234.50”. A sum not yet rounded shows up to four more places, and “about” if there are more."""
    exact = (pence * 10**_PLACES_OF_A_PENNY) % over == 0
    sign = "−" if pence < 0 else ""
    return f"{'' if exact else 'about '}{sign}£" + _decimal(
        abs(pence), over * 100, least=2, most=2 + _PLACES_OF_A_PENNY
    )


def duration(minutes: int, over: int = 1) -> str:
    """Minutes as hours and minutes: “3 hours 30 minutes”, “45 minutes”."""
    if over != 1:
        return _counted(_decimal(minutes, over, least=0, most=4), "minute")
    hours, left = divmod(abs(minutes), 60)
    said = [_counted(str(hours), "hour")] if hours else []
    said += [_counted(str(left), "minute")] if left or not hours else []
    return ("−" if minutes < 0 else "") + " ".join(said)


def how_in_words(step: Step) -> str:
    """How the Step came about, with the values it was made from: “12.07% of £400.00”."""
    said = [in_words(part.value, part.unit, part.over) for part in step.parts]
    if hides_its_part(step):
        (exact,) = step.parts
        rest = "" if exact.value % exact.over == 0 and exact.value // exact.over == step.value else said[0]
        return how_in_words(exact) + (f" = {rest}, rounded {step.rounding}" if rest else "")
    return how_between(step, said)


def how_between(step: Step, said: list[str]) -> str:
    """How the Step came about, its parts being called what is `said`."""
    return _HOW[step.how](step, said)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a working laid out as a table. `depth` is 0 for the answer, 1 for what it was made from, and so on."""

    depth: int
    label: str
    amount: str
    value: int
    unit: str
    how: str
    law: str
    source: str
    standing: str
    address: str = ""


def lines(step: Step) -> Iterator[Line]:
    """The working as rows for a person to read, the answer first, each followed by its parts one deeper.

    A sum and its rounding are one row; what was not chosen, and numbers that the sum itself already says, have none;
    what was worked out further up is not worked out again.
    """
    yield from _lines(step, depth=0, places=places_of(step), shown=set())


def _lines(step: Step, *, depth: int, places: dict[int, int], shown: set[int]) -> Iterator[Line]:
    parts = [part for part in _parts_to_show(step) if not is_plain_number(part)]
    again = bool(parts) and places[id(step)] in shown
    shown.add(places[id(step)])
    figure = step.figure
    yield Line(
        depth=depth,
        label=step.label,
        amount=in_words(step.value, step.unit, step.over),
        value=step.value,
        unit=step.unit,
        how="worked out above" if again else how_in_words(step),
        law=step.law or (step.parts[0].law if hides_its_part(step) else ""),
        source=figure.source if figure else step.source,
        standing=figure.standing if figure else "",
        address=figure.address if figure else "",
    )
    for part in () if again else parts:
        yield from _lines(part, depth=depth + 1, places=places, shown=shown)


def hides_its_part(step: Step) -> bool:
    """Whether this is a rounding whose exact sum has no name of its own."""
    return step.how == words.ROUND and step.parts[0].label == words.before_rounding(step.label)


def _parts_to_show(step: Step) -> tuple[Step, ...]:
    if hides_its_part(step):
        return step.parts[0].parts
    if step.how == words.CHOOSE:
        test, yes, no = step.parts
        return (test, yes if test.value else no)
    return step.parts


def is_plain_number(step: Step) -> bool:
    """Whether this is a number that nobody told and no law says, such as the 12 of twelve months."""
    return step.how == words.GIVEN and not (step.figure or step.source or step.law)


def _given(step: Step, _: list[str]) -> str:
    if step.figure:
        return f"figure in force from {_day(step)}"
    return step.source or "given"


def _day(step: Step) -> str:
    on = step.figure.from_on if step.figure else None
    return f"{on.day} {on:%B %Y}" if on else ""


def _steps_of(step: Step, said: list[str]) -> str:
    return f"{said[2]} for each {said[1]} in {said[0]}, a part of {said[1]} counting as a whole"


def _chosen(step: Step, said: list[str]) -> str:
    test, yes, no = step.parts
    chosen = yes if test.value else no
    return f"{test.label}: {said[0].lower()}, so “{chosen.label}”"


_HOW: dict[str, Callable[[Step, list[str]], str]] = {
    words.GIVEN: _given,
    words.ADD_UP: lambda _, said: " + ".join(said) or "nothing to add up",
    words.TAKE_AWAY: lambda _, said: " less ".join(said),
    words.SMALLER_OF: lambda step, said: (
        ("all of these: " if step.unit == units.YES_NO else "the smaller of ") + " and ".join(said)
    ),
    words.LARGER_OF: lambda _, said: "the larger of " + " and ".join(said),
    words.FOR_EACH: lambda _, said: " × ".join(said),
    words.PART_OF: lambda _, said: f"{said[1]} of {said[0]}",
    words.SHARED: lambda _, said: f"{said[0]} shared between {said[1]}",
    words.CONVERT: lambda _, said: (
        " × ".join(one for one in said[:2] if one != "1") + ("" if said[2] == "1" else f" ÷ {said[2]}")
    ),
    words.ROUND: lambda step, said: f"{said[0]} rounded {step.rounding}",
    words.WHOLE_STEPS: _steps_of,
    words.MORE_THAN: lambda _, said: f"is {said[0]} more than {said[1]}?",
    words.AT_LEAST: lambda _, said: f"is {said[0]} at least {said[1]}?",
    words.CHOOSE: _chosen,
}


def _counted(number: str, thing: str) -> str:
    return f"{number} {thing}" if number == "1" else f"{number} {thing}s"


def _decimal(value: int, over: int, *, least: int, most: int) -> str:
    """A fraction as decimal digits with thousands marked, without ever making a float."""
    scaled = (2 * abs(value) * 10**most + over) // (2 * over)
    whole, rest = divmod(scaled, 10**most)
    digits = f"{rest:0{most}d}" if most else ""
    kept = digits[:least] + digits[least:].rstrip("0")
    return ("−" if value < 0 else "") + f"{whole:,}" + (f".{kept}" if kept else "")
