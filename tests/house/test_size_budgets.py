"""Small and whole: a code file has at most 400 lines and a function at most 60; half of that is what to aim for."""

import ast

import pytest

from ownway.config import places

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
FOLDERS = ("src", "tests", "toolbox", "bench")


def code_files():
    found = [path for folder in FOLDERS for path in (places.ROOT / folder).rglob("*.py")]
    return [places.ROOT / "run", *(path for path in found if "migrations" not in path.parts)]


def functions_of(source):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, kinds)]


def length_of(function):
    return function.end_lineno - function.lineno + 1


def test_no_file_is_too_long():
    lengths = {str(path.relative_to(places.ROOT)): len(path.read_text().splitlines()) for path in code_files()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long():
    too_long = {
        f"{path.relative_to(places.ROOT)}:{function.lineno} {function.name}": length_of(function)
        for path in code_files()
        for function in functions_of(path.read_text())
        if length_of(function) > LONGEST_FUNCTION
    }
    assert too_long == {}


@pytest.mark.parametrize(("lines", "length"), [(1, 2), (60, 61)])
def test_a_function_is_measured_from_its_name_to_its_end(lines, length):
    (function,) = functions_of("@decorated\ndef pay():\n" + "    stop()\n" * lines)
    assert length_of(function) == length
