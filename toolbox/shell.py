"""Saying what is being done, and running other programs."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STATE = Path(os.environ.get("OWNWAY_STATE") or ROOT / ".ownway").absolute()
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STILL_AT_IT_SECONDS = 10


class TroubleError(Exception):
    """Something that the person at the keyboard can put right; the message says what happened and what to do."""


def say(text: str) -> None:
    """Print one line at once, also when the output is a file."""
    print(text, flush=True)


@contextmanager
def step(text: str) -> Iterator[None]:
    """Say what is being done, that it still is, and how long it took."""
    begun = time.monotonic()
    say(f"{text} …")
    over = threading.Event()

    def reassure() -> None:
        while not over.wait(STILL_AT_IT_SECONDS):
            say(f"  still at it, {time.monotonic() - begun:.0f} s")

    threading.Thread(target=reassure, daemon=True).start()
    try:
        yield
    finally:
        over.set()
    say(f"  done in {time.monotonic() - begun:.1f} s")


def environment() -> dict[str, str]:
    """The environment for programs that `./run` starts: the project's own Python first, and bytecode kept."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME"}}
    return kept | {"VIRTUAL_ENV": str(VENV), "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


def run_quietly(command: Sequence[str | Path]) -> str:
    """Run a program and return what it printed; what it printed is shown only when it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        last_words = "\n".join(done.stdout.strip().splitlines()[-30:])
        raise TroubleError(f"{Path(command[0]).name} stopped with code {done.returncode}:\n{last_words}")
    return done.stdout


def become(command: Sequence[str | Path]) -> None:
    """Let another program take this one's place."""
    sys.stdout.flush()
    words = [str(word) for word in command]
    os.execve(words[0], words, environment())  # noqa: S606 - no shell is wanted
