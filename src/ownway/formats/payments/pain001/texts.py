"""The texts of a pain.001 that are too long for the message, or in letters that no UK bank can carry."""

from collections.abc import Iterator, Mapping

from ownway.formats.payments.pain001.parties import CREDITOR, is_uk
from ownway.formats.payments.text import for_bank, letters_lost
from ownway.formats.payments.values import Problem

# Source: the lengths of ISO 20022 pain.001.001.09 and .03, which are the same for these.
LONGEST = {
    "GrpHdr": {"MsgId": 35},
    "PmtInf": {"PmtInfId": 35, "Dbtr/Nm": 140},
    "CdtTrfTxInf": {"PmtId/EndToEndId": 35, "PmtId/InstrId": 35, "Cdtr/Nm": 140, "RmtInf/Ustrd": 140},
}


def text_problems(part: str, texts: Mapping[str, str], where: str) -> Iterator[Problem]:
    """What is too long, and a name of which a UK bank can read only some."""
    for path, longest in LONGEST[part].items():
        length = len(texts.get(path, ""))
        if length > longest:
            said = f"It has {length} letters. This message takes {longest} at most there."
            yield Problem(where=where, field=path, message=said, code="CH15")
    name = texts.get("Cdtr/Nm", "")
    if not name.isascii() and letters_lost(name) and is_uk(texts, CREDITOR):
        said = f"A UK bank can read only “{for_bank(name)}” of the name “{name}”. Check it against the bank account."
        yield Problem(where=where, field="Cdtr/Nm", message=said, level="warning", code="CH16")
