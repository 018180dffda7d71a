"""Every room is laid out the same way, says what it is for, and holds something."""

import ast

from ownway.config import places
from ownway.config.rooms import ROOMS

SOURCE = places.ROOT / "src" / "ownway"
FLOORS_WITH_ROOMS = ("ground", "journey", "market", "front", "formats")
FLOORS_WITH_TABLES = ("ground", "journey", "market", "front")


def rooms(*floors):
    return [
        folder
        for floor in floors
        if (SOURCE / floor).is_dir()
        for folder in sorted((SOURCE / floor).iterdir())
        if folder.is_dir() and folder.name != "__pycache__"
    ]


def shown(path):
    return str(path.relative_to(places.ROOT))


def docstring_of(path):
    return ast.get_docstring(ast.parse(path.read_text())) or ""


def test_every_room_says_what_it_is_for():
    silent = [shown(room) for room in rooms(*FLOORS_WITH_ROOMS) if not docstring_of(room / "__init__.py")]
    assert silent == []


def test_no_room_is_empty():
    empty = [
        shown(room)
        for room in rooms(*FLOORS_WITH_ROOMS)
        if not [path for path in room.rglob("*.py") if path.name not in {"__init__.py", "apps.py"}]
    ]
    assert empty == []


def test_every_module_opens_with_a_sentence():
    modules = [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts and path.read_text().strip()]
    without = [
        shown(path) for path in modules if not docstring_of(path).split("\n\n")[0].rstrip().endswith((".", "?", "…"))
    ]
    assert without == []


def test_every_room_with_tables_has_its_migrations_and_is_mounted():
    with_tables = [room for room in rooms(*FLOORS_WITH_TABLES) if (room / "models.py").exists()]
    assert [shown(room) for room in with_tables if not list((room / "migrations").glob("0*.py"))] == []
    names = [f"ownway.{room.parent.name}.{room.name}" for room in with_tables]
    assert [name for name in names if name not in ROOMS] == []


def test_every_mounted_room_exists():
    assert [name for name in ROOMS if not (SOURCE.parent / name.replace(".", "/") / "apps.py").exists()] == []


def test_templates_are_beside_their_room_and_named_after_it():
    astray = [
        shown(template)
        for room in rooms(*FLOORS_WITH_TABLES)
        for template in (room / "templates").rglob("*.html")
        if template.relative_to(room / "templates").parts[0] not in {room.name, *OTHERS_TEMPLATES.get(room.name, ())}
    ]
    assert astray == []


OTHERS_TEMPLATES = {"access": ("account", "mfa", "allauth")}
"""A library's pages that a room draws anew keep the library's names."""
