"""`ownway statement FILE…` prints what it reads and keeps nothing."""

import json
from datetime import date

import pytest
from django.core.management import call_command, load_command_class
from tests.factories.accounts import IN_PART
from tests.factories.bank_files import lloyds
from tests.formats.statements.samples import write_entry, write_ofx

GOOD = lloyds((date(2026, 8, 3), "SHOP", -100), (date(2026, 8, 4), "=RAMPS", -250), opening=1_000)


@pytest.fixture
def ask(tmp_path, capsys):
    """`ask(data, "--json")`: what the command prints about a file of these bytes, and its exit code."""

    def call(*files, options=()):
        paths = []
        for number, data in enumerate(files):
            path = tmp_path / f"{number}.csv"
            path.write_bytes(data)
            paths.append(str(path))
        try:
            call_command("statement", *paths, *options)
            code = 0
        except SystemExit as leaving:
            code = leaving.code
        return capsys.readouterr().out, code

    return call


def test_a_whole_file(ask):
    out, code = ask(GOOD)
    assert code == 0
    assert "The whole file was read." in out
    assert "Sum: -3.50 GBP" in out


def test_a_file_in_part(ask):
    out, code = ask(IN_PART)
    assert code == 1
    assert "1 line was set aside" in out


def test_a_refused_file(ask):
    out, code = ask(b"\x89PNG\r\n\x1a\n")
    assert code == 2
    assert "Nothing was taken from this file." in out


def test_the_worst_of_several_counts(ask):
    assert ask(GOOD, b"", GOOD)[1] == 2


def test_as_json_with_every_line(ask):
    out, _ = ask(GOOD, options=["--json", "--lines"])
    told = json.loads(out)
    assert (told["outcome"], told["sum"]) == ("whole", "-3.50")
    assert told["lines"][1] == {
        "place": 2,
        "on": "2026-08-04",
        "amount": "-2.50",
        "words": "=RAMPS",
        "payee": "",
        "reference": "",
        "type": "FPO",
        "balance": "6.50",
        "bank_id": None,
    }


def test_lines_in_words(ask):
    assert "2026-08-03         -1.00  SHOP" in ask(GOOD, options=["--lines"])[0]


@pytest.mark.parametrize("options", [["--json"], ["--json", "--lines"]])
def test_a_file_too_large_for_the_web_is_told_alike(ask, settings, options):
    whole = json.loads(ask(GOOD, options=options)[0])
    settings.STATEMENT_MAX_BYTES = 10
    out, code = ask(GOOD, options=options)
    told = json.loads(out)
    in_the_order_of_the_file = whole.pop("lines", [])[::-1]  # as the file has the newest first
    assert (code, told.pop("lines", [])) == (0, in_the_order_of_the_file)
    assert told == whole


def test_a_file_too_large_for_the_web_in_words(ask, settings):
    settings.STATEMENT_MAX_BYTES = 10
    assert ask(GOOD)[0].startswith("The whole file was read.")
    out = ask(GOOD, options=["--lines"])[0]
    assert out.index("-1.00  SHOP") < out.index("The whole file was read.")


def test_any_currency_is_read_and_named(ask):
    out, code = ask(write_ofx(write_entry("DEBIT", "20260901", "-1.50", "F1", "THE", ""), currency="EUR").encode())
    assert code == 0
    assert "Sum: -1.50 EUR" in out


def test_help_tells_what_the_exit_codes_mean(capsys):
    with pytest.raises(SystemExit):
        run_from_argv("statement", "--help")
    words = " ".join(capsys.readouterr().out.split())
    assert "0 every file was read whole; 1 one was read in part" in words


def run_from_argv(name, *options):
    load_command_class("ownway.journey.accounts", name).run_from_argv(["ownway", name, *options])


def test_a_file_that_is_not_there_in_json(capsys):
    with pytest.raises(SystemExit) as leaving:
        call_command("statement", "nowhere.csv", "--json")
    assert leaving.value.code == 2
    told = json.loads(capsys.readouterr().out)
    assert (told["outcome"], told["problems"][0]["place"]) == ("refused", 0)


def test_a_file_that_is_not_there(capsys):
    with pytest.raises(SystemExit) as leaving:
        call_command("statement", "nowhere.csv")
    assert leaving.value.code == 2
    assert "nowhere.csv: cannot be opened." in capsys.readouterr().err
