"""The Bacs reports ARUCS (credits that came back), AWACS (accounts that changed) and ADDACS (direct debits), as XML.

The form of ADDACS and of ARUDD, the sister of ARUCS, is known from public programs that read them; that of ARUCS and
AWACS is not published. So an item is known by what it holds (a code and an account) and not by its name.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from ownway.formats.payments.echoes.figures import account_of, day_of, pence_of, short
from ownway.formats.payments.echoes.opening import attributed, refused
from ownway.formats.payments.echoes.values import Echo, EchoFile, Outcome
from ownway.formats.payments.values import Problem

REPORTS: Mapping[str, Outcome] = {
    "ARUCS": Outcome.RETURNED,
    "AWACS": Outcome.CHANGED_ACCOUNT,
    "ADDACS": Outcome.INSTRUCTION,
}
NOT_OURS = {
    "ARUDD": "It is about direct debits that were not paid (ARUDD), and not about payments that were sent.",
    "AUDDIS": "It is about direct debits that were set up (AUDDIS), and not about payments that were sent.",
    "DDIC": "It is about direct debit indemnity claims, and not about payments that were sent.",
}
_CODES = ("returncode", "reasoncode")
_HEADERS = ("Header", "MessagingHeader", "ReportHeader")


@dataclass(slots=True)
class _Reading:
    report: str = ""
    made_on: str = ""
    number: str = ""
    counted: int = 0
    unread: int = 0
    echoes: list[Echo] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)


def read_bacs_report(data: bytes, *, digest: str) -> EchoFile:
    """The report as values. Raises etree.LxmlError for what is not XML."""
    reading = _Reading()
    for element in attributed(data, keeps=_is_item):
        _notice(element, reading)
    report = reading.report or ("ADDACS" if any("payersortcode" in row for row in reading.rows) else "")
    if report not in REPORTS:
        said = NOT_OURS.get(report, "It is a Bacs document, but not an ARUCS, AWACS or ADDACS report.")
        return EchoFile(kind="", digest=digest, problems=(refused(said),))
    for row in reading.rows:
        reading.problems.extend(_item(row, report, reading))
    return EchoFile(
        kind=report,
        message_id=reading.number,
        made_on=day_of(reading.made_on),
        digest=digest,
        echoes=tuple(reading.echoes),
        problems=tuple(reading.problems),
    )


def _notice(element: etree._Element, reading: _Reading) -> None:
    """Take what an element says of itself: the report's name, its header, an item, or what the items come to."""
    name = element.tag.rpartition("}")[2]
    reading.report = reading.report or _report_in(name)
    if name in _HEADERS:
        own = _plain(element)
        reading.report = reading.report or next(filter(None, map(_report_in, own.values())), "")
        reading.made_on = reading.made_on or _pick(own, "currentprocessingdate", "creationdate", "reportdate", "date")
        reading.number = reading.number or _pick(own, "advicenumber", "reportnumber", "serialnumber")
    elif _is_item(element):
        reading.rows.append(_plain(element) | _inside(element))
    elif name == "Totals":
        reading.problems.extend(_totals(_plain(element), reading))


def _is_item(element: etree._Element) -> bool:
    """Whether it has a code that says why it is in the report."""
    return any(map(_is_code, element.keys()))


@lru_cache(maxsize=1024)
def _is_code(name: str) -> bool:
    """Whether an attribute of this name says why an item is in the report."""
    return _bare(name) in _CODES


def _inside(element: etree._Element) -> dict[str, str]:
    """What the children of an item say, as “payeraccount.sortcode”."""
    return {
        f"{child.tag.rpartition('}')[2].lower()}.{key}": value
        for child in element
        for key, value in _plain(child).items()
    }


def _totals(own: Mapping[str, str], reading: _Reading) -> Iterator[Problem]:
    """What the report says its items come to since the last totals, held against the items themselves."""
    rows = reading.rows[reading.counted :]
    reading.counted = len(reading.rows)
    amounts = [pence_of(_pick(row, "valueof", "amount", "value")) for row in rows]
    said, count = pence_of(own.get("valueof", "")), own.get("numberof", "")
    where = "the totals"
    if count.isdecimal() and len(count) < 10 and int(count) != len(rows):
        words = f"The report says that it has {int(count)} payments here, but it has {len(rows)}."
        yield Problem(where=where, field="numberOf", message=words, code="AM18")
    if said is not None and None not in amounts and said != sum(filter(None, amounts)):
        words = "The amounts of the report do not come to the total that it gives."
        yield Problem(where=where, field="valueOf", message=words, code="AM10")


def _item(row: Mapping[str, str], report: str, reading: _Reading) -> Iterator[Problem]:
    place = len(reading.echoes) + reading.unread + 1
    where = f"payment {place}"
    amount_text = _pick(row, "valueof", "amount", "value")
    pence = pence_of(amount_text)
    currency = _pick(row, "currency") or "GBP"
    problem = None
    if currency != "GBP":
        problem = f"The payment is in {currency[:10]}, and not in pounds."
    elif amount_text and pence is None:
        problem = f"“{amount_text[:40]}” is not an amount."
    elif report == "ARUCS" and pence is None:
        problem = "It does not say how much came back."
    if problem is not None:
        reading.unread += 1
        yield Problem(where=where, field="valueOf", message=problem, code="AM12")
        return
    sort_code, account = _account(row, new=False)
    new_sort_code, new_account = _account(row, new=True)
    reading.echoes.append(
        Echo(
            place=place,
            outcome=REPORTS[report],
            code=short(_pick(row, *_CODES), 10),
            said=short(_pick(row, "returndescription", "reasondescription", "description")),
            reference=short(_pick(row, "ref", "reference", "beneficiaryreference"), 35),
            name=short(_pick(row, "payername", "beneficiaryname", "name"), 70),
            sort_code=sort_code,
            account=account,
            amount_pence=pence,
            on=day_of(_pick(row, "effectivedate")) or day_of(reading.made_on),
            new_sort_code=new_sort_code,
            new_account=new_account,
        )
    )


def _account(row: Mapping[str, str], *, new: bool) -> tuple[str, str]:
    """The account of an item: as it was sent, or as the bank says it is now."""
    sort_code = number = ""
    for key, value in row.items():
        if _is_new(key) != new or key.startswith("originatingaccount."):
            continue
        last = key.rpartition(".")[2]
        if last.endswith("sortcode"):
            sort_code = sort_code or value
        elif last.endswith("accountnumber") or (last == "number" and "account" in key):
            number = number or value
    return account_of(number=number, sort_code=sort_code)


def _is_new(key: str) -> bool:
    return "new" in key or "correct" in key or "amended" in key


def _plain(element: etree._Element) -> dict[str, str]:
    """The attributes of an element by bare name."""
    return {_bare(str(key)): str(value).strip() for key, value in element.attrib.items()}


@lru_cache(maxsize=1024)
def _bare(name: str) -> str:
    """A name in small letters without signs: “payer-new-sort-code” is payernewsortcode."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _pick(row: Mapping[str, str], *names: str) -> str:
    """The first of these that is there, of the item itself and then of what is in it."""
    for name in names:
        if row.get(name):
            return row[name]
    for name in names:
        for key, value in row.items():
            if value and key.endswith(f".{name}") and not _is_new(key):
                return value
    return ""


@lru_cache(maxsize=1024)
def _report_in(text: str) -> str:
    """The name of a report in the name of an element, or in what a header says."""
    upper = text.upper()
    return next((report for report in (*REPORTS, *NOT_OURS) if report in upper), "")
