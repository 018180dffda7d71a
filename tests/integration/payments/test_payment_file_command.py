"""`ownway payment-file check FILE…` prints what payment files hold, and keeps nothing."""

import json
import os
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from tests.formats.payments.made_up import PROCESSING_ON, brian, file_of, payment

from ownway.formats.payments import bacs18, pain001, prepaid_load

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


def test_prepaid_loads_in_their_layout(ask, tmp_path):
    layout = prepaid_load.EXAMPLES["Example of fixed width"]
    path = tmp_path / "layout.json"
    path.write_text(prepaid_load.layout_as_json(layout))
    loads = [prepaid_load.Load("CARD-0001", "Amina Hussain", 31240, "DIRECT PAYMENT")]
    file = prepaid_load.LoadFile(number=48, made_on=date(2026, 11, 24), load_on=date(2026, 12, 1), loads=loads)
    data = b"".join(prepaid_load.write(file, layout=layout))
    out, code = ask(data, options=["--layout", str(path), "--json"])
    told = json.loads(out)
    assert code == 0
    assert (told["format"], told["payment_count"], told["sum"], told["control_sum"]) == (
        "Prepaid load (Example of fixed width)",
        1,
        "312.40",
        "312.40",
    )
    out, code = ask(data.replace(b"T000001", b"T000002"), options=["--layout", str(path)])
    assert code == 2
    assert "It says 2, but its loads come to 1." in out


@pytest.mark.parametrize(("text", "why"), [("{}", "is missing"), (None, "cannot be read")])
def test_a_layout_that_cannot_be_used_is_said_plainly(ask, tmp_path, text, why):
    path = tmp_path / "layout.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(CommandError, match=why):
        ask(b"", options=["--layout", str(path)])


def test_a_file_that_is_not_there(capsys):
    with pytest.raises(SystemExit) as leaving:
        call_command("payment_file", "check", "nowhere.xml")
    assert leaving.value.code == 2
    assert "nowhere.xml: cannot be opened." in capsys.readouterr().err


def test_a_folder_or_a_file_nobody_may_read_is_said_plainly(tmp_path, capsys):
    with pytest.raises(SystemExit):
        call_command("payment_file", "check", os.fspath(tmp_path))
    assert "cannot be opened." in capsys.readouterr().err
