"""`./run fuzz` tries readers in processes of their own, says what came of each, and keeps what it found."""

import pytest
from toolbox import fuzzing
from toolbox.shell import TroubleError


@pytest.fixture(autouse=True)
def finds_kept_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(fuzzing, "FINDS", tmp_path)


def test_a_reader_is_tried_for_the_seconds_asked(capsys):
    assert fuzzing.fuzz(["column maps", "1"]) == 0
    said = capsys.readouterr().out
    assert "1 readers, 1 seconds each" in said
    row = said.splitlines()[-1].removeprefix("column maps").split()
    assert int(row[0].replace(",", "")) > 0
    assert row[2] == "0"


def test_an_unknown_reader_is_answered_with_the_known_ones():
    with pytest.raises(TroubleError, match=r"There is no reader nonsense\. Say one of: CSV, "):
        fuzzing.fuzz(["nonsense", "1"])


def test_a_process_that_dies_is_a_find(capsys):
    result = fuzzing.try_reader("no such reader", 1)
    assert result.found == 1
    assert "KeyError: 'no such reader'" in result.died


def test_a_find_is_told_with_the_file_that_shows_it(tmp_path, capsys):
    (tmp_path / "a.bin").write_bytes(b"!")
    find = {"what": "ValueError: !", "told": "a trace\n", "file": str(tmp_path / "a.bin"), "bytes": 1}
    fuzzing.tell(fuzzing.Result("CSV", {"finds": [find]}))
    assert "CSV: ValueError: !\na trace\n  1 bytes in" in capsys.readouterr().out
