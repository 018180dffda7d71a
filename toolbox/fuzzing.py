"""Fuzzing: every reader of files that others send is tried on damaged files for a stated time, each in a process of its own."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolbox.shell import PYTHON, ROOT, STATE, TroubleError, environment, say

SECONDS = 10
SPARE_SECONDS = 240
"""To start, to finish the last input and to make what was found smaller; after that the process has hung."""

FINDS = STATE / "fuzz"
COLUMNS = ("reader", "inputs", "seconds", "finds", "slowest small, s", "slowest s/MB", "most memory, MB")


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a reader: what its process wrote, and what it died of if it did."""

    name: str
    score: dict[str, Any]
    died: str = ""

    @property
    def found(self) -> int:
        return len(self.score.get("finds", ())) + bool(self.died)


def fuzz(words: Sequence[str]) -> int:
    """Try the readers named, or all, for so many seconds each. Returns 1 when something was found."""
    seconds = next((int(word) for word in words if word.isdigit()), SECONDS)
    names = _choose([word for word in words if not word.isdigit()])
    say(f"{len(names)} readers, {seconds} seconds each. What is found is kept in {FINDS}.")
    say(_row(COLUMNS))
    results = []
    for name in names:
        results.append(try_reader(name, seconds))
        say(_row(_cells(results[-1])))
    for result in results:
        tell(result)
    return 1 if any(result.found for result in results) else 0


def try_reader(name: str, seconds: int) -> Result:
    """Try one reader in a process that is polite to others; when it dies, the input it had is kept."""
    there = FINDS / "".join(letter if letter.isalnum() else "-" for letter in name)
    shutil.rmtree(there, ignore_errors=True)
    there.mkdir(parents=True)
    path = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    died = ""
    try:
        done = subprocess.run(
            ["nice", "-n", "15", PYTHON, "-m", "tests.fuzz", name, str(seconds), there],
            cwd=ROOT,
            env=environment() | path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=seconds + SPARE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        died = "it hung where nothing could stop it"
    else:
        died = f"it ended with {done.returncode}: {done.stdout[-2_000:]}" if done.returncode else ""
    score = there / "score.json"
    return Result(name, json.loads(score.read_text()) if score.exists() and not died else {}, died)


def _choose(words: Sequence[str]) -> list[str]:
    """The names of readers that were asked for, by any part of them; all when none was."""
    listed = subprocess.run(
        [PYTHON, "-c", "from tests.fuzz.readers import READERS; print(*READERS, sep='\\n')"],
        cwd=ROOT,
        env=environment() | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.splitlines()
    chosen = [name for name in listed if not words or any(word.casefold() in name.casefold() for word in words)]
    if not chosen:
        raise TroubleError(f"There is no reader {' '.join(words)}. Say one of: {', '.join(listed)}.")
    return chosen


def _cells(result: Result) -> tuple[str, ...]:
    score = result.score
    if result.died:
        return (result.name, "", "", "died", "", "", "")
    return (
        result.name,
        f"{score['inputs']:,}",
        f"{score['seconds']:.0f}",
        str(result.found),
        f"{score['slowest_small']:.2f}",
        f"{score['slowest_a_megabyte']:.2f}",
        f"{score['most_memory'] / 1_000_000:.0f}",
    )


def _row(cells: Sequence[str]) -> str:
    return cells[0].ljust(20) + "".join(cell.rjust(18) for cell in cells[1:])


def tell(result: Result) -> None:
    """What was found, with the file that shows it."""
    if result.died:
        say(f"\n{result.name}: {result.died}\n  The input it had is in {FINDS}.")
    for find in result.score.get("finds", ()):
        data = Path(find["file"]).read_bytes()
        say(
            f"\n{result.name}: {find['what']}\n{find['told']}  {find['bytes']:,} bytes in {find['file']}: {data[:300]!r}"
        )
