"""Reads a plan from a TOML file, as `ownway cost FILE.toml` takes it. docs/examples/amina.toml shows the shape.

The names are those of the rulebook (`rules.plans.Plan`, `rules.finances.Finances`), and three may be said as people say
them: money ("£13.00") where a name ends in `_pence`, time ("3 hours 30 minutes") where it begins with `minutes`, and a
percentage ("5%") for `basis_points` and `percent_taken`. Whole pence, minutes and basis points may be given as numbers.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ownway.ground.design.parsing import parse_hours, parse_pounds
from ownway.rules.finances import Finances, LocalPolicy
from ownway.rules.parameters import Confirmed
from ownway.rules.plain_data import from_plain
from ownway.rules.plans import Plan
from ownway.rules.refusals import BadInput, InputProblem, Refused

LARGEST_FILE = 1_000_000  # bytes: a plan is a few pages at most
_NOTHING_OF_ITS_OWN = LocalPolicy()


@dataclass(frozen=True, slots=True)
class PlanFile:
    """The day of the figures, a plan, and, to see the contribution, the person's finances and the council's policy.

    `confirmed` are figures that whoever writes the file has looked up, each in its own unit.
    """

    on: date
    plan: Plan
    finances: Finances | None = None
    policy: LocalPolicy = _NOTHING_OF_ITS_OWN
    confirmed: tuple[Confirmed, ...] = ()


class NotReadable(Refused):
    """The file is not TOML, not UTF-8, or far too large to be a plan."""


def read_plan_file(content: bytes) -> PlanFile:
    """The file's plan. Raises NotReadable, or BadInput with everything to put right by its field."""
    if len(content) > LARGEST_FILE:
        raise NotReadable("This file is too large to be a plan. A plan is at most a few pages.")
    try:
        data = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotReadable("This file is not text in UTF-8. Save it as UTF-8 and try again.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise NotReadable(f"This file is not TOML that we can read: {error}.") from error
    problems: list[InputProblem] = []
    plain = _plain(data, "", problems)
    if problems:
        raise BadInput(problems)
    return from_plain(PlanFile, plain)


def _plain(value: Any, path: str, problems: list[InputProblem]) -> Any:
    """The same data with what is said in words made numbers."""
    if isinstance(value, dict):
        return {name: _plain(one, f"{path}.{name}".lstrip("."), problems) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one, f"{path}.{place}", problems) for place, one in enumerate(value)]
    read = _reader(path.rpartition(".")[2])
    if read is None or not isinstance(value, str):
        return value
    try:
        return read(value)
    except ValueError as problem:
        problems.append(InputProblem(path, f"{problem}."))
        return value


def _reader(name: str) -> Callable[[str], int] | None:
    if name.endswith("_pence"):
        return parse_pounds
    if name.startswith("minutes"):
        return parse_hours
    return _parse_percent if name in ("basis_points", "percent_taken") else None


def _parse_percent(text: str) -> int:
    try:
        return parse_pounds(text.replace("%", ""))
    except ValueError:
        raise ValueError("Enter a percentage, like 5% or 2.5%") from None
