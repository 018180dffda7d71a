"""OFX text to tags and values: 1.x (SGML, tags left open) and 2.x (XML) are both read by splitting on "<".

Nothing is ever expanded: a file that declares a document type or an entity is refused before it is split.
"""

import re

from ownway.formats.statements.amounts import UnreadableError

_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " "}
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos|nbsp)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));")
_START = re.compile(r"<OFX>", re.IGNORECASE)
_CDATA, _CDATA_END = "<![CDATA[", "]]>"


def find_ofx(text: str) -> int:
    """Where the first <OFX> stands, or -1."""
    match = _START.search(text)
    return match.start() if match else -1


def split_tags(text: str) -> list[str]:
    """The text after each "<", that is "TAG>value" or "/TAG>", with CDATA sections as plain words.

    Raises UnreadableError where the text is not OFX that may be read.
    """
    text = _without_cdata(text)
    if "<!" in text:
        raise UnreadableError(
            "The file holds declarations or comments that bank files do not have, so it was not read."
        )
    return text.split("<")[1:]


def read_value(value: str) -> str:
    """A value with single spaces and the five XML references and numbered characters read; others stay as written."""
    if not value:
        return value
    if "&" in value:
        value = _REFERENCE.sub(_character, value)
    return " ".join(value.split())


def _character(match: re.Match[str]) -> str:
    if match[1]:
        return _NAMED[match[1]]
    number = int(match[2]) if match[2] else int(match[3], 16)
    if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF or number < 32:
        return match[0]
    return chr(number)


def _without_cdata(text: str) -> str:
    if _CDATA not in text:
        return text
    first, *rest = text.split(_CDATA)
    parts = [first]
    for section in rest:
        inside, mark, after = section.partition(_CDATA_END)
        if not mark:
            raise UnreadableError("A part of the file that should be closed (CDATA) is not. It may be damaged.")
        parts.append(inside.replace("&", "&amp;").replace("<", "&lt;"))
        parts.append(after)
    return "".join(parts)
