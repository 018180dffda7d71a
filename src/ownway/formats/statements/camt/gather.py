"""The general way through a camt file: expat tells of each element, and what is looked at is gathered into units.

Nothing is expanded and no tree is kept: a document type is refused as soon as it begins, and depth, length of words and
number of values are bounded.
"""

import re
from typing import NamedTuple
from xml.parsers import expat

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.camt.tree import CLOSE, ENTRY, MESSAGES, OPEN, Node, grow_message

MOST_DEPTH = 64
MOST_CHARACTERS = 100_000
MOST_IN_A_UNIT = 20_000_000
MOST_VALUES = 400_000
MOST_NAMES = 10_000
MOST_IN_ONE_PIECE = 1_000_000
_PIECE = 64 * 1024
_NAMESPACE = re.compile(r"urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.[0-9]{3})\.001\.([0-9]{2})").fullmatch
_VERSIONS = range(2, 14)
_OTHER_MESSAGES = {
    "pain.001": "a file of payments to make",
    "pain.002": "a bank's answer to a payment file",
    "pain.008": "a file of direct debits to collect",
    "camt.029": "an answer to a question about a payment",
    "camt.056": "a request to cancel a payment",
    "camt.060": "a request for a statement",
}
_CUT_SHORT = frozenset({3, 5, 6, 20})  # no element found, unclosed token, partial character, unclosed CDATA section


class Unit(NamedTuple):
    """One element as a whole. `paths` and `values` go together; the last value, beyond the paths, is always empty."""

    name: str
    paths: tuple[str, ...] = ()
    values: tuple[str, ...] = ("",)


class Gatherer:
    """Takes the text of a file piece by piece, and gives its units. Every method raises UnreadableError.

    `layout` is the name of the message and its version (camt.053.001.08). `prefix` is that of the entries ("ns2:" or
    ""). `is_between`: all that was given is understood, and it ended exactly where an entry ended. `scope` changes
    whenever prefixes come to mean something else.
    """

    def __init__(self) -> None:
        self.layout = self.prefix = ""
        self.is_between = False
        self.scope = 0
        self._namespace = ""
        self._names: dict[str, tuple[str, str]] = {}
        self._stack: list[Node | None] = []
        self._depth = self._given = self._in_text = self._in_unit = 0
        self._closed_at = -1
        self._text: list[str] | None = None
        self._paths: list[str] = []
        self._values: list[str] = []
        self._units: list[Unit] = []
        self._parser = self._make_parser()

    def _make_parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8", " ")
        parser.namespace_prefixes = parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._take_text
        parser.StartDoctypeDeclHandler = _refuse_document_type
        parser.StartNamespaceDeclHandler = self._change_scope
        parser.EndNamespaceDeclHandler = self._change_scope
        return parser

    @property
    def inside(self) -> Node | None:
        """The node of the element that is open: when `is_between`, the statement that the entry stood in."""
        return self._stack[-1] if self._stack else None

    def feed(self, text: str, *, is_last: bool = False) -> list[Unit]:
        """Gives more text; the units that ended in it."""
        data = text.encode()
        try:
            for at in range(0, len(data), _PIECE):
                piece = data[at : at + _PIECE]
                self._parser.Parse(piece)
                self._given += len(piece)
                if self._given - self._parser.CurrentByteIndex > MOST_IN_ONE_PIECE:
                    raise UnreadableError("A tag or a remark in the file is far longer than any bank writes.")
                if len(self._parser.intern) > MOST_NAMES:
                    raise UnreadableError("The file has far more kinds of elements than any bank writes.")
            if is_last:
                self._parser.Parse(b"", True)  # noqa: FBT003 - expat takes no names
        except expat.ExpatError as error:
            raise UnreadableError(_why_not(error)) from None
        end = f"</{self.prefix}{ENTRY}>"
        self.is_between = self._closed_at >= 0 and self._given - self._closed_at == len(end.encode())
        units, self._units = self._units, []
        return units

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise UnreadableError(
                "The elements of the file stand inside each other far deeper than any bank writes them."
            )
        self._text = None
        if not self._stack:
            uri, local, _ = _take_apart(name)
            if local == "Document" or self._depth == 1:
                self._take_document(uri, local)
            return
        parent = self._stack[-1]
        if parent is None:
            self._stack.append(None)
            return
        local, prefix = self._names.get(name) or self._take_name(name)
        node = parent.children.get(local)
        self._stack.append(node)
        if node is not None:
            self._enter(node, prefix, attributes)

    def _take_name(self, name: str) -> tuple[str, str]:
        """The local name ("" where it is not the message's own) and prefix of an element, kept for the next one."""
        uri, local, prefix = _take_apart(name)
        found = self._names[name] = (local if uri == self._namespace else "", prefix)
        return found

    def _enter(self, node: Node, prefix: str, attributes: dict[str, str]) -> None:
        if node.unit:
            self._paths, self._values, self._in_unit = [], [], 0
            if node.unit == ENTRY:
                self.prefix = f"{prefix}:" if prefix else ""
        elif node.is_part:
            self._units.append(Unit(OPEN))
        elif node.is_mark:
            self._keep(node.path, "")
        if node.is_leaf:
            self._text, self._in_text = [], 0
            if node.is_sum and "Ccy" in attributes:
                self._keep(f"{node.path}@Ccy", attributes["Ccy"])

    def _end(self, name: str) -> None:
        self._depth -= 1
        if not self._stack:
            return
        node = self._stack.pop()
        if node is None:
            return
        if node.is_leaf and self._text is not None:
            self._keep(node.path, "".join(self._text))
        self._text = None
        if node.unit:
            self._units.append(Unit(node.unit, tuple(self._paths), (*self._values, "")))
            if node.unit == ENTRY:
                self._closed_at = self._parser.CurrentByteIndex
        elif node.is_part:
            self._units.append(Unit(CLOSE))

    def _take_text(self, text: str) -> None:
        if self._text is None:
            return
        self._in_text += len(text)
        self._in_unit += len(text)
        if self._in_text > MOST_CHARACTERS or self._in_unit > MOST_IN_A_UNIT:
            raise UnreadableError("This entry has words far longer than any bank writes. The file may be damaged.")
        self._text.append(text)

    def _keep(self, path: str, value: str) -> None:
        self._paths.append(path)
        self._values.append(value)
        if len(self._values) > MOST_VALUES:
            raise UnreadableError("This entry holds more payments than we can read at once.")

    def _change_scope(self, *_: str | None) -> None:
        self.scope += 1

    def _take_document(self, uri: str, local: str) -> None:
        """The element that a message begins with; what is wrapped around it is passed over, unless it is another message."""
        match = _NAMESPACE(uri)
        if local != "Document" and match is None:
            return
        reason = why_not_camt(uri)
        if match is None or reason:
            raise UnreadableError(reason)
        self._namespace = uri
        self._names.clear()
        self.layout = f"{match[1]}.001.{match[2]}"
        self._stack.append(grow_message(match[1]))


def _take_apart(name: str) -> tuple[str, str, str]:
    """Namespace, local name and prefix, "" for what is not there, of a name as expat gives it."""
    parts = name.split(" ")
    if len(parts) == 1:
        return "", name, ""
    return parts[0], parts[1], parts[2] if len(parts) == 3 else ""


def why_not_camt(uri: str) -> str:
    """Why a message of this namespace is no bank statement that is read here, or "" if it is one."""
    match = _NAMESPACE(uri)
    if match is None:
        named = f"“{clip(uri)}”" if uri else "no namespace"
        return f"This is an XML file of {named}, which is not a bank statement we know."
    message, version = match[1], match[2]
    if message in MESSAGES:
        if int(version) in _VERSIONS:
            return ""
        return f"This is a {message} statement of version {version}. We can read versions 02 to 13."
    what = _OTHER_MESSAGES.get(message, "another message between banks and their customers")
    return f"This is a {message} message: {what}, not a bank statement."


def _refuse_document_type(*_: object) -> None:
    raise UnreadableError("The file declares a document type, which bank files do not do, so it was not read.")


def _why_not(error: expat.ExpatError) -> str:
    if error.code in _CUT_SHORT:
        return "The file stops before its end, so payments may be missing. Please download it again."
    return f"The file is not well-formed XML ({expat.ErrorString(error.code)}). It may be damaged."
