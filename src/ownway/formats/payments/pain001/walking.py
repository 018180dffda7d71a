"""A pain.001 file gone through part by part (header, batches, payments), in memory that does not grow with it.

The parser is expat, and nothing is ever expanded: a file with a document type is refused before it can name an entity.
What else a file could make it hold is bounded: depth, different names, the length of a text and of a tag.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO
from xml.parsers import expat

from ownway.formats.payments.pain001.nodes import DEEPEST, Node, Part
from ownway.formats.payments.pain001.plain import CHUNK, MARK, MarkInFile, read_plain, without_plain
from ownway.formats.payments.pain001.structure import NAMESPACES, broken
from ownway.formats.payments.values import Problem
from ownway.formats.payments.xml_letters import declared_encoding

_LONGEST_TAG = 1024 * 1024
_LONGEST_TEXT = 64 * 1024
_MOST_NAMES = 5_000
_READ = (b"", b"utf-8", b"us-ascii")


class Refused(Exception):
    """The file is not opened, or not read on; `problem` says why, `version` which message it is if that was seen."""

    def __init__(self, problem: Problem, version: str = "") -> None:
        super().__init__(problem.message)
        self.problem, self.version = problem, version


def walk(file: BinaryIO, take: Callable[[Part, Part | None], None]) -> str:
    """Call `take` at the end of every part, with the batch around a payment; the version of the message.

    Raises Refused for what is not one whole unsigned message.
    """
    walker = _Walker(take)
    fed = 0
    first = file.read(CHUNK)
    _require_utf8(first)
    try:
        for piece in without_plain(file, first):
            walker.parser.Parse(piece)
            fed += len(piece)
            walker.require_bounds(fed)
        walker.parser.Parse(b"", True)  # noqa: FBT003 - the parser's own way of saying that this was all
        walker.require_whole()
    except expat.ExpatError as error:
        said = f"The file is not well-formed XML: {expat.ErrorString(error.code)}, after payment {walker.payments}."
        raise Refused(broken(said), walker.version) from error
    except MarkInFile as error:
        raise Refused(broken(f"The file holds the word {MARK}, which no payment file does."), walker.version) from error
    except Refused as refusal:
        raise Refused(refusal.problem, walker.version) from refusal
    return walker.version


def _require_utf8(chunk: bytes) -> None:
    if not chunk.strip():
        raise Refused(broken("The file is empty."))
    is_endless = len(chunk) >= CHUNK and b">" not in chunk  # what it declares may then stand further on
    if is_endless or b"\x00" in chunk[:64] or declared_encoding(chunk) not in _READ:
        raise Refused(broken("The file is not written in UTF-8, the only way of writing letters that banks take here."))


class _Walker:
    """The parser with its handlers. Handlers run for each of millions of elements, so they do only what they must."""

    def __init__(self, take: Callable[[Part, Part | None], None]) -> None:
        self.version = ""
        self.payments = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = _refuse_doctype
        self._take = take
        self._text: list[str] = []
        self._parts: list[Part] = []
        self._names = 0
        self._seen: list[str] = []
        self._handle()

    def require_bounds(self, fed: int) -> None:
        """Refuse a tag without end; cut a text without end."""
        if fed - self.parser.CurrentByteIndex > _LONGEST_TAG:
            raise Refused(broken("The file has a tag of more than a million characters. No payment file has."))
        if len(self._text) > 1 and sum(map(len, self._text)) > _LONGEST_TEXT:
            self._text[:] = ["".join(self._text)[:_LONGEST_TEXT]]

    def _handle(self) -> None:
        here, is_leaf = Node(), False
        text, parts, above = self._text, self._parts, [here]
        grow, look, note, close = self._grow, self._look, self._note, self._close

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal here, is_leaf
            above.append(here)
            here = here.children.get(name) or grow(here, name)
            is_leaf = True
            if text:
                text.clear()
            if here.looks:
                look(here)
            if attributes and parts:
                note(here, attributes)

        def end(_name: str) -> None:
            nonlocal here, is_leaf
            if is_leaf:
                is_leaf = False
                if here.path and parts and not here.is_out:
                    parts[-1].texts.setdefault(here.path, "".join(text).strip())
            if here.part:
                close()
            here = above.pop()

        self.parser.StartElementHandler = start
        self.parser.EndElementHandler = end
        self.parser.CharacterDataHandler = text.append

    def _grow(self, parent: Node, name: str) -> Node:
        """The node of an element that is met at this place for the first time."""
        self._names += 1
        if self._names > _MOST_NAMES or parent.depth >= DEEPEST:
            raise Refused(broken("The file has more different parts than a payment file can have."))
        node = parent.children[name] = Node(parent, name)
        return node

    def _look(self, node: Node) -> None:
        """What there is to do when an element begins that is a part, a child of a part, foreign or near the top."""
        if node.depth < 4:
            self._look_at_the_top(node)
        if node.is_foreign and self._parts:
            said = f"{node.local} belongs to another kind of file ({node.namespace[:100] or 'none'}), not to this one."
            self._parts[-1].say(node.path, said)
        elif node.place is not None:
            part = self._parts[-1]
            if node.place < 0:
                part.say(node.local, f"{node.local} does not belong here.")
            elif node.place < part.furthest:
                part.say(node.local, f"{node.local} is out of order.")
            part.furthest = max(part.furthest, node.place)
        if node.part:
            self._parts.append(Part(node.part))

    def _note(self, node: Node, attributes: dict[str, str]) -> None:
        """Keep the currency of an amount, and what stands for a plain payment."""
        if node.is_out:
            return
        if "Ccy" in attributes:
            self._parts[-1].texts.setdefault(f"{node.path}@Ccy", attributes["Ccy"])
        elif MARK in attributes and node.part:
            self._parts[-1].plain = read_plain(attributes[MARK])

    def _close(self) -> None:
        part = self._parts.pop()
        self.payments += part.name == "CdtTrfTxInf"
        self._take(part, self._parts[-1] if self._parts else None)

    def _look_at_the_top(self, node: Node) -> None:
        if node.depth == 1:
            if node.local != "Document" or node.namespace not in NAMESPACES:
                said = (node.namespace or node.local).rsplit(":", 1)[-1][:100]
                raise Refused(
                    broken(f"This is “{said}”. Only pain.001.001.09 and pain.001.001.03 payment files are read.")
                )
            self.version = node.namespace.rsplit(":", 1)[-1]
        elif node.local == "Signature":
            raise Refused(broken("The file carries a signature. Only files without a signature are read."))
        elif node.depth == 2:
            self._require(node.local == "CstmrCdtTrfInitn" and not self._seen, _ONE_MESSAGE)
            self._seen.append(node.local)
        elif node.depth == 3 and len(self._seen) < 3:
            self._require(node.part == ("GrpHdr", "PmtInf")[len(self._seen) - 1], _HEADER_FIRST)
            self._seen.append(node.local)
        else:
            self._require(node.local in ("PmtInf", "SplmtryData"), _HEADER_FIRST)

    def _require(self, holds: bool, otherwise: str) -> None:
        if not holds:
            raise Refused(broken(otherwise))

    def require_whole(self) -> None:
        """Refuse a message without a header or without a batch."""
        self._require(bool(self._seen), _ONE_MESSAGE)
        self._require(len(self._seen) == 3, _HEADER_FIRST)


def _refuse_doctype(*_declared: object) -> None:
    said = "The file has a document type (DOCTYPE). Payment files have none, so it was not opened."
    raise Refused(broken(said))


_ONE_MESSAGE = "The file does not hold exactly one payment message (CstmrCdtTrfInitn)."
_HEADER_FIRST = "The file does not start with its header (GrpHdr) and then a batch of payments (PmtInf)."
