"""The `ownway` command: runs the program and answers questions from the command line."""

import os
import sys


def main() -> None:
    """Run a management command of Ownway or of Django: `ownway migrate`, `ownway cost FILE.toml`, …"""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ownway.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line([*sys.argv[:1], *sys.argv[1:]])
