"""What each line of a statement was: found from what is agreed, who is known and the words; never guessed beyond that."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz, process

from ownway.formats.statements.words import count_alike
from ownway.rules.account import (
    CASH,
    CONTRIBUTION,
    HEADING,
    INSURANCE,
    NOT_KNOWN,
    PAYMENT,
    PAYROLL,
    TAX,
    TRANSFER,
    WAGES,
)

ALIKE_FROM = 75
"""Two tidied names are one payee from this ratio (of 100) on: tried on a noisy sample, where it found 99.5%."""

EARLY_DAYS, LATE_DAYS = 2, 5
"""A bank may book a payment somewhat before or after the pay day."""

# What the words or the bank's own type say. The first that fits is taken.
_SIGNS = (
    (TAX, re.compile(r"\b(HMRC|HM REVENUE|INLAND REVENUE|PAYE)\b")),
    (PAYROLL, re.compile(r"\bPAYROLL\b")),
    (INSURANCE, re.compile(r"\bINSUR(ANCE|ERS?|E)?\b")),
    (CASH, re.compile(r"^CASH\b|\b(ATM|CASHPOINT|CASH (WITHDRAWAL|WITHDRAWN|MACHINE|OUT))\b")),
    (
        TRANSFER,
        re.compile(r"\b(POT TRANSFER|INTERNAL TRANSFER|OWN ACCOUNTS?|BETWEEN ACCOUNTS|SAVINGS? (POT|ACCOUNT))\b"),
    ),
)
_PAID_AS_WAGES = re.compile(r"\b(WAGES?|SALARY|PAYSLIP)\b")
_CASH_TYPES = frozenset({"ATM", "CASH", "CPT"})
_SAYS_HOW_OFTEN = re.compile(
    r"\d+|\b(a|an|each|every|hours?|minutes?|months?|monthly|nights?|per|weeks?|weekly)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class BankLine:
    """A line as matching sees it: pence in or out, the bank's words and type, and its tidied name."""

    on: date
    pence: int
    words: str
    type: str
    like: str


@dataclass(frozen=True, slots=True)
class KnownPayment:
    """A payment of the council that no line was matched to yet."""

    run_line_id: int
    pay_on: date
    pence: int


@dataclass(frozen=True, slots=True)
class KnownPayee:
    """A name that somebody said what it was for."""

    id: int
    matches: str
    kind: str
    heading_id: int | None


@dataclass(frozen=True, slots=True)
class KnownHeading:
    """A heading of the plan, all that is said about it, and the kinds of its lines."""

    id: int
    phrases: tuple[str, ...]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class KnownAssistant:
    """A personal assistant's tidied name, and the one heading they work for, if it is one."""

    name: str
    heading_id: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """All that lines are matched with. `contributions_pence` are the amounts in which the contribution comes."""

    payments: tuple[KnownPayment, ...] = ()
    contributions_pence: frozenset[int] = frozenset()
    payees: tuple[KnownPayee, ...] = ()
    headings: tuple[KnownHeading, ...] = ()
    assistants: tuple[KnownAssistant, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """What a line was found to be: a kind of rules/account.py, and what it belongs to."""

    kind: str = NOT_KNOWN
    heading_id: int | None = None
    payee_id: int | None = None
    run_line_id: int | None = None


@dataclass(slots=True)
class _Names:
    """The known payees by name; what was looked up once is remembered."""

    payees: dict[str, KnownPayee]
    found: dict[str, KnownPayee | None] = field(default_factory=dict)

    def find(self, like: str) -> KnownPayee | None:
        if like not in self.found:
            self.found[like] = self._look_up(like)
        return self.found[like]

    def _look_up(self, like: str) -> KnownPayee | None:
        if not like or not self.payees:
            return None
        if like in self.payees:
            return self.payees[like]
        best = process.extractOne(like, self.payees.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE_FROM)
        return self.payees[best[0]] if best else None


def match_lines(lines: Sequence[BankLine], *, known: Known) -> list[Match]:
    """One Match for each line, in order. What a person said about a name wins; each payment is matched at most once."""
    names = _Names({payee.matches: payee for payee in known.payees})
    paid = _pair_payments(lines, known.payments)
    by_words: dict[tuple[str, str, bool], Match] = {}
    return [_match(line, paid.get(place), known, names, by_words) for place, line in enumerate(lines)]


def is_alike(name: str, other: str) -> bool:
    """Whether two tidied names are one payee."""
    return bool(name) and (name == other or fuzz.ratio(name, other) >= ALIKE_FROM)


def _match(
    line: BankLine,
    run_line_id: int | None,
    known: Known,
    names: _Names,
    by_words: dict[tuple[str, str, bool], Match],
) -> Match:
    payee = names.find(line.like)
    if payee is not None:
        paid = run_line_id if payee.kind == PAYMENT else None
        return Match(payee.kind, payee.heading_id, payee.id, paid)
    if run_line_id is not None:
        return Match(PAYMENT, run_line_id=run_line_id)
    if line.pence > 0 and line.pence in known.contributions_pence:
        return Match(CONTRIBUTION)
    key = (line.words, line.type, line.pence < 0)
    if key not in by_words:
        by_words[key] = _match_by_words(line, known)
    return by_words[key]


def _match_by_words(line: BankLine, known: Known) -> Match:
    words = line.words.upper()
    for kind, sign in _SIGNS:
        if sign.search(words) or (kind == CASH and line.type.upper() in _CASH_TYPES):
            return Match(kind, heading_id=_only_heading_of(kind, known.headings))
    if line.pence < 0:
        for assistant in known.assistants:
            if is_alike(line.like, assistant.name) or _has_all(words, assistant.name):
                return Match(WAGES, heading_id=assistant.heading_id)
        if _PAID_AS_WAGES.search(words):
            return Match(WAGES)
    heading_id = _heading_by_words(line.words, known.headings)
    return Match(HEADING, heading_id=heading_id) if heading_id is not None else Match()


def _pair_payments(lines: Sequence[BankLine], payments: Iterable[KnownPayment]) -> dict[int, int]:
    """Places of lines with the run line that each is: the same pence, days near, the nearest days first."""
    money_in: dict[int, list[tuple[int, date]]] = {}
    for place, line in enumerate(lines):
        if line.pence > 0:
            money_in.setdefault(line.pence, []).append((place, line.on))
    near = sorted(
        (abs((on - payment.pay_on).days), place, payment.run_line_id)
        for payment in payments
        for place, on in money_in.get(payment.pence, ())
        if -EARLY_DAYS <= (on - payment.pay_on).days <= LATE_DAYS
    )
    paired: dict[int, int] = {}
    for _, place, run_line_id in near:
        if place not in paired and run_line_id not in paired.values():
            paired[place] = run_line_id
    return paired


def _only_heading_of(kind: str, headings: Iterable[KnownHeading]) -> int | None:
    """The plan's heading for insurance or payroll, when there is just one."""
    found = [heading.id for heading in headings if kind in heading.kinds] if kind in (INSURANCE, PAYROLL) else []
    return found[0] if len(found) == 1 else None


def _heading_by_words(words: str, headings: Iterable[KnownHeading]) -> int | None:
    """The heading whose words fit best; none when two fit as well."""
    scores = sorted(
        (max((count_alike(words, _SAYS_HOW_OFTEN.sub(" ", phrase)) for phrase in each.phrases), default=0), each.id)
        for each in headings
    )
    if not scores or scores[-1][0] == 0:
        return None
    is_a_tie = len(scores) > 1 and scores[-2][0] == scores[-1][0]
    return None if is_a_tie else scores[-1][1]


def _has_all(words: str, name: str) -> bool:
    parts = name.split()
    return len(parts) > 1 and set(parts) <= set(re.split(r"[^A-Z0-9]+", words))
