"""OFX text to tags and values: 1.x (SGML, tags left open) and 2.x (XML) are both read by splitting on "<".

Nothing is ever expanded: a file that declares a document type or an entity is refused before it is split.
"""

import re
from collections.abc import Iterable, Iterator

from ownway.formats.statements.amounts import UnreadableError

MOST_CHARACTERS = 100_000
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " "}
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos|nbsp)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));")
_START = re.compile(r"<OFX>", re.IGNORECASE)
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_OPEN_CDATA = "A part of the file that should be closed (CDATA) is not. It may be damaged."
_DECLARED = "The file holds declarations or comments that bank files do not have, so it was not read."
_ENDLESS = "The file has words far longer than any bank writes. It may be damaged."


def find_ofx(text: str) -> int:
    """Where the first <OFX> stands, or -1."""
    match = _START.search(text)
    return match.start() if match else -1


def whole_tags(chunks: Iterable[str], *, cut_before: str) -> Iterator[str]:
    """The text again in pieces that each begin with a "<" and end before one, with CDATA sections as plain words.

    They end before the last `cut_before` where there is one. What stands before the first "<" is left out. Raises
    UnreadableError where the text is not OFX that may be read.
    """
    carry = ""
    for chunk in chunks:
        text = carry + chunk
        cut = _find_last_tag(text)
        if "!" in text and "<!" in text:  # one letter is found far quicker than two
            text, cut = _without_cdata(text)
        cut = max(text.rfind(cut_before, 1, cut), 0) or cut
        if cut > 0:
            yield text[text.find("<") : cut]
        carry = text[max(cut, 0) :]
        if len(carry) > 3 * MOST_CHARACTERS:
            raise UnreadableError(_OPEN_CDATA if _CDATA in carry else _ENDLESS)
    if _CDATA in carry:
        raise UnreadableError(_OPEN_CDATA)
    if "<!" in carry:
        raise UnreadableError(_DECLARED)
    if "<" in carry:
        yield carry


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


def _find_last_tag(text: str) -> int:
    """Where the last "<" stands, or -1; one that may yet become the mark of a CDATA section is none."""
    cut = text.rfind("<")
    return text.rfind("<", 0, cut) if cut >= 0 and _CDATA.startswith(text[cut:]) else cut


def _without_cdata(text: str) -> tuple[str, int]:
    """The text with its CDATA sections as plain words, and where to cut it: before its last tag, or one with a section still open."""
    first, *rest = text.split(_CDATA)
    parts, still_open = [first], ""
    for number, section in enumerate(rest):
        inside, mark, after = section.partition(_CDATA_END)
        if not mark:
            still_open = _CDATA + _CDATA.join(rest[number:])
            break
        parts.append(inside.replace("&", "&amp;").replace("<", "&lt;"))
        parts.append(after)
    text = "".join(parts)
    cut = _find_last_tag(text)
    if "<!" in text[:cut]:
        raise UnreadableError(_DECLARED)
    return text + still_open, cut
