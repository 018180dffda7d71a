"""`ownway extract check FILE --map MAP.json` says what an extract holds and which rows cannot be taken; nothing is kept."""

import json
import os

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from tests.formats.extracts import made_up

from ownway.formats.extracts import write_map


@pytest.fixture
def ask(tmp_path, capsys):
    """`ask(("people", text), …)`: what the command prints about these extracts by their own maps, and its exit code."""

    def call(*extracts, options=()):
        words = ["check"]
        for kind, text in extracts:
            (tmp_path / f"{kind}.csv").write_text(text)
            (tmp_path / f"{kind}.json").write_text(write_map(made_up.ALL[kind][1]))
            words.append(str(tmp_path / f"{kind}.csv"))
        for kind, _ in extracts:
            words += ["--map", str(tmp_path / f"{kind}.json")]
        out, code = answer(capsys, *words, *options)
        return out.replace(f"{tmp_path}/", ""), code

    return call


def answer(capsys, *words):
    try:
        call_command("extract", *words)
        code = 0
    except SystemExit as leaving:
        code = leaving.code
    return capsys.readouterr().out, code


def test_an_extract_that_is_right(ask):
    out, code = ask(("services", made_up.SERVICES))
    assert code == 0
    assert out.splitlines() == ["services.csv", "An extract of services: 3 rows. All can be taken.", "weekly: £1617.90"]


def test_a_row_set_aside(ask):
    out, code = ask(("services", made_up.SERVICES.replace("30/06/2026", "30/02/2026")))
    assert code == 1
    assert out.splitlines()[-1] == "  Line 3, End (ends_on): “30/02/2026” is not a day in the calendar."


def test_an_extract_with_other_headings(ask):
    out, code = ask(("services", made_up.SERVICES.replace("Element ID", "Element")))
    assert code == 2
    assert out.splitlines()[1:] == [
        "Nothing may be used of this file.",
        "  The file: The file has no column “Element ID”, which the map names.",
    ]


def test_as_json(ask):
    out, code = ask(("services", made_up.SERVICES.replace("95.50", "-95.50")), options=["--json"])
    told = json.loads(out)
    assert (code, told["file"], told["outcome"], told["taken_count"]) == (1, "services.csv", "in part", 2)
    assert told["problems"] == [
        {
            "place": 4,
            "field": "weekly_pence",
            "heading": "Weekly Cost",
            "reason": "This money cannot be less than nothing.",
            "text": "-95.50",
        }
    ]


def test_several_extracts_are_looked_at_together(ask):
    extracts = [(kind, text) for kind, (text, _) in made_up.ALL.items()]
    out, code = ask(*extracts)
    assert code == 0
    assert out.splitlines()[-2:] == ["Together", "Everybody that the other extracts name is in the extract of people."]


def test_rows_about_somebody_who_is_not_there(ask):
    out, code = ask(("people", made_up.PEOPLE.replace("P1002", "P2")), ("plans", made_up.PLANS), options=["--json"])
    people, plans, together = map(json.loads, out.splitlines())
    assert (code, people["outcome"], plans["outcome"]) == (1, "whole", "whole")
    assert [(stray["name"].rpartition("/")[2], stray["place"]) for stray in together["together"]["strays"]] == [
        ("plans.csv", 3)
    ]


def test_a_map_that_is_wrong(tmp_path, capsys):
    file, map_file = tmp_path / "people.csv", tmp_path / "map.json"
    file.write_text(made_up.PEOPLE)
    map_file.write_text(
        '{"kind": "people", "columns": {"reference": "Person ID", "name": "Person ID", "born_on": "DOB"}}'
    )
    out, code = answer(capsys, "check", str(file), "--map", str(map_file))
    assert code == 2
    assert "  The file: The map, columns.name: The column “Person ID” is reference already." in out
    map_file.write_text("no")
    assert "The map: This is not JSON." in answer(capsys, "check", str(file), "--map", str(map_file))[0]


def test_files_that_are_not_there(tmp_path, capsys):
    map_file = tmp_path / "map.json"
    out, code = answer(capsys, "check", "nowhere.csv", "--map", str(map_file))
    assert (code, f"{map_file} cannot be opened. No such file or directory." in out) == (2, True)
    map_file.write_text(write_map(made_up.PEOPLE_MAP))
    out, code = answer(capsys, "check", "nowhere.csv", "--map", str(map_file))
    assert (code, "nowhere.csv cannot be opened. No such file or directory." in out) == (2, True)


def test_what_is_no_plain_file(tmp_path, capsys):
    map_file, pipe = tmp_path / "map.json", tmp_path / "pipe"
    map_file.write_text(write_map(made_up.PEOPLE_MAP))
    os.mkfifo(pipe)
    writing = os.open(pipe, os.O_RDWR)
    out, code = answer(capsys, "check", str(pipe), "--map", str(map_file))
    os.close(writing)
    assert (code, f"{pipe} cannot be opened. It is not a file that stays in its place." in out) == (2, True)
    out, code = answer(capsys, "check", str(tmp_path), "--map", str(map_file))
    assert (code, f"{tmp_path} cannot be opened. Is a directory." in out) == (2, True)


def test_each_file_has_its_map():
    with pytest.raises(CommandError, match="Give one --map for each file") as refused:
        call_command("extract", "check", "a.csv", "b.csv", "--map", "map.json")
    assert refused.value.returncode == 2
