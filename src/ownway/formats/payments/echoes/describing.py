"""An echo file in words and as data, for a terminal: what it is, what became of the payments, and why."""

from collections import Counter
from typing import Any

from ownway.formats.payments.echoes.reasons import Reason, reason_for
from ownway.formats.payments.echoes.values import CAME_BACK, Echo, EchoFile, Outcome

OUTCOME_WORDS = {
    Outcome.ACCEPTED: "taken by the bank, and not paid yet",
    Outcome.PENDING: "still being looked at by the bank",
    Outcome.SETTLED: "paid",
    Outcome.REJECTED: "not paid",
    Outcome.RETURNED: "paid, and sent back",
    Outcome.CHANGED_ACCOUNT: "paid, and the account has another number now",
    Outcome.INSTRUCTION: "about a direct debit",
}
_KINDS = {
    "pain.002": "The bank’s answer to a payment file (pain.002)",
    "camt.054": "What the bank booked (camt.054)",
    "ARUCS": "Bacs: payments that came back (ARUCS)",
    "AWACS": "Bacs: accounts that changed (AWACS)",
    "ADDACS": "Bacs: direct debits that changed (ADDACS)",
}


def describe_echoes(file: EchoFile) -> list[str]:
    """What is in a file, one sentence or two a line."""
    lines = [_KINDS.get(file.kind, "Not read")]
    if file.made_on is not None:
        lines[0] += f", made on {file.made_on:%-d %B %Y}"
    for whole in file.wholes:
        what = f"Batch {whole.batch_id}" if whole.batch_id else f"Payment file {whole.message_id}"
        words = OUTCOME_WORDS[whole.outcome] if whole.outcome else "in part"
        lines.append(f"{what}: {words} ({whole.status}{f', {whole.code}' if whole.code else ''})")
    counts = Counter(echo.outcome for echo in file.echoes)
    for outcome, number in counts.items():
        pence = sum(echo.amount_pence or 0 for echo in file.echoes if echo.outcome is outcome)
        lines.append(f"{number} {OUTCOME_WORDS[outcome]}{f', {_pounds(pence)}' if pence else ''}")
    lines += [_line(file.kind, echo) for echo in file.echoes if needs_somebody(echo)]
    if file.left_out:
        lines.append(f"{file.left_out} left out, as not about payments that were sent")
    return lines + [str(problem) for problem in file.problems]


def echoes_as_data(file: EchoFile) -> dict[str, Any]:
    """The same for a program; amounts are pounds as text."""
    return {
        "format": file.kind,
        "version": file.version,
        "message": file.message_id,
        "made_on": file.made_on.isoformat() if file.made_on else None,
        "digest": file.digest,
        "statuses": [
            {"file": one.message_id, "batch": one.batch_id, "status": one.status, "reason": one.code}
            for one in file.wholes
        ],
        "payments": [_as_data(file.kind, echo) for echo in file.echoes],
        "left_out": file.left_out,
        "problems": [
            {"place": one.where, "field": one.field, "reason": one.message, "code": one.code, "level": one.level}
            for one in file.problems
        ],
    }


def needs_somebody(echo: Echo) -> bool:
    """Whether a person has to look at it."""
    return echo.outcome in (*CAME_BACK, Outcome.CHANGED_ACCOUNT, Outcome.INSTRUCTION)


def _line(kind: str, echo: Echo) -> str:
    reason: Reason = reason_for(kind, echo)
    name = echo.end_to_end_id or echo.reference or echo.name or f"payment {echo.place}"
    amount = f", {_pounds(echo.amount_pence)}" if echo.amount_pence is not None else ""
    return f"{name}{amount}: {OUTCOME_WORDS[echo.outcome]}. {reason.words} {reason.next_words}"


def _as_data(kind: str, echo: Echo) -> dict[str, Any]:
    return {
        "place": echo.place,
        "outcome": str(echo.outcome),
        "status": echo.status,
        "reason": echo.code,
        "reason_words": reason_for(kind, echo).words if needs_somebody(echo) else "",
        "end_to_end_id": echo.end_to_end_id,
        "reference": echo.reference,
        "amount": _decimal(echo.amount_pence),
        "date": echo.on.isoformat() if echo.on else None,
        "new_sort_code": echo.new_sort_code,
        "new_account": echo.new_account,
    }


def _pounds(pence: int) -> str:
    return f"£{pence // 100:,}.{pence % 100:02d}"


def _decimal(pence: int | None) -> str | None:
    return None if pence is None else f"{pence // 100}.{pence % 100:02d}"
