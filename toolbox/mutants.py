"""Mutation testing of the rulebook: small faults are put into a copy of the rules, and the tests must notice them."""

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from toolbox.shell import PYTHON, ROOT, STATE, TroubleError, environment, say, step

AREAS: dict[str, tuple[str, ...]] = {
    "contribution": (
        *("by_day", "care_cap", "care_home", "charging", "finance_problems", "finances", "gross_net", "incomes"),
        *("kept_costs", "light_touch", "minimum_income", "notional_capital", "savings"),
    ),
    "employment": (
        *("employing", "employment_allowance", "employment_cost", "ending", "holiday", "holiday_kinds", "holiday_owed"),
        *("maternity_pay", "mileage", "minimum_wage", "national_insurance", "pension", "pension_duties", "sick_pay"),
        *("sickness", "sleep_ins", "start_and_end"),
    ),
    "recovery": ("instalments", "recovery_bars", "reviews", "settling", "surplus", "wrongly_spent"),
}
ENOUGH_PERCENT = 90
EXAMPLES = 20

# Tests that ask other floors, start the command or hold the rules against other packages: they would see no mutant.
LEFT_OUT = (
    *("test_allocation.py", "test_allocation_tables.py", "test_fairness.py", "test_lifecycles_and_tables.py"),
    *("test_examples.py", "test_peers_agree.py"),
)
SETTINGS = """\
[tool.mutmut]
source_paths = ["src"]
only_mutate = {only}
pytest_add_cli_args = ["-p", "no:django", "-p", "no:xdist", "-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = ["tests/rules", "-k", "not compiled"]
use_git_change_detection = false

[tool.pytest.ini_options]
pythonpath = ["src", "."]
addopts = ["--import-mode=importlib"]
"""
# Fewer examples and no search for the smallest: here a test need only fail, not explain.
CONFTEST = f"""\
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "mutants", derandomize=True, max_examples={EXAMPLES}, deadline=None, database=None,
    phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
)
settings.load_profile("mutants")
"""


@dataclass(frozen=True, slots=True)
class Score:
    """How many mutants there were, and how many of them a test noticed."""

    mutants: int
    killed: int

    @property
    def survived(self) -> int:
        return self.mutants - self.killed

    @property
    def is_enough(self) -> bool:
        return self.killed * 100 >= self.mutants * ENOUGH_PERCENT

    def __str__(self) -> str:
        return f"{self.mutants} mutants, {self.killed} killed, {self.survived} survived: {self.share}"

    @property
    def share(self) -> str:
        """The share that was killed, rounded down to a tenth of a per cent."""
        tenths = self.killed * 1000 // (self.mutants or 1)
        return f"{tenths // 10}.{tenths % 10}%"


def measure(words: Sequence[str]) -> int:
    """Try the mutants of the areas named, or of all. Returns 1 when too few are killed in one of them."""
    if unknown := [word for word in words if word not in (*AREAS, "again")]:
        raise TroubleError(f"There is no area {unknown[0]}. Say {', '.join(AREAS)}, or none of them for all.")
    areas = [area for area in AREAS if area in words] or list(AREAS)
    for area in areas:
        try_mutants(area, again="again" in words)
        say(f"{area}: {score_of(area)}")
        say(f"  what nobody noticed: {survivors_of(area)}")
    if os.environ.get("OWNWAY_WRITE_GOLDEN") and "again" not in words:
        from toolbox import mutants_page

        mutants_page.PAGE.write_text(mutants_page.page())
    return 0 if all(score_of(area).is_enough for area in areas) else 1


def workspace(area: str) -> Path:
    return STATE / "mutants" / area


def try_mutants(area: str, *, again: bool) -> None:
    """Copy the rules and their tests aside, and let mutmut work there; `again` tries only those that survived."""
    there = workspace(area)
    survivors = [one["name"] for one in read_results(area) if not one["killed"]] if again else []
    if not again:
        shutil.rmtree(there, ignore_errors=True)
    copy_rules(there)
    (there / "pyproject.toml").write_text(SETTINGS.format(only=[f"src/ownway/rules/{name}.py" for name in AREAS[area]]))
    with step(f"Trying the mutants of {area}; {there / 'log.txt'} says how far"), (there / "log.txt").open("w") as log:
        driver: list[str | Path] = [PYTHON, "-P", ROOT / "toolbox" / "mutating.py", *survivors]
        code = subprocess.run(driver, cwd=there, env=environment(), stdout=log, stderr=log, check=False).returncode
    if code:
        raise TroubleError(f"The mutants could not be tried: see {there / 'log.txt'}.")
    survivors_of(area).write_text("\n".join(one["change"] for one in read_results(area) if not one["killed"]))


def copy_rules(there: Path) -> None:
    """The rules and their tests as they are now, without Django, its settings and the tests' database."""
    source, tests = there / "src" / "ownway", there / "tests"
    shutil.copytree(ROOT / "src" / "ownway" / "rules", source / "rules", dirs_exist_ok=True)
    shutil.copy2(ROOT / "src" / "ownway" / "__init__.py", source)
    shutil.copytree(
        ROOT / "tests" / "rules", tests / "rules", dirs_exist_ok=True, ignore=shutil.ignore_patterns(*LEFT_OUT)
    )
    (tests / "conftest.py").write_text(CONFTEST)


def survivors_of(area: str) -> Path:
    return workspace(area) / "survivors.txt"


def read_results(area: str) -> list[dict[str, str]]:
    """What became of each mutant of an area; none when it was never measured here."""
    file = workspace(area) / "results.json"
    results: list[dict[str, str]] = json.loads(file.read_text()) if file.exists() else []
    return results


def measured_on(area: str) -> date | None:
    """The day on which an area was last measured here."""
    file = workspace(area) / "results.json"
    return datetime.fromtimestamp(file.stat().st_mtime, UTC).date() if file.exists() else None


def score_of(area: str, module: str = "") -> Score:
    """The score of an area, or of one module of it."""
    kinds = Counter(bool(one["killed"]) for one in read_results(area) if module in ("", one["module"]))
    return Score(mutants=kinds.total(), killed=kinds[True])
