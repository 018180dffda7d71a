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
from ownway.rules.steps import COUNT, DAYS, PENCE, Step
from ownway.rules.vocabulary import PENNY_UP, add_up, capped, choose, convert, for_each, given, take_away

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
    """What is paid over all the spells: `total` in pence, `waiting` and `paid` in days, and whether earnings allow it."""

    total: Step
    waiting: Step
    paid: Step
    entitled: Step


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
    counted = [one for one in _joined(spells) if len(one) >= figures.at(one.from_on).step("ssp.shortest_spell").value]
    groups = [_group(linked, qualifying_days, average, figures) for linked in _linked(counted, figures)]
    nothing = sick_pay.is_entitled(average=average, figures=figures.at(min(one.from_on for one in spells)))
    return SickPay(
        total=add_up("Sick pay", *(group.total for group in groups), unit=PENCE, law=LAW),
        waiting=add_up("Waiting days", *(group.waiting for group in groups), unit=DAYS, law=LAW),
        paid=add_up("Days paid", *(group.paid for group in groups), unit=DAYS, law=LAW),
        entitled=groups[0].entitled if groups else nothing,
    )


def extra_cost(*, sick: Step, usual_pence: int, cover_pence: int) -> Step:
    """What the absence adds to the budget (below nothing: saves): sick pay and cover, less pay not paid. In pence."""
    cover = given("Paid to whoever covers", cover_pence, PENCE, source="asked")
    usual = given("Usual pay, not paid for these days", usual_pence, PENCE, source="asked")
    return take_away("What the absence adds", add_up("Sick pay and cover", sick, cover), usual)


def _group(linked: Sequence[Spell], qualifying: Sequence[str], average: Step, figures: Figures) -> SickPay:
    starts = figures.at(linked[0].from_on)
    rule, later = starts.step("ssp.waiting_days"), figures.at(linked[-1].to_on).step("ssp.waiting_days")
    if rule.value != later.value:
        raise LawChangedMeanwhile(
            f"Sick pay changed on {_said(later)}, and this sickness was before that day and after it. There are rules to"
            " protect people whose sickness goes across the change, and we have not read them. Ask whoever runs the"
            " payroll, and work out the days before and after apart."
        )
    sick = [day for spell in linked for day in _days(spell) if WEEK_DAYS[day.weekday()] in qualifying]
    off = given("Working days off sick", len(sick), DAYS, source="the rota")
    waiting = capped("Waiting days", rule, at=off, law=LAW)
    most = for_each(
        "Most days that are paid", given("Working days in a week", len(qualifying), COUNT), _most_days(starts)
    )
    paid = capped("Days paid", take_away("Days after waiting", off, waiting), at=most, law=LAW)
    days = sick[waiting.value : waiting.value + paid.value]
    entitled = sick_pay.is_entitled(average=average, figures=starts)
    total = add_up("Sick pay for these days", *_weeks(days, qualifying, average, figures), unit=PENCE)
    return SickPay(
        choose("Sick pay, if earnings allow it", entitled, yes=total, no=given("None", 0, PENCE), law=LAW),
        waiting,
        choose("Days paid, if earnings allow it", entitled, yes=paid, no=given("None", 0, DAYS), law=LAW),
        entitled,
    )


def _weeks(days: Sequence[date], qualifying: Sequence[str], average: Step, figures: Figures) -> Iterator[Step]:
    """Pay for so many weeks with so many paid days, at each weekly rate. A week is Sunday to Saturday."""
    rates: dict[str, Step] = {}
    weeks: Counter[tuple[date, str]] = Counter()
    for day in days:
        since = _said(figures.at(day).step("ssp.flat_week"))
        if since not in rates:
            rates[since] = sick_pay.weekly_rate(average=average, figures=figures.at(day))
        weeks[day - timedelta(days=(day.weekday() + 1) % 7), since] += 1
    for (since, count), times in Counter((since, count) for (_, since), count in weeks.items()).items():
        yield for_each(
            f"Weeks with {count} days paid" if count > 1 else "Weeks with 1 day paid",
            given("Weeks", times, COUNT, source="the rota"),
            _part_week(rates[since], count, len(qualifying)),
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


def _most_days(figures: Figures) -> Step:
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


def _linked(spells: Sequence[Spell], figures: Figures) -> Iterator[list[Spell]]:
    group: list[Spell] = []
    for one in spells:
        link = figures.at(one.from_on).step("ssp.linking_days").value
        if group and (one.from_on - group[-1].to_on).days - 1 > link:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _days(spell: Spell) -> Iterator[date]:
    return (spell.from_on + timedelta(days=after) for after in range(len(spell)))


def _said(step: Step) -> str:
    return day_in_words(step.figure.from_on) if step.figure else "the day of the change"
