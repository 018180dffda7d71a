"""Entries of a camt file that are read many at once are what they are one by one: lines, problems and notes."""

import io
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.statements import camt_samples as camt

from ownway.formats.statements.camt import columns, read, read_camt
from ownway.formats.statements.camt.columns import make_lines_alike
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source

ISO = "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>{}</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>"
VALUED = "<ValDt><Dt>2026-09-06</Dt></ValDt>"
OWN = "<BkTxCd><Prtry><Cd>FPO</Cd></Prtry></BkTxCd>"
NOTPROVIDED = "<EndToEndId>NOTPROVIDED</EndToEndId>"
INVOICE = "<RmtInf><Strd><CdtrRefInf><Ref> RF 18 </Ref></CdtrRefInf></Strd></RmtInf>"
# what is usual, what a bank may write instead, and what is wrong
UNUSUAL = st.fixed_dictionaries(
    {},
    optional={
        "amount": st.sampled_from(
            [
                "8",
                "8.2",
                "0.00",
                "+8.20",
                " 8.20",
                "08.200",
                "999999999.99",
                "",
                "8,20",
                "-1.00",
                "1.234",
                "1" * 12 + ".00",
                "٣.20",
            ]
        ),
        "sign": st.sampled_from(["CRDT", " DBIT", "dbit", ""]),
        "on": st.sampled_from(["2026-09-08", " 2026-09-07", "2026-09-07T10:00:00Z", "2026-02-30", "7 Sep 2026", ""]),
        "status": st.sampled_from(["PDNG", " BOOK ", "INFO", "FUTR", "DONE", ""]),
        "id": st.sampled_from(["", " ", " BK  2 ", "A&amp;B", "é"]),
        "name": st.sampled_from(
            ["", " ", "City  Cabs", "M&amp;S", "Zoë", "Straße", "a\u00a0b", "TRIP", "|", "a|b", "\x85x"]
        ),
        "words": st.sampled_from(["", "city cabs", "to CITY CABS again", "STRASSE", "a\tb", "&lt;&gt;", "x" * 300]),
        "currency": st.sampled_from(["EUR", " GBP", ""]),
    },
)
HABITS = st.fixed_dictionaries(
    {
        "new": st.booleans(),
        "inside": st.sampled_from(
            ["", INVOICE, "<AddtlTxInf>Till 4</AddtlTxInf>", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>"]
        ),
        "after": st.sampled_from(["", "<AddtlNtryInf>FASTER PAYMENT</AddtlNtryInf>", "<AddtlNtryInf> </AddtlNtryInf>"]),
        "before": st.sampled_from(["", "<RvslInd>false</RvslInd>", VALUED]),
        "end to end": st.sampled_from(
            [NOTPROVIDED, "<EndToEndId>E 1</EndToEndId>", "<EndToEndId> E  2</EndToEndId>", ""]
        ),
        "code": st.sampled_from([OWN, ISO.format("ICDT"), ISO.format("RCDT"), ISO.format(" R  X "), ""]),
    }
)
RUNS = st.lists(st.tuples(HABITS, st.lists(UNUSUAL, max_size=3), st.integers(0, 12)), min_size=1, max_size=6)


def write_run(habits, unusual, usual):
    """Entries of one habit of writing: some of them unusual, in the middle of those that are not."""
    told = {name: habits[name] for name in ("new", "inside", "after", "before")}
    told["on"] = "" if told["before"] == VALUED else "2026-09-07"
    whole = [{}] * (usual // 2) + unusual + [{}] * (usual - usual // 2)
    return [
        camt.write_entry(**told | one).replace(NOTPROVIDED, habits["end to end"]).replace(OWN, habits["code"])
        for one in whole
    ]


def read_all_ways(text):
    """What is said of a text in which entries go many at once, one by one, and without known shapes."""
    said = []
    for few, general_only in ((1, False), (10_000_000, False), (1, True)):
        reading = Reading()
        with patch.object(columns, "FEW", few):
            source = Source(io.BytesIO(text.encode()), name="x")
            lines = list(read_camt(source, reading, general_only=general_only))
        # with problems enough to stop, each way stops where it stands; what is told of the file is the same
        said.append((lines, reading) if not reading.is_full else ([], reading.problems))
    return said


@settings(max_examples=400, deadline=None)
@given(RUNS, st.sampled_from(["<Ccy>GBP</Ccy>", ""]), st.booleans())
def test_of_any_entries(runs, currency, in_turn):
    entries = [entry for run in runs for entry in write_run(*run)]
    if in_turn:  # so that neighbours are made differently, as money in and money out are
        half = len(entries) // 2
        entries = [entry for pair in zip(entries[:half], entries[half:], strict=False) for entry in pair]
    text = camt.write_message(camt.write_part(*entries, currency=currency))
    at_once, one_by_one, without_shapes = read_all_ways(text)
    assert at_once == one_by_one
    assert at_once == without_shapes


def count_at_once(text):
    """How many lines of a text were made many at once."""
    made = []

    def make(*asked, **named):
        lines = make_lines_alike(*asked, **named)
        made.extend(lines or ())
        return lines

    with patch.object(read, "make_lines_alike", make):
        _, reading = camt.read(text)
    assert reading.problems == []
    return len(made)


def test_most_lines_of_a_statement_are_made_so_though_money_in_and_out_is_written_differently():
    """Otherwise the test above would hold one way against itself."""
    entries = [camt.write_entry(f"{n}.00", "CRDT" if n % 3 else "DBIT", name="M&amp;S") for n in range(1, 1_000)]
    assert count_at_once(camt.write_message(camt.write_part(*entries))) > 900


def test_a_payment_that_is_still_to_come_does_not_hold_up_those_that_are_written_otherwise():
    entries = [camt.write_entry(f"{n}.00", "CRDT" if n % 2 else "DBIT") for n in range(1, 1_000)]
    entries[500] = camt.write_entry(status="PDNG")
    assert 450 < count_at_once(camt.write_message(camt.write_part(*entries))) < 900


@pytest.mark.parametrize(
    "wrong", [{"currency": "EUR"}, {"currency": ""}, {"status": "DONE"}, {"sign": ""}, {"on": "x"}]
)
def test_what_is_wrong_among_many_is_told_by_its_place(wrong):
    entries = [camt.write_entry(f"{n}.00") for n in range(1, 101)]
    entries[59] = camt.write_entry(**wrong)
    _, reading = camt.read(camt.write_message(camt.write_part(*entries)))
    assert [problem.place for problem in reading.problems] == [60]


def test_codes_that_differ_among_entries_made_alike_are_those_of_each():
    codes = ["ICDT", "RCDT", " ICDT", "RDDT"] * 10
    entries = [camt.write_entry(f"{n}.00").replace(OWN, ISO.format(code)) for n, code in enumerate(codes, 1)]
    lines, _ = camt.read(camt.write_message(camt.write_part(*entries)))
    assert [line.type for line in lines] == [f"PMNT-{code.strip()}-ESCT" for code in codes]


def test_entries_without_a_booking_day_are_counted_as_when_they_are_few():
    for many in (5, 100):
        entries = [camt.write_entry(f"{n}.00", on="", before=VALUED) for n in range(1, many + 1)]
        _, reading = camt.read(camt.write_message(camt.write_part(*entries)))
        assert camt.notes(reading) == [f"{many} entries have no booking day, so the day of their value stands for it."]


def test_what_is_wrong_in_entries_made_in_two_ways_is_told_in_the_order_of_the_file():
    entries = [camt.write_entry(f"{n}.00", "CRDT" if n % 2 else "DBIT") for n in range(1, 101)]
    for at in (50, 53, 60, 61):
        entries[at] = entries[at].replace(f">{at + 1}.00<", ">much<")
    _, reading = camt.read(camt.write_message(camt.write_part(*entries)))
    assert [problem.place for problem in reading.problems] == [51, 54, 61, 62]


def test_a_file_of_many_small_statements_is_read_so_but_for_the_first_of_each():
    entries = [camt.write_entry(f"{n}.00") for n in range(1, 21)]
    parts = [camt.write_part(*entries, id=f"S{n}") for n in range(50)]
    assert count_at_once(camt.write_message(*parts)) > 49 * 18


@pytest.mark.parametrize("currency", ["", "EUR"])
def test_a_second_statement_does_not_take_its_currency_from_the_first(currency):
    """All its entries are made as those of the first, so they are read many at once from its beginning."""
    pounds = [camt.write_entry(f"{n}.00") for n in range(1, 101)]
    others = [camt.write_entry(f"{n}.00", currency=currency) for n in range(1, 21)]
    parts = camt.write_part(*pounds), camt.write_part(*others, id="S2")
    lines, reading = camt.read(camt.write_message(*parts))
    assert [problem.place for problem in reading.problems] == list(range(101, 121))
    assert len(lines) == 120


def test_a_statement_whose_first_entries_are_still_to_come_tells_that_the_others_have_no_currency():
    waiting = [camt.write_entry(f"{n}.00", status="PDNG") for n in range(1, 21)]
    bare = [camt.write_entry(f"{n}.00").replace(' Ccy="GBP"', "") for n in range(1, 21)]
    _, reading = camt.read(camt.write_message(camt.write_part(*bare[:4], *waiting, *bare)))
    assert [problem.place for problem in reading.problems] == [*range(1, 5), *range(25, 45)]
