"""`ownway account SORTCODE NUMBER` says whether the two fit together, and how that was found."""

import json
import os
from datetime import datetime

import pytest
from django.core.management import call_command
from tests.formats.accounts.hand_made import SUBSTITUTIONS, WEIGHTS


@pytest.fixture
def weights(tmp_path, settings):
    settings.MODULUS_WEIGHTS = settings.MODULUS_SUBSTITUTIONS = ""
    path = tmp_path / "valacdos-v8-50.txt"
    path.write_text(WEIGHTS)
    return path


@pytest.fixture
def ask(weights, capsys):
    """`ask("10-00-00", "12345672")`: what the command prints about them, what it complains of, and its exit code."""

    def call(*words, with_list=True):
        try:
            call_command("account", *words, *(["--weights", str(weights)] if with_list else []))
            code = 0
        except SystemExit as leaving:
            code = leaving.code
        printed = capsys.readouterr()
        return printed.out, printed.err, code

    return call


def test_digits_that_fit(ask):
    out, _, code = ask("10-00-00", "1234 5672")
    assert code == 0
    assert "This sort code and account number fit together." in out
    # 1+2+3+4+5+6+7+2 = 30
    assert (
        "Check MOD10: passed (digits 10000012345672, weights 0 0 0 0 0 0 1 1 1 1 1 1 1 1; total 30, divided by 10 leaves 0)"
        in out
    )
    assert "valacdos-v8-50.txt, version 8.50" in out


def test_digits_that_do_not_fit(ask):
    out, _, code = ask("100000", "12345670")
    assert code == 2
    assert "does not fit this sort code" in out


def test_a_sort_code_in_no_list_counts_as_right_and_says_that_it_was_not_checked(ask):
    # Vocalink, Validating Account Numbers, chapter 2: such an account is presumed right.
    out, _, code = ask("999999", "12345678", "--json")
    told = json.loads(out)
    assert (code, told["valid"], told["checked"], told["result"]) == (1, True, False, "cannot_be_checked")
    assert told["checks"] == []


def test_as_json_with_the_checks_and_the_exceptions(ask, tmp_path):
    substitutions = tmp_path / "scsubtab.txt"
    substitutions.write_text(SUBSTITUTIONS)
    out, _, code = ask("10 00 08", "10000035", "--substitutions", str(substitutions), "--json")
    told = json.loads(out)
    assert (code, told["valid"], told["exceptions"], told["missing"]) == (0, True, [5], [])
    first, second = told["checks"]
    # Read as 100018: the fifth digit 1 counts once and a 1 seven times, 8 in all; then a 2 and g 3 once, 5 in all.
    assert (first["method"], first["digits"], first["total"], first["remainder"]) == ("MOD11", "10001810000035", 8, 8)
    assert (second["method"], second["total"], second["passed"]) == ("DBLAL", 5, True)
    assert second["weights"] == [0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 1, 0]
    assert (told["table"]["version"], told["table"]["rows"], told["table"]["old"]) == ("8.50", 22, False)


@pytest.mark.parametrize(
    ("sort_code", "number", "options", "as_written"),
    [
        ("100000", "345678", (), ("100000", "00345678")),
        ("100000", "2345678", (), ("100000", "02345678")),
        ("100001", "012345678", (), ("100000", "12345678")),
        ("100000", "01-23456789", ("--bank", "natwest"), ("100000", "23456789")),
        ("100000", "1234567890", ("--bank", "co-op"), ("100000", "12345678")),
        ("100000", "1234567890", ("--bank", "leeds"), ("100000", "12345678")),
    ],
)
def test_numbers_of_six_to_ten_digits_become_eight(ask, sort_code, number, options, as_written):
    told = json.loads(ask(sort_code, number, "--json", *options)[0])
    assert (told["sort_code"], told["account_number"]) == as_written


def test_ten_digits_ask_for_the_bank(ask):
    _, complaint, code = ask("100000", "1234567890")
    assert code == 2
    assert "Tell us which bank it is with" in complaint
    assert "--bank natwest" in complaint


def test_both_numbers_are_answered_at_once(ask):
    out, complaint, code = ask("12", "one")
    assert (out, code) == ("", 2)
    assert "This one has 2." in complaint
    assert "An account number has only numbers" in complaint


def test_what_cannot_be_read_is_told_by_its_field_in_json(ask):
    out, complaint, code = ask("12", "one", "--json")
    told = json.loads(out)
    assert (complaint, code, told["valid"], told["checked"], told["result"]) == ("", 2, None, False, "not_read")
    assert [problem["field"] for problem in told["problems"]] == ["sort_code", "account_number"]


def test_without_a_list_it_says_where_to_get_one(ask):
    out, _, code = ask("100000", "12345672", with_list=False)
    assert code == 1
    assert "OWNWAY_MODULUS_WEIGHTS" in out
    told = json.loads(ask("100000", "12345672", "--json", with_list=False)[0])
    assert (told["valid"], told["checked"], told["table"]) == (True, False, None)


def test_the_list_of_the_settings_is_used_where_none_is_named(ask, weights, settings):
    settings.MODULUS_WEIGHTS = str(weights)
    assert ask("100000", "12345672", with_list=False)[2] == 0


def test_an_old_list_is_used_and_said_to_be_old(ask, weights):
    long_ago = datetime(2020, 1, 2, 12).timestamp()
    os.utime(weights, (long_ago, long_ago))
    out, _, code = ask("100000", "12345672")
    assert code == 0
    assert "last changed on 2 January 2020" in out
    assert "more than 6 months old" in out


def test_a_bank_under_exception_5_asks_for_the_substitutions(ask):
    assert "scsubtab.txt" in ask("100009", "10000044")[0]
    assert "scsubtab.txt" not in ask("100000", "12345672")[0]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "cannot be opened. No such file or directory."),
        (b"hello", "Line 1 of the weight table cannot be read"),
        (b"\xff\xfe\x00" * 9, "Line 1 of the weight table cannot be read"),
        (b" " * (4 * 1024 * 1024 + 1), "larger than 4 MB"),
    ],
)
def test_a_file_that_is_no_list_is_refused(ask, weights, content, why):
    weights.unlink()
    if content is not None:
        weights.write_bytes(content)
    _, complaint, code = ask("100000", "12345672")
    assert code == 2
    assert why in complaint
