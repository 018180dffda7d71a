"""The commands of `./run`: what each is called, what it needs to be installed, and what it does."""

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolbox.database import database
from toolbox.shell import PYTHON, ROOT, STATE, VENV, TroubleError, become, environment, run_quietly, say, step

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its line in the help, the requirements files and assets it needs, and the function that does it."""

    help: str
    do: Callable[[Words], int]
    needs: tuple[str, ...] = ("base",)
    assets: bool = True


def serve(words: Words) -> int:
    """`./run`: the demo council in a browser."""
    from toolbox import serving

    return serving.serve()


def test(words: Words) -> int:
    """`./run test`: all tests, or those that pytest's words name."""
    from toolbox import browser

    os.environ["OWNWAY_CHROMIUM"] = browser.find_or_install()
    workers = [] if any(word.startswith(("-n", "--pdb")) for word in words) else ["-n", "logical"]
    return subprocess.run(
        [PYTHON, "-m", "pytest", *workers, *words], cwd=ROOT, env=environment(), check=False
    ).returncode


def check(words: Words) -> int:
    """`./run check`: format, lint, types, contracts, templates, migrations, production settings."""
    from toolbox import checks

    return checks.check_all()


def fix(words: Words) -> int:
    """`./run fix`: what the formatter and the linter can put right by themselves."""
    from toolbox import checks

    return checks.fix_all()


def bench(words: Words) -> int:
    """`./run bench`: the pages of the demo council, then the rulebook; `./run bench rulebook` needs no database."""
    with contextlib.nullcontext() if "rulebook" in words and "pages" not in words else database():
        return subprocess.run([PYTHON, "-m", "bench", *words], cwd=ROOT, env=environment(), check=False).returncode


def mutants(words: Words) -> int:
    """`./run mutants`: whether the tests notice small faults in the rulebook; `again` tries those that got through."""
    from toolbox import mutants

    return mutants.measure(words)


def fuzz(words: Words) -> int:
    """`./run fuzz`: damaged files for every reader of files, or those named, for some seconds each."""
    from toolbox import fuzzing

    return fuzzing.fuzz(words)


def manage(words: Words) -> int:
    """`./run manage …`: the `ownway` command, with the database running."""
    os.environ.setdefault("OWNWAY_LOG_LEVEL", "WARNING")
    with database():
        return subprocess.run([VENV / "bin" / "ownway", *words], env=environment(), check=False).returncode


def psql(words: Words) -> int:
    """`./run psql`: the database's own prompt."""
    from ownway.config import postgres

    with database() as url:
        program = shutil.which("psql") or postgres.program("psql")
        return subprocess.run([program, url, *words], env=environment(), check=False).returncode


def lock(words: Words) -> int:
    """`./run lock`: the newest versions that the `requirements/*.in` files allow, with their hashes and no addresses."""
    from toolbox.installing import find_uv

    options = [
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--quiet",
    ]
    for name in ("uv", "node", "base", "analyst", "dev", "peers", "format_peers"):
        with step(f"Locking requirements/{name}.txt"):
            source = f"requirements/{name}.in"
            run_quietly([find_uv(), "pip", "compile", *options, *words, source, "-o", f"requirements/{name}.txt"])
    return 0


def show_help(words: Words) -> int:
    """`./run help`: these lines."""
    for name, command in COMMANDS.items():
        say(f"./run {name:<8} {command.help}")
    return 0


COMMANDS = {
    "": Command("set up what is missing, then serve the demo council in a browser", serve),
    "test": Command("all checks and tests; further words go to pytest", test, ("base", "dev")),
    "check": Command("format, lint, types, contracts, templates, migrations, settings", check, ("base", "dev")),
    "fix": Command("put right what the formatter and the linter can", fix, ("base", "dev"), assets=False),
    "bench": Command(
        "measure the pages, the rulebook and the formats; pages, rulebook or formats for one", bench, ("base", "dev")
    ),
    "mutants": Command(
        "put small faults into the rulebook; contribution, employment or recovery",
        mutants,
        ("base", "dev"),
        assets=False,
    ),
    "fuzz": Command(
        "damaged files for every reader; names of readers, and seconds", fuzz, ("base", "dev"), assets=False
    ),
    "manage": Command("the ownway command, for example ./run manage cost plan.toml", manage),
    "psql": Command("look into the database", psql, assets=False),
    "lock": Command("renew the locked requirements; for example --upgrade", lock, (), assets=False),
    "help": Command("show these lines", show_help, (), assets=False),
}


def main(words: Words) -> int:
    """Set up what the command needs, then do it with the project's own Python."""
    name, *rest = words or [""]
    command = COMMANDS.get(name.removeprefix("--"))
    if command is None:
        say(f"There is no ./run {name}.")
        show_help(())
        return 2
    try:
        if command.do is not show_help:
            set_up(command)
            if Path(sys.prefix) != VENV:
                become([PYTHON, ROOT / "run", *words])
        return command.do(rest)
    except TroubleError as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def set_up(command: Command) -> None:
    """Install what the command needs; when everything is there, this is a look at two stamps."""
    from toolbox import frontend, installing

    STATE.mkdir(exist_ok=True)
    with (STATE / "set-up.lock").open("a") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        installing.install(*command.needs)
        if command.assets:
            frontend.build_assets()
