"""What changed between a proposed payment run and what each person was paid last time, and what to look at first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Literal

from ownway.rules import odd_amounts, steps
from ownway.rules.days import Days, days_in_words
from ownway.rules.frequencies import ONCE
from ownway.rules.schedules import EVERY_IN_WORDS
from ownway.rules.steps import Step
from ownway.rules.vocabulary import add_up, given, take_away
from ownway.rules.wording import money

Kind = Literal[
    "same",
    "new",
    "stopped",
    "not due yet",
    "amount changed",
    "frequency changed",
    "bank account changed",
    "looks like a slip",
    "paid twice",
    "far above budget",
]
STOPPING: frozenset[Kind] = frozenset({"bank account changed", "looks like a slip", "paid twice", "far above budget"})
"""What stops a run until a person has written why it is right."""

_DAYS_MONTHS_DIFFER = 3


@dataclass(frozen=True, slots=True)
class RunLine:
    """One payment of a run. Amounts in pence; `every` is a word of rules/frequencies.py; no weekly sum is held against a one-off.

    `weekly_pence_agreed` is what the agreement comes to in a week; `bank_account_digest` tells accounts apart without
    naming them; `reasons` are the reasons known for a different amount ("Annual increase from 1 April 2026").
    """

    payee_key: str
    agreement_key: str
    amount_pence: int
    period_from_on: date
    period_to_on: date
    every: str
    weekly_pence_agreed: int
    bank_account_digest: str
    reasons: tuple[str, ...] = ()

    @property
    def covers(self) -> Days:
        """The days this payment is for."""
        return Days(self.period_from_on, self.period_to_on)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference for one agreement, in pence, with the sentence a finance officer reads.

    `key` names this difference and its amount, so that what a person wrote about one amount never excuses another.
    """

    key: str
    payee_key: str
    agreement_key: str
    kind: Kind
    before_pence: int
    after_pence: int
    sentence: str
    needs_looking_at: bool
    stops_the_run: bool = False


def compare_runs(
    *,
    last: Iterable[RunLine],
    proposed: Iterable[RunLine],
    due_to_on: date,
    stopped_because: Mapping[str, str] | None = None,
    written_why: Mapping[str, str] | None = None,
) -> list[Change]:
    """Every agreement's changes, those that stop the run first, then those to look at, then the rest.

    `last` holds what each agreement was paid last, whichever run that was in. `due_to_on` is the last day on which the
    proposed run's payments fall due. `stopped_because` gives known reasons by agreement; `written_why` holds what a
    person wrote, by the change's key: a change with words written for it no longer stops the run.
    """
    before, after = _by_agreement(last), _by_agreement(proposed)
    changes = [
        _with_what_was_written(change, written_why or {})
        for key in sorted({*before, *after})
        for change in _changes(before.get(key, ()), after.get(key, ()), due_to_on, stopped_because or {})
    ]
    return sorted(changes, key=lambda change: (not change.stops_the_run, not change.needs_looking_at))


def stops_the_run(changes: Iterable[Change]) -> bool:
    """True while at least one change waits for a person to write why it is right."""
    return any(change.stops_the_run for change in changes)


def difference_in_total(changes: Iterable[Change]) -> Step:
    """This run's total as last time's with what joined, what left and what differs. Unit: pence.

    Payments that are not due this time are in neither total.
    """
    seen = {}
    for change in changes:
        if change.kind != "not due yet":
            seen[change.payee_key, change.agreement_key] = (change.before_pence, change.after_pence)
    sums = seen.values()
    joined = sum(after for before, after in sums if before == 0)
    left = sum(before for before, after in sums if after == 0)
    differences = [after - before for before, after in sums if before and after]
    more = add_up(
        "Last time and what is added",
        _pence("Paid last time", sum(before for before, _ in sums)),
        _pence("People who were not paid last time", joined),
        _pence("Payments that go up", sum(each for each in differences if each > 0)),
    )
    return take_away(
        "This run",
        more,
        _pence("People who are not paid this time", left),
        _pence("Payments that go down", -sum(each for each in differences if each < 0)),
    )


def _changes(
    before: tuple[RunLine, ...], after: tuple[RunLine, ...], due_to_on: date, stopped_because: Mapping[str, str]
) -> Iterator[Change]:
    if not after:
        yield _no_longer_paid(before, due_to_on, stopped_because)
        return
    found = [*_odd(before, after)]
    if not before:
        found.append(_change("new", before, after, f"New this time: {_sum(after)}.", look=True))
    else:
        found += _differences(before, after)
    yield from found or [_change("same", before, after, f"Same as last time: {_sum(after)}.", look=False)]


def _no_longer_paid(before: tuple[RunLine, ...], due_to_on: date, stopped_because: Mapping[str, str]) -> Change:
    if all(line.every == ONCE for line in before):
        sentence = f"A one-off payment of {_sum(before)} last time, and none now."
        return _change("stopped", before, (), sentence, look=False)
    if all(line.period_to_on >= due_to_on for line in before if line.every != ONCE):
        until = max(line.period_to_on for line in before)
        sentence = f"Not due yet: the last payment covers up to {days_in_words(Days(until, until))}."
        return _change("not due yet", before, (), sentence, look=False)
    reason = stopped_because.get(before[0].agreement_key, "")
    if reason:
        return _change("stopped", before, (), f"Not paid this time. {_reason((reason,))}", look=False)
    sentence = f"Paid {_sum(before)} last time and not this time, and no reason is known. Could someone be missed?"
    return _change("stopped", before, (), sentence, look=True)


def _differences(before: tuple[RunLine, ...], after: tuple[RunLine, ...]) -> Iterator[Change]:
    was, now = _sum_pence(before), _sum_pence(after)
    reasons = (*(reason for line in after for reason in line.reasons), *_one_offs(before, after))
    before_every, after_every = _how_often(before), _how_often(after)
    if before_every and after_every and before_every != after_every:
        sentence = f"Was paid {before_every}, now {after_every}. {_sum(before)} before, {_sum(after)} now."
        yield _change("frequency changed", before, after, f"{sentence} {_reason(reasons)}", look=not reasons)
    elif was != now:
        more_or_less = f"{money(abs(now - was))} {'more' if now > was else 'less'}"
        sentence = f"{_sum(before)} last time, {_sum(after)} now: {more_or_less}."
        yield _change("amount changed", before, after, f"{sentence} {_reason(reasons)}", look=not reasons)
    if {line.bank_account_digest for line in after} - {line.bank_account_digest for line in before}:
        sentence = "The bank account is not the one paid last time. Check it with the person before paying."
        yield _change("bank account changed", before, after, sentence, look=True)


def _one_offs(before: tuple[RunLine, ...], after: tuple[RunLine, ...]) -> tuple[str, ...]:
    """The reason when one-off payments make the whole difference."""
    was, now = (sum(line.amount_pence for line in lines if line.every == ONCE) for lines in (before, after))
    if was == now or was - now != _sum_pence(before) - _sum_pence(after):
        return ()
    return (f"One-off payments were {money(was)} last time and are {money(now)} now",)


def _odd(before: tuple[RunLine, ...], after: tuple[RunLine, ...]) -> Iterator[Change]:
    """What looks like a mistake, whatever reasons are given: it stops the run."""
    for line in after:
        if line.every == ONCE:
            continue
        looks_like = odd_amounts.looks_like_another_period(
            line.amount_pence, every=line.every, days=line.covers, weekly_pence=line.weekly_pence_agreed
        ) or _unlike_last_time(before, line)
        if looks_like:
            yield _change("looks like a slip", before, after, looks_like, look=True)
        elif odd_amounts.is_far_above(
            line.amount_pence, every=line.every, days=line.covers, weekly_pence=line.weekly_pence_agreed
        ):
            sentence = f"{money(line.amount_pence)} is far above the {money(line.weekly_pence_agreed)} a week agreed."
            yield _change("far above budget", before, after, sentence, look=True)
    twice = " and ".join(dict.fromkeys(days_in_words(days) for days in _paid_twice(before, after)))
    if twice:
        yield _change("paid twice", before, after, f"Some days would be paid twice: {twice}.", look=True)


def _unlike_last_time(before: tuple[RunLine, ...], line: RunLine) -> str:
    """Held against last time's payment when both are for a period of the same length, give or take a month's days."""
    for earlier in before:
        if earlier.every == line.every and abs(len(earlier.covers) - len(line.covers)) <= _DAYS_MONTHS_DIFFER:
            return odd_amounts.looks_like_a_slip(earlier.amount_pence, line.amount_pence)
    return ""


def _paid_twice(before: tuple[RunLine, ...], after: tuple[RunLine, ...]) -> Iterator[Days]:
    """The days of each proposed payment that another payment covers too; one-offs only when all is the same."""
    for place, line in enumerate(after):
        for other in (*before, *after[:place]):
            if ONCE in (line.every, other.every):
                twice = (line.every, line.amount_pence, line.covers) == (other.every, other.amount_pence, other.covers)
            else:
                twice = line.covers.overlaps(other.covers)
            if twice:
                first = max(line.period_from_on, other.period_from_on)
                yield Days(first, min(line.period_to_on, other.period_to_on))


def _change(
    kind: Kind, before: tuple[RunLine, ...], after: tuple[RunLine, ...], sentence: str, *, look: bool
) -> Change:
    line = (*after, *before)[0]
    now = _sum_pence(after)
    return Change(
        key=f"{kind}:{line.agreement_key}:{now}",
        payee_key=line.payee_key,
        agreement_key=line.agreement_key,
        kind=kind,
        before_pence=_sum_pence(before),
        after_pence=now,
        sentence=sentence,
        needs_looking_at=look,
        stops_the_run=kind in STOPPING,
    )


def _with_what_was_written(change: Change, written_why: Mapping[str, str]) -> Change:
    why = written_why.get(change.key, "").strip()
    if not (change.stops_the_run and why):
        return change
    return replace(change, stops_the_run=False, sentence=f"{change.sentence} Written about it: {why}")


def _by_agreement(lines: Iterable[RunLine]) -> dict[tuple[str, str], tuple[RunLine, ...]]:
    def key(line: RunLine) -> tuple[str, str]:
        return line.payee_key, line.agreement_key

    return {name: tuple(group) for name, group in groupby(sorted(lines, key=key), key=key)}


def _how_often(lines: tuple[RunLine, ...]) -> str:
    return next((EVERY_IN_WORDS[line.every] for line in lines if line.every != ONCE), "")


def _sum_pence(lines: tuple[RunLine, ...]) -> int:
    return sum(line.amount_pence for line in lines)


def _sum(lines: tuple[RunLine, ...]) -> str:
    return money(_sum_pence(lines))


def _reason(reasons: tuple[str, ...]) -> str:
    return "; ".join(dict.fromkeys(reasons)).rstrip(".") + "." if reasons else "No reason is known."


def _pence(label: str, pence: int) -> Step:
    return given(label, pence, steps.PENCE, source="the payments compared")
