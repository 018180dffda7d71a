"""Santander's text statement: one account, newest first, each payment a block of four lines that say what they are."""

import re
from collections.abc import Iterator

from ownway.formats.statements.amounts import UnreadableError, clip, read_pence
from ownway.formats.statements.days import read_day
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Line
from ownway.formats.statements.words import tidy

KIND = "Santander TXT"
BANK = "Santander"
_DAYS = "from"
_ACCOUNT = "account"
_PARTS = ("date", "description", "amount", "balance")
_LONGEST = 10_000
_TOP = re.compile(r"\s*From:[\s\u00a0]*[0-9/]{8,10} to [0-9/]{8,10}\s*[\r\n]\s*Account:", re.IGNORECASE)

Block = dict[str, tuple[int, str]]  # what a line says it is, to the number of the line and what it says


def looks_like_santander(source: Source) -> bool:
    """Whether the text opens with the days of the statement and then the account, as only Santander's does."""
    return _TOP.match(source.head[:400].lstrip("\ufeff")) is not None


def read_santander(source: Source, reading: Reading) -> Iterator[Line]:
    """The payments in the order of the file. What is not one of the lines that Santander writes refuses the file."""
    reading.kind, reading.layout, reading.bank, reading.currency = KIND, "santander", BANK, "GBP"
    for block in _blocks(source, reading):
        line = _read_block(block, reading)
        if line is not None:
            yield line


def _blocks(source: Source, reading: Reading) -> Iterator[Block]:
    block: Block = {}
    file = source.open_text()
    for place, text in enumerate(iter(lambda: file.readline(_LONGEST), ""), start=1):
        if reading.is_full:
            return
        said = text.strip().lstrip("\ufeff")
        if not said:
            continue
        name, colon, value = said.partition(":")
        name = name.strip().lower()
        if colon and name in (_DAYS, _ACCOUNT):
            _read_top(name, value.strip(), place, reading)
        elif not colon or name not in _PARTS:
            reading.refuse(place, "This line is not one that Santander writes, so we do not know what it is.", said)
        elif name in block or (name == "date" and block):
            yield block
            block = {name: (place, value.strip())}
        else:
            block[name] = (place, value.strip())
    if block:
        yield block


def _read_top(name: str, value: str, place: int, reading: Reading) -> None:
    if name == _ACCOUNT:
        if reading.account and reading.account != value:
            reading.refuse(place, "The file holds a second account. Please send one file for each account.", value)
        reading.account = reading.account or value
        return
    first, _, last = value.partition(" to ")
    try:
        reading.from_on, reading.to_on = read_day(first), read_day(last)
    except UnreadableError as error:
        reading.refuse(place, str(error), value)


def _read_block(block: Block, reading: Reading) -> Line | None:
    place = min(at for at, _ in block.values())
    missing = [name for name in _PARTS if name not in block]
    if missing:
        reading.refuse(place, f"This payment has no line for its {' and '.join(missing)}.", _as_written(block))
        return None
    try:
        return Line(
            on=read_day(block["date"][1]),
            pence=read_pence(block["amount"][1]),
            words=tidy(block["description"][1]),
            balance_pence=read_pence(block["balance"][1]) if block["balance"][1] else None,
            place=place,
        )
    except UnreadableError as error:
        reading.refuse(place, str(error), _as_written(block))
        return None


def _as_written(block: Block) -> str:
    return clip("; ".join(f"{name}: {value}" for name, (_, value) in block.items()), 300)
