"""`./run` says what it can do, finds a Python it knows, and says plainly what is wrong."""

import ast
import os
import shutil
import socket
import stat
import subprocess
import sys

from toolbox import commands, serving

from ownway.config import places

RUN = places.ROOT / "run"


def run(*words, **environment):
    return subprocess.run([RUN, *words], capture_output=True, text=True, env=os.environ | environment)


def test_help_names_every_command():
    done = run("help")
    assert done.returncode == 0
    for name in commands.COMMANDS:
        assert f"./run {name}" in done.stdout


def test_an_unknown_command_is_answered_with_the_known_ones():
    done = run("nonsense")
    assert done.returncode == 2
    assert "There is no ./run nonsense." in done.stdout
    assert "./run test" in done.stdout


def test_an_older_python_can_read_it():
    ast.parse(RUN.read_text(), feature_version=(3, 4))


def run_with_python_3_9(folder_on_path):
    """Start ./run as a Python 3.9 would, with one folder on its path."""
    pretend = (
        "import runpy, sys; run = sys.argv[1]; sys.argv = [run, 'help']; sys.version_info = (3, 9, 2);"
        "runpy.run_path(run, run_name='__main__')"
    )
    return subprocess.run(
        [sys.executable, "-c", pretend, RUN], capture_output=True, text=True, env={"PATH": str(folder_on_path)}
    )


def test_where_no_known_python_is_found_it_says_what_is_needed(tmp_path):
    done = run_with_python_3_9(tmp_path)
    assert done.returncode == 1
    assert "Ownway needs Python 3.11, 3.12 or 3.13. This is Python 3.9," in done.stderr


def test_a_known_python_beside_an_old_one_is_used(tmp_path):
    major, minor = sys.version_info[:2]
    (tmp_path / f"python{major}.{minor}").symlink_to(sys.executable)
    done = run_with_python_3_9(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "./run test" in done.stdout


def test_a_python_that_cannot_make_environments_is_told_what_to_install(tmp_path):
    """Debian keeps ensurepip in a package of its own."""
    shutil.copy(RUN, tmp_path)
    shutil.copytree(places.ROOT / "toolbox", tmp_path / "toolbox")
    without = tmp_path / "without"
    without.mkdir()
    (without / "ensurepip.py").write_text("raise ImportError")
    done = subprocess.run(
        [sys.executable, tmp_path / "run", "manage", "check"],
        capture_output=True,
        text=True,
        env={"PATH": str(without), "PYTHONPATH": str(without)},
    )
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr


def test_it_may_be_started():
    for script in (RUN, places.ROOT / ".ci" / "run"):
        assert script.stat().st_mode & stat.S_IXUSR, script


def test_a_taken_port_makes_room_for_the_next():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serving.free_port(port) in range(port + 1, port + 100)


def test_a_free_port_is_used():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert serving.free_port(port) == port
