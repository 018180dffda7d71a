"""camt files that others wrote, each with its expected outcome.

Expected figures come from the collection's EXPECTED.json. There the balances of one account stand in EUR, SEK, CHF and
JPY at once: money of two currencies in one statement is refused here, and the statement is described as it stands.
"""

import json
from pathlib import Path

import pytest
from lxml import etree
from tests.formats.statements import camt_samples as camt

from ownway.formats.statements import read_statement
from ownway.formats.statements.amounts import write_pounds
from ownway.formats.statements.camt.tree import grow_message

REPO = Path(__file__).resolve().parents[3]
STANDARDS = REPO.parent / "shared" / "standards"
FILES = STANDARDS / "02-bank-statements"
EXTERNAL = STANDARDS / "03-iso20022-bacs" / "mock-bank" / "external"
SCHEMAS = STANDARDS / "03-iso20022-bacs" / "xsd"
pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the shared collection of statement files is not here")

GENKGO = sorted(path.name for path in (FILES / "camt-genkgo").glob("*.xml"))
TWO_CURRENCIES = {f"camt053.{name}.xml" for name in ("v2.minimal", "v2.with-party-ids", "v3", "v4", "v8")}


@pytest.fixture(scope="module")
def expected():
    return json.loads((FILES / "EXPECTED.json").read_text(encoding="utf-8"))["files"]


def without_zeros(amount):
    """ "-200000" and "-200000.00" as the same money."""
    return f"{amount}.00" if "." not in amount else amount


@pytest.mark.parametrize("name", GENKGO)
def test_each_statement_is_read_to_the_penny(name, expected):
    wanted = expected[f"camt-genkgo/{name}"]
    statement = read_statement((FILES / "camt-genkgo" / name).read_bytes(), name=name, currency=None)
    assert f"urn:iso:std:iso:20022:tech:xsd:{statement.layout}" == wanted["namespace"]
    assert len(statement.parts) == len(wanted["statements"])
    for part, said in zip(statement.parts, wanted["statements"], strict=True):
        assert (part.id, part.account, part.line_count) == (said["id"], said["account"], said["entry_count"])
        assert write_pounds(part.sum_pence) == without_zeros(said["entry_sum"])
        balances = {balance["type"]: balance["amount"] for balance in said["balances"]}
        assert part.opening_pence == (1815 if "OPBD" in balances else None)
        assert part.closing_pence == (-2700 if "CLBD" in balances else None)
        assert part.reconciles == said.get("reconciles")


@pytest.mark.parametrize("name", GENKGO)
def test_a_statement_in_two_currencies_is_refused_and_others_are_whole(name):
    statement = read_statement((FILES / "camt-genkgo" / name).read_bytes(), name=name, currency=None)
    if name in TWO_CURRENCIES:
        assert (statement.outcome, statement.lines) == ("refused", ())
        assert [p.reason for p in statement.problems] == ["The closing balance is in SEK, and the account is in EUR."]
    else:
        assert (statement.outcome, len(statement.lines)) == ("whole", 1)


@pytest.mark.parametrize("name", GENKGO)
def test_a_statement_that_is_not_in_pounds_is_refused_where_pounds_are_wanted(name):
    assert read_statement((FILES / "camt-genkgo" / name).read_bytes(), name=name).outcome == "refused"


def test_the_names_and_references_are_those_that_upstream_reads():
    (line,), _ = camt.read((FILES / "camt-genkgo" / "camt053.v2.minimal.xml").read_bytes())
    assert (line.payee, line.reference, line.words) == ("NAME NAME", "4654654654654654", "NAME NAME 4654654654654654")
    (line,), _ = camt.read((FILES / "camt-genkgo" / "camt054.v8.xml").read_bytes())
    creditors = ", ".join(f"Example Creditor 3 - V{n}" for n in (1, 2, 3))
    assert line.words == f"3 payments in one sum: {creditors} Order"


def test_a_bank_in_another_countrys_words_is_read_and_its_balances_do_not_follow():
    statement = read_statement((EXTERNAL / "camt.053.001.08-sepa-statement.xml").read_bytes(), name="x", currency="EUR")
    assert (statement.outcome, len(statement.lines), statement.sum_pence) == ("whole", 2, 8625000)
    # by hand: 1,250,000.00 - 12,500.00 + 98,750.00 = 1,336,250.00, and the file says 1,101,942.75
    assert (statement.opening_pence, statement.closing_pence, statement.reconciles) == (125000000, 110194275, False)
    assert any("1336250.00; the bank says 1101942.75" in note.words for note in statement.notes)


def test_prefixes_and_other_makers_elements_are_no_matter_but_a_second_currency_is():
    statement = read_statement((EXTERNAL / "camt.054.001.08-notification.xml").read_bytes(), name="x", currency=None)
    assert [(problem.place, problem.reason) for problem in statement.problems] == [
        (2, "This entry is in USD, and the account is in EUR.")
    ]
    assert statement.parts[0].line_count == 2


def test_what_a_schema_would_refuse_is_read_when_its_money_is_sure():
    """`invalid/`: the order of elements is wrong and a balance has no day, but each sum, side and day of an entry is there."""
    path = EXTERNAL / "invalid" / "camt.053.001.08-query-farm.xml"
    statement = read_statement(path.read_bytes(), name="x", currency=None)
    assert (statement.outcome, statement.sum_pence, statement.reconciles) == ("whole", 50000, True)


def test_an_entry_without_a_day_is_refused():
    path = EXTERNAL / "invalid" / "camt.054.001.08-query-farm.xml"
    statement = read_statement(path.read_bytes(), name="x", currency=None)
    assert [(problem.place, problem.reason) for problem in statement.problems] == [(1, "The date is empty.")]


@pytest.mark.parametrize("message", ["camt.052", "camt.053", "camt.054"])
def test_every_path_that_is_looked_at_is_one_that_a_published_schema_has(message):
    """A slip of the pen in a path would leave words or money unread without a sound."""
    looked_at = set(paths_of(grow_message(message)))
    published = set()
    for path in SCHEMAS.glob(f"{message}.*.xsd"):
        types = {kind.get("name"): kind for kind in etree.parse(path).getroot().iter("{*}complexType")}
        published |= {way for way in looked_at if stands_in(types, "Document", way.split("/"))}
    assert looked_at - published == (set() if message != "camt.054" else NO_BALANCES)


NO_BALANCES = {"BkToCstmrDbtCdtNtfctn/Ntfctn/Bal"} | {
    f"BkToCstmrDbtCdtNtfctn/Ntfctn/Bal/{path}"
    for path in (
        "Tp",
        "Tp/CdOrPrtry",
        "Tp/CdOrPrtry/Cd",
        "Tp/SubTp",
        "Tp/SubTp/Cd",
        "Amt",
        "CdtDbtInd",
        "Dt",
        "Dt/Dt",
        "Dt/DtTm",
    )
}


def paths_of(node, above=""):
    for name, child in node.children.items():
        yield f"{above}{name}"
        yield from paths_of(child, f"{above}{name}/")


def stands_in(types, kind, names):
    """Whether a path of elements stands in a schema, from a type of it down."""
    if not names:
        return True
    if kind not in types:
        return False
    inside = {element.get("name"): element.get("type") for element in types[kind].iter("{*}element")}
    return names[0] in inside and stands_in(types, inside[names[0]], names[1:])
