"""The project's own Python environment, `.venv`, installed from the locked requirements and nothing else."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from toolbox.shell import PYTHON, ROOT, STATE, VENV, TroubleError, environment, run_quietly, say, step

STAMP = VENV / "ownway.json"
REQUIREMENTS = ROOT / "requirements"
LAUNCHER = """#!/bin/sh
# Made by ./run: Ownway's own command.
exec "$(dirname "$0")/python" -c '
import sys
from ownway.config.command import main
sys.argv[0] = "ownway"
sys.exit(main())
' "$@"
"""


def install(*names: str) -> None:
    """See to it that the named requirements files (`base`, `dev`, `node`) are installed as they are locked now."""
    stamp = _read_stamp()
    if stamp is None or not PYTHON.exists():
        stamp = _make_environment()
    for name in names:
        lock = REQUIREMENTS / f"{name}.txt"
        fingerprint = hashlib.sha256(lock.read_bytes()).hexdigest()
        if stamp.get(name) != fingerprint:
            count = lock.read_text().count("==")
            with step(f"Installing requirements/{lock.name}, {count} locked"):
                _install_locked(lock)
            stamp[name] = fingerprint
            STAMP.write_text(json.dumps(stamp, indent=2) + "\n")


def make_peers(name: str) -> Path:
    """The Python of the environment in which `./run bench` runs what Ownway is measured against, and nothing else.

    `name` is that of its list in requirements: peers or format_peers.
    """
    lock, made = REQUIREMENTS / f"{name}.txt", STATE / name
    stamp, python = made / "ownway.txt", made / "bin" / "python"
    fingerprint = hashlib.sha256(lock.read_bytes()).hexdigest()
    if not (python.exists() and stamp.exists() and stamp.read_text() == fingerprint):
        with step(f"Installing requirements/{lock.name} beside, {lock.read_text().count('==')} locked"):
            shutil.rmtree(made, ignore_errors=True)
            run_quietly([find_uv(), "venv", "--quiet", "--python", PYTHON, made])
            run_quietly([find_uv(), "pip", "install", "--quiet", "--python", python, "--require-hashes", "-r", lock])
            stamp.write_text(fingerprint)
    return python


def find_uv() -> str:
    """uv: the machine's, or one put into the environment."""
    found = shutil.which("uv", path=environment()["PATH"])
    if found is None:
        run_quietly([*_pip(), "install", "--quiet", "--require-hashes", "-r", REQUIREMENTS / "uv.txt"])
        found = str(VENV / "bin" / "uv")
    return found


def _read_stamp() -> dict[str, str] | None:
    """What was installed here before; None when that environment is of another folder, or was never finished."""
    try:
        stamp: dict[str, str] = json.loads(STAMP.read_text())
    except (FileNotFoundError, ValueError):
        return None
    return stamp if stamp.get("root") == str(ROOT) else None


def _make_environment() -> dict[str, str]:
    version = ".".join(str(part) for part in sys.version_info[:3])
    with step(f"Making .venv with Python {version}"):
        if not _is_usable():
            _make_venv()
        site = Path(run_quietly([PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip())
        (site / "ownway.pth").write_text(f"{ROOT / 'src'}\n")
        launcher = VENV / "bin" / "ownway"
        launcher.write_text(LAUNCHER)
        launcher.chmod(0o755)
    stamp = {"root": str(ROOT)}
    STAMP.write_text(json.dumps(stamp) + "\n")
    return stamp


def _is_usable() -> bool:
    """Whether there is an environment already that belongs to this folder and to a Python that Ownway knows."""
    question = "import sys; print(sys.prefix, (3, 11) <= sys.version_info[:2] <= (3, 13))"
    try:
        return run_quietly([PYTHON, "-c", question]).split("\n")[0] == f"{VENV} True" and not STAMP.exists()
    except (TroubleError, OSError):
        return False


def _make_venv() -> None:
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True, check=False).returncode == 0:
        run_quietly([sys.executable, "-m", "venv", VENV])
    elif uv := shutil.which("uv"):
        run_quietly([uv, "venv", "--quiet", "--python", sys.executable, VENV])
    else:
        raise TroubleError(
            "This Python cannot make an environment: its ensurepip module is missing.\n"
            "On Debian and Ubuntu: apt-get install python3-venv\nThen start ./run again."
        )


def _install_locked(lock: Path) -> None:
    try:
        uv = find_uv()
        run_quietly([uv, "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", lock])
    except TroubleError as trouble:
        say(f"  {str(trouble).splitlines()[0]} Trying pip, which takes longer.")
        run_quietly([*_pip(), "install", "--quiet", "--require-hashes", "-r", lock])


def _pip() -> list[str | Path]:
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    try:
        run_quietly([*pip, "--version"])
    except TroubleError:
        run_quietly([PYTHON, "-m", "ensurepip"])
    return pip
