"""One door for what comes back from a bank: the kind is told by what is inside, never by the name of the file."""

import re
from dataclasses import replace
from hashlib import sha256

from lxml import etree

from ownway.formats.payments.echoes.bacs import read_bacs_report
from ownway.formats.payments.echoes.camt054 import read_camt054
from ownway.formats.payments.echoes.opening import bytes_refusal, refused, root_of
from ownway.formats.payments.echoes.pain002 import read_pain002
from ownway.formats.payments.echoes.values import MOST_PROBLEMS, THE_FILE, EchoFile
from ownway.formats.payments.values import Problem

_ISO = re.compile(r"urn:iso:std:iso:20022:tech:xsd:((pain|camt|pacs)\.([0-9]{3})\.001\.([0-9]{2}))")
_READERS = {"pain.002": read_pain002, "camt.054": read_camt054}
_ELSEWHERE = {
    "pain.001": "This is a payment file (pain.001), and not the bank’s answer to one.",
    "camt.053": "This is a bank statement (camt.053). Ask the bank for pain.002 or camt.054.",
    "camt.052": "This is a list of the day so far (camt.052). Ask the bank for pain.002 or camt.054.",
    "pacs.004": "This is a message between banks (pacs.004). Ask the bank for camt.054.",
}


def kind_of(data: bytes) -> str:
    """“pain.002”, “camt.054” or “Bacs” when these bytes begin as such a file, and nothing otherwise."""
    if bytes_refusal(data) is not None:
        return ""
    try:
        name, namespace = root_of(data)
    except etree.LxmlError:
        return ""
    message = _message(name, namespace)
    if message is None:
        return "Bacs" if name == "BACSDocument" else ""
    return message[0] if message[0] in _READERS else ""


def read_echoes(data: bytes) -> EchoFile:
    """What a bank says in a pain.002, a camt.054 or a Bacs report (ARUCS, AWACS, ADDACS).

    No bytes raise: a file that cannot be taken says why in its problems.
    """
    digest = sha256(data).hexdigest()
    refusal = bytes_refusal(data)
    if refusal is not None:
        return EchoFile(kind="", digest=digest, problems=(refusal,))
    try:
        return _few_problems(_read(data, digest))
    except etree.LxmlError as error:
        said = f"The file is not well-formed XML, or is cut off. {str(error)[:200]}"
        return EchoFile(kind="", digest=digest, problems=(refused(said),))


def _read(data: bytes, digest: str) -> EchoFile:
    name, namespace = root_of(data)
    if name == "BACSDocument":
        return read_bacs_report(data, digest=digest)
    message = _message(name, namespace)
    if message is not None and message[0] in _READERS:
        return _READERS[message[0]](data, version=message[1], digest=digest)
    said = "This is not a file that a bank sends back about payments."
    if message is not None:
        said = _ELSEWHERE.get(message[0], f"This is {message[1]}, and not a bank’s answer about payments.")
    return EchoFile(kind="", digest=digest, problems=(refused(said),))


def _message(name: str, namespace: str) -> tuple[str, str] | None:
    """“pain.002” and “pain.002.001.10” of an ISO 20022 document."""
    match = _ISO.fullmatch(namespace)
    if name != "Document" or match is None:
        return None
    return f"{match[2]}.{match[3]}", match[1]


def _few_problems(file: EchoFile) -> EchoFile:
    """No more problems than a person can read; those that stop the file come first."""
    if len(file.problems) <= MOST_PROBLEMS:
        return file
    first = sorted(file.problems, key=lambda one: (one.where != THE_FILE, one.level != "error"))[: MOST_PROBLEMS - 1]
    said = f"There are {len(file.problems) - len(first)} more of these."
    level = "error" if any(one.level == "error" for one in file.problems) else "warning"
    more = Problem(where="further on", field="/", message=said, level=level)  # type: ignore[arg-type]  # one of the two
    return replace(file, problems=(*first, more))
