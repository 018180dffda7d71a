"""What a named rule is made of: the inputs that it reads, the work that answers with named Steps, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ownway.rules.parameters import Figures
from ownway.rules.steps import Step

Answers = dict[str, Step]
"""The named figures of an answer."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by name: a frozen class that its JSON inputs are read into, the work, and the page about it.

    `title` is what it answers, in a few words; `says` the rule in plain words; `law` where that is said (with its
    standing, when it was not read); `example` the JSON inputs, `on` among them, of a worked example that the tests run.
    """

    inputs: type
    work: Callable[[Any, Figures], Answers]
    title: str = ""
    says: str = ""
    law: str = ""
    example: Mapping[str, Any] = field(default_factory=dict)


PlainAnswers = dict[str, Any]
"""The named parts of an answer that is no figure, as JSON has them; days are ISO 8601."""


@dataclass(frozen=True, slots=True)
class PlainRule:
    """A rule by name whose answer is yes or no, a day, or reasons in words. The rest is as in Rule."""

    inputs: type
    work: Callable[[Any, Figures], PlainAnswers]
    title: str
    says: str
    law: str
    example: Mapping[str, Any]
