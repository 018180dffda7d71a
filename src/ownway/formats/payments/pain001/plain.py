"""Payments of the shape that nearly all of a council's have, taken out of the stream before the parser sees them.

A parser calls back for each of a payment's twenty elements, which is most of the time that reading takes. A payment
that one strict pattern knows (unaccented letters, a sort code and an account of the right length, whole pence) is
therefore replaced by one empty element that carries what has to be counted. It stands where the payment stood, so
whatever is around it (a comment, another namespace, the wrong place) means for it what it means for the payment.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

MARK = "own-plain"
CHUNK = 256 * 1024
_END = b"</CdtTrfTxInf>"
_LONGEST_WAIT = 1024 * 1024
_TEXT = rb"[ !#-%'-;=?-~]"  # printable ASCII without & < > and the quotation mark
_WORD = rb"[!#-%'-;=?-~]"


def _tags(*tags: bytes) -> bytes:
    return rb"\s*".join(tags)


_PLAIN = re.compile(
    _tags(
        rb"<CdtTrfTxInf>",
        rb"<PmtId>",
        rb"(?:<InstrId>" + _TEXT + rb"{1,35}</InstrId>\s*)?<EndToEndId>(" + _WORD + rb"{1,35})</EndToEndId>",
        rb"</PmtId>",
        rb"<Amt>",
        rb"<InstdAmt Ccy=\"([A-Z]{3})\">([0-9]{1,11})\.([0-9]{2})</InstdAmt>",
        rb"</Amt>",
        rb"<CdtrAgt>",
        rb"<FinInstnId>",
        rb"(?:<BIC(?:FI)?>[A-Z0-9]{8,11}</BIC(?:FI)?>\s*)?<ClrSysMmbId>",
        rb"<ClrSysId>",
        rb"<Cd>GBDSC</Cd>",
        rb"</ClrSysId>",
        rb"<MmbId>[0-9]{6}</MmbId>",
        rb"</ClrSysMmbId>",
        rb"</FinInstnId>",
        rb"</CdtrAgt>",
        rb"<Cdtr>",
        rb"<Nm>" + _WORD + _TEXT + rb"{0,139}</Nm>",
        rb"</Cdtr>",
        rb"<CdtrAcct>",
        rb"<Id>",
        rb"<Othr>",
        rb"<Id>[0-9]{8}</Id>",
        rb"(?:<SchmeNm>\s*<Cd>BBAN</Cd>\s*</SchmeNm>\s*)?</Othr>",
        rb"</Id>",
        rb"</CdtrAcct>",
        rb"(?:<RmtInf>\s*<Ustrd>" + _TEXT + rb"{1,140}</Ustrd>\s*</RmtInf>\s*)?</CdtTrfTxInf>",
    )
)
_INSTEAD = rb'<CdtTrfTxInf own-plain="\2 \3\4 \1"/>'


class Plain(NamedTuple):
    """What has to be counted of a payment with nothing else to say about it."""

    currency: str
    amount_pence: int
    number: str


def read_plain(mark: str) -> Plain:
    """What the mark carries."""
    currency, pence, number = mark.split(" ")
    return Plain(currency, int(pence), number)


class MarkInFile(Exception):
    """The file itself holds the word of the mark, which no payment file does."""


def without_plain(file: BinaryIO, first: bytes) -> Iterator[bytes]:
    """The bytes of a file, which begin with `first`, with a mark instead of each plain payment. Raises MarkInFile."""
    mark, before, waiting, chunk = MARK.encode(), b"", b"", first
    while chunk:
        if mark in before + chunk:
            raise MarkInFile
        before = chunk[-len(mark) :]
        waiting += chunk
        end = waiting.rfind(_END) + len(_END)
        if end >= len(_END):
            yield _PLAIN.sub(_INSTEAD, waiting[:end])
            waiting = waiting[end:]
        elif len(waiting) > _LONGEST_WAIT:
            yield waiting
            waiting = b""
        chunk = file.read(CHUNK)
    yield waiting
