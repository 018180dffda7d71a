"""Several statements in one file: those of one account that follow each other are one, those of several are refused."""

from itertools import pairwise

from ownway.formats.statements.amounts import clip, write_pounds
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.values import Part


def join_parts(reading: Reading) -> None:
    """What the parts of a reading say as a whole; nothing when it has none.

    Opening is that of the first part and closing that of the last, where the reader has not said them. Parts of several
    accounts or currencies refuse the file.
    """
    parts = oldest_first(reading.parts)
    if not parts:
        return
    accounts = list(dict.fromkeys(part.account for part in parts))
    currencies = list(dict.fromkeys(part.currency for part in parts if part.currency))
    if len(accounts) > 1:
        told = ", ".join(clip(account, 30) or "one without a number" for account in accounts[:5])
        reading.refuse(0, f"The file holds {len(accounts)} accounts ({told}). Please send one file for each account.")
    if len(currencies) > 1:
        told = ", ".join(clip(currency, 12) for currency in currencies[:5])
        reading.refuse(0, f"The file holds {len(currencies)} currencies ({told}). Please send one file for each.")
    reading.account = reading.account or (accounts[0] if len(accounts) == 1 else "")
    reading.currency = reading.currency or (currencies[0] if len(currencies) == 1 else "")
    if reading.opening_pence is None:
        reading.opening_pence = parts[0].opening_pence
    if reading.closing_pence is None:
        reading.closing_pence = parts[-1].closing_pence
    reading.from_on = reading.from_on or min((part.from_on for part in parts if part.from_on), default=None)
    reading.to_on = reading.to_on or max((part.to_on for part in parts if part.to_on), default=None)
    if len(parts) > 1 and len(accounts) == 1:
        _tell_how_they_follow(parts, reading)


def oldest_first(parts: list[Part]) -> list[Part]:
    """Parts in the order in which their balances follow: that of the file, or its reverse when only that one follows."""
    turned = parts[::-1]
    return turned if _all_follow(turned) and not _all_follow(parts) else parts


def _all_follow(parts: list[Part]) -> bool:
    follow = (before.closing_pence == after.opening_pence for before, after in pairwise(parts))
    return all(follow) and all(part.opening_pence is not None for part in parts[1:])


def _tell_how_they_follow(parts: list[Part], reading: Reading) -> None:
    reading.note(0, f"The file holds {len(parts):,} statements of one account, which are read as one.")
    for number, (before, after) in enumerate(pairwise(parts), 2):
        if None not in (before.closing_pence, after.opening_pence) and before.closing_pence != after.opening_pence:
            opened, closed = write_pounds(after.opening_pence or 0), write_pounds(before.closing_pence or 0)
            reading.note(0, f"Statement {number} opens with {opened}, and the one before it closed with {closed}.")
