"""The `ownway` command: starts the program, loads the demonstration, and answers questions from the command line."""

import os
import sys
from collections.abc import Sequence

from ownway.config import processes

OURS = {
    "migrate": "Bring the database up to date.",
    "web": "Serve the pages. PORT says where (8000), OWNWAY_BIND on which address (127.0.0.1).",
    "worker": "Do the work that waits: payment files, letters.",
    "council": "A real council: “council add” makes it with its first administrator.",
    "demo": "The made-up council: “demo load” makes it, “demo personas” says whom to sign in as.",
    "cost": "What a plan in a TOML file costs and what the person pays, with the working.",
    "rule": "List the rules, or ask one: facts as JSON on standard input, the answer as JSON.",
    "parameters": "The figures that sums are done with, those not confirmed, those to look at again.",
    "rules": "“rules --people N” works a rule out for so many made-up people, and says how long it took.",
    "what-if": "Two sets of figures and policies over the people of a file: totals, and who has more or less.",
    "statement": "What is read from a bank statement, to the penny. Nothing is kept.",
    "account": "Whether a sort code and an account number fit together, by the banks’ checks.",
    "payment-file": "“payment-file check FILE” says what a payment file holds, and what a bank would say of it.",
    "directory": "“directory check FILE” says what a directory of services holds, and what is wrong with it.",
    "replay": "Work out every stored decision again and list what would differ.",
}
ASKS_FOR_HELP = {"", "help", "-h", "--help"}


def main() -> None:
    """Do what the first word says: one of OURS, or a management command of Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ownway.config.settings")
    run(sys.argv[1:])


def run(words: Sequence[str]) -> None:
    """The command by its words. A command of ours answers `--help` itself; Django knows more than ours."""
    name, *rest = words or [""]
    if name in ASKS_FOR_HELP and not rest:
        sys.stdout.write(overview())
    elif name == "web":
        processes.web(rest)
    elif name == "worker":
        processes.worker(rest)
    else:
        from_django(words)


def overview() -> str:
    """What `ownway --help` says: ours first."""
    width = max(map(len, OURS))
    lines = [f"  ownway {name:<{width}}  {what}" for name, what in OURS.items()]
    return "\n".join(
        [
            "Ownway: direct payments in adult social care.",
            "",
            *lines,
            "",
            "“ownway COMMAND --help” tells more. The rest is Django’s: “ownway help --commands” lists it.",
            "",
        ]
    )


def from_django(words: Sequence[str]) -> None:
    """Run a management command."""
    from django.core.management import execute_from_command_line

    name, *rest = words or [""]
    execute_from_command_line(["ownway", name.replace("-", "_") if name in OURS else name, *rest])
