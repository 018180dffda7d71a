"""camt.054: money that the bank took from the account for a payment, and money that came back (ISO 20022)."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from ownway.formats.payments.echoes.figures import account_of, day_of, short
from ownway.formats.payments.echoes.opening import elements, leaves, refused
from ownway.formats.payments.echoes.values import THE_FILE, Echo, EchoFile, Outcome
from ownway.formats.payments.values import Problem
from ownway.formats.statements.camt import Entry, Payment, read_entries
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source

_RETURNS = ("RRTN", "RPCR", "RRCT")  # bank transaction codes of a returned or reversed credit transfer
_NOTHING_SAID = "NOTPROVIDED"


@dataclass(slots=True)
class _Found:
    left_out: int = 0
    echoes: list[Echo] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_camt054(data: bytes, *, version: str, digest: str) -> EchoFile:
    """The notification as values. Raises etree.LxmlError for what is not XML."""
    _, header = next(elements(data, "GrpHdr"), ("", None))
    texts = leaves(header) if header is not None else {}
    reading, found, source = Reading(), _Found(), Source(io.BytesIO(data), name="")
    if source.not_text:
        return EchoFile(kind="camt.054", version=version, digest=digest, problems=(refused(source.not_text),))
    for entry in read_entries(source, reading):
        found.problems.extend(_take(entry, found))
    return EchoFile(
        kind="camt.054",
        version=version,
        message_id=texts.get("MsgId", ""),
        made_on=day_of(texts.get("CreDtTm", "")),
        digest=digest,
        echoes=tuple(found.echoes),
        left_out=found.left_out,
        problems=(*_unread(reading), *found.problems),
    )


def _unread(reading: Reading) -> Iterator[Problem]:
    """What the reader of statements could not read: an entry, or the file itself."""
    for problem in reading.problems:
        where = f"entry {problem.place}" if problem.place else THE_FILE
        yield Problem(where=where, field="Ntry", message=problem.reason)


def _take(entry: Entry, found: _Found) -> Iterator[Problem]:
    where, payments = f"entry {entry.place}", entry.payments
    outcomes = [_outcome(entry, one) for one in payments]
    if entry.status not in ("BOOK", ""):
        found.left_out += max(1, len(payments))
        said = f"The bank has not booked this yet ({entry.status[:10]}), so nothing follows from it."
        yield Problem(where=where, field="Sts", message=said, level="warning")
    elif not any(outcomes):
        found.left_out += max(1, len(payments))
    elif (problem := _problem(entry, where)) is not None:
        yield problem
    else:
        for outcome, one in zip(outcomes, payments, strict=True):
            if outcome is None:
                found.left_out += 1
            else:
                found.echoes.append(_echo(entry, one, outcome, len(found.echoes) + found.left_out + 1))


def _outcome(entry: Entry, one: Payment) -> Outcome | None:
    """Money out is a payment that left; money in is ours only when it says that it comes back."""
    came_back = bool(one.return_code) or entry.is_reversal or any(code in entry.type for code in _RETURNS)
    money_in = (entry.pence if one.pence is None else one.pence) > 0
    if money_in and came_back:
        return Outcome.RETURNED
    if not money_in and not came_back:
        return Outcome.SETTLED
    return None


def _problem(entry: Entry, where: str) -> Problem | None:
    """Why nothing of an entry is taken: other money than pounds, no day, or payments that do not come to its sum."""
    currencies = {entry.currency, *(one.currency for one in entry.payments)}
    if currencies != {"GBP"}:
        said = f"It is in {', '.join(sorted(currencies - {'GBP'})) or 'no currency'}, and not in pounds."
        return Problem(where=where, field="Amt", message=said, code="AM03")
    if entry.on is None:
        return Problem(where=where, field="BookgDt", message="It does not say on which day.")
    amounts = [one.pence for one in entry.payments]
    known = [pence for pence in amounts if pence is not None]
    if len(known) < len(amounts):
        return Problem(where=where, field="Amt", message="A payment in it has no amount of its own.", code="AM12")
    if sum(known) != entry.pence:
        said = f"The entry comes to {_pounds(entry.pence)}, and its payments to {_pounds(sum(known))}."
        return Problem(where=where, field="Amt", message=said, code="AM10")
    return None


def _echo(entry: Entry, one: Payment, outcome: Outcome, place: int) -> Echo:
    number = one.creditor_account
    sort_code, account = account_of(number=number, iban=number)
    return Echo(
        place=place,
        outcome=outcome,
        status=entry.status,
        code=short(one.return_code, 35),
        said=short(one.return_words),
        end_to_end_id="" if one.end_to_end_id == _NOTHING_SAID else one.end_to_end_id,
        reference=short(one.remittance),
        name=short(one.creditor),
        sort_code=sort_code,
        account=account,
        amount_pence=None if one.pence is None else abs(one.pence),
        on=entry.on,
        bank_id=entry.bank_id,
    )


def _pounds(pence: int) -> str:
    return f"£{abs(pence) // 100:,}.{abs(pence) % 100:02d}"
