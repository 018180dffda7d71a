"""The table of who may what: what the doors say, the file that was agreed, and who is who in it."""

from pathlib import Path

from tests.house.doors import Door

from ownway.ground.access.models import Role
from ownway.ground.access.permissions import Permission
from ownway.ground.people.models import Relation

FILE = Path(__file__).parents[1] / "golden" / "who_may_what.txt"
WRITE_IT_AGAIN = "OWNWAY_WRITE_GOLDEN=1 ./run test tests/house/test_who_may_what.py"

COLUMNS = {
    "anybody": "all",
    "signed_in": "in",
    Relation.SELF: "me",
    Relation.REPRESENTATIVE: "rep",
    Relation.PA: "pa",
    Relation.ADVISER: "adv",
    Role.SOCIAL_WORKER: "sw",
    Role.FINANCE_OFFICER: "fo",
    Role.FINANCE_APPROVER: "fa",
    Role.SUPPORT_ADVISER: "sup",
    Role.COMMISSIONER: "com",
    Role.ADMINISTRATOR: "adm",
}
HEAD = f"""\
Who may what
============

Each line is an address and the permission that its door asks for. A mark says who may open it. About a person, the
first marks are for those who stand to that person so; roles are at the person's council, and other councils' workers
never find the person. A door with a role opens only after a second factor.

  all  anybody, signed in or not            sw   social worker
  in   anybody who is signed in             fo   finance officer
  me   the person                           fa   finance approver
  rep  who acts for the person              sup  support adviser
  pa   the person's assistant               com  commissioner
  adv  the person's independent adviser     adm  administrator

Made by the tests. When you have changed a door on purpose, write it again with
{WRITE_IT_AGAIN}
and read what changed.

"""

# The people of the tests, by the marks they have about Amina.
PEOPLE = {
    "amina": {"all", "in", "me"},
    "brian": {"all", "in", "rep"},
    "carys": {"all", "in", "pa"},
    "dev": {"all", "in", "sw"},
    "harriet": {"all", "in", "fo"},
    "farah": {"all", "in", "fa"},
    "gwen": {"all", "in", "sup", "adv"},
    "imran": {"all", "in", "com"},
    "jo": {"all", "in", "adm"},
    "esi": {"all", "in", "sw"},  # of another council
    "anonymous": {"all"},
}


def marks(may: object) -> set[str]:
    """Who holds a permission, as short column names."""
    if isinstance(may, Permission) and may.public:
        return {"all"}
    if isinstance(may, Permission) and may.signed_in:
        return {"in"}
    holders = set(may.roles) | set(getattr(may, "relations", ()))
    return {COLUMNS[holder] for holder in holders}


def table(doors: list[Door]) -> str:
    """The whole file."""
    width = max(len(door.route) for door in doors) + 3
    permission_width = max(len(door.may.name) for door in doors) + 2
    lines = ["address".ljust(width) + "permission".ljust(permission_width) + " ".join(COLUMNS.values())]
    for door in doors:
        held = marks(door.may)
        cells = " ".join(("x" if mark in held else ".").ljust(len(mark)) for mark in COLUMNS.values())
        lines.append((f"/{door.route}".ljust(width) + door.may.name.ljust(permission_width) + cells).rstrip())
    return HEAD + "\n".join(lines) + "\n"


def agreed() -> dict[str, set[str]]:
    """The marks of each address (without its first stroke), as the file has them."""
    rows = FILE.read_text().split("\naddress ", 1)[1].splitlines()[1:]
    return {
        row.split()[0].removeprefix("/"): {
            mark for mark, cell in zip(COLUMNS.values(), row.split()[2:], strict=True) if cell == "x"
        }
        for row in rows
    }
