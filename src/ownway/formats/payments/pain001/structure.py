"""What a pain.001 message is made of, and in which order."""

from lxml import etree

from ownway.formats.payments.values import Problem

NAMESPACES = tuple(f"urn:iso:std:iso:20022:tech:xsd:pain.001.001.{version}" for version in ("09", "03"))

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
PLACES = {name: {child: place for place, child in enumerate(order.split())} for name, order in _ORDER.items()}
"""Each part's children, with their place in it."""


def broken(message: str, *, where: str = "the file", field: str = "/") -> Problem:
    """A problem of shape: the reason a bank gives is FF01."""
    return Problem(where=where, field=field, message=message, code="FF01")


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
