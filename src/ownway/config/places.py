"""Where things are on the disk: the project's folder, and the folder of what it makes for itself."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
"""The folder that holds `run`, `src` and `tests`."""

STATE = Path(os.environ.get("OWNWAY_STATE") or ROOT / ".ownway").absolute()
"""What Ownway makes for itself and can make again, and the embedded database, which it cannot."""

STATIC = STATE / "assets" / "static"
"""Stylesheets, scripts and pictures fetched and built by `./run`."""

FONTS = STATE / "assets" / "fonts"
"""Typefaces for letters, as TTF."""
