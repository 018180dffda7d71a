"""`ownway statement` proposes a map for a sheet that no layout knows, and reads a file by a map."""

import json

import pytest
from django.core.management import call_command
from tests.factories.accounts import SHEET


@pytest.fixture
def ask(tmp_path, capsys):
    """`ask(map)`: what the command says of the sheet, by a map if there is one, and its exit code."""

    def call(written=None, *options):
        sheet = tmp_path / "card.csv"
        sheet.write_bytes(SHEET)
        if written is not None:
            (tmp_path / "map.json").write_text(written)
            options = (*options, "--map", str(tmp_path / "map.json"))
        try:
            call_command("statement", str(sheet), *options)
            code = 0
        except SystemExit as end:
            code = end.code
        said = capsys.readouterr()
        return said.out + said.err, code

    return call


def test_it_says_what_it_thinks_and_reads_nothing(ask):
    said, code = ask()
    assert code == 2
    assert "Nothing was taken from this file." in said
    assert "Booked: Day. Every value in this column is a day, oldest first." in said
    assert "The balance in the file shows that the money is read right." in said


def test_the_map_that_it_proposes_reads_the_file(ask):
    said, _ = ask()
    said, code = ask(said[said.index("{") :], "--lines")
    assert code == 0
    assert "Sum: 76.82 GBP" in said  # 707.32 - 6.50 - 624.00
    assert "2026-08-28       -624.00  CARYS BEVAN AUG" in said


def test_a_program_gets_the_map_as_data(ask):
    said, code = ask(None, "--json")
    proposal = json.loads(said)["proposal"]
    assert (code, proposal["proven"], proposal["rows"], proposal["columns"]["day"]) == (2, True, 3, "Booked")
    said, code = ask(json.dumps(proposal["columns"]), "--json")
    assert (code, json.loads(said)["sum"], "proposal" in json.loads(said)) == (0, "76.82", False)


def test_a_sheet_too_large_for_the_web_is_read_by_the_map_alike(ask, settings):
    proposal = json.loads(ask(None, "--json")[0])["proposal"]
    whole = json.loads(ask(json.dumps(proposal["columns"]), "--json")[0])
    settings.STATEMENT_MAX_BYTES = 10
    assert json.loads(ask(json.dumps(proposal["columns"]), "--json")[0]) == whole


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("{}", "day: Say which column has the day."),
        ('{"headings": ["Booked"], "day": "When"}', "day: No heading is “When”."),
        ("no json", "This is not JSON."),
    ],
)
def test_a_bad_map_is_refused_field_by_field(written, sentence, ask):
    said, code = ask(written)
    assert code == 2
    assert "map.json is no map of columns." in said
    assert sentence in said
