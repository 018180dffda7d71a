"""One pass over a camt file: each entry by its known shape where it has one, and everything else by the general way."""

import re
from collections.abc import Iterable, Iterator

from ownway.formats.statements.camt.gather import Gatherer, Unit
from ownway.formats.statements.camt.plan import Plan, find_plan
from ownway.formats.statements.camt.shapes import LONGEST, Shapes, has_only_named, write_out
from ownway.formats.statements.camt.tree import ENTRY

MOST_WAITING = 1_000_000
_FORBIDDEN = (*(chr(n) for n in range(32) if chr(n) not in "\t\r\n"), "\ufffe", "\uffff")
_END = re.compile(r"</(?:[\w.-]+:)?Ntry>")
Values = tuple[str, ...]
Entries = list[tuple[Plan, Values]]


class Scan:
    """Gives what a file holds, in its order: a list of entries, each as (plan, values), or one other unit.

    `general_only` leaves the quick way out, so that the two ways can be held against each other.
    """

    def __init__(self, *, general_only: bool = False) -> None:
        self.gatherer = Gatherer()
        self._shapes = Shapes()
        self._scope = 0
        self._general_only = general_only

    def read(self, pieces: Iterable[str]) -> Iterator[Entries | Unit]:
        """What the pieces of a text hold; a list is the taker's own. Memory does not grow. Raises UnreadableError."""
        text, at = "", 0
        for piece in pieces:
            text, at = text[at:] + piece, 0
            is_plain = not self._general_only and _is_plain(text)
            while True:
                if is_plain and self.gatherer.is_between:
                    entries: Entries = []
                    at = self._read_quickly(text, at, entries)
                    yield entries
                end = self._find_end(text, at)
                if end < 0:
                    break
                yield from self._read_generally(text[at:end])
                at = end
            if len(text) - at > MOST_WAITING:
                yield from self._read_generally(text[at:])
                at = len(text)
        yield from self._read_generally(text[at:], is_last=True)

    def _read_quickly(self, text: str, at: int, entries: Entries) -> int:
        """Adds the entries from `at` on, as long as they have known shapes; returns where the first other thing stands."""
        shapes = self._shapes
        if shapes.last is None:
            return at
        has_entities = "&" in text
        end_tag = f"</{self.gatherer.prefix}{ENTRY}>"
        match_last, plan = shapes.last
        match_other, other_plan = shapes.last
        add = entries.append
        while True:
            match = match_last(text, at)
            if match is None:
                match_last, plan, match_other, other_plan = match_other, other_plan, match_last, plan
                match = match_last(text, at)
            if match is None:
                end = text.find(end_tag, at)
                match = shapes.match(text, at, end) if end >= 0 else None
                if match is None:
                    return at
                match_last, plan = shapes.last
            end = match.end()
            if end - at > LONGEST:
                return at
            values: Values = match.groups()
            if has_entities and text.find("&", at, end) >= 0:
                if not has_only_named(text[at:end]):
                    return at
                values = tuple([write_out(value) for value in values])
            at = end
            add((plan, values))

    def _read_generally(self, text: str, *, is_last: bool = False) -> Iterator[Entries | Unit]:
        began_between = self.gatherer.is_between
        units = self.gatherer.feed(text, is_last=is_last)
        if self.gatherer.scope != self._scope:
            self._scope, self._shapes = self.gatherer.scope, Shapes()
        for unit in units:
            yield [(find_plan(unit.paths), unit.values)] if unit.name == ENTRY else unit
        above = self.gatherer.inside
        if began_between and self.gatherer.is_between and len(units) == 1 and above is not None:
            self._shapes.learn(text, units[0], above, self.gatherer.prefix)

    def _find_end(self, text: str, at: int) -> int:
        """Where the next end of an entry ends, as far as can be told without reading; -1 when there is none."""
        if self.gatherer.layout:
            tag = f"</{self.gatherer.prefix}{ENTRY}>"
            found = text.find(tag, at)
            if found >= 0:
                return found + len(tag)
        match = _END.search(text, at)
        return match.end() if match else -1


def _is_plain(text: str) -> bool:
    """Whether a text has nothing that XML forbids between tags, so that only its tags need be looked at."""
    return not any(letter in text for letter in _FORBIDDEN) and ("]" not in text or "]]>" not in text)
