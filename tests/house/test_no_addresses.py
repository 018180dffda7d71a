"""No committed file names a package index or a place on one machine: a clone works anywhere, with its own settings."""

import re
import subprocess

import pytest

from ownway.config import places

FORBIDDEN_EVERYWHERE = {
    "a package index": r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|registry\.yarnpkg\.com",
    "an option that names a package index": r"--?(extra-)?index[-_]url|--find[-]links|\bPIP_INDEX[_]URL\b",
    "an address in a lock file": r'"resolved"\s*:',
    "a folder of one machine": r"(?<![\w.$}/-])/(work|root|farm|home)/",
    "a file on this disk": r"file:///(opt|work|root|home)/",
}
FORBIDDEN_IN_THE_PROGRAM = {"a folder for temporary files, by name": r"(?<![\w.])/(var/)?tmp/"}
MAY_QUOTE_THEM = "tests/house/test_no_addresses.py"


def tracked_files():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=places.ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("This is not a git clone, so there is no list of committed files.")
    return [name for name in listed.stdout.split("\0") if name and (places.ROOT / name).is_file()]


def lines_of(name):
    try:
        return (places.ROOT / name).read_text().splitlines()
    except UnicodeDecodeError:
        return []  # a picture or another file that is no text


def found(patterns, names):
    return [
        f"{name}:{number}: {what}: {line.strip()[:120]}"
        for name in names
        if name != MAY_QUOTE_THEM
        for number, line in enumerate(lines_of(name), 1)
        for what, pattern in patterns.items()
        if re.search(pattern, line)
    ]


def test_no_file_names_an_index_or_a_machine():
    assert found(FORBIDDEN_EVERYWHERE, tracked_files()) == []


def test_the_program_names_no_temporary_folder():
    names = [name for name in tracked_files() if not name.startswith("tests/")]
    assert found(FORBIDDEN_IN_THE_PROGRAM, names) == []


@pytest.mark.parametrize(
    "line",
    [
        "--" + "index-url https://packages.example/simple",
        "--" + "find-links ../packages",
        '"resolved": "https://registry.example/htmx.org.tgz"',
        "path = '/home/somebody/data'",
        "see file:///home/somebody/packages",
        "https://files.pythonhosted.org/packages/x.whl",
    ],
)
def test_the_patterns_find_what_they_should(line):
    assert any(re.search(pattern, line) for pattern in FORBIDDEN_EVERYWHERE.values())


@pytest.mark.parametrize("line", ["tests/homework/plan.toml", "https://www.gov.uk/homework/help", "rooms/homework/one"])
def test_the_patterns_leave_other_paths_alone(line):
    assert not any(re.search(pattern, line) for pattern in FORBIDDEN_EVERYWHERE.values())


def test_every_locked_package_has_its_hash():
    for lock in (places.ROOT / "requirements").glob("*.txt"):
        text = lock.read_text().replace("\\\n", " ")
        without = [line for line in text.splitlines() if "==" in line and "--hash=sha256:" not in line]
        assert without == [], lock.name
