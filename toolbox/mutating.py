"""Makes and tries the mutants of one workspace (see toolbox/mutants.py): mutmut, told to leave words alone.

Started by its path inside the workspace, with a processor's leftovers; further words name the mutants to try again.
Writes results.json: what became of each mutant, and what was changed in each that nothing noticed.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import libcst as cst
from mutmut.__main__ import _run
from mutmut.mutation import file_mutation, mutators
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files

NAMES_OF_WORDS = {"label", "law", "source", "title"}
KILLED = {"killed", "timeout"}


def is_words(node: cst.CSTNode) -> bool:
    """Whether an expression is a text: a string, or what is called a label, a law, a source or a title."""
    name = node.attr if isinstance(node, cst.Attribute) else node
    if isinstance(name, cst.Name):
        return name.value.lower() in NAMES_OF_WORDS
    return isinstance(node, cst.BaseString)


def change_arguments(node: cst.Call) -> Iterator[cst.Call]:
    """Leave out one argument, or give nothing for it, unless it is words."""
    for changed in mutators.operator_arg_removal(node):
        kept = {id(argument) for argument in changed.args}
        lost = next(argument for argument in node.args if id(argument) not in kept)
        named = lost.keyword is not None and lost.keyword.value in NAMES_OF_WORDS
        if not named and not is_words(lost.value):
            yield changed


def change_assignments(node: cst.Assign | cst.AnnAssign) -> Iterable[cst.CSTNode]:
    """Put nothing into a name, unless words were put there."""
    return [] if node.value is not None and is_words(node.value) else mutators.operator_assignment(node)


OWN: dict[Any, Any] = {
    mutators.operator_arg_removal: change_arguments,
    mutators.operator_assignment: change_assignments,
}


class WordsLeftAlone(file_mutation.MutationVisitor):
    """Finds what can be changed, as mutmut does, and makes no mutant of a text nor of what stands inside one."""

    def __init__(self, operators: mutators.OPERATORS_TYPE, *others: Any) -> None:
        super().__init__([(kind, OWN.get(operator, operator)) for kind, operator in operators], *others)

    def on_visit(self, node: cst.CSTNode) -> bool:
        return not isinstance(node, cst.BaseString) and super().on_visit(node)


def results() -> Iterator[dict[str, object]]:
    """What became of each mutant, in the order of its file."""
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        for name, code in data.exit_code_by_key.items():
            status = status_by_exit_code[code]
            killed = status in KILLED
            change = "" if killed else get_diff_for_mutant(name, path=path)
            yield {"name": name, "module": path.stem, "status": status, "killed": killed, "change": change}


if __name__ == "__main__":
    os.nice(10)
    file_mutation.MutationVisitor = WordsLeftAlone  # type: ignore[misc, assignment]
    _run(tuple(sys.argv[1:]), 1)
    Path("results.json").write_text(json.dumps(list(results()), indent=1) + "\n")
