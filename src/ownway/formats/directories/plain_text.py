"""HTML in a description made text that is safe to show: no tag is kept, and the words between tags are."""

import re
from collections.abc import Iterator

from lxml import etree

MOST_CHARACTERS = 200_000
_BREAKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset(["script", "style", "template", "iframe", "object", "noscript", "svg", "math", "head", "title"])
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r"\n{3,}")
_LEADS_OUT = ("https://", "http://", "mailto:")


def plain_text(description: str) -> str:
    """The words of a description that may hold HTML; an address that a link leads to stands behind it in brackets.

    The text is for showing as text: a page still escapes it, as it does all text. Invisible characters that turn the
    direction of writing are left out too. Longer ones than MOST_CHARACTERS are cut there, and end in an ellipsis.
    """
    text = description.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MOST_CHARACTERS:
        text = f"{text[:MOST_CHARACTERS]}…"
    text = _CONTROL.sub("", text)
    if "<" in text or "&" in text:
        text = "".join(_words(text))
    lines = (_SPACES.sub(" ", line).strip() for line in _CONTROL.sub("", text).split("\n"))
    return _LINES.sub("\n\n", "\n".join(lines)).strip()


def _words(html: str) -> Iterator[str]:
    """The words of HTML in order, with line ends where blocks begin and end."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    root = etree.fromstring(f"<div>{html}</div>".encode(), parser)
    silent: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")) if root is not None else ():
        tag = str(element.tag)
        if silent is None and event == "start":
            if tag in _SILENT:
                silent = element
                continue
            yield "\n- " if tag == "li" else "\n" if tag in _BREAKS or tag == "br" else ""
            yield element.text or ""
        elif event == "end":
            silent = None if element is silent else silent
            if silent is None:
                yield _address(element) if tag == "a" else "\n" if tag in _BREAKS else ""
                yield element.tail or ""


def _address(link: etree._Element) -> str:
    address = (link.get("href") or "").strip()
    shown = "".join(map(str, link.itertext())).strip()
    if not address.lower().startswith(_LEADS_OUT) or address.removeprefix("mailto:") == shown or address == shown:
        return ""
    return f" ({address.removeprefix('mailto:')})"
