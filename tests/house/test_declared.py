"""Every library that a file imports is declared, so that a clean installation has it."""

import ast
import re
import sys
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from ownway.config import places

OURS = {"ownway", "toolbox", "tests", "bench"}
DECLARED_FOR = {
    "src/ownway": ("analyst", "base"),
    "toolbox": ("base", "dev"),
    "bench": ("base", "peers", "format_peers", "dev"),
    "tests": ("base", "dev"),
}
PEERS_HOMES = {"mt940": ["mt-940"]}
"""The packages of what only a peers' environment has, where the names differ."""


@cache
def declared(*lists: str) -> frozenset[str]:
    """The packages of these lists, by their plain names."""
    lines = [line for name in lists for line in (places.ROOT / "requirements" / f"{name}.in").read_text().splitlines()]
    return frozenset(plain(re.split(r"[\[=<>~ ]", line)[0]) for line in lines if line and line[0] not in "#-")


def plain(package: str) -> str:
    return package.lower().replace("_", "-")


def imported(path: Path) -> set[str]:
    """The first names of what a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module.split(".")[0])
    return names - OURS - set(sys.stdlib_module_names)


def undeclared(folder: str, lists: tuple[str, ...]) -> list[str]:
    """Each file with a library that none of the lists has."""
    homes = PEERS_HOMES | dict(packages_distributions())
    return [
        f"{path.relative_to(places.ROOT)} imports {name}"
        for path in sorted((places.ROOT / folder).rglob("*.py"))
        for name in sorted(imported(path))
        if not {plain(home) for home in homes.get(name, [name])} & declared(*lists)
    ]


@pytest.mark.parametrize(("folder", "lists"), DECLARED_FOR.items())
def test_what_is_imported_is_declared(folder, lists):
    assert undeclared(folder, lists) == [], f"Add it to requirements/{lists[-1]}.in, then ./run lock"


@pytest.mark.parametrize("name", ["run", "toolbox/commands.py", "toolbox/installing.py", "toolbox/shell.py"])
def test_what_runs_before_anything_is_installed_needs_only_python(name):
    assert imported(places.ROOT / name) == set()


def test_something_undeclared_would_be_seen():
    assert undeclared("src/ownway", ("uv",)) != []
    assert "django" in declared("base")
    assert "uv" in declared("uv")
