"""One entry of a camt statement to one Line: the entry is the movement, and the payments in it are its words."""

from collections.abc import Sequence
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip, write_pounds
from ownway.formats.statements.camt.money import SIGNS, read_day, read_sign, read_sum
from ownway.formats.statements.camt.plan import DetailPlan, Plan
from ownway.formats.statements.values import Line
from ownway.formats.statements.words import join_tidy, tidy

BOOKED, PENDING, TOLD, COMING = "BOOK", "PDNG", "INFO", "FUTR"
NOT_GIVEN = frozenset({"", "NOTPROVIDED", "NotProvided", "Not Provided", "notprovided", "NOTAVAILABLE", "NONREF"})
_MOST_NAMES = 10
_MOST_CODES = 200
Values = tuple[str, ...]


def make_line(plan: Plan, values: Values, place: int, days: dict[str, date]) -> Line:
    """The Line of a booked entry, or UnreadableError. `place` counts the entries of the file from 1."""
    if plan.plain is None:
        return _make_other_line(plan, values, place, days)
    sign_at, amount_at, day_at, bank_at, end_at, debtor, creditor = plan.plain
    sign = SIGNS.get(values[sign_at]) or read_sign(values[sign_at])
    payee_at, words_at = debtor if sign > 0 else creditor
    payee = words = " ".join(values[payee_at].split())
    for at in words_at:
        more = " ".join(values[at].split())
        words = join_tidy(words, more) if words else more
    day = values[day_at]
    reference = " ".join(values[end_at].split())
    return Line(
        days.get(day) or read_day(day, days),
        sign * read_sum(values[amount_at]),
        words,
        payee,
        reference if reference not in NOT_GIVEN else find_reference(plan.first, values),
        write_code(plan, values),
        None,
        " ".join(values[bank_at].split()) or None,
        place,
    )


def _make_other_line(plan: Plan, values: Values, place: int, days: dict[str, date]) -> Line:
    """The Line of an entry that may be a reversal, a return or many payments."""
    if plan.fault:
        raise UnreadableError(plan.fault)
    if len(plan.details) > 1:
        return _make_batch_line(plan, values, place, days)
    sign, detail = read_sign(values[plan.sign]), plan.first
    is_undone = is_true(values[plan.reversal])
    is_back = is_undone or detail.return_code >= 0
    side = plan.debtor_side if (sign > 0) != is_back else plan.creditor_side
    payee = words = tidy(values[side.payee])
    for at in side.words:
        more = tidy(values[at])
        words = join_tidy(words, more) if at != detail.return_code else f"{words} (returned: {more})".lstrip()
    words = f"{words}{_tell_charges(plan, values)}{' (reversal)' if is_undone else ''}".lstrip()
    return Line(
        read_day(values[plan.day], days),
        sign * read_sum(values[plan.amount]),
        words,
        payee,
        find_reference(detail, values),
        write_code(plan, values),
        None,
        tidy(values[plan.bank_reference if plan.bank_reference >= 0 else detail.bank_reference]) or None,
        place,
    )


def _make_batch_line(plan: Plan, values: Values, place: int, days: dict[str, date]) -> Line:
    """The Line of an entry that is many payments in one sum: their names are its words."""
    sign = read_sign(values[plan.sign])
    is_undone = is_true(values[plan.reversal])
    names: dict[str, None] = {}
    for detail in plan.details:
        name = find_payee(detail, values, sign, is_back=is_undone or detail.return_code >= 0)
        names[name or find_reference(detail, values)] = None
        if len(names) > _MOST_NAMES:
            break
    told = [name for name in names if name][:_MOST_NAMES]
    words = f"{len(plan.details):,} payments in one sum"
    words = f"{words}: {', '.join(told)}" if told else words
    words = f"{words} and others" if len(names) > _MOST_NAMES else words
    words = join_tidy(words, tidy(values[plan.words]))
    return Line(
        read_day(values[plan.day], days),
        sign * read_sum(values[plan.amount]),
        f"{words} (reversal)" if is_undone else words,
        "",
        "",
        write_code(plan, values),
        None,
        tidy(values[plan.bank_reference]) or None,
        place,
    )


def add_charges(values: Values, in_all: int, each: Sequence[int]) -> int | None:
    """What the bank says it took, in pence: its own total, else its charges added up; None where it does not say."""
    if in_all >= 0:
        return read_sum(values[in_all])
    return sum(read_sum(values[at]) for at in each) if each else None


def _tell_charges(plan: Plan, values: Values) -> str:
    detail = plan.first
    try:
        charges = add_charges(values, plan.charges_in_all, plan.charges)
        if charges is None:
            charges = add_charges(values, detail.charges_in_all, detail.charges)
    except UnreadableError:
        return ""  # they are in no sum, so they are only words
    return f" (charges {write_pounds(charges)})" if charges else ""


def add_payments(plan: Plan, values: Values) -> int | None:
    """What the payments of an entry come to, in pence; None when one of them has no sum in the entry's currency."""
    total, entry_sign, currency = 0, read_sign(values[plan.sign]), values[plan.currency]
    for detail in plan.details:
        own = detail.amount >= 0
        amount, its = (detail.amount, detail.currency) if own else (detail.inner_amount, detail.inner_currency)
        if amount < 0 or values[its] not in ("", currency):
            return None
        sign = read_sign(values[detail.sign]) if detail.sign >= 0 else entry_sign
        total += sign * read_sum(values[amount])
    return total


def find_payee(detail: DetailPlan, values: Values, sign: int, *, is_back: bool) -> str:
    """Who the money came from or went to. In money that comes back the two sides keep the names they had when it went."""
    debtor_side = (sign > 0) != is_back
    first, last = (detail.debtor, detail.last_debtor) if debtor_side else (detail.creditor, detail.last_creditor)
    return tidy(values[first if first >= 0 else last])


def find_reference(detail: DetailPlan, values: Values) -> str:
    """The payer's own reference, end to end; else the first structured one. "NOTPROVIDED" is none."""
    reference = " ".join(values[detail.end_to_end].split())
    if reference not in NOT_GIVEN:
        return reference
    return next((tidy(values[at]) for at in detail.references if values[at].strip()), "")


def write_code(plan: Plan, values: Values) -> str:
    """The kind of movement: the ISO code in one word (PMNT-RCDT-ESCT), else the bank's own code."""
    if not plan.codes:
        return tidy(values[plan.bank_code])
    codes = tuple([values[at] for at in plan.codes])
    written = plan.codes_seen.get(codes)
    if written is None:
        if len(plan.codes_seen) >= _MOST_CODES:
            plan.codes_seen.clear()
        written = plan.codes_seen[codes] = "-".join(tidy(code) for code in codes)
    return written


def read_status(plan: Plan, values: Values) -> str:
    """BOOK, PDNG, INFO or FUTR. Raises UnreadableError for any other."""
    status = values[plan.status]
    if status == BOOKED:
        return status
    status = status.strip(" \t\r\n")
    if status not in (BOOKED, PENDING, TOLD, COMING):
        told = f"has a status we do not know (“{clip(status, 12)}”)" if status else "has no status"
        raise UnreadableError(f"The entry {told}, so we cannot tell whether its money has moved.")
    return status


def is_true(text: str) -> bool:
    """A yes of XML."""
    return text.strip(" \t\r\n") in ("true", "1")
