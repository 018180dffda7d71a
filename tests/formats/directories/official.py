"""The payloads and schemas that others wrote, where they are beside this repository."""

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

STANDARD = Path(__file__).resolve().parents[4] / "shared" / "standards" / "01-open-referral-uk"
SCHEMAS = STANDARD / "oruk-validator" / "schemas" / "V3.0-UK"
NEEDED = pytest.mark.skipif(
    not STANDARD.exists(), reason="the payloads of Open Referral UK are not beside this repository"
)


@cache
def validator(schema):
    """The official schema of one endpoint."""
    return Draft202012Validator(json.loads((SCHEMAS / schema).read_text()), format_checker=FormatChecker())


def errors(payload, schema):
    """What the official schema has against a payload: where, and which keyword. An organisations page is looked at
    record by record, because its schema describes one record."""
    value = json.loads(payload)
    if schema == "organization_list.json":
        return [error for one in value["contents"] for error in found(one, schema)]
    return found(value, schema)


def found(value, schema):
    return [
        ("/".join(map(str, error.absolute_path)), error.validator) for error in validator(schema).iter_errors(value)
    ]


def expected():
    """Every payload that EXPECTED.json lists, with the schema it is held against."""
    if not STANDARD.exists():
        return []
    files = json.loads((STANDARD / "EXPECTED.json").read_text())["files"]
    return [(name, facts["schema"]) for name, facts in files.items() if facts["valid"]]
