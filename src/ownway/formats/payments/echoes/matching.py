"""Find the payment that each echo is about. Never guess between two: ask."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from ownway.formats.payments.echoes.reasons import SENT_TWICE
from ownway.formats.payments.echoes.values import Echo, EchoFile, Outcome, Whole
from ownway.formats.payments.text import for_bacs

MOST_CANDIDATES = 10
_OTHERWISE = {Outcome.REJECTED: Outcome.RETURNED, Outcome.RETURNED: Outcome.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A payment that was sent. `key` is the caller's own name for it, `payee` for who is paid; `file_id` the file's."""

    key: int
    payee: int
    file_id: str
    end_to_end_id: str
    reference: str
    sort_code: str
    account: str
    amount_pence: int


@dataclass(frozen=True, slots=True)
class Pair:
    """An echo and the payment it is about."""

    echo: Echo
    sent: Sent


@dataclass(frozen=True, slots=True)
class Question:
    """An echo that a person has to look at: why, and the payments that it may be about."""

    echo: Echo
    why: str
    candidates: tuple[Sent, ...] = ()


@dataclass(slots=True, kw_only=True)
class Matched:
    """A file beside what was sent. `twice` is what was told before, in this file or an earlier one."""

    accepted: list[Pair] = field(default_factory=list)
    pending: list[Pair] = field(default_factory=list)
    settled: list[Pair] = field(default_factory=list)
    rejected: list[Pair] = field(default_factory=list)
    returned: list[Pair] = field(default_factory=list)
    changed_account: list[Pair] = field(default_factory=list)
    instructions: list[Echo] = field(default_factory=list)
    unknown: list[Echo] = field(default_factory=list)
    to_ask: list[Question] = field(default_factory=list)
    twice: list[Pair] = field(default_factory=list)


@dataclass(slots=True)
class _Known:
    """What was sent, by each thing it can be found by."""

    by_id: dict[str, list[Sent]]
    by_reference: dict[tuple[str, int, str], list[Sent]]
    by_account: dict[str, list[Sent]]


def match(file: EchoFile, sent: Sequence[Sent], *, told: Set[tuple[int, Outcome]] = frozenset()) -> Matched:
    """Each echo of a file with the payment it is about; `sent` is in the order of sending.

    By the payment's own number; else by reference, amount and account together. `told` holds what was told before, as
    (key, outcome): the same file again adds nothing. A file refused or taken as a whole speaks for all its payments.
    """
    known = _index(sent)
    matched = Matched()
    done = set(told)
    for echo in file.echoes:
        _place(echo, known, matched, done)
    _answer_as_a_whole(file, sent, matched, done)
    return matched


def _index(sent: Iterable[Sent]) -> _Known:
    known = _Known(defaultdict(list), defaultdict(list), defaultdict(list))
    for one in sent:
        known.by_id[one.end_to_end_id].append(one)
        known.by_reference[for_bacs(one.reference), one.amount_pence, one.account].append(one)
        known.by_account[one.account].append(one)
    return known


def _place(echo: Echo, known: _Known, matched: Matched, done: set[tuple[int, Outcome]]) -> None:
    if echo.outcome is Outcome.INSTRUCTION:
        matched.instructions.append(echo)
        return
    by_id = known.by_id.get(echo.end_to_end_id, []) if echo.end_to_end_id else []
    found = by_id or _by_what_it_says(echo, known)
    if not found:
        nearly = _nearly(echo, known)
        if nearly:
            why = "It looks like one of these, but not everything that it says fits."
            matched.to_ask.append(Question(echo, why, nearly))
        else:
            matched.unknown.append(echo)
    elif len(found) > 1:
        why = f"It fits {len(found)} payments, and only one of them can be meant."
        matched.to_ask.append(Question(echo, why, tuple(found)))
    elif (why := _differs(echo, found[0]) or _perhaps_paid(echo.outcome, echo.code)) != "":
        matched.to_ask.append(Question(echo, why, tuple(found)))
    else:
        _keep(Pair(echo, found[0]), matched, done)


def _by_what_it_says(echo: Echo, known: _Known) -> list[Sent]:
    """By reference, amount and account; where an account changed no amount is told, and any payment into it will do."""
    if echo.outcome is Outcome.CHANGED_ACCOUNT:
        rows = [one for one in known.by_account.get(echo.account, []) if _fits_change(echo, one)]
        return rows[-1:] if len({one.payee for one in rows}) == 1 else rows
    reference = for_bacs(echo.reference)
    if not reference or echo.amount_pence is None or not echo.account:
        return []
    rows = known.by_reference.get((reference, echo.amount_pence, echo.account), [])
    return [one for one in rows if not echo.sort_code or one.sort_code == echo.sort_code]


def _fits_change(echo: Echo, one: Sent) -> bool:
    if echo.sort_code and one.sort_code != echo.sort_code:
        return False
    return not echo.reference or for_bacs(one.reference) == for_bacs(echo.reference)


def _nearly(echo: Echo, known: _Known) -> tuple[Sent, ...]:
    """Payments into the same account, or with this reference as their number: for a person to choose from."""
    rows = [*known.by_id.get(for_bacs(echo.reference), ()), *known.by_account.get(echo.account, ())]
    return tuple({one.key: one for one in rows}.values())[-MOST_CANDIDATES:]


def _differs(echo: Echo, sent: Sent) -> str:
    """What an echo says otherwise than the payment with its number, or nothing."""
    if echo.amount_pence is not None and echo.amount_pence != sent.amount_pence:
        return f"It is for {_pounds(echo.amount_pence)}, but {_pounds(sent.amount_pence)} was sent."
    if (echo.account and echo.account != sent.account) or (echo.sort_code and echo.sort_code != sent.sort_code):
        return "It is about another account than the one that the payment was sent to."
    return ""


def _perhaps_paid(outcome: Outcome, code: str) -> str:
    """A bank that refuses a copy has the first one, and may have paid it."""
    if outcome is Outcome.REJECTED and code.upper() in SENT_TWICE:
        return "The bank refused it because it had it before. The first one may be paid: ask the bank."
    return ""


def _keep(pair: Pair, matched: Matched, done: set[tuple[int, Outcome]]) -> None:
    key, outcome = pair.sent.key, pair.echo.outcome
    if (key, outcome) in done:
        matched.twice.append(pair)
    elif (key, _OTHERWISE.get(outcome)) in done:
        why = "The bank said before that it was sent back, and now that it was never paid, or the other way round."
        matched.to_ask.append(Question(pair.echo, why, (pair.sent,)))
    else:
        done.add((key, outcome))
        getattr(matched, outcome).append(pair)


def _answer_as_a_whole(file: EchoFile, sent: Sequence[Sent], matched: Matched, done: set[tuple[int, Outcome]]) -> None:
    """What becomes of payments that no echo names, of a file that was refused or taken as a whole."""
    whole = next((one for one in file.wholes if one.outcome and one.batch_id in ("", one.message_id)), None)
    if whole is None or whole.outcome is None:
        return
    rows = (matched.accepted, matched.pending, matched.settled, matched.rejected, matched.twice)
    named = {pair.sent.key for pairs in rows for pair in pairs}
    named |= {one.key for question in matched.to_ask for one in question.candidates}
    unnamed = [one for one in sent if one.file_id == whole.message_id and one.key not in named]
    why = _perhaps_paid(whole.outcome, whole.code)
    if why and unnamed:
        matched.to_ask.append(Question(_echo_of(whole, None, file), why))
        return
    for one in unnamed:
        _keep(Pair(_echo_of(whole, one, file), one), matched, done)


def _echo_of(whole: Whole, one: Sent | None, file: EchoFile) -> Echo:
    """What a file says of one payment by what it says of all; its place is 0, as it is not named."""
    return Echo(
        place=0,
        outcome=whole.outcome or Outcome.PENDING,
        status=whole.status,
        code=whole.code,
        said=whole.said,
        end_to_end_id=one.end_to_end_id if one else "",
        amount_pence=one.amount_pence if one else None,
        on=file.made_on,
    )


def _pounds(pence: int) -> str:
    return f"£{pence // 100:,}.{pence % 100:02d}"
