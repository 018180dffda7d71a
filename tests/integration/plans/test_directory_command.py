"""`ownway directory check FILE…` says what a directory of services holds and what is wrong with it, and keeps nothing."""

import json

import pytest
from django.core.management import call_command

ID = "ac148810-d857-441c-9679-408f346de14b"
GOOD = json.dumps({"id": ID, "name": "Drop in", "status": "active"}).encode()
ODD = json.dumps({"id": ID, "name": "Drop in", "status": "open", "minimum_age": 200, "colour": "red"}).encode()
OUTPOST = b"import_id,import_id_reference,name,organisation\n1,,Drop in,Mencap\n"


@pytest.fixture
def ask(tmp_path, capsys):
    """`ask(data, "--json")`: what the command prints about a file of these bytes, and its exit code."""

    def call(*files, options=()):
        paths = []
        for number, data in enumerate(files):
            path = tmp_path / f"{number}.dat"
            path.write_bytes(data)
            paths.append(str(path))
        return answer(capsys, *paths, *options)

    return call


def answer(capsys, *words):
    try:
        call_command("directory", "check", *words)
        code = 0
    except SystemExit as leaving:
        code = leaving.code
    return capsys.readouterr().out, code


def test_a_good_payload(ask):
    out, code = ask(GOOD)
    assert code == 0
    assert out.splitlines() == ["A service. Everything in it fits the standard.", "Services: 1"]


def test_one_to_look_at_says_what_and_where(ask):
    out, code = ask(ODD)
    assert code == 1
    assert out.splitlines() == [
        "A service. It was read, and there is something to look at.",
        "Services: 1",
        "",
        "The standard does not allow:",
        "  /status: It should be one of: active, inactive, defunct, temporarily closed. (“open”)",
        "",
        "Somebody should look at:",
        "  /minimum_age: An age is between 0 and 120 years. (“200”)",
        "",
        "Good to know:",
        "  /colour: The standard has no “colour” for a service. It is kept. It stands here once.",
    ]


def test_one_that_is_no_directory(ask):
    out, code = ask(b"Dear Sir")
    assert code == 2
    assert out.startswith("Nothing was read from this file.\n  This is no directory that we know.")


def test_characters_that_steer_a_screen_are_not_printed(ask):
    steering = {"id": ID, "name": "Drop in", "status": "\x1b[2J\u202e", "\x1b]0;x\x07": {"\x1b[1m": 1}}
    out, code = ask(json.dumps(steering).encode())
    assert code == 1
    assert "\ufffd[2J\ufffd" in out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)


def test_as_json(ask):
    out, code = ask(ODD, options=["--json"])
    told = json.loads(out)
    assert (code, told["outcome"], told["kind"], told["valid"]) == (1, "in part", "a service", False)
    assert told["counts"] == {"services": 1}
    assert told["problems"][0] == {
        "level": "wrong",
        "place": "/status",
        "reason": "It should be one of: active, inactive, defunct, temporarily closed.",
        "text": "open",
    }


def test_a_page_says_its_header_in_json(ask):
    page = {"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "first_page": True, "last_page": True}
    out, code = ask(json.dumps({**page, "empty": False, "contents": [json.loads(GOOD)]}).encode(), options=["--json"])
    assert (code, json.loads(out)["page"]) == (0, {**page, "empty": False})


def test_the_worst_of_several_counts(ask):
    out, code = ask(GOOD, ODD, b"", GOOD)
    assert code == 2
    assert out.count("Services: 1") == 3


def test_outpost_s_file_is_known_by_its_headings(ask):
    out, code = ask(OUTPOST)
    assert code == 1
    assert "Outpost’s services." in out


@pytest.mark.parametrize("named", ["", "datapackage.json"])
def test_a_folder_of_tables_or_its_descriptor(tmp_path, capsys, named):
    (tmp_path / "organizations.csv").write_text(f"id,name,description\n{ID},Mencap,A charity\n")
    resource = {"name": "organization", "path": "organizations.csv"}
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [resource]}))
    out, code = answer(capsys, str(tmp_path / named))
    assert code == 0
    assert out.splitlines() == ["A package of tables. Everything in it fits the standard.", "Organisations: 1"]


def test_a_file_that_is_not_there(capsys):
    out, code = answer(capsys, "nowhere.json")
    assert code == 2
    assert "It cannot be opened. No such file or directory." in out
