"""Reads the words of a PDF page back, by the fonts' own tables, so that tests can see what a screen reader gets."""

import re
from io import BytesIO

import pikepdf

_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_TRIPLE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def pages_of(data: bytes) -> list[str]:
    """The text of each page without any spaces: where a line breaks is not what these tests are about."""
    with opened(data) as pdf:
        return [_page_text(page) for page in pdf.pages]


def text_of(data: bytes) -> str:
    return "".join(pages_of(data))


def squeezed(text: str) -> str:
    """As `pages_of` writes it: no spaces, and no marks that only say how to lay the text out."""
    return re.sub(r"[\s\u200b\u2068\u2069\u00ad]", "", text)


def _page_text(page: pikepdf.Page) -> str:
    return squeezed("".join(runs_of(page)))


def runs_of(page: pikepdf.Page) -> list[str]:
    """What is shown at one go; a line of one style is one run, so no run is longer than a line."""
    letters = {name: _letters_of(font) for name, font in page.resources.get("/Font", {}).items()}
    said, font, quiet = [], {}, []
    for operands, operator in pikepdf.parse_content_stream(page):
        word = str(operator)
        if word == "Tf":
            font = letters[str(operands[0])]
        elif word in ("BMC", "BDC"):
            instead = _actual_text(operands)
            quiet.append(instead is not None)
            said.append(instead or "")
        elif word == "EMC":
            quiet.pop()
        elif word in ("Tj", "TJ") and not any(quiet):
            pieces = operands[0] if word == "TJ" else operands
            said.append("".join(_decoded(bytes(one), font) for one in pieces if isinstance(one, pikepdf.String)))
    return said


def _actual_text(operands) -> str | None:
    if len(operands) == 2 and isinstance(operands[1], pikepdf.Dictionary) and "/ActualText" in operands[1]:
        return str(operands[1]["/ActualText"])
    return None


def _decoded(run: bytes, font: dict[int, str]) -> str:
    return "".join(font.get(int.from_bytes(run[at : at + 2], "big"), "") for at in range(0, len(run), 2))


def _letters_of(font) -> dict[int, str]:
    table = font["/ToUnicode"].read_bytes()
    letters = {}
    for block in _CHARS.findall(table):
        letters |= {int(code, 16): _unicode(text) for code, text in _PAIR.findall(block)}
    for block in _RANGES.findall(table):
        for first, last, text in _TRIPLE.findall(block):
            start = int(text, 16)
            letters |= {code: chr(start + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)}
    return letters


def _unicode(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be")
