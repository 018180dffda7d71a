"""A letter as HTML: an article in the words of the letter and the look of the pages around it."""

from __future__ import annotations

from functools import cache

import jinja2
from markupsafe import Markup

from ownway.ground.letters.content.letter import Block, LetterContent


def render_html(letter: LetterContent) -> Markup:
    """The letter as an `article` to set into a page that carries the title. Everything in it is escaped."""
    return Markup(_template().render(letter=letter))  # noqa: S704 - the template escapes every value it is given


@cache
def _template() -> jinja2.Template:
    pages = jinja2.Environment(
        loader=jinja2.PackageLoader("ownway.ground.letters"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    pages.filters["kind"] = _kind
    return pages.get_template("letters/letter.html")


def _kind(block: Block) -> str:
    return type(block).__name__
