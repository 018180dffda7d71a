"""Read what a page says."""

import re

import html5lib

SILENT = ("script", "style", "template")


def page_of(response):
    """The page as an element tree, read as a browser reads it."""
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def text_of(response):
    """All the words of the page's body, with single spaces."""
    return re.sub(r"\s+", " ", " ".join(words_in(page_of(response).find("body")))).strip()


def words_in(element):
    """The words of an element in order, without what is no text for people."""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    yield element.text or ""
    for child in element:
        yield from words_in(child)
        yield child.tail or ""
