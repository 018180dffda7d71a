"""The worked examples that councils, HMRC and the law publish, where the shared reference is beside this repository."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).resolve().parents[2].parent / "shared" / "reference" / "examples.yaml"
WHY_NOT = "the shared examples are not beside this repository"


class _Exact(yaml.SafeLoader):
    """Reads 0.1 as a decimal, so that no penny is lost on the way in."""


_Exact.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node)))


def load() -> list[dict[str, Any]]:
    """All examples; none when the shared folder is not there."""
    return yaml.load(FILE.read_text(), _Exact)["examples"] if FILE.exists() else []  # noqa: S506 - a safe loader


def name(example: dict[str, Any]) -> str:
    """An example marked “recalled” tests the program; it is no proof of what the law says."""
    return f"{example['id']} {example['rule']} ({example['kind']})"


TODAY = date(2026, 11, 22)
