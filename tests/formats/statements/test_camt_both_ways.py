"""The quick way through a camt file and the general one give the same, on any file: right, damaged or strange."""

import io
from datetime import date, timedelta

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.formats.statements import camt_samples as camt

from ownway.formats.statements.camt import read_camt
from ownway.formats.statements.camt.scan import Scan
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source

SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.sampled_from(
    ["Carys Price", "M&S", "Ben <&> Jerry", "Zoë Łuk", "A  B", 'O\'Neil "Ltd"', "東京", "1]]2", "a>b", ""]
)
WAYS = ("plain", "entities", "numbers", "cdata", "comment")
ENTRIES = st.lists(
    st.tuples(st.integers(0, 10**9), st.booleans(), st.integers(0, 400), NAMES, st.sampled_from(WAYS), st.booleans()),
    max_size=25,
)
STYLES = st.fixed_dictionaries(
    {
        "prefix": st.sampled_from(["", "ns2:", "x-y.z:"]),
        "gap": st.sampled_from(["", "\n", "\r\n  ", "\t", "<!-- next -->", "<?bank next?>"]),
        "quote": st.sampled_from(['"', "'"]),
        "old": st.booleans(),
        "empty": st.sampled_from(["", "<Ustrd/>", "<Ustrd></Ustrd>"]),
    }
)


def write_words(words, way):
    if way == "cdata":
        return f"<![CDATA[{words}]]>" if "]]>" not in words else ""
    plain = words.replace("&", "&amp;").replace("<", "&lt;")
    if way == "entities":
        return plain.replace(">", "&gt;").replace('"', "&quot;").replace("'", "&apos;")
    if way == "numbers":
        return "".join(f"&#x{ord(letter):x};" for letter in words)
    return f"<!-- </Ntry> -->{plain}" if way == "comment" else plain


def write_file(entries, style):
    """A statement of entries in one way of writing XML."""
    texts = []
    for pence, is_in, days, _, _, has_words in entries:
        one = camt.write_entry(
            f"{pence // 100}.{pence % 100:02d}",
            "CRDT" if is_in else "DBIT",
            on=str(date(2025, 9, 1) + timedelta(days=days)),
            name="@NAME@",
            words="W",
            new=not style["old"],
        )
        one = one.replace("<Ustrd>W</Ustrd>", f"<Ustrd>W</Ustrd>{style['empty']}" if has_words else style["empty"])
        texts.append(style["gap"] + one.replace("@NAME@", f"@{len(texts)}@"))
    text = camt.write_message(camt.write_part(*texts), version="02" if style["old"] else "08")
    text = text.replace('Ccy="GBP"', f"Ccy={style['quote']}GBP{style['quote']}")
    if style["prefix"]:
        text = text.replace("</", "\0").replace("<?", "\1").replace("<!", "\2").replace("<", f"<{style['prefix']}")
        text = text.replace("\0", f"</{style['prefix']}").replace("\1", "<?").replace("\2", "<!")
        text = text.replace("xmlns=", f"xmlns:{style['prefix'][:-1]}=")
    for n, (_, _, _, name, way, _) in enumerate(entries):
        text = text.replace(f"@{n}@", write_words(name, way), 1)
    return text.encode()


def read_both_ways(data):
    """What both ways say of a file, which must be the same."""
    said = []
    for general_only in (False, True):
        reading = Reading()
        lines = list(read_camt(Source(io.BytesIO(data), name="x"), reading, general_only=general_only))
        said.append((lines, reading))
    return said


@SLOW
@given(ENTRIES, STYLES)
def test_a_statement_written_in_any_way_is_read_as_it_was_meant(entries, style):
    quick, general = read_both_ways(write_file(entries, style))
    assert quick == general
    lines, reading = quick
    assert reading.problems == []
    assert [(line.on, line.pence, line.payee) for line in lines] == [
        (date(2025, 9, 1) + timedelta(days=days), pence if is_in else -pence, " ".join(name.split()))
        for pence, is_in, days, name, _, _ in entries
    ]
    assert [line.place for line in lines] == list(range(1, len(entries) + 1))
    assert reading.parts[0].sum_pence == sum(pence if is_in else -pence for pence, is_in, *_ in entries)


LONG = [(n * 7 % 900, n % 3 == 0, n % 300, "Carys", "plain", n % 5 > 0) for n in range(40)]
DAMAGE = (
    "",
    "<",
    ">",
    "&",
    "</Ntry>",
    "<Ntry>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "\0",
    "\x01",
    "\ufffe",
    "&amp;",
    "&x;",
)
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(DAMAGE)),
    min_size=1,
    max_size=4,
)
PLAIN = {"prefix": "", "gap": "\n", "quote": '"', "old": True, "empty": ""}


@SLOW
@given(CHANGES)
@example([(0.9, 0, "<!-- <Ntry></Ntry>")])
def test_a_damaged_statement_gives_the_same_both_ways_and_no_more_than_was_in_it(changes):
    data = write_file(LONG, PLAIN)
    for where, many, new in changes:
        at = int(where * len(data))
        data = data[:at] + new.encode() + data[at + many :]
    (quick, quick_said), (general, general_said) = read_both_ways(data)
    assert quick_said.is_refused == general_said.is_refused
    if not quick_said.is_refused:
        assert (quick, quick_said) == (general, general_said)


@SLOW
@given(st.floats(0, 1, exclude_max=True))
def test_a_statement_cut_anywhere_is_refused(where):
    data = write_file(LONG, PLAIN)
    for _, reading in read_both_ways(data[: int(where * len(data))]):
        assert reading.is_refused


@SLOW
@given(st.lists(st.integers(1, 3000), min_size=1, max_size=30))
def test_it_does_not_matter_where_the_pieces_of_the_text_end(lengths):
    text = write_file(LONG, {**PLAIN, "gap": "<!-- </Ntry> -->"}).decode()
    pieces, at = [], 0
    for length in lengths:
        pieces.append(text[at : at + length])
        at += length
    pieces.append(text[at:])
    values = [entry[1] for found in Scan().read(pieces) if isinstance(found, list) for entry in found]
    assert values == [
        entry[1] for found in Scan(general_only=True).read([text]) if isinstance(found, list) for entry in found
    ]
    assert len(values) == 40


def test_most_entries_of_a_long_statement_go_the_quick_way():
    """Otherwise the tests above would hold the general way against itself."""
    scan = Scan()
    long = [(n, n % 2 == 0, n % 300, "M&S" if n % 7 == 0 else "Carys", "entities", True) for n in range(1_000)]
    given_as = [len(found) for found in scan.read([write_file(long, PLAIN).decode()]) if isinstance(found, list)]
    assert sum(given_as) == 1_000
    assert max(given_as) > 900


def test_an_entry_inside_a_remark_or_raw_text_is_no_entry():
    one = camt.write_entry("1.00")
    for hidden in (f"<!-- {one} -->", f"<![CDATA[{one}]]>", f"<?bank {one}?>"):
        text = camt.write_message(camt.write_part(*[one] * 5, hidden, *[one] * 5))
        for lines, reading in read_both_ways(text.encode()):
            assert (len(lines), reading.problems) == (10, [])


def test_a_prefix_that_comes_to_mean_something_else_is_noticed():
    """The same letters before a name are another maker's element once the prefix is declared anew."""
    ours = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"
    entry = camt.write_entry("1.00")
    other = entry.replace("<", "<p:").replace("<p:/", "</p:")
    body = camt.write_part(*[entry] * 4, *[other] * 4)
    first = body.replace("<Stmt>", f'<Stmt xmlns:p="{ours}">')
    second = body.replace("<Stmt>", '<Stmt xmlns:p="urn:other">')
    for lines, _ in read_both_ways(camt.write_message(first, second).encode()):
        assert len(lines) == 8 + 4
