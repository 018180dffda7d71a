"""`./run mutants` changes what is worked out and leaves words alone, and its page says what was measured."""

import subprocess
import sys

import pytest
from toolbox import mutants, mutants_page
from toolbox.shell import TroubleError

from ownway.config import places

RULE = """
def charge(left, figures, law="reg 7"):
    label = "What you pay"
    if left > 0:
        return capped(label, left, at=figures.step("charge.most"), law=law)
    return given(f"Nothing of {left - 1}", 0, PENCE)
"""
SHOW = """
import runpy, sys
from mutmut.mutation import file_mutation
made = runpy.run_path(sys.argv[1])
file_mutation.MutationVisitor = made["WordsLeftAlone"]
module, mutations, *_ = file_mutation.create_mutations("charge.py", sys.stdin.read())
for one in mutations:
    print(module.code_for_node(one.mutated_node).strip())
"""


@pytest.fixture(scope="module")
def changes(tmp_path_factory):
    """The changed piece of each mutant of RULE, made by a program of its own as mutmut settles how programs start."""
    there = tmp_path_factory.mktemp("mutants")
    (there / "src").mkdir()
    command = [sys.executable, "-P", "-c", SHOW, places.ROOT / "toolbox" / "mutating.py"]
    done = subprocess.run(command, input=RULE, cwd=there, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines())


def test_comparisons_numbers_and_amounts_are_changed_and_words_are_left_alone(changes):
    assert changes == {
        ">= 0",
        "1",
        'capped(label, None, at=figures.step("charge.most"), law=law)',
        "capped(label, left, at=None, law=law)",
        'capped(label, at=figures.step("charge.most"), law=law)',
        "capped(label, left, law=law)",
        'given(f"Nothing of {left - 1}", None, PENCE)',
        'given(f"Nothing of {left - 1}", 0, None)',
        'given(f"Nothing of {left - 1}", PENCE)',
        'given(f"Nothing of {left - 1}", 0, )',
    }


def test_every_module_that_is_measured_is_there():
    rules = places.ROOT / "src" / "ownway" / "rules"
    modules = [module for area in mutants.AREAS.values() for module in area]
    assert [module for module in modules if not (rules / f"{module}.py").exists()] == []
    assert len(set(modules)) == len(modules)


def test_nine_in_ten_are_enough_and_a_share_is_never_rounded_up():
    assert mutants.Score(mutants=10, killed=9).is_enough
    assert not mutants.Score(mutants=1000, killed=899).is_enough
    assert mutants.Score(mutants=1000, killed=899).share == "89.9%"
    assert mutants.Score(mutants=30_000, killed=29_999).share == "99.9%"
    assert str(mutants.Score(mutants=3, killed=2)) == "3 mutants, 2 killed, 1 survived: 66.6%"


def test_an_area_that_nobody_knows_is_answered_with_the_known_ones():
    with pytest.raises(TroubleError, match=r"no area letters\. Say contribution, employment, recovery"):
        mutants.measure(["letters"])


def test_the_page_says_plainly_which_area_was_not_measured(monkeypatch, tmp_path):
    monkeypatch.setattr(mutants, "STATE", tmp_path)
    text = mutants_page.page()
    assert "| Recovery | not measured |" in text
    assert "Not measured yet: `instalments`, `recovery_bars`" in text


def test_the_page_names_every_module_and_each_area_has_enough():
    text = mutants_page.PAGE.read_text()
    assert [module for area in mutants.AREAS.values() for module in area if f"| `{module}` |" not in text] == []
    shares = [line.split("|")[-2].strip() for line in text.splitlines() if line.startswith(("| Con", "| Emp", "| Rec"))]
    assert len(shares) == 3
    assert all(float(share.rstrip("%")) >= mutants.ENOUGH_PERCENT for share in shares)
