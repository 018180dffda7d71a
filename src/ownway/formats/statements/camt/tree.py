"""Which elements of a camt message are looked at, as a tree; whatever is not in it is passed over."""

from collections.abc import Iterable

DETAIL = "NtryDtls/TxDtls"
_AMOUNT = "Amt"

# ruff keeps one a line; a path that ends in "/" is noted when it begins, so that what follows can be told apart
_ENTRY = f"""
    NtryRef Amt CdtDbtInd RvslInd Sts Sts/Cd Sts/Prtry BookgDt/Dt BookgDt/DtTm ValDt/Dt ValDt/DtTm AcctSvcrRef
    BkTxCd/Domn/Cd BkTxCd/Domn/Fmly/Cd BkTxCd/Domn/Fmly/SubFmlyCd BkTxCd/Prtry/Cd
    Chrgs/TtlChrgsAndTaxAmt Chrgs/Amt Chrgs/Rcrd/Amt AddtlNtryInf NtryDtls/Btch/NbOfTxs {DETAIL}/
"""
_IN_DETAIL = """
    Refs/EndToEndId Refs/InstrId Refs/TxId Refs/AcctSvcrRef Amt CdtDbtInd AmtDtls/TxAmt/Amt
    Chrgs/TtlChrgsAndTaxAmt Chrgs/Amt Chrgs/Rcrd/Amt
    RltdPties/Dbtr/Nm RltdPties/Dbtr/Pty/Nm RltdPties/Dbtr/Agt/FinInstnId/Nm
    RltdPties/Cdtr/Nm RltdPties/Cdtr/Pty/Nm RltdPties/Cdtr/Agt/FinInstnId/Nm
    RltdPties/UltmtDbtr/Nm RltdPties/UltmtDbtr/Pty/Nm RltdPties/UltmtCdtr/Nm RltdPties/UltmtCdtr/Pty/Nm
    RltdPties/DbtrAcct/Id/IBAN RltdPties/DbtrAcct/Id/Othr/Id RltdPties/CdtrAcct/Id/IBAN RltdPties/CdtrAcct/Id/Othr/Id
    RmtInf/Ustrd RmtInf/Strd/CdtrRefInf/Ref RmtInf/Strd/RfrdDocInf/Nb RmtInf/Strd/AddtlRmtInf
    RtrInf/Rsn/Cd RtrInf/Rsn/Prtry RtrInf/AddtlInf AddtlTxInf
"""
_UNITS = {
    "Id": "/",
    "CpyDplctInd": "/",
    "FrToDt": "FrDtTm ToDtTm",
    "Acct": "Id/IBAN Id/Othr/Id Ccy Nm Svcr/FinInstnId/Nm Svcr/FinInstnId/BICFI Svcr/FinInstnId/BIC",
    "Bal": "Tp/CdOrPrtry/Cd Tp/SubTp/Cd Amt CdtDbtInd Dt/Dt Dt/DtTm",
    "TxsSummry": """TtlNtries/NbOfNtries TtlNtries/Sum TtlCdtNtries/NbOfNtries TtlCdtNtries/Sum
                    TtlDbtNtries/NbOfNtries TtlDbtNtries/Sum""",
}
_PAGES = "PgNb LastPgInd"

MESSAGES = {
    # the message's own element, and the element of each statement in it
    "camt.052": ("BkToCstmrAcctRpt", "Rpt"),
    "camt.053": ("BkToCstmrStmt", "Stmt"),
    "camt.054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
}
OPEN, CLOSE, ENTRY, HEADER, PAGES = "open", "close", "Ntry", "GrpHdr", "pages"


class Node:
    """An element that is looked at.

    `path` is its name within its unit; `is_leaf`: its text is kept; `is_sum`: and its currency; `is_mark`: its beginning
    is kept; `unit`: the name of the unit that ends with it ("" for none); `is_part`: it is a whole statement.
    """

    __slots__ = ("children", "is_leaf", "is_mark", "is_part", "is_sum", "path", "unit")

    def __init__(self, path: str = "", *, unit: str = "", is_part: bool = False) -> None:
        self.path, self.unit, self.is_part = path, unit, is_part
        self.is_leaf = self.is_mark = self.is_sum = False
        self.children: dict[str, Node] = {}


def grow_unit(unit: str, paths: Iterable[str]) -> Node:
    """The tree of one unit: an element that is handed on as a whole when it ends."""
    root = Node(unit=unit)
    for path in paths:
        node = root
        names = [name for name in path.split("/") if name]
        for many in range(1, len(names) + 1):
            node = node.children.setdefault(names[many - 1], Node("/".join(names[:many])))
        if path.endswith("/") and names:
            node.is_mark = True
        else:
            node.is_leaf = True
            node.is_sum = node.path.endswith(_AMOUNT)
    return root


def grow_message(message: str) -> Node:
    """The tree of a message from its Document down."""
    name, part = MESSAGES[message]
    document, body, statement = Node(), Node(), Node(is_part=True)
    document.children[name] = body
    body.children[HEADER] = grow_unit(HEADER, [f"MsgPgntn/{page}" for page in _PAGES.split()])
    body.children[part] = statement
    for unit, paths in _UNITS.items():
        statement.children[unit] = grow_unit(unit, paths.split())
    statement.children[f"{part}Pgntn"] = grow_unit(PAGES, _PAGES.split())
    inside = [f"{DETAIL}/{path}" for path in _IN_DETAIL.split()]
    statement.children[ENTRY] = grow_unit(ENTRY, [*_ENTRY.split(), *inside])
    return document
