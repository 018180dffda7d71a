"""What importers of other programs' files share: ids that stay the same, and names for what the standard has no place for."""

from collections.abc import Iterable, Mapping
from uuid import UUID, uuid5

from ownway.formats.directories.json_text import Plain

NAMESPACE = UUID("5b0f6a1e-52a4-5d2b-9c0a-5f7d1f7a2c11")
"""Under this the ids of imported records are made, so that the same record has the same id each time it is imported."""

WORDS_DESCRIBE_THEMSELVES = (
    "The file does not describe its terms, as the standard asks. Each is described by its own name."
)


def id_for(*parts: object) -> str:
    """The id of an imported record, made of what names it where it comes from."""
    return str(uuid5(NAMESPACE, "\x1f".join(map(str, parts))))


def set_apart(source: str, values: Mapping[str, Plain]) -> dict[str, Plain]:
    """What the standard has no place for, under names of its own: empty values are left out."""
    return {f"{source}_{name}": value for name, value in values.items() if value not in (None, "", [], {})}


def described_by(names: Iterable[str], *, taxonomy: str, owner: str) -> list[dict[str, Plain]]:
    """Words of a taxonomy as attributes of a record."""
    return [
        {
            "id": id_for(owner, taxonomy, name),
            "taxonomy_term": {"id": id_for(taxonomy, name), "name": name, "description": name, "taxonomy": taxonomy},
        }
        for name in names
    ]


def said(values: Mapping[str, Plain]) -> dict[str, Plain]:
    """Only what was said: no empty text, no null."""
    return {name: value for name, value in values.items() if value not in (None, "")}
