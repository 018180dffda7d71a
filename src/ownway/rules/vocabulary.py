"""The words a working may use. Each makes a Step from its parts, and `recompute` checks any Step the same way.

A Step's value depends on nothing but its parts (and a rounding by its name), so what is stored can be worked out again.
A value may be one whole number, a column of them, or a name that notes what is done to it (arithmetic.py): each word
says the same to all three.
"""

from __future__ import annotations

from collections.abc import Callable
from math import lcm
from typing import Any

from ownway.rules import steps as units
from ownway.rules.arithmetic import (
    Value,
    divide_down,
    divide_half_up,
    divide_up,
    is_more,
    is_no_less,
    larger,
    least,
    pick,
    smaller,
)
from ownway.rules.steps import BASIS_POINTS, UNITS, YES_NO, Step

GIVEN = "given"
ADD_UP = "add up"
TAKE_AWAY = "take away"
SMALLER_OF = "the smaller of"
LARGER_OF = "the larger of"
FOR_EACH = "for each"
PART_OF = "part of"
SHARED = "shared between"
CONVERT = "times and over"
ROUND = "round"
WHOLE_STEPS = "whole steps of"
MORE_THAN = "is more than"
AT_LEAST = "is at least"
CHOOSE = "choose"

NEAREST_PENNY = "to the nearest penny, half a penny going up"
PENNY_DOWN = "down to the penny"
PENNY_UP = "up to the next penny"
NEAREST_5P = "to the nearest 5 pence, half going up"
HUNDREDTH_DOWN = "down to the hundredth of a percent"
NEAREST_HOUR = "to the whole hour: under 30 minutes down, 30 minutes or more up"
# A rounding's name → (the size of one whole, how a remainder is treated).
ROUNDINGS: dict[str, tuple[int, Callable[[Value, Value], Value]]] = {
    NEAREST_PENNY: (1, divide_half_up),
    PENNY_DOWN: (1, divide_down),
    PENNY_UP: (1, divide_up),
    NEAREST_5P: (5, divide_half_up),
    HUNDREDTH_DOWN: (1, divide_down),
    NEAREST_HOUR: (60, divide_half_up),
}

# What one unit for each of another comes to: (how many, each) → (unit, what the product is to be divided by).
_EACH = {
    (units.MINUTES_WEEKLY, units.PENCE_HOURLY): (units.PENCE_WEEKLY, 60),
    (units.MINUTES, units.PENCE_HOURLY): (units.PENCE, 60),
    (units.WEEKS, units.PENCE_WEEKLY): (units.PENCE, 1),
    (units.DAYS, units.PENCE_DAILY): (units.PENCE, 1),
    (units.DAYS_WEEKLY, units.HUNDREDTHS_OF_A_WEEK): (units.HUNDREDTHS_OF_A_DAY, 1),
}
_WHOLE_IN_BASIS_POINTS = 10_000
_ONE: Value = 1  # there is only one 1, so that asking which is quick, and right for columns and names too
_new: Callable[[type[Step], tuple[Any, ...]], Step] = tuple.__new__  # half the time of calling Step itself


_NOTHING: dict[str, Step] = {}


def given(label: str, value: Value, unit: str, *, source: str = "", law: str = "") -> Step:
    """A value that was told, not worked out; `source` says by whom or from where. Raises TypeError for a float."""
    if type(value) is not int and not hasattr(value, "is_whole"):
        raise TypeError(f"“{label}” must be a whole number of {unit}, not {value!r}")
    if unit not in UNITS:
        raise ValueError(f"“{unit}” is not a unit of the rulebook")
    return _new(Step, (label, value, unit, GIVEN, law, (), 1, "", source, None))


def add_up(label: str, *parts: Step, unit: str = "", law: str = "") -> Step:
    """The parts together. With no parts, `unit` says what there is nothing of."""
    value, over = _add_up(parts)
    return _new(Step, (label, value, _same_unit(parts, unit), ADD_UP, law, parts, over, "", "", None))


def take_away(label: str, start: Step, *less: Step, law: str = "") -> Step:
    """The first less all the others; it may fall below nought (see `at_least`)."""
    parts = (start, *less)
    value, over = _take_away(parts)
    return _new(Step, (label, value, _same_unit(parts), TAKE_AWAY, law, parts, over, "", "", None))


def smaller_of(label: str, *parts: Step, law: str = "") -> Step:
    """The smallest of the parts."""
    value, _ = _smallest(_whole(parts))
    return _new(Step, (label, value, _same_unit(parts), SMALLER_OF, law, parts, 1, "", "", None))


def larger_of(label: str, *parts: Step, law: str = "") -> Step:
    """The largest of the parts."""
    value, _ = _largest(_whole(parts))
    return _new(Step, (label, value, _same_unit(parts), LARGER_OF, law, parts, 1, "", "", None))


def capped(label: str, amount: Step, *, at: Step, law: str = "") -> Step:
    """The amount, but never more than `at`."""
    return smaller_of(label, amount, at, law=law)


def at_least(label: str, amount: Step, *, floor: Step | None = None, law: str = "") -> Step:
    """The amount, but never less than `floor` (nothing, when no floor is given)."""
    return larger_of(label, amount, floor or _nothing(amount.unit), law=law)


def for_each(label: str, how_many: Step, each: Step, *, rounding: str = "", law: str = "") -> Step:
    """So much for each of so many: minutes at an hourly rate, weeks at a weekly amount, a count of anything."""
    unit = each.unit if how_many.unit == units.COUNT else _EACH[how_many.unit, each.unit][0]
    return _rounded_if(label, FOR_EACH, (how_many, each), unit, rounding, law)


def part_of(label: str, amount: Step, rate: Step, *, rounding: str, law: str = "") -> Step:
    """A rate (in basis points) of the amount, then rounded by the named rule."""
    if rate.unit != BASIS_POINTS:
        raise ValueError(f"“{rate.label}” is in {rate.unit}; a part is taken with basis points")
    return _rounded_if(label, PART_OF, (amount, rate), amount.unit, rounding, law)


def shared(label: str, amount: Step, ways: Step, *, rounding: str, law: str = "") -> Step:
    """One equal share of the amount among so many, then rounded by the named rule."""
    return _rounded_if(label, SHARED, (amount, ways), amount.unit, rounding, law)


def convert(label: str, amount: Step, *, times: Step, over: Step, unit: str, rounding: str, law: str = "") -> Step:
    """The amount times one figure over another, in a new unit: £520 a month × 12 ÷ 52 is £120 a week."""
    if unit not in UNITS:
        raise ValueError(f"“{unit}” is not a unit of the rulebook")
    return _rounded_if(label, CONVERT, (amount, times, over), unit, rounding, law)


def whole_steps_up(label: str, amount: Step, *, step: Step, worth: Step, law: str = "") -> Step:
    """So much for each whole step in the amount, a part of a step counting as a whole one; nothing below nought."""
    _same_unit((amount, step))
    parts = (amount, step, worth)
    value, _ = _whole_steps(_whole(parts))
    return _new(Step, (label, value, worth.unit, WHOLE_STEPS, law, parts, 1, "", "", None))


def is_more_than(label: str, amount: Step, than: Step, *, law: str = "") -> Step:
    """Whether the amount is more than another: 1 for yes, 0 for no."""
    parts = (amount, than)
    _same_unit(_whole(parts))
    return _new(Step, (label, is_more(amount.value, than.value), YES_NO, MORE_THAN, law, parts, 1, "", "", None))


def reaches(label: str, amount: Step, at: Step, *, law: str = "") -> Step:
    """Whether the amount is as much as another, or more: 1 for yes, 0 for no."""
    parts = (amount, at)
    _same_unit(_whole(parts))
    return _new(Step, (label, is_no_less(amount.value, at.value), YES_NO, AT_LEAST, law, parts, 1, "", "", None))


def choose(label: str, test: Step, *, yes: Step, no: Step, law: str = "") -> Step:
    """`yes` when the test holds, `no` when it does not."""
    parts = (test, yes, no)
    value = pick(_whole(parts)[0].value, yes.value, no.value)
    return _new(Step, (label, value, _same_unit((yes, no)), CHOOSE, law, parts, 1, "", "", None))


def rounded(label: str, exact: Step, *, rounding: str, law: str = "") -> Step:
    """The exact sum rounded by the named rule."""
    value = _round(exact.value, exact.over, rounding)
    return _new(Step, (label, value, exact.unit, ROUND, law, (exact,), 1, rounding, "", None))


def before_rounding(label: str) -> str:
    """The name of an exact sum that has none of its own, by the name of what it is rounded to."""
    return f"{label}, before rounding"


def relabelled(step: Step, label: str) -> Step:
    """The same Step under another name, for a table where it plays another part."""
    return step._replace(label=label)


def recompute(step: Step) -> Step:
    """Work a Step out again from its given parts upwards; it must equal what was stored.

    Raises ValueError for a word or rounding that the vocabulary does not know.
    """
    done: dict[int, Step] = {}
    for one in units.walk(step):
        parts = tuple(done[id(part)] for part in one.parts)
        value, over = (one.value, one.over) if one.how == GIVEN else _work_out(one.how, parts, one.rounding)
        done[id(one)] = one._replace(value=value, over=over, parts=parts)
    return done[id(step)]


Amount = tuple[Value, Value]
"""A value and what it is over."""


def _add_up(parts: tuple[Step, ...]) -> Amount:
    if not parts:
        return 0, 1
    first, *more = parts
    value = first.value
    for part in more:
        if part.over is not _ONE:
            break
        value = value + part.value
    else:
        if first.over is _ONE:
            return value, 1
    over = _over_together(parts)
    return _sum([part.value * (over // part.over) for part in parts]), over


def _take_away(parts: tuple[Step, ...]) -> Amount:
    start, *less = parts
    taken, over = _add_up(tuple(less))
    if start.over is _ONE and over is _ONE:
        return start.value - taken, 1
    together = _over_together(parts)
    return start.value * (together // start.over) - taken * (together // over), together


def _sum(values: list[Value]) -> Value:
    total = values[0]
    for value in values[1:]:
        total = total + value
    return total


def _over_together(parts: tuple[Step, ...]) -> Value:
    """What exact sums can all be put over. Of columns and names, the product: the same amounts, over more."""
    together: Value = 1
    for part in parts:
        over = part.over
        if over is not _ONE and over is not together:
            together = lcm(together, over) if type(over) is int is type(together) else together * over
    return together


def _smallest(parts: tuple[Step, ...]) -> Amount:
    value = parts[0].value
    for part in parts[1:]:
        value = smaller(value, part.value)
    return value, 1


def _largest(parts: tuple[Step, ...]) -> Amount:
    value = parts[0].value
    for part in parts[1:]:
        value = larger(value, part.value)
    return value, 1


def _for_each(parts: tuple[Step, ...]) -> Amount:
    how_many, each = parts
    by = 1 if how_many.unit == units.COUNT else _EACH[how_many.unit, each.unit][1]
    return how_many.value * each.value, how_many.over * each.over * by


def _part_of(parts: tuple[Step, ...]) -> Amount:
    amount, rate = parts
    return amount.value * rate.value, amount.over * rate.over * _WHOLE_IN_BASIS_POINTS


def _shared(parts: tuple[Step, ...]) -> Amount:
    amount, ways = parts
    return amount.value * ways.over, amount.over * _more_than_nothing(ways)


def _convert(parts: tuple[Step, ...]) -> Amount:
    amount, times, over = parts
    return amount.value * times.value * over.over, amount.over * times.over * _more_than_nothing(over)


def _whole_steps(parts: tuple[Step, ...]) -> Amount:
    amount, step, worth = parts
    return divide_up(larger(amount.value, 0), _more_than_nothing(step)) * worth.value, 1


def _choose(parts: tuple[Step, ...]) -> Amount:
    test, yes, no = parts
    return pick(test.value, yes.value, no.value), 1


_WORKINGS: dict[str, Callable[[tuple[Step, ...]], Amount]] = {
    ADD_UP: _add_up,
    TAKE_AWAY: _take_away,
    SMALLER_OF: _smallest,
    LARGER_OF: _largest,
    FOR_EACH: _for_each,
    PART_OF: _part_of,
    SHARED: _shared,
    CONVERT: _convert,
    WHOLE_STEPS: _whole_steps,
    MORE_THAN: lambda parts: (is_more(parts[0].value, parts[1].value), 1),
    AT_LEAST: lambda parts: (is_no_less(parts[0].value, parts[1].value), 1),
    CHOOSE: _choose,
}
VOCABULARY = frozenset({GIVEN, ROUND, *_WORKINGS})


def _work_out(how: str, parts: tuple[Step, ...], rounding: str) -> Amount:
    try:
        if how == ROUND:
            return _round(parts[0].value, parts[0].over, rounding), 1
        return _WORKINGS[how](parts)
    except KeyError as unknown:
        raise ValueError(f"The rulebook does not know {unknown} (in “{how}”)") from unknown


def _round(value: Value, over: Value, rounding: str) -> Value:
    size, divide = ROUNDINGS[rounding]
    return divide(value, over) if size == 1 else divide(value, over * size) * size


def _rounded_if(label: str, how: str, parts: tuple[Step, ...], unit: str, rounding: str, law: str) -> Step:
    value, over = _WORKINGS[how](parts)
    if not rounding:
        return _new(Step, (label, value, unit, how, law, parts, over, "", "", None))
    exact = _new(Step, (before_rounding(label), value, unit, how, law, parts, over, "", "", None))
    return _new(Step, (label, _round(value, over, rounding), unit, ROUND, law, (exact,), 1, rounding, "", None))


def _nothing(unit: str) -> Step:
    found = _NOTHING.get(unit)
    if found is None:
        found = _NOTHING[unit] = given("Nothing", 0, unit)
    return found


def _same_unit(parts: tuple[Step, ...], unit: str = "") -> str:
    same = unit or (parts[0].unit if parts else "")
    for part in parts:
        if part.unit != same:
            raise ValueError(f"These cannot be set side by side: {sorted({same, *(one.unit for one in parts)})}")
    if same not in UNITS:
        raise ValueError(f"“{same}” is not a unit of the rulebook: say what there is nothing of")
    return same


def _whole(parts: tuple[Step, ...]) -> tuple[Step, ...]:
    for part in parts:
        if part.over is not _ONE:
            raise ValueError(f"Round “{part.label}” by a named rule before comparing it")
    return parts


def _more_than_nothing(step: Step) -> Value:
    if least(step.value) <= 0:
        raise ValueError(f"“{step.label}” must be more than nothing to divide by it")
    return step.value
