"""What an absence costs the employer: which days are paid, spells that count as one, and the pay of each week.

Source: GOV.UK, Statutory Sick Pay worked out by hand; from 6 April 2026 business.gov.uk. Not recoverable from HMRC.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from ownway.rules import sick_pay
from ownway.rules.days import ONE_DAY, day_in_words
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem, Refused
from ownway.rules.sick_pay import WEEK_DAYS
from ownway.rules.steps import COUNT, DAYS, PENCE, YES_NO, Step
from ownway.rules.vocabulary import (
    PENNY_UP,
    add_up,
    capped,
    choose,
    convert,
    for_each,
    given,
    reaches,
    smaller_of,
    take_away,
)

LAW = sick_pay.LAW
_LONGEST_YEARS = 3


class LawChangedMeanwhile(Refused):
    """A sickness began under one law and went on, or came back, under the next, and nobody here has read what holds."""


@dataclass(frozen=True, slots=True)
class Spell:
    """Days off sick in a row, the first and the last both in it."""

    from_on: date
    to_on: date

    def __len__(self) -> int:
        return (self.to_on - self.from_on).days + 1


@dataclass(frozen=True, slots=True)
class SickPay:
    """What is paid over all the spells: `total` in pence, `waiting` and `paid` in days, and whether earnings allow it.

    `linked` is how many of the spells go with the one before.
    """

    total: Step
    waiting: Step
    paid: Step
    entitled: Step
    linked: Step


@dataclass(frozen=True, slots=True)
class _Counted:
    """A spell, its working days and how many of them count, and whether it goes with the spell before (yes or no)."""

    spell: Spell
    days: tuple[date, ...]
    counted: Step
    goes_with_last: Step


@dataclass(frozen=True, slots=True)
class _GroupPay:
    """What is paid for spells that go together: pence, and days."""

    total: Step
    waiting: Step
    paid: Step


def problems(spells: Sequence[Spell], qualifying_days: Sequence[str]) -> Iterator[InputProblem]:
    """Spells that end before they start, overlap or are longer than can be, and days that are none."""
    if not spells:
        yield InputProblem("spells", "Give the days off sick: the first and the last.")
    for place, one in enumerate(spells):
        if one.to_on < one.from_on:
            yield InputProblem(f"spells.{place}.to_on", f"These days end before {day_in_words(one.from_on)}.")
        elif len(one) > _LONGEST_YEARS * 366:
            yield InputProblem(f"spells.{place}.to_on", "This is more than three years. Look at the days again.")
    ordered = sorted(spells, key=lambda one: one.from_on)
    if any(later.from_on <= earlier.to_on for earlier, later in pairwise(ordered)):
        yield InputProblem("spells", "Some of these days are in two spells. Give each day once.")
    yield from sick_pay.day_problems("qualifying_days", qualifying_days)


def pay_for_spells(
    *, spells: Sequence[Spell], qualifying_days: Sequence[str], average: Step, figures: Figures
) -> SickPay:
    """Sick pay for days off in one or more spells, by the figures of each day.

    Spells no more than 56 days apart are one, wait once, and have 28 weeks between them. `average` in pence a week
    before the first. Raises LawChangedMeanwhile when one sickness lies on both sides of 6 April 2026.
    """
    all_spells = list(_looked_at(spells, qualifying_days, figures))
    groups = [_group(group, len(qualifying_days), average, figures) for group in _groups(all_spells)]
    starts = figures.at(all_spells[0].spell.from_on)
    return SickPay(
        total=add_up("Sick pay", *(group.total for group in groups), law=LAW),
        waiting=add_up("Waiting days", *(group.waiting for group in groups), law=LAW),
        paid=add_up("Days paid", *(group.paid for group in groups), law=LAW),
        entitled=sick_pay.is_entitled(average=average, figures=starts),
        linked=add_up("Spells that go with the one before", *(_once(one.goes_with_last) for one in all_spells)),
    )


def extra_cost(*, sick: Step, usual_pence: int, cover_pence: int) -> Step:
    """What the absence adds to the budget (below nothing: saves): sick pay and cover, less pay not paid. In pence."""
    cover = given("Paid to whoever covers", cover_pence, PENCE, source="asked")
    usual = given("Usual pay, not paid for these days", usual_pence, PENCE, source="asked")
    return take_away("What the absence adds", add_up("Sick pay and cover", sick, cover), usual)


def _looked_at(spells: Sequence[Spell], qualifying: Sequence[str], figures: Figures) -> Iterator[_Counted]:
    """Each spell with what counts of it. One too short to count neither goes with another nor parts two of them."""
    last: Spell | None = None
    for spell in _joined(spells):
        then = figures.at(spell.from_on)
        days = tuple(day for day in _days(spell) if WEEK_DAYS[day.weekday()] in qualifying)
        counts = sick_pay.is_long_enough(days=len(spell), figures=then)
        goes = _goes_with(last, spell, then) if last else given("The first spell", 0, YES_NO)
        both = smaller_of("Goes with the spell before", counts, goes, law=LAW)
        yield _Counted(spell, days, sick_pay.counted_days(counts=counts, days=len(days)), both)
        last = spell if counts.value else last


def _goes_with(last: Spell, spell: Spell, figures: Figures) -> Step:
    between = given("Days between them", (spell.from_on - last.to_on).days - 1, DAYS, source="the rota")
    return reaches("Close enough together", figures.step("ssp.linking_days"), between, law=LAW)


def _once(goes: Step) -> Step:
    return choose("It goes with the one before", goes, yes=given("One", 1, COUNT), no=given("None", 0, COUNT))


def _groups(spells: Sequence[_Counted]) -> list[list[_Counted]]:
    """Spells that go together. One that is too short to count is a group of its own, with nothing to pay."""
    groups: list[list[_Counted]] = []
    open_group: list[_Counted] = []
    for one in spells:
        if one.goes_with_last.value:
            open_group.append(one)
            continue
        groups.append([one])
        open_group = groups[-1] if one.counted.parts[0].value else open_group
    return groups


def _group(group: Sequence[_Counted], in_week: int, average: Step, figures: Figures) -> _GroupPay:
    starts = figures.at(group[0].spell.from_on)
    rule, later = starts.step("ssp.waiting_days"), figures.at(group[-1].spell.to_on).step("ssp.waiting_days")
    if rule.value != later.value:
        raise LawChangedMeanwhile(
            f"Sick pay changed on {_since(later)}, and this sickness was before that day and after it. There are rules"
            " to protect people whose sickness goes across the change, and we have not read them. Ask whoever runs the"
            " payroll, and work out the days before and after apart."
        )
    off = add_up("Working days off sick", *(one.counted for one in group))
    waiting = capped("Waiting days", rule, at=off, law=LAW)
    worked = given("Working days in a week", in_week, COUNT, source="the rota")
    most = for_each("Most days that are paid", worked, _a_day_each_week(starts))
    due = capped("Days to pay", take_away("Days after waiting", off, waiting), at=most, law=LAW)
    days = [day for one in group for day in one.days if one.counted.value][waiting.value : waiting.value + due.value]
    entitled = sick_pay.is_entitled(average=average, figures=starts)
    total = add_up("Sick pay for these days", *_weeks(days, in_week, average, figures), unit=PENCE)
    return _GroupPay(
        total=choose("Sick pay, if pay is high enough", entitled, yes=total, no=given("None", 0, PENCE), law=LAW),
        waiting=waiting,
        paid=choose("Days paid, if pay is high enough", entitled, yes=due, no=given("None", 0, DAYS), law=LAW),
    )


def _weeks(days: Sequence[date], in_week: int, average: Step, figures: Figures) -> Iterator[Step]:
    """Pay for so many weeks with so many paid days, at each weekly rate. A week is Sunday to Saturday."""
    rates: dict[str, Step] = {}
    weeks: Counter[tuple[date, str]] = Counter()
    for day in days:
        since = _since(figures.at(day).step("ssp.flat_week"))
        if since not in rates:
            rates[since] = sick_pay.weekly_rate(average=average, figures=figures.at(day))
        weeks[day - timedelta(days=(day.weekday() + 1) % 7), since] += 1
    for (since, count), times in Counter((since, count) for (_, since), count in weeks.items()).items():
        yield for_each(
            f"Weeks with {count} days paid" if count > 1 else "Weeks with 1 day paid",
            given("Weeks", times, COUNT, source="the rota"),
            _part_week(rates[since], count, in_week),
        )


def _part_week(weekly: Step, count: int, in_week: int) -> Step:
    """Pay for some of a week's working days, a part of a penny going up (HMRC's practice, as recalled: not read)."""
    return convert(
        "Sick pay for these days of a week",
        weekly,
        times=given("Days paid", count, COUNT),
        over=given("Working days in a week", in_week, COUNT),
        unit=PENCE,
        rounding=PENNY_UP,
        law=LAW,
    )


def _a_day_each_week(figures: Figures) -> Step:
    """A day of each of the most weeks that are paid."""
    one = given("Over", 1, COUNT)
    return convert("Weeks that are paid", figures.step("ssp.max_weeks"), times=one, over=one, unit=DAYS, rounding="")


def _joined(spells: Sequence[Spell]) -> Iterator[Spell]:
    ordered = sorted(spells, key=lambda one: one.from_on)
    current = ordered[0]
    for later in ordered[1:]:
        if later.from_on == current.to_on + ONE_DAY:
            current = Spell(current.from_on, later.to_on)
        else:
            yield current
            current = later
    yield current


def _days(spell: Spell) -> Iterator[date]:
    return (spell.from_on + timedelta(days=after) for after in range(len(spell)))


def _since(step: Step) -> str:
    return day_in_words(step.figure.from_on) if step.figure else "the day of the change"
