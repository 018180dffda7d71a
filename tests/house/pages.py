"""The pages of docs/ that are made from tested code: what may follow what, who may what, and the national figures."""

from collections.abc import Iterable
from itertools import groupby

from tests.house import who
from tests.house.doors import Door, every_door

from ownway.config import places
from ownway.ground.figures.facts import ValueFacts, value_facts
from ownway.rules.lifecycles import draw_all
from ownway.rules.parameters import Figure, load_national

FOLDER = places.ROOT / "docs"
WRITE_THEM_AGAIN = "OWNWAY_WRITE_GOLDEN=1 ./run test tests/house/test_docs.py"
IN_WORDS = {
    "all": "anybody",
    "in": "anybody who is signed in",
    "me": "the person",
    "rep": "who acts for the person",
    "pa": "the person’s assistant",
    "adv": "the person’s independent adviser",
    "sw": "social workers",
    "fo": "finance officers",
    "fa": "finance approvers",
    "sup": "support advisers",
    "com": "commissioners",
    "adm": "administrators",
}
ABOUT_DOORS = """\
Roles count at the person’s own council; other councils’ workers never find the person. Each look by staff at a
person’s record is noted, and the person can see who looked. Staff use a second factor.
"""
ABOUT_FIGURES = """\
No sum is done with a figure that nobody has looked up: Ownway refuses, and says what to enter and where. A council’s
finance officer confirms a figure on the Figures page, with its source.
"""
STANDINGS = {
    "read in the law": "Somebody read the figure in the source itself.",
    "reported": "A source that reports the law says so.",
    "not confirmed": "Nobody has looked it up yet: sums with it are refused until a finance officer confirms it.",
    "not known": "It is not known: sums with it are refused until a finance officer enters it.",
}


def made() -> str:
    return f"Made from the program by its tests. To make it again: `{WRITE_THEM_AGAIN}`.\n"


def states() -> str:
    """docs/states.md"""
    title, rest = draw_all().split("\n", 1)
    return f"{title}\n\n{made()}{rest}"


def who_may_what() -> str:
    """docs/who-may-what.md, from the table that was agreed."""
    agreed = who.agreed()
    parts = [
        "# Who may what\n",
        made(),
        ABOUT_DOORS,
    ]
    ours = [door for door in every_door() if not door.is_library and door.route in agreed]
    rooms = sorted(ours, key=lambda door: (room_of(door), door.route))
    for room, doors in groupby(rooms, key=room_of):
        parts.append(f"## {room.capitalize()}\n\n{table(('What', 'Address', 'Who'), rows_of(doors, agreed))}")
    return "\n".join(parts)


def room_of(door: Door) -> str:
    return door.name.split(":")[0] if ":" in door.name else "The program itself"


def rows_of(doors: Iterable[Door], agreed: dict[str, set[str]]) -> Iterable[tuple[str, ...]]:
    for door in doors:
        holders = ", ".join(words for mark, words in IN_WORDS.items() if mark in agreed[door.route])
        yield door.what, f"`/{door.route}`", f"{holders[:1].upper()}{holders[1:]}"


def figures() -> str:
    """docs/figures.md: every national figure with where it stands and where it was read."""
    all_figures = load_national().list_all()
    parts = [
        "# National figures\n",
        made(),
        ABOUT_FIGURES,
        "\n".join(f"- **{standing}**: {words}" for standing, words in STANDINGS.items()) + "\n",
        refused(all_figures),
    ]
    for topic, group in groupby(all_figures, key=lambda figure: figure.topic):
        rows = [row_of(figure, value_facts(value, unit=figure.unit)) for figure in group for value in figure.values]
        parts.append(f"## {topic.capitalize()}\n\n{table(('Figure', 'From', 'Value', 'Standing', 'Source'), rows)}")
    return "\n".join(parts)


def refused(all_figures: Iterable[Figure]) -> str:
    """The figures with which nothing is worked out as long as nobody confirms them."""
    waiting = [
        f"- {figure.name}, from {value.from_on:%-d %B %Y} (`{figure.id}`)"
        for figure in all_figures
        for value in figure.values
        if not value_facts(value, unit=figure.unit).usable
    ]
    return "\n".join([f"## Refused until confirmed: {len(waiting)}\n", *waiting]) + "\n"


def row_of(figure: Figure, value: ValueFacts) -> tuple[str, ...]:
    source = f"[{value.source}]({value.address})" if value.address else value.source
    note = f" {value.note}" if value.note else ""
    return f"{figure.name} (`{figure.id}`)", f"{value.from_on:%-d %B %Y}", value.words, value.standing, source + note


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


PAGES = {"states.md": states, "who-may-what.md": who_may_what, "figures.md": figures}
