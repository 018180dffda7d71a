"""Prepaid-card load files in a declared layout: written, read back, and refused where they do not hold together."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownway.formats.payments import prepaid_load
from ownway.formats.payments.prepaid_load import Cell, Layout, LayoutRefused, Load, LoadFile
from ownway.formats.payments.values import PaymentFileRefused

COMMAS, FIXED = prepaid_load.EXAMPLES["Example with commas"], prepaid_load.EXAMPLES["Example of fixed width"]
AMINA = Load("CARD-0001", "Amina Hussain", 31240, "DIRECT PAYMENT")
BRIAN = Load("CARD-0002", "Brian Hussain", 5, "DIRECT PAYMENT")


def file_of(*loads, **changes):
    given = {
        "number": 48,
        "made_on": date(2026, 11, 24),
        "load_on": date(2026, 12, 1),
        "loads": loads or (AMINA, BRIAN),
    }
    return LoadFile(**{**given, **changes})


def written(layout, file=None):
    return b"".join(prepaid_load.write(file or file_of(), layout=layout))


def problems(data, layout):
    return [(problem.where, problem.field) for problem in prepaid_load.read(data, layout=layout).problems]


def test_it_is_written_with_commas_and_titles():
    assert written(COMMAS).decode().split("\r\n") == [
        "CardId,Name,Amount,LoadDate,Reference",
        "CARD-0001,Amina Hussain,312.40,01/12/2026,DIRECT PAYMENT",
        "CARD-0002,Brian Hussain,0.05,01/12/2026,DIRECT PAYMENT",
        "",
    ]


def test_it_is_written_in_fixed_width_with_count_and_sum():
    # 31,240 + 5 = 31,245 pence
    assert written(FIXED).decode().split("\r\n") == [
        "H00004820261124",
        "D000001CARD-0001       0000003124020261201DIRECT PAYMENT    ",
        "D000002CARD-0002       0000000000520261201DIRECT PAYMENT    ",
        "T0000020000000031245",
        "",
    ]


@pytest.mark.parametrize("layout", prepaid_load.EXAMPLES.values(), ids=list(prepaid_load.EXAMPLES))
def test_an_example_says_that_it_is_one(layout):
    assert layout.name.startswith("Example")
    assert "no provider's layout" in layout.about


@pytest.mark.parametrize("layout", prepaid_load.EXAMPLES.values(), ids=list(prepaid_load.EXAMPLES))
def test_what_is_written_is_read_back(layout):
    back = prepaid_load.read(written(layout), layout=layout)
    assert back.problems == ()
    assert [(load.card, load.amount_pence, load.reference) for load in back.loads] == [
        ("CARD-0001", 31240, "DIRECT PAYMENT"),
        ("CARD-0002", 5, "DIRECT PAYMENT"),
    ]
    assert (back.total_pence, back.load_on) == (31245, date(2026, 12, 1))
    assert back.file_number in (48, None)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 99_999_999_999), st.text(max_size=30), st.text(max_size=30)), min_size=1, max_size=6
    )
)
def test_whatever_the_names_and_amounts_the_parts_add_up_to_the_whole(people):
    loads = [Load(f"C{number}", name, pence, said) for number, (pence, name, said) in enumerate(people)]
    for layout in (COMMAS, FIXED):
        back = prepaid_load.read(written(layout, file_of(*loads)), layout=layout)
        assert back.problems == ()
        assert [load.amount_pence for load in back.loads] == [pence for pence, _, _ in people]


@pytest.mark.parametrize(
    "words", ['=HYPERLINK("http")', "+1", "-1", "@SUM(A1)", "\t=1", "'=1", '"=1"', "Amina,=1,2", "a\r\nb"]
)
def test_no_words_can_be_a_formula_a_cell_or_a_line(words):
    lines = written(COMMAS, file_of(AMINA._replace(name=words, reference=words))).decode().split("\r\n")
    assert len(lines) == 3
    cells = lines[1].split(",")
    assert len(cells) == 5
    assert all(cell[:1].isalnum() for cell in cells)


@pytest.mark.parametrize(
    ("loads", "where", "field"),
    [
        ([], "the file", "loads"),
        ([AMINA._replace(amount_pence=0)], "load 1", "amount_pence"),
        ([AMINA._replace(amount_pence=3.5)], "load 1", "amount_pence"),
        ([AMINA, AMINA._replace(card="")], "load 2", "card"),
        ([AMINA, AMINA._replace(card="=1")], "load 2", "card"),
        ([AMINA._replace(card="5399000000000000")], "load 1", "card"),  # a whole card number must never travel
        ([AMINA, BRIAN, AMINA], "load 3", "card"),
        ([AMINA._replace(card="C" * 21)], "load 1", "width"),
    ],
)
def test_nothing_is_written_while_an_error_is_open(loads, where, field):
    with pytest.raises(PaymentFileRefused) as refusal:
        written(COMMAS, replace(file_of(), loads=loads))
    assert [(problem.where, problem.field) for problem in refusal.value.problems] == [(where, field)]


def test_loads_that_cannot_be_gone_through_twice_are_refused():
    with pytest.raises(TypeError, match="a list, not a generator"):
        file_of(loads=(load for load in (AMINA,)))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"T000002", b"T000003", [("the file", "count")]),
        (b"0000000031245", b"0000000031246", [("the file", "sum")]),
        (b"00000031240", b"00000031241", [("the file", "sum")]),
        (
            b"00000031240",
            b"0000003124O",
            [("line 2", "amount"), ("line 3", "row"), ("the file", "count"), ("the file", "sum")],
        ),
        (b"D000002", b"D000007", [("line 3", "row")]),
        (b"H00004820261124\r\n", b"", [("the file", "header")]),
        (b"T0000020000000031245\r\n", b"", [("the file", "trailer")]),
        (b"20261201DIRECT", b"20261301DIRECT", [("line 2", "load_on"), ("line 3", "load_on"), ("the file", "count")]),
        (b"DIRECT PAYMENT    \r\n", b"DIRECT PAYMENT\r\n", [("line 2", "cells"), ("line 3", "cells")]),
        (b"0000031245\r\n", b"0000031245\r\nD", [("line 5", "trailer"), ("line 5", "cells")]),
        (b"D00000", b"E00000", [("line 2", "text"), ("line 3", "text")]),
    ],
)
def test_each_thing_that_does_not_hold_is_named_by_line_and_cell(old, new, expected):
    found = problems(written(FIXED).replace(old, new), FIXED)
    assert found[: len(expected)] == expected


def test_two_days_in_one_file_are_named():
    data = written(COMMAS).replace(b"0.05,01/12/2026", b"0.05,02/12/2026")
    assert problems(data, COMMAS) == [("line 3", "load_on")]


@pytest.mark.parametrize("old", [b"312.40", b"0.05"])
def test_an_amount_must_have_its_pence(old):
    assert problems(written(COMMAS).replace(old, b"312.4"), COMMAS) == [
        ("line 2" if old == b"312.40" else "line 3", "Amount")
    ]


def test_other_titles_are_named():
    assert problems(written(COMMAS).replace(b"Amount,", b"Pence,"), COMMAS) == [("line 1", "titles")]


@given(st.binary(max_size=300))
def test_no_bytes_make_reading_raise(data):
    for layout in (COMMAS, FIXED):
        assert prepaid_load.read(data, layout=layout).problems


@pytest.mark.parametrize("layout", prepaid_load.EXAMPLES.values(), ids=list(prepaid_load.EXAMPLES))
def test_a_layout_comes_back_from_its_json(layout):
    assert prepaid_load.layout_from_json(prepaid_load.layout_as_json(layout)) == layout


GOOD = '"name": "N", "about": "A"'
CELLS = '"columns": [{"holds": "card"}, {"holds": "amount", "form": "pence"}]'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "braces"),
        (f"{{{GOOD}}}", "a card and an amount"),
        (f'{{"name": "N", {CELLS}}}', "“about” is missing"),
        (f'{{{GOOD}, {CELLS}, "colour": "red"}}', "“colour”"),
        (f'{{{GOOD}, {CELLS}, "titles": "yes"}}', "another kind"),
        (f'{{{GOOD}, {CELLS}, "delimiter": "ab"}}', "parted by one of"),
        (f'{{{GOOD}, {CELLS}, "delimiter": ""}}', "has a width"),
        (f'{{{GOOD}, {CELLS}, "line_end": "x"}}', "A line ends"),
        (f'{{{GOOD}, {CELLS}, "header": {{}}}}', "a list of cells"),
        (f'{{{GOOD}, {CELLS}, "header": [{{"holds": "card"}}]}}', "“card” is not one of"),
        (f'{{{GOOD}, {CELLS}, "trailer": [{{"holds": "count"}}]}}', "A trailer begins with a text"),
        (f'{{{GOOD}, {CELLS}, "header": [{{"holds": "text", "text": "=1"}}]}}', "like a formula"),
        (f"{{{GOOD}, {CELLS.replace('pence', 'euros')}}}", "pounds or pence"),
        (f'{{{GOOD}, "columns": [{{"title": "x"}}]}}', "“holds” is missing"),
    ],
)
def test_a_layout_that_cannot_be_used_is_refused_in_one_sentence(text, why):
    with pytest.raises(LayoutRefused, match=why):
        prepaid_load.layout_from_json(text)


def test_a_layout_cannot_hold_a_cell_twice_or_a_day_in_no_form():
    card, amount = Cell(holds="card"), Cell(holds="amount", form="pence")
    with pytest.raises(LayoutRefused, match="twice"):
        Layout(name="N", about="A", columns=(card, amount, amount))
    with pytest.raises(LayoutRefused, match="write the day"):
        Layout(name="N", about="A", columns=(card, amount, Cell(holds="load_on", form="3 June")))
