"""The one way in: what is this file, who reads it, and what came of it."""

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.camt import looks_like_camt, read_camt
from ownway.formats.statements.collector import collector_at_rest
from ownway.formats.statements.mt940 import looks_like_mt940, read_mt940
from ownway.formats.statements.ofx import looks_like_ofx, read_ofx
from ownway.formats.statements.open_banking import looks_like_open_banking, read_open_banking
from ownway.formats.statements.parts import join_parts
from ownway.formats.statements.pdf import looks_like_pdf, read_pdf
from ownway.formats.statements.qif import looks_like_qif, read_qif
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.santander import looks_like_santander, read_santander
from ownway.formats.statements.settle import settle
from ownway.formats.statements.sheet import read_sheet
from ownway.formats.statements.source import Source
from ownway.formats.statements.tally import in_batches
from ownway.formats.statements.values import Line, Lines, Statement
from ownway.formats.statements.xlsx import looks_like_xlsx, read_xlsx

MOST_BYTES = 100_000_000
_UNKNOWN = "unknown"


Reader = Callable[[Source, Reading], Iterator[Lines]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name, whether a file looks like it (by content), and its reader.

    A reader gives the Lines in the order of the file, some at a time, and fills in the Reading; it refuses there and
    never raises.
    """

    name: str
    looks_like: Callable[[Source], bool]
    read: Reader


def _some_at_a_time(read: Callable[[Source, Reading], Iterator[Line]]) -> Reader:
    """The reader for one that gives its lines one by one."""
    return lambda source, reading: in_batches(read(source, reading))


def _is_no_text(source: Source) -> bool:
    return bool(source.not_text)


def _refuse_no_text(source: Source, reading: Reading) -> Iterator[Lines]:
    reading.refuse(0, source.not_text)
    return iter(())


def _is_markup(source: Source) -> bool:
    return source.head.lstrip("\ufeff \t\r\n").startswith("<")


def _refuse_markup(source: Source, reading: Reading) -> Iterator[Lines]:
    reading.refuse(0, "This is a web page or an XML file that is not OFX. Please send the statement as CSV or OFX.")
    return iter(())


KINDS: tuple[Kind, ...] = (
    Kind("PDF", looks_like_pdf, _some_at_a_time(read_pdf)),
    Kind("XLSX", looks_like_xlsx, read_xlsx),
    # the letters of SWIFT may be in an alphabet that makes it no text
    Kind("MT940/MT942", looks_like_mt940, _some_at_a_time(read_mt940)),
    # kinds that are no text stand above this line
    Kind(_UNKNOWN, _is_no_text, _refuse_no_text),
    Kind("OFX", looks_like_ofx, _some_at_a_time(read_ofx)),
    Kind("camt", looks_like_camt, _some_at_a_time(read_camt)),
    # kinds of XML stand above this line
    Kind(_UNKNOWN, _is_markup, _refuse_markup),
    Kind("QIF", looks_like_qif, _some_at_a_time(read_qif)),
    Kind("Open Banking", looks_like_open_banking, _some_at_a_time(read_open_banking)),
    Kind("Santander TXT", looks_like_santander, _some_at_a_time(read_santander)),
    Kind("CSV", lambda source: True, read_sheet),
)


def read_statement(data: bytes, *, name: str, hint: str | None = None, currency: str | None = "GBP") -> Statement:
    """A bank statement from the bytes of a file; never raises, whatever the bytes are.

    `name` is the file's name: it decides nothing, and only some banks write the account in it. `hint` is the kind or
    the layout that a person chose; the content decides where it cannot be that. `currency` is the one that the reader
    of the answer can take (ISO 4217): a statement in another is refused; None takes any.
    """
    if len(data) > MOST_BYTES:
        return _refuse_large(data)
    source = Source(io.BytesIO(data), name=name, hint=hint or "")
    reading = Reading()
    with collector_at_rest():
        lines = tuple(chain.from_iterable(read_lines(source, reading, currency=currency)))
        return settle(lines, reading, digest=source.digest)


def read_lines(
    source: Source, reading: Reading, *, currency: str | None, read: Reader | None = None
) -> Iterator[Lines]:
    """The lines of a file in its order, some at a time; the Reading is whole when all have been given.

    By the reader of its kind, or by `read`, such as one that has a column map.
    """
    kind = find_kind(source)
    reading.kind = kind.name
    try:
        yield from (read or kind.read)(source, reading)
    except UnreadableError as error:
        reading.refuse(0, str(error))
    join_parts(reading)
    if currency is not None and reading.currency not in (currency, "") and not reading.is_refused:
        reading.refuse(0, f"This statement is in {reading.currency[:12]}. We can only take {currency}.")


def find_kind(source: Source) -> Kind:
    """The kind of a file: the one hinted at if the file looks like it, else the first in KINDS that it looks like.

    Every text looks like the last of them, CSV, so hinting at that changes nothing.
    """
    hinted = source.hint.casefold()
    kinds = sorted(KINDS[:-1], key=lambda kind: kind.name.casefold() != hinted) if hinted else KINDS[:-1]
    return next((kind for kind in kinds if kind.looks_like(source)), KINDS[-1])


def _refuse_large(data: bytes) -> Statement:
    reading = Reading(kind=_UNKNOWN)
    reading.refuse(0, f"The file is larger than {MOST_BYTES // 1_000_000} MB. Please send a shorter period.")
    return settle((), reading, digest=hashlib.sha256(data).hexdigest())
