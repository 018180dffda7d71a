"""XML from a bank, opened with care: no document type, no entity, nothing from the network, and no file without end."""

import io
from collections.abc import Callable, Iterator

from lxml import etree

from ownway.formats.payments.echoes.values import THE_FILE
from ownway.formats.payments.values import Problem
from ownway.formats.payments.xml_letters import declared_encoding

MOST_BYTES = 25 * 1024 * 1024
MOST_TAGS = 1_500_000  # of some 60,000 payments; what is read of them fits 200 MB
MOST_CHILDREN = 50
# In each of these, the letters of a document type are the bytes that are looked for.
_READ = (b"", b"utf-8", b"us-ascii", b"iso-8859-1", b"iso-8859-15", b"windows-1252")


def refused(message: str, *, field: str = "/") -> Problem:
    """A reason for which the whole file is not taken."""
    return Problem(where=THE_FILE, field=field, message=message)


def bytes_refusal(data: bytes) -> Problem | None:
    """Why these bytes are not even opened."""
    if not data.strip():
        return refused("The file is empty.")
    if len(data) > MOST_BYTES:
        return refused(f"The file is larger than {MOST_BYTES // 1024 // 1024} MB. No bank answers so much at once.")
    if data.count(b"<") > MOST_TAGS:
        return refused("The file has more parts than an answer about payments can have.")
    if b"\x00" in data[:200] or declared_encoding(data) not in _READ:
        return refused("The file is not written in UTF-8 or Latin letters, so it was not opened.")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return refused("The file has a document type (DOCTYPE). Bank files have none, so it was not opened.")
    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return refused("This is not an XML file. Ask the bank for pain.002 or camt.054, or the Bacs report as XML.")
    return None


def root_of(data: bytes) -> tuple[str, str]:
    """The name of the outermost element, and its namespace. Raises etree.LxmlError."""
    _, element = next(_parse(data, ("start",)))
    return name_of(element)


def name_of(element: etree._Element) -> tuple[str, str]:
    """An element's own name and its namespace; etree.QName raises for names that the parser lets through (“:”)."""
    namespace, _, name = str(element.tag).rpartition("}")
    return name, namespace.removeprefix("{")


def elements(data: bytes, *names: str) -> Iterator[tuple[str, etree._Element]]:
    """Each element of these names when it ends, with its name. What was seen before it in its parent is let go.

    Raises etree.LxmlError, at the end also where the prefix of a name stands for nothing: the parser reads on there.
    """
    for _, element in _parse(data, ("end",), tag=[f"{{*}}{name}" for name in names]):
        name, _ = name_of(element)
        if name in names:
            yield name, element
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None and element.getprevious().tag == element.tag:
            parent.remove(element.getprevious())


def attributed(data: bytes, *, keeps: Callable[[etree._Element], bool]) -> Iterator[etree._Element]:
    """Every element when it ends. Its children are still there when it is one that `keeps` them, and has few.

    Raises etree.LxmlError.
    """
    last, is_kept, kept = None, False, 0
    for _, element in _parse(data, ("end",)):
        yield element
        parent = element.getparent()
        if parent is None:
            continue
        if parent is not last:
            last, is_kept = parent, keeps(parent)
        if is_kept:
            kept += 1  # counting its children costs a walk through them, so it is done now and then
            if kept % MOST_CHILDREN or len(parent) <= MOST_CHILDREN:
                continue
        element.clear()
        while element.getprevious() is not None:
            parent.remove(element.getprevious())


def leaves(element: etree._Element) -> dict[str, str]:
    """The texts of a part by path (“CdtrAcct/Id/IBAN”), and the currency of an amount by “…@Ccy”.

    What is in another namespace is left out: it is not part of the message. Of several with one path the first counts.
    """
    found: dict[str, str] = {}
    _gather(element, "", element.tag.rpartition("}")[0] + "}", found)
    return found


def _gather(element: etree._Element, path: str, namespace: str, found: dict[str, str]) -> None:
    for child in element:
        if not child.tag.startswith(namespace):
            continue
        place = path + child.tag[len(namespace) :]
        if len(child):
            _gather(child, f"{place}/", namespace, found)
        else:
            found.setdefault(place, (child.text or "").strip())
            if (currency := child.get("Ccy")) is not None:
                found.setdefault(f"{place}@Ccy", currency)


def _parse(data: bytes, events: tuple[str, ...], tag: list[str] | None = None) -> etree.iterparse:
    return etree.iterparse(
        io.BytesIO(data),
        events=events,
        tag=tag,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
