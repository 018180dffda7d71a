"""Where each element of a pain.001 file stands: worked out once for each way to it, and looked up ever after."""

from __future__ import annotations

from dataclasses import dataclass, field

from ownway.formats.payments.pain001.plain import Plain
from ownway.formats.payments.pain001.structure import PLACES

DEEPEST = 40
_ANYTHING = "Envlp"  # inside it, the message lets anything stand
_MOST_SAID = 20
# The depth at which each part stands: Document 1, the message 2.
_PARTS = {("GrpHdr", 3), ("PmtInf", 3), ("CdtTrfTxInf", 4)}


@dataclass(slots=True)
class Part:
    """A header, batch or payment: its texts by path ("CdtrAcct/Id/IBAN"; the currency of an amount is "…@Ccy")."""

    name: str
    texts: dict[str, str] = field(default_factory=dict)
    said: list[tuple[str, str]] = field(default_factory=list)
    """What is foreign, unknown or out of order in it: the path, and a sentence."""
    furthest: int = -1
    plain: Plain | None = None
    """A payment with nothing to say about it: what there is to count, instead of texts."""

    def say(self, path: str, sentence: str) -> None:
        """Note what is wrong with its shape, the first few times."""
        if len(self.said) < _MOST_SAID:
            self.said.append((path, sentence))


class Node:
    """An element by the way to it: `path` within its part, `place` among the children of a part (-1: none there).

    `is_foreign` is the first element of another namespace on the way. It and all within are left out of the texts;
    so is what stands in an envelope (SplmtryData/Envlp), where the message lets anything stand.
    """

    __slots__ = (
        "children",
        "depth",
        "home",
        "is_foreign",
        "is_out",
        "local",
        "looks",
        "namespace",
        "part",
        "path",
        "place",
    )

    def __init__(self, parent: Node | None = None, name: str = "") -> None:
        self.children: dict[str, Node] = {}
        self.namespace, _, self.local = name.rpartition("}")
        self.depth: int = parent.depth + 1 if parent else 0
        self.home: str = parent.home if parent and parent.depth else self.namespace
        self.part = self.path = ""
        self.place: int | None = None
        self.is_foreign = self.is_out = False
        if parent is not None and parent.depth > 0:
            self._stand_in(parent)
        self.looks = self.depth < 4 or bool(self.part) or self.place is not None or self.is_foreign
        """Whether there is something to look at each time it begins; most elements have nothing."""

    def _stand_in(self, parent: Node) -> None:
        is_own = self.namespace == self.home
        self.is_out = parent.is_out or parent.local == _ANYTHING or not is_own
        self.is_foreign = self.is_out and not parent.is_out and parent.local != _ANYTHING
        if self.depth > 3:
            self.path = f"{parent.path}/{self.local}" if parent.path else self.local
        if parent.part:
            self.place = PLACES[parent.part].get(self.local, -1) if is_own else -1
        if not self.is_out and (self.local, self.depth) in _PARTS and (self.depth == 3 or parent.part == "PmtInf"):
            self.part = self.local
            self.path = ""
