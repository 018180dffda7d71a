"""A letter as a tagged PDF (PDF/UA-1), the same to the last byte wherever and whenever it is made again."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import UTC, datetime, time
from functools import cache
from importlib import resources
from pathlib import Path

import typst

from ownway.ground.letters.content.letter import LetterContent
from ownway.ground.letters.content.plain_data import to_plain

MAIN_FONT = "Noto Sans"
FIRST_FONTS = (MAIN_FONT, "Noto Sans Arabic")
"""Tried in this order for each character; then every other font in the folder, by name."""
_UNSHOWN = re.compile(r'the text `"(?P<text>.+)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{(?P<code>[0-9a-f]+)\}")


class CannotPrint(ValueError):
    """The letter cannot be printed as it is; the message says why, and what to do."""


def render_pdf(letter: LetterContent, *, fonts: Path) -> bytes:
    """The letter as PDF/UA-1 bytes, with the fonts in the folder `fonts` and no others.

    Raises CannotPrint when the fonts are not there, or when none of them has a character that the letter needs:
    a box where somebody's name should be is never printed.
    """
    found = _fonts(fonts)
    try:
        made = typst.compile(
            _template(),
            font_paths=found,
            sys_inputs={"letter": json.dumps(to_plain(letter)), "fonts": json.dumps(_in_order(found.families()))},
            pdf_standards=["ua-1"],
            timestamp=datetime.combine(letter.written_on, time(), tzinfo=UTC),
        )
    except typst.TypstError as error:
        raise _refusal(error) from error
    return bytes(made)


@cache
def _template() -> bytes:
    return resources.files("ownway.ground.letters.content").joinpath("letter.typ").read_bytes()


def _fonts(folder: Path) -> typst.Fonts:
    found = _fonts_in(folder)
    if MAIN_FONT not in found.families():
        _fonts_in.cache_clear()
        raise CannotPrint(f"The font {MAIN_FONT} is not in {folder}. Setting Ownway up again fetches it.")
    return found


@cache
def _fonts_in(folder: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _in_order(families: list[str]) -> list[str]:
    first = [family for family in FIRST_FONTS if family in families]
    return [*first, *sorted(set(families) - set(first))]


def _refusal(error: typst.TypstError) -> Exception:
    """The character that no font has, by its name; anything else is a fault of the template and goes up as it is."""
    unshown = _UNSHOWN.search(error.message)
    if unshown is None:
        return error
    text = _ESCAPED.sub(lambda found: chr(int(found["code"], 16)), unshown["text"])
    named = ", ".join(f"“{letter}” ({unicodedata.name(letter, 'a mark that cannot be seen')})" for letter in text)
    return CannotPrint(
        f"We have no font with {named}, so we cannot print this letter. "
        "Please check how it was typed, or ask for a font with it to be added."
    )
