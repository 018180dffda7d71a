"""Which lines of a statement are there already: day and pence first, words second, a person where it is not plain."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ownway.formats.statements.values import Line, Statement
from ownway.formats.statements.words import count_alike, same_form

NEAR_DAYS = 3
_MOST_PAIRS = 10_000
_OTHER_BALANCE = "The same day, money and words are there already, but with another balance after them."
_OTHER_WORDS = "The same money is there already on that day, with other words."
_OTHER_DAY = "The same money with words like these is there already, dated {on.day} {on:%B %Y}."

Pair = tuple[Line, Line]
Group = tuple[date, int]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line that may be there already as `existing`, and why it is not plain."""

    line: Line
    existing: Line
    why: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """The lines of a statement in three: new, there already (each with the line that it is), and doubtful."""

    new: tuple[Line, ...]
    already: tuple[Pair, ...]
    doubtful: tuple[Doubt, ...]


def find_overlap(existing: Sequence[Line], new: Statement) -> Overlap:
    """Which lines of `new` are not among the `existing` lines of the same account. No line is matched twice.

    Lines of the same day and pence are paired, each step with what the steps before have left:
    1. the same id from the bank and the same words (some banks number each file afresh); 2. the same running balance; 3. the same words; 4. words alike (the same purchase in
    CSV and in OFX). Steps 3 and 4 never pair two lines whose running balances differ. What is then left on both sides
    of a day is doubtful, unless a new line's balance goes on directly from an existing one. A line left over whose like is left over at most NEAR_DAYS off, within the days of the new
    statement, is doubtful too: banks date a payment by its making or by its booking.
    A refused statement has no lines, so nothing is new.
    """
    there, waiting = _by_group(existing), _by_group(new.lines)
    already: list[Pair] = []
    doubtful: list[Doubt] = []
    left_new: list[Line] = []
    for group, lines in waiting.items():
        pairs, doubts, rest, there[group] = _match_group(there.get(group, []), lines)
        already += pairs
        doubtful += doubts
        left_new += rest
    near = _doubt_near_days(left_new, there, new)
    doubtful += near.values()
    fresh = Counter(line for n, line in enumerate(left_new) if n not in near)
    return Overlap(_in_order(fresh, new.lines), tuple(already), tuple(doubtful))


def _by_group(lines: Sequence[Line]) -> defaultdict[Group, list[Line]]:
    groups: defaultdict[Group, list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.on, line.pence].append(line)
    return groups


def _match_group(there: list[Line], waiting: list[Line]) -> tuple[list[Pair], list[Doubt], list[Line], list[Line]]:
    """Pairs, doubts, what is left of the new lines and what is left of the existing ones, for one day and sum."""
    if not there:
        return [], [], waiting, []
    kept = there
    pairs, waiting, there = _pair_by(_id_and_words, there, waiting)
    more, waiting, there = _pair_by(lambda line: line.balance_pence, there, waiting)
    pairs += more
    for with_balance in (True, False):
        more, waiting, there = _pair_by_words(there, waiting, with_balance=with_balance)
        pairs += more
    more, waiting, there = _pair_alike(there, waiting)
    pairs += more
    beside, waiting = _next_to(kept, waiting)
    doubts = [Doubt(line, other, _why(line, other)) for line, other in zip(waiting, there, strict=False)]
    return pairs, doubts, beside + waiting[len(doubts) :], there[len(doubts) :]


def _pair_by(
    key: Callable[[Line], Hashable], there: list[Line], waiting: list[Line]
) -> tuple[list[Pair], list[Line], list[Line]]:
    """Pairs of lines with the same key, what is left of the new and of the existing. None is nobody's key."""
    pool: defaultdict[Hashable, list[Line]] = defaultdict(list)
    for line in reversed(there):
        pool[key(line)].append(line)
    pairs: list[Pair] = []
    rest: list[Line] = []
    for line in waiting:
        sought = key(line)
        if sought is not None and pool.get(sought):
            pairs.append((line, pool[sought].pop()))
        else:
            rest.append(line)
    return pairs, rest, [line for lines in pool.values() for line in reversed(lines)]


def _id_and_words(line: Line) -> Hashable:
    return (line.bank_id, same_form(line.words)) if line.bank_id else None


def _pair_by_words(
    there: list[Line], waiting: list[Line], *, with_balance: bool
) -> tuple[list[Pair], list[Line], list[Line]]:
    """By the same words: new lines with a balance only with existing lines without one, the others with any."""
    asking = [line for line in waiting if (line.balance_pence is not None) == with_balance]
    others = [line for line in waiting if (line.balance_pence is not None) != with_balance]
    open_to = [line for line in there if not with_balance or line.balance_pence is None]
    closed = [line for line in there if with_balance and line.balance_pence is not None]
    pairs, rest, left = _pair_by(lambda line: same_form(line.words) or line.words, open_to, asking)
    return pairs, others + rest, closed + left


def _pair_alike(there: list[Line], waiting: list[Line]) -> tuple[list[Pair], list[Line], list[Line]]:
    """By words alike, the most alike first."""
    if not there or not waiting or len(there) * len(waiting) > _MOST_PAIRS:
        return [], waiting, there
    scores = [
        (-count_alike(_all_words(line), _all_words(other)), n, m)
        for n, line in enumerate(waiting)
        for m, other in enumerate(there)
        if not _told_apart(line, other)
    ]
    taken_new: dict[int, int] = {}
    taken_old: set[int] = set()
    for score, n, m in sorted(scores):
        if score < 0 and n not in taken_new and m not in taken_old:
            taken_new[n] = m
            taken_old.add(m)
    pairs = [(waiting[n], there[m]) for n, m in taken_new.items()]
    rest = [line for n, line in enumerate(waiting) if n not in taken_new]
    return pairs, rest, [line for m, line in enumerate(there) if m not in taken_old]


def _next_to(there: list[Line], waiting: list[Line]) -> tuple[list[Line], list[Line]]:
    """New lines whose running balance goes on from (or leads up to) an existing one, so they are others; and the rest."""
    after = {line.balance_pence for line in there if line.balance_pence is not None}
    before = {line.balance_pence - line.pence for line in there if line.balance_pence is not None}
    beside: list[Line] = []
    rest: list[Line] = []
    for line in waiting:
        balance = line.balance_pence
        goes_on = balance is not None and line.pence and (balance - line.pence in after or balance in before)
        (beside if goes_on else rest).append(line)
    return beside, rest


def _doubt_near_days(waiting: list[Line], there: dict[Group, list[Line]], new: Statement) -> dict[int, Doubt]:
    """Doubts by position in `waiting`: the like is left a few days off, on a day that the statement covers."""
    doubts: dict[int, Doubt] = {}
    if new.from_on is None or new.to_on is None:
        return doubts
    for n, line in enumerate(waiting):
        for off in sorted(range(-NEAR_DAYS, NEAR_DAYS + 1), key=abs):
            on = line.on + timedelta(days=off)
            left = there.get((on, line.pence), []) if new.from_on <= on <= new.to_on else []
            other = next((other for other in left[:50] if _is_like(line, other)), None)
            if other is not None:
                left.remove(other)
                doubts[n] = Doubt(line, other, _OTHER_DAY.format(on=other.on))
                break
    return doubts


def _is_like(line: Line, other: Line) -> bool:
    return not _told_apart(line, other) and count_alike(_all_words(line), _all_words(other)) > 0


def _told_apart(line: Line, other: Line) -> bool:
    """Whether both carry a running balance, and not the same."""
    return None not in (line.balance_pence, other.balance_pence) and line.balance_pence != other.balance_pence


def _all_words(line: Line) -> str:
    return f"{line.words} {line.payee} {line.reference}"


def _why(line: Line, other: Line) -> str:
    return _OTHER_BALANCE if same_form(line.words) == same_form(other.words) else _OTHER_WORDS


def _in_order(chosen: Counter[Line], lines: Sequence[Line]) -> tuple[Line, ...]:
    found: list[Line] = []
    for line in lines:
        if chosen[line]:
            chosen[line] -= 1
            found.append(line)
    return tuple(found)
