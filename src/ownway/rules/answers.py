"""What a named rule is made of: the inputs that it reads and the work that answers with named Steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ownway.rules.parameters import Figures
from ownway.rules.steps import Step

Answers = dict[str, Step]
"""The named figures of an answer."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by name: a frozen class that its JSON inputs are read into, and the work."""

    inputs: type
    work: Callable[[Any, Figures], Answers]
