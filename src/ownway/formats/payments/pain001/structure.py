"""Is it this message at all, and are its parts in their order? Asked before any meaning is read."""

import re
from collections.abc import Iterator

from lxml import etree

from ownway.formats.payments.values import Problem

NAMESPACES = tuple(f"urn:iso:std:iso:20022:tech:xsd:pain.001.001.{version}" for version in ("09", "03"))

_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")
_ORDER = {
    "GrpHdr": "MsgId CreDtTm Authstn NbOfTxs CtrlSum InitgPty FwdgAgt",
    "PmtInf": (
        "PmtInfId PmtMtd BtchBookg NbOfTxs CtrlSum PmtTpInf ReqdExctnDt PoolgAdjstmntDt Dbtr DbtrAcct DbtrAgt "
        "DbtrAgtAcct InstrForDbtrAgt UltmtDbtr ChrgBr ChrgsAcct ChrgsAcctAgt CdtTrfTxInf"
    ),
    "CdtTrfTxInf": (
        "PmtId PmtTpInf Amt XchgRateInf ChrgBr ChqInstr UltmtDbtr IntrmyAgt1 IntrmyAgt1Acct IntrmyAgt2 IntrmyAgt2Acct "
        "IntrmyAgt3 IntrmyAgt3Acct CdtrAgt CdtrAgtAcct Cdtr CdtrAcct UltmtCdtr InstrForCdtrAgt InstrForDbtrAgt Purp "
        "RgltryRptg Tax RltdRmtInf RmtInf SplmtryData"
    ),
}
# Full tag of a part -> full tags of its children -> their place; one table for each version of the message.
_PLACES = {
    f"{{{namespace}}}{name}": {f"{{{namespace}}}{child}": place for place, child in enumerate(order.split())}
    for namespace in NAMESPACES
    for name, order in _ORDER.items()
}


def broken(message: str, *, where: str = "the file", field: str = "/") -> Problem:
    """A problem of shape: the reason a bank gives is FF01."""
    return Problem(where=where, field=field, message=message, code="FF01")


def bytes_refusal(data: bytes) -> Problem | None:
    """Why these bytes are not even opened: empty, not UTF-8, or with a document type, which can hide an attack."""
    if not data.strip():
        return broken("The file is empty.")
    declared = _ENCODING.match(data.lstrip(b"\xef\xbb\xbf \r\n\t"))
    if b"\x00" in data[:64] or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
        return broken("The file is not written in UTF-8, the only way of writing letters that banks take here.")
    if b"<!DOCTYPE" in data:
        return broken("The file has a document type (DOCTYPE). Payment files have none, so it was not opened.")
    return None


def message_refusal(root: etree._Element | None) -> Problem | None:
    """Why this XML is not one unsigned pain.001.001.09 or .03 message."""
    if root is None:
        return broken("The file is not well-formed XML.")
    name = etree.QName(root)
    if name.localname != "Document" or name.namespace not in NAMESPACES:
        said = (name.namespace or name.localname).rsplit(":", 1)[-1]
        return broken(f"This is “{said}”. Only pain.001.001.09 and pain.001.001.03 payment files are read.")
    children = [etree.QName(child).localname for child in root if isinstance(child.tag, str)]
    if "Signature" in children:
        return broken("The file carries a signature. Only files without a signature are read.")
    if children != ["CstmrCdtTrfInitn"]:
        return broken("The file does not hold exactly one payment message (CstmrCdtTrfInitn).")
    message = next(child for child in root if isinstance(child.tag, str))
    parts = [etree.QName(part).localname for part in message if isinstance(part.tag, str)]
    if parts[:2] != ["GrpHdr", "PmtInf"]:
        return broken("The file does not start with its header (GrpHdr) and then a batch of payments (PmtInf).")
    return None


def out_of_order(element: etree._Element, where: str) -> Iterator[Problem]:
    """Children of a header, batch or payment that are foreign, unknown or not in the order of the schema."""
    places = _PLACES.get(element.tag, {})
    furthest = -1
    for child in element:
        tag = child.tag
        if not isinstance(tag, str):
            continue
        place = places.get(tag, -1)
        if place < furthest or place < 0:
            name = tag.rpartition("}")[2]
            said = f"{name} does not belong here." if place < 0 else f"{name} is out of order."
            yield broken(said, where=where, field=name)
        furthest = max(furthest, place)


def leaves(element: etree._Element) -> dict[str, str]:
    """The texts of a part by path ("CdtrAcct/Id/IBAN"), and the currency of an amount by "…@Ccy".

    What is in another namespace is left out: it is not part of the message.
    """
    found: dict[str, str] = {}
    _gather(element, "", element.tag.rpartition("}")[0] + "}", found)
    return found


def _gather(element: etree._Element, path: str, namespace: str, found: dict[str, str]) -> None:
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or not tag.startswith(namespace):
            continue
        place = path + tag[len(namespace) :]
        if len(child):
            _gather(child, f"{place}/", namespace, found)
        else:
            found.setdefault(place, (child.text or "").strip())
            if (currency := child.get("Ccy")) is not None:
                found.setdefault(f"{place}@Ccy", currency)
