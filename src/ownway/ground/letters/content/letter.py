"""What a letter says, in the order it says it, before anybody decides how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Heading:
    """A headline that says what comes next."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or a few sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A short list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a working: what it is, how it came about, where the rule is from, and the amount in words.

    `depth` is 0 for the answer and one more for each level of parts it is made from.
    """

    label: str
    how: str
    source: str
    amount: str
    depth: int


@dataclass(frozen=True, slots=True)
class Table:
    """A working as a table; parts stand above the sum they make, and the last row is the answer."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


Block = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """A whole letter in words. The page and the PDF are both made from this, so they cannot differ.

    `language` is a BCP 47 code such as "en-GB"; `written_on` dates the PDF, `date` is the same day in words.
    """

    title: str
    language: str
    written_on: date
    date: str
    reference: str
    about: str
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    greeting: str
    purpose: str
    body: tuple[Block, ...]
    sign_off: tuple[str, ...]
    footer: str
    large_print: bool

    def texts(self) -> Iterator[str]:
        """Every piece of text, in reading order: what any rendering must contain."""
        yield from (*self.sender, *self.recipient, self.date, self.reference, self.title, self.greeting, self.purpose)
        for block in self.body:
            yield from _texts_of(block)
        yield from self.sign_off

    def sentences(self) -> str:
        """The running words without addresses and tables, a paragraph a line: what plain-words checks read."""
        running = [self.purpose]
        for block in self.body:
            if isinstance(block, Paragraph):
                running.append(block.text)
            elif isinstance(block, Bullets):
                running.extend(block.items)
        return "\n".join(running)


def _texts_of(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield block.text
    elif isinstance(block, Bullets):
        yield from block.items
    else:
        yield from (block.caption, *block.columns)
        for row in block.rows:
            yield from (text for text in (row.label, row.how, row.source, row.amount) if text)
