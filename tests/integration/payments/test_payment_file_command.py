"""`ownway payment-file check FILE…` prints what payment files hold, and keeps nothing."""

import json
import os

import pytest
from django.core.management import call_command
from tests.formats.payments.made_up import PROCESSING_ON, brian, file_of, payment

from ownway.formats.payments import bacs18, pain001

GOOD = b"".join(pain001.write(file_of(payment(), brian())))
LATE = GOOD.replace(b"<Dt>2026-12-01", b"<Dt>2026-11-23")
BAD = GOOD.replace(b"<CtrlSum>312.45", b"<CtrlSum>312.44")


@pytest.fixture
def ask(tmp_path, capsys):
    """`ask(data, "--json")`: what the command prints about files of these bytes, and its exit code."""

    def call(*files, options=()):
        paths = []
        for number, data in enumerate(files):
            path = tmp_path / f"{number}.dat"
            path.write_bytes(data)
            paths.append(str(path))
        try:
            call_command("payment_file", "check", *paths, *options)
            code = 0
        except SystemExit as leaving:
            code = leaving.code
        return capsys.readouterr().out, code

    return call


def test_a_good_file(ask):
    out, code = ask(GOOD)
    assert code == 0
    assert "Nothing is wrong with this file." in out
    assert "312.45 GBP" in out
    assert "****9911" in out
    assert "55779911" not in out


def test_a_file_with_a_warning(ask):
    out, code = ask(LATE)
    assert code == 1
    assert "PmtInf[1]/ReqdExctnDt" in out
    assert "DT01" in out


def test_a_file_that_must_not_go(ask):
    out, code = ask(BAD)
    assert code == 2
    assert "Do not send this file." in out
    assert "AM10" in out


def test_the_worst_of_several_counts(ask):
    assert ask(GOOD, BAD, LATE)[1] == 2
    assert ask(GOOD, LATE, GOOD)[1] == 1


def test_as_json_one_object_a_line(ask):
    out, code = ask(
        GOOD, bacs18.write(file_of(), processing_on=PROCESSING_ON, serial_number="000048"), options=["--json"]
    )
    first, second = map(json.loads, out.splitlines())
    assert code == 0
    assert (first["format"], first["payment_count"], first["control_sum"]) == ("pain.001.001.09", 2, "312.45")
    assert (second["format"], second["payment_count"], second["sum"]) == ("Bacs Standard 18 DAILY", 1, "312.40")


def test_as_if_on_another_day_and_in_another_currency(ask):
    assert ask(GOOD, options=["--on", "2026-12-01"])[1] == 0
    assert ask(GOOD, options=["--on", "2026-12-02"])[1] == 1
    out, code = ask(GOOD, options=["--currency", "EUR"])
    assert code == 2
    assert out.count("AM03") == 2


def test_a_file_that_is_not_there(capsys):
    with pytest.raises(SystemExit) as leaving:
        call_command("payment_file", "check", "nowhere.xml")
    assert leaving.value.code == 2
    assert "nowhere.xml: cannot be opened." in capsys.readouterr().err


def test_a_folder_or_a_file_nobody_may_read_is_said_plainly(tmp_path, capsys):
    with pytest.raises(SystemExit):
        call_command("payment_file", "check", os.fspath(tmp_path))
    assert "cannot be opened." in capsys.readouterr().err
