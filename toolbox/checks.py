"""The checks that read the code: each is a name and a command, and all are run even when one fails."""

import contextlib
import os
import subprocess
import time
from dataclasses import dataclass, field

from toolbox.database import database
from toolbox.shell import ROOT, VENV, environment, say

CODE = ("run", "src", "tests", "toolbox", "bench")
PRODUCTION = {
    "OWNWAY_ENV": "production",
    "OWNWAY_SECRET_KEY": "only-looked-at-by-the-check-of-the-production-settings-and-never-served",
    "OWNWAY_HOSTS": "ownway.example",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what it looks at, the command that does it, and the database and environment it needs besides."""

    name: str
    command: tuple[str, ...]
    database: bool = False
    environment: dict[str, str] = field(default_factory=dict)


def _code() -> tuple[str, ...]:
    return tuple(path for path in CODE if (ROOT / path).exists())


CHECKS = (
    Check("format", ("ruff", "format", "--check", *_code())),
    Check("lint", ("ruff", "check", *_code())),
    Check("types", ("mypy",)),
    Check("contracts", ("lint-imports",)),
    Check("templates", ("djlint", "src", "--lint", "--quiet")),
    Check("migrations", ("ownway", "makemigrations", "--check", "--dry-run"), database=True),
    Check("production settings", ("ownway", "check", "--deploy", "--fail-level", "WARNING"), environment=PRODUCTION),
)
FIXES = (
    Check("lint", ("ruff", "check", "--fix", *_code())),
    Check("format", ("ruff", "format", *_code())),
)


def run(check: Check) -> subprocess.CompletedProcess[str]:
    """Run one check; its output is for the person who has to put it right."""
    program = VENV / "bin" / check.command[0]
    with database(for_tests=True) if check.database else contextlib.nullcontext() as url:
        return subprocess.run(
            [program, *check.command[1:]],
            cwd=ROOT,
            env=environment() | ({"DATABASE_URL": url} if url else {}) | check.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )


def check_all() -> int:
    """Run every check; 1 when any failed."""
    return max([_report(check) for check in CHECKS])


def fix_all() -> int:
    """Put right what can be put right by itself; 1 when something is left."""
    return max([_report(fix) for fix in FIXES])


def _report(check: Check) -> int:
    begun = time.monotonic()
    done = run(check)
    verdict = "failed" if done.returncode else "passed"
    say(f"{check.name:<20} {verdict} ({time.monotonic() - begun:.1f} s)")
    if done.returncode:
        say(done.stdout.rstrip() + os.linesep)
    return 1 if done.returncode else 0
