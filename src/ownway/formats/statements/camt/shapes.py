"""The quick way through entries that are made alike: a pattern for each way of making them, learned from the file itself.

A bank writes its entries by machine: the same tags in the same order, other words between them. When the general way
has read two such entries, a pattern is made that has their tags letter by letter and takes the words between. Whatever
the pattern matches is well-formed, as the entry was from which it was made; whatever it does not match, and anything
unusual (comments, CDATA, other prefixes, strange characters), goes the general way.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from ownway.formats.statements.camt.gather import Unit
from ownway.formats.statements.camt.plan import Plan, find_plan
from ownway.formats.statements.camt.tree import Node

LONGEST = 16 * 1024
_MOST_SHAPES = 64
_MOST_LESSONS = 2_000
_NAME = r"[A-Za-z_][\w.-]*"
_TAG = re.compile(
    rf"<(/?)((?:{_NAME}:)?)({_NAME})((?:[ \t\r\n]+(?:{_NAME}:)?{_NAME}=(?:\"[^\"<&>]*\"|'[^'<&>]*'))*)[ \t\r\n]*(/?)>"
)
_CURRENCY = re.compile(r"[ \t\r\n]Ccy=[\"']([^\"']*)")
_WORDS = "[^<]*+"
_NAMED = re.compile("&(?:amp|lt|gt|quot|apos);")


class Shape(NamedTuple):
    """One way of making entries: what matches one at a place of a text, and the plan of its values."""

    match: Callable[[str, int], re.Match[str] | None]
    plan: Plan


@dataclass(slots=True)
class Shapes:
    """The shapes learned from one file; `known`: by their number of tags, the end of the entry not counted."""

    known: dict[int, list[Shape]] = field(default_factory=dict)
    last: Shape | None = None
    count: int = 0
    lessons: int = 0
    seen_once: set[str] = field(default_factory=set)

    def learn(self, text: str, unit: Unit, tree: Node, prefix: str) -> None:
        """Learns from an entry and what the general way made of it, when one of the same tags was there before."""
        if self.count >= _MOST_SHAPES or self.lessons >= _MOST_LESSONS or len(text) > LONGEST:
            return
        self.lessons += 1
        made = make_pattern(text, tree, prefix)
        if made is None:
            return
        if made not in self.seen_once:
            self.seen_once.add(made)
            return
        pattern = re.compile(made)
        match = pattern.fullmatch(text) if has_only_named(text) else None
        if match is None:
            return
        if [write_out(value) for value in match.groups()] != [
            value.replace("\n", _line_end(text)) for value in unit.values
        ]:
            return
        self.last = Shape(pattern.match, find_plan(unit.paths))
        self.known.setdefault(text.count("<") - 1, []).insert(0, self.last)
        self.count += 1

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """An entry of a known shape from `start`, whose end tag stands at `end`; its shape is `last` then."""
        for shape in self.known.get(text.count("<", start, end), ()):
            match = shape.match(text, start)
            if match is not None:
                self.last = shape
                return match
        return None


def has_only_named(text: str) -> bool:
    """Whether every "&" of a text begins one of the five entities that XML itself names."""
    return len(_NAMED.findall(text)) == text.count("&")


def make_pattern(text: str, tree: Node, prefix: str) -> str | None:
    """The pattern of an entry, with a group for each value that the general way keeps of it; None if it is unusual.

    `text` is one whole entry, with any white space before it; `tree` is the node above the entry.
    """
    start = len(text) - len(text.lstrip(" \t\r\n"))
    pieces = [r"[ \t\r\n]*+"]
    stack: list[Node | None] = [tree]
    leaf: Node | None = None
    while start < len(text):
        tag = _TAG.match(text, start)
        if tag is None or tag[2] != prefix or "xmlns" in tag[4]:
            return None
        if tag[1]:
            leaf = None
            stack.pop()
            pieces.append(re.escape(tag[0]))
        else:
            parent = stack[-1]
            node = parent.children.get(tag[3]) if parent is not None else None
            pieces.append(_open(tag, node))
            leaf = None if tag[5] else node
            if not tag[5]:
                stack.append(node)
        following = text.find("<", tag.end())
        start = following if following >= 0 else len(text)
        if len(stack) > 1:
            is_value = leaf is not None and leaf.is_leaf and text.startswith("</", start)
            pieces.append(f"({_WORDS})" if is_value else _WORDS)
    return "".join((*pieces, "()")) if len(stack) == 1 else None


def _open(tag: re.Match[str], node: Node | None) -> str:
    """The pattern of one tag that begins an element, with groups for what is kept when it begins."""
    if node is None:
        return re.escape(tag[0])
    written, mark = re.escape(tag[0]), "()" if node.is_mark else ""
    currency = _CURRENCY.search(tag[0]) if node.is_sum else None
    if currency is not None:
        at, end = currency.span(1)
        whole = tag[0]
        written = f"{re.escape(whole[:at])}({re.escape(whole[at:end])}){re.escape(whole[end:])}"
    return written + mark + ("()" if tag[5] and node.is_leaf else "")


def write_out(value: str) -> str:
    """A value with the five named entities of XML as the letters they stand for."""
    if "&" not in value:
        return value
    for name, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        value = value.replace(name, letter)
    return value


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
