"""The pages that are made from tested code say what the code says now."""

import os

import pytest
from tests.house import pages

from ownway.rules.lifecycles import LIFECYCLES
from ownway.rules.parameters import Standing, load_national


@pytest.mark.parametrize("name", pages.PAGES)
def test_it_is_what_the_program_says_now(name):
    made = pages.PAGES[name]()
    file = pages.FOLDER / name
    if os.environ.get("OWNWAY_WRITE_GOLDEN"):
        file.write_text(made)
    assert file.read_text() == made, f"docs/{name} is not current: {pages.WRITE_THEM_AGAIN}"


def test_every_noun_has_its_picture():
    assert pages.states().count("```mermaid") == len(LIFECYCLES)


def test_every_door_of_ours_says_what_is_behind_it():
    assert [door.name for door in pages.every_door() if not door.is_library and not door.what] == []


def test_every_figure_that_is_refused_is_listed():
    page = pages.figures()
    refused = [
        figure.id
        for figure in load_national().list_all()
        for value in figure.values
        if value.standing in (Standing.NOT_CONFIRMED, Standing.UNKNOWN)
    ]
    assert f"Refused until confirmed: {len(refused)}\n" in page
    assert [figure for figure in refused if f"(`{figure}`)" not in page.split("\n## ")[1]] == []


def test_every_standing_is_explained():
    used = {value.standing for figure in load_national().list_all() for value in figure.values}
    assert {standing.value for standing in used} == set(pages.STANDINGS)


def test_a_mark_that_parts_cells_is_kept_inside_its_cell():
    assert pages.table(("a",), [("b|c",)]).endswith("| b\\|c |\n")
