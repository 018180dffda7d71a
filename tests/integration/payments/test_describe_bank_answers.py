"""`ownway payment-file check` on a file that came back from the bank."""

import json

import pytest
from django.core.management import call_command
from tests.formats.payments.echoes.answers import BRIAN, arucs, camt054, detail, entry, pain002, transaction


@pytest.fixture
def check(tmp_path, capsys):
    """`check(bytes)`: the exit code, and what is printed."""

    def checked(data, *options):
        path = tmp_path / "from-the-bank.dat"
        path.write_bytes(data)
        try:
            call_command("payment_file", "check", str(path), *options)
        except SystemExit as done:
            return done.code, capsys.readouterr().out
        return 0, capsys.readouterr().out

    return checked


def test_it_says_what_came_back_and_why(check):
    code, said = check(camt054(entry(detail())))
    assert code == 0
    assert "1 paid, and sent back, £312.40" in said
    assert "The account is closed." in said


def test_a_file_read_in_part_gives_one(check):
    code, said = check(pain002(transaction(), transaction(BRIAN, "ODD1")))
    assert code == 1
    assert "ODD1" in said


@pytest.mark.parametrize("data", [pain002(transaction())[:-20], arucs(report="ARUDD")])
def test_a_file_that_is_refused_gives_two(check, data):
    assert check(data)[0] == 2


def test_as_json_it_has_the_payments(check):
    code, said = check(pain002(transaction(BRIAN, "RJCT", "AC04")), "--json")
    data = json.loads(said)
    assert code == 0
    assert (data["format"], data["payments"][0]["outcome"], data["payments"][0]["reason"]) == (
        "pain.002",
        "rejected",
        "AC04",
    )


def test_a_large_answer_is_known_by_its_beginning(check):
    code, said = check(pain002(*[transaction(f"DP-{number}") for number in range(2_000)]))
    assert code == 0
    assert "2000 taken by the bank" in said
