"""Reads a page strictly and asks of it what a person would."""

import html5lib

WHOLE = "<!DOCTYPE html><html lang=en><head><title>x</title></head><body>{}</body></html>"


def read(page):
    """The page as a tree without namespaces; raises html5lib's ParseError for anything that is not valid HTML5."""
    whole = page if "<html" in page else WHOLE.format(page)
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(whole)


def text(element):
    return " ".join("".join(element.itertext()).split())


def ids(tree):
    return [element.get("id") for element in tree.iter() if element.get("id")]


def by_id(tree, wanted):
    return next(element for element in tree.iter() if element.get("id") == wanted)


def all_of(tree, tag, **attributes):
    wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    same = [one for one in tree.iter() if isinstance(one.tag, str) and one.tag.rpartition("}")[2] == tag]
    return [one for one in same if all(one.get(name) == value for name, value in wanted.items())]


def of_class(tree, name):
    return [one for one in tree.iter() if isinstance(one.tag, str) and name in (one.get("class") or "").split()]
