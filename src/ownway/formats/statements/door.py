"""The one way in: what is this file, who reads it, and what came of it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.ofx import looks_like_ofx, read_ofx
from ownway.formats.statements.reading import Reading, refused, stopping
from ownway.formats.statements.settle import settle
from ownway.formats.statements.sheet import read_sheet
from ownway.formats.statements.texts import Source, read_text
from ownway.formats.statements.values import Statement


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: whether a file looks like it (by content), and its reader, which refuses but never raises."""

    looks_like: Callable[[Source], bool]
    read: Callable[[Source], Reading]


def _is_markup(source: Source) -> bool:
    return source.text.lstrip("\ufeff \t\r\n").startswith("<")


def _refuse_markup(source: Source) -> Reading:
    return refused(
        "unknown", "This is a web page or an XML file that is not OFX. Please send the statement as CSV or OFX."
    )


KINDS: tuple[Kind, ...] = (
    Kind(looks_like_ofx, read_ofx),
    Kind(_is_markup, _refuse_markup),
    Kind(lambda source: True, read_sheet),
)


def read_statement(data: bytes, *, name: str, currency: str | None = "GBP") -> Statement:
    """A bank statement from the bytes of a file; never raises, whatever the bytes are.

    `name` is the file's name: it decides nothing, and only some banks write the account in it. `currency` is the one
    that the reader of the answer can take (ISO 4217): a statement in another is refused; None takes any.
    """
    digest = hashlib.sha256(data).hexdigest()
    try:
        source = Source(data=data, text=read_text(data), name=name)
    except UnreadableError as error:
        return settle(refused("unknown", str(error)), digest=digest)
    kind = next(kind for kind in KINDS if kind.looks_like(source))
    return settle(_in_currency(kind.read(source), currency), digest=digest)


def _in_currency(reading: Reading, wanted: str | None) -> Reading:
    if wanted is None or reading.currency in (wanted, "") or any(problem.stops for problem in reading.problems):
        return reading
    reason = f"This statement is in {reading.currency[:12]}. We can only take {wanted}."
    return replace(reading, problems=(*reading.problems, stopping(0, reason)))
