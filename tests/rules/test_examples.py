"""The worked examples that councils, HMRC, Vocalink and the law publish come out to the penny, by the real command.

An example that is marked “recalled” tests the program; it is no proof of what the law says.
"""

import json
import os
import subprocess
import sys
from decimal import Decimal

import pytest
from tests.rules import published_examples as published

from ownway.formats.accounts.weights import load_weights
from ownway.ground.figures.management.asking import ask, read_facts, to_json
from ownway.rules import vocabulary as words
from ownway.rules.parameters import load_national

EXAMPLES = published.load()
TABLE = published.FILE.parents[1] / "standards" / "04-modulus-check"
WEIGHTS, SUBSTITUTES = TABLE / "weights_excerpt_v8-50.csv", TABLE / "substitution_excerpt.csv"
START = [sys.executable, "-c", "from ownway.config.command import main; main()", "rule"]
BY_SUBPROCESS = ("CH-001", "NMW-003", "SSP-001", "NI-001", "BACS-006", "MOD-024", "DP-003", "CLD-010", "ASCOF-004")

needs_the_examples = pytest.mark.skipif(not EXAMPLES, reason=published.WHY_NOT)


def as_json(value):
    """What an example says, as a program would send it."""
    return json.dumps(value, default=lambda one: float(one) if isinstance(one, Decimal) else str(one))


def operators_table():
    return load_weights(WEIGHTS.read_text(), SUBSTITUTES.read_text())


@needs_the_examples
def test_there_are_as_many_as_were_read():
    assert len(EXAMPLES) == 93


@needs_the_examples
@pytest.mark.parametrize("example", EXAMPLES, ids=published.name)
def test_the_published_answer_is_ours(example):
    facts = read_facts(as_json(example["inputs"]))
    reply = ask(example["rule"], facts, parameters=load_national(), today=published.TODAY, weights=operators_table)
    found = json.loads(to_json(reply.found))
    assert {name: found[name] for name in example["expected"]} == json.loads(as_json(example["expected"]))
    for step in reply.steps.values():
        assert words.recompute(step) == step


@needs_the_examples
@pytest.mark.parametrize("example", [one for one in EXAMPLES if one["id"] in BY_SUBPROCESS], ids=published.name)
def test_the_command_prints_it(example):
    done = subprocess.run(
        [*START, example["rule"]],
        input=as_json(example["inputs"]),
        capture_output=True,
        text=True,
        env=os.environ | {"OWNWAY_MODULUS_WEIGHTS": str(WEIGHTS), "OWNWAY_MODULUS_SUBSTITUTIONS": str(SUBSTITUTES)},
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {name: found[name] for name in example["expected"]} == json.loads(as_json(example["expected"]))
