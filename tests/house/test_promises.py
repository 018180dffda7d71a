"""What the database promises is said in a sentence, and tables point only to the floors and rooms beneath them."""

import re
import tomllib

import pytest
from django.apps import apps

from ownway.config import places
from ownway.ground.design import plain
from ownway.ground.design.constraints import SENTENCES

CONTRACTS = tomllib.loads((places.ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
MIGRATIONS = sorted((places.ROOT / "src" / "ownway").glob("*/*/migrations/0*.py"))


def models():
    return [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("ownway.")]


def promises():
    """The name of every constraint, with where it is made: of the tables, and of triggers of our own."""
    made = {constraint.name: model._meta.label for model in models() for constraint in model._meta.constraints}
    for path in MIGRATIONS:
        made |= dict.fromkeys(re.findall(r"CONSTRAINT = '(\w+)'", path.read_text()), path.parent.parent.name)
    return made


def test_every_constraint_has_a_sentence():
    silent = [f"{label}: {name}" for name, label in promises().items() if name not in SENTENCES]
    assert silent == [], "Say in the room's sentences.py what to tell a person when this is refused"


def test_every_sentence_belongs_to_a_constraint():
    assert set(SENTENCES) - set(promises()) == set()


@pytest.mark.parametrize("name", sorted(SENTENCES))
def test_it_is_said_kindly_and_in_plain_words(name):
    words = SENTENCES[name][1]
    assert name not in words
    assert plain.harsh_words(words) == []
    assert plain.WORD.findall(words)
    assert words[0].isupper()


def layers(container):
    """The rooms of a floor from the lowest to the highest; rooms side by side are one layer."""
    (found,) = [one["layers"] for one in CONTRACTS if one["type"] == "layers" and one["containers"] == [container]]
    return [layer.split(" | ") for layer in reversed(found)]


def order():
    """Where each room stands, counted from the lowest: `{"ground.people": 5}`. Rooms side by side share a number."""
    rows = []
    for (floor,) in layers("ownway"):
        inside = {"ground", "journey"} & {floor}
        rows += [[f"{floor}.{room}" for room in row] for row in (layers(f"ownway.{floor}") if inside else [])]
        rows.append([floor])
    return {room: number for number, row in enumerate(rows) for room in row}


def room_of(model):
    return ".".join(model.__module__.split(".")[1:3])


def place_of(model):
    """The number of the model's room, or of its floor where the rooms have no order."""
    room = room_of(model)
    places_of_rooms = order()
    return places_of_rooms.get(room, places_of_rooms.get(room.split(".")[0]))


# Audit is told by every room, so it lies beneath them all; but who did it and for which council is kept by access.
NAMED_FROM_BELOW = {("ground.audit", "ground.access")}  # docs/adr/0007-audit-beneath-access.md


def test_tables_point_only_downwards():
    upwards = [
        f"{model._meta.label}.{field.name} points to {field.related_model._meta.label}"
        for model in models()
        for field in model._meta.local_fields + model._meta.local_many_to_many
        if field.related_model in models()
        and room_of(field.related_model) != room_of(model)
        and place_of(field.related_model) >= place_of(model)
        and (room_of(model), room_of(field.related_model)) not in NAMED_FROM_BELOW
    ]
    assert upwards == []


def test_the_order_is_the_one_of_the_contracts():
    where = order()
    assert where["ground.access"] < where["ground.people"] < where["ground.letters"] < where["journey.needs"]
    assert where["journey.plans"] == where["journey.contributions"] < where["journey.agreements"] < where["front"]
