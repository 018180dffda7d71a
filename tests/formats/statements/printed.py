"""Statements as UK banks print them, made up and set with typst: no bank's own, as none with an open licence is known.

Each Layout is modelled on what people see on paper: ruled or not, the sum on the first row of an entry or on the last,
the day once or on each row, balances on each line or once a day, headings on every page, adverts between.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import typst

FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
TEMPLATE = rb"""
#let d = json(bytes(sys.inputs.statement))
#set page(width: 595pt, height: 842pt, margin: (x: 36pt, y: 40pt))
#set text(font: d.font, size: d.size * 1pt)
#let way = (left: left, right: right, center: center)
#let sides(c) = way.at(c.align) + (top: top, horizon: horizon, bottom: bottom).at(if c.align == "left" { "top" } else { d.sums })
#for (n, p) in d.pages.enumerate() [
  #if n > 0 { pagebreak() }
  #for line in p.above [#line.map(word => [#word]).join(h(1fr)) \ ]
  #for part in p.parts {
    if type(part) == str [#v(14pt) #part #v(14pt)] else {
      table(
        columns: d.columns.map(c => if c.width == 0 { 1fr } else { c.width * 1pt }),
        inset: (x: 4pt, y: d.inset * 1pt),
        stroke: (grid: 0.5pt, across: (x, y) => (top: 0.5pt, bottom: 0.5pt), plain: none).at(d.rules),
        fill: if d.zebra { (x, y) => if calc.odd(y) { luma(240) } } else { none },
        align: d.columns.map(c => way.at(c.align)),
        ..d.columns.map(c => align(way.at(c.label_align), strong(c.label.split("\n").join(linebreak())))),
        ..part.flatten().enumerate().map(((i, cell)) => {
          let c = d.columns.at(calc.rem(i, d.columns.len()))
          table.cell(align: sides(c), cell.split("\n").join(linebreak()))
        }))
    }
  }
  #v(1fr)
  #for line in p.below [#text(size: 7pt, line) \ ]
]
"""


class Payment(NamedTuple):
    """What a line of the statement is to be read as."""

    on: date
    pence: int
    words: str


@dataclass(frozen=True)
class Column:
    holds: str
    label: str
    width: int
    align: str = "left"
    label_align: str = ""


@dataclass(frozen=True)
class Layout:
    """How a made-up bank prints. `day`: writes a day, given whether it is the first of its year on the statement."""

    columns: Sequence[Column]
    day: Callable[[date, bool], str]
    rules: str = "plain"
    zebra: bool = False
    sums: str = "top"
    each_day_once: bool = True
    balance_each_line: bool = True
    newest_first: bool = False
    pounds: str = ""
    owed: str = "-{}"
    opening: str = "Balance brought forward"
    closing: str = "Balance carried forward"
    carries_over_pages: bool = False
    summary: bool = False
    totals: bool = False
    above: Sequence[Sequence[str]] = ()
    below: Sequence[str] = (
        "Riverton Bank is made up. Registered at 1 High Street, Riverton.",
        "Page of your statement",
    )
    advert: str = ""
    rows_a_page: int = 14
    font: str = "Libertinus Serif"
    size: int = 9
    inset: int = 3


def money(pence: int, layout: Layout, *, signed: bool = False) -> str:
    text = f"{layout.pounds}{abs(pence) // 100:,}.{abs(pence) % 100:02d}"
    if pence < 0:
        return layout.owed.format(text)
    return f"+{text}" if signed and pence else text


def write_statement(layout: Layout, payments: Sequence[Payment], *, opening_pence: int) -> bytes:
    """The PDF of payments (oldest first), each page with its headings."""
    return set_pages(layout, pages_of(layout, payments, opening_pence))


def set_pages(layout: Layout, pages: Sequence[dict]) -> bytes:
    data = {
        "font": layout.font,
        "size": layout.size,
        "inset": layout.inset,
        "rules": layout.rules,
        "zebra": layout.zebra,
        "sums": layout.sums,
        "columns": [
            {"label": c.label, "width": c.width, "align": c.align, "label_align": c.label_align or c.align}
            for c in layout.columns
        ],
        "pages": pages,
    }
    return typst.compile(TEMPLATE, sys_inputs={"statement": json.dumps(data)}, font_paths=FONTS)


def pages_of(layout: Layout, payments: Sequence[Payment], opening_pence: int) -> list[dict]:
    """The pages as the template takes them: rows of cells, with balances carried over."""
    lines = with_balances(payments, opening_pence)
    closing = lines[-1][1]
    if layout.newest_first:
        lines = lines[::-1]
    chunks = [lines[at : at + layout.rows_a_page] for at in range(0, len(lines), layout.rows_a_page)]
    pages = []
    years: set[int] = set()
    last_on = None
    carried = opening_pence
    for number, chunk in enumerate(chunks, 1):
        rows = []
        has_end = not layout.summary and not layout.newest_first
        if has_end and (number == 1 or layout.carries_over_pages):
            rows.append(balance_row(layout, layout.opening, carried))
        for (payment, balance), following in zip(chunk, [*chunk[1:], None], strict=True):
            is_new_day = payment.on != last_on or not layout.each_day_once
            day = layout.day(payment.on, payment.on.year not in years) if is_new_day else ""
            years.add(payment.on.year)
            last_on = payment.on
            ends_day = following is None or following[0].on != payment.on
            shows = layout.balance_each_line or ends_day
            rows.append(line_row(layout, payment, day, balance if shows else None))
        carried = chunk[-1][1]
        if has_end and (number == len(chunks) or layout.carries_over_pages):
            rows.append(balance_row(layout, layout.closing, carried))
        if layout.totals and number == len(chunks):
            rows.append(totals_row(layout, payments))
        parts = [rows] if not layout.advert else [rows[: len(rows) // 2], layout.advert, rows[len(rows) // 2 :]]
        above = [list(line) for line in layout.above]
        if layout.summary and number == 1:
            above += [["Opening balance", money(opening_pence, layout)], ["Closing balance", money(closing, layout)]]
        pages.append({"above": above, "parts": [part for part in parts if part], "below": list(layout.below)})
    return pages


def with_balances(payments, opening_pence):
    balance = opening_pence
    lines = []
    for payment in payments:
        balance += payment.pence
        lines.append((payment, balance))
    return lines


def balance_row(layout, words, pence):
    return [{"words": words, "balance": money(pence, layout)}.get(column.holds, "") for column in layout.columns]


def totals_row(layout, payments):
    out = -sum(payment.pence for payment in payments if payment.pence < 0)
    paid_in = sum(payment.pence for payment in payments if payment.pence > 0)
    cells = {"words": "Totals", "out": money(out, layout), "in": money(paid_in, layout)}
    return [cells.get(column.holds, "") for column in layout.columns]


def line_row(layout, payment, day, balance):
    cells = {
        "day": day,
        "words": payment.words,
        "type": "DD" if payment.pence < 0 else "BGC",
        "out": money(-payment.pence, layout) if payment.pence < 0 else "",
        "in": money(payment.pence, layout) if payment.pence > 0 else "",
        "amount": money(payment.pence, layout, signed=True),
        "balance": "" if balance is None else money(balance, layout),
    }
    return [cells[column.holds] for column in layout.columns]


def short(on: date, first: bool) -> str:
    return f"{on.day} {on:%b}"


def with_two_figures(on: date, first: bool) -> str:
    return f"{on:%d %b %y}"


def year_once(on: date, first: bool) -> str:
    return f"{on:%d %b %Y}".upper() if first else f"{on:%d %b}".upper()


def slashes(on: date, first: bool) -> str:
    return f"{on:%d/%m/%Y}"


def ordinal(on: date, first: bool) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(on.day % 10 if on.day not in (11, 12, 13) else 0, "th")
    return f"{on.day}{ending} {on:%b}"


def period_of(payments: Sequence[Payment]) -> str:
    first, last = payments[0].on, payments[-1].on
    return f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}"


OUT_IN = (Column("out", "Money out", 62, "right"), Column("in", "Money in", 62, "right"))
BALANCE = Column("balance", "Balance", 70, "right")
ACCOUNT = ("Amina Khan", "Sort code 20-11-22", "Account number 10203040")
LAYOUTS = {
    "not ruled, the day once, sums on the first row": Layout(
        (Column("day", "Date", 56), Column("words", "Description", 0), *OUT_IN, BALANCE),
        short,
        opening="Start balance",
        closing="End balance",
        above=(ACCOUNT, ("Your statement", "{period}")),
        advert="Could you save more? Ask us about a savings account from 1 March, with £5.00 to start.",
    ),
    "not ruled, sums on the last row, balances once a day": Layout(
        (
            Column("day", "Date", 56),
            Column("words", "Payment type and details", 190),
            Column("out", "Paid out", 70, "right"),
            Column("in", "Paid in", 70, "right"),
            Column("balance", "Balance", 80, "right"),
        ),
        with_two_figures,
        sums="bottom",
        balance_each_line=False,
        carries_over_pages=True,
        opening="BALANCE BROUGHT FORWARD",
        closing="BALANCE CARRIED FORWARD",
        owed="{} D",
        above=(("Riverton Bank",), ACCOUNT),
    ),
    "ruled all round, with the kind of payment": Layout(
        (
            Column("day", "Date", 60),
            Column("words", "Description", 0),
            Column("type", "Type", 40),
            Column("in", "Money In (£)", 66, "right", "left"),
            Column("out", "Money Out (£)", 66, "right", "left"),
            Column("balance", "Balance (£)", 70, "right", "left"),
        ),
        with_two_figures,
        rules="grid",
        sums="horizon",
        each_day_once=False,
        above=(("Account number", "Sort code"), ("10203040", "20-11-22")),
    ),
    "ruled across, the year once": Layout(
        (
            Column("day", "Date", 70),
            Column("words", "Description", 0),
            Column("in", "Paid In(£)", 62, "right"),
            Column("out", "Withdrawn(£)", 62, "right"),
            Column("balance", "Balance(£)", 72, "right"),
        ),
        year_once,
        rules="across",
        each_day_once=False,
        opening="BROUGHT FORWARD",
        owed="{} OD",
        totals=True,
        above=(ACCOUNT,),
    ),
    "one column of sums with signs, newest first": Layout(
        (
            Column("day", "Date", 70),
            Column("words", "Description", 0),
            Column("amount", "(GBP) Amount", 80, "right"),
            Column("balance", "(GBP) Balance", 80, "right"),
        ),
        slashes,
        newest_first=True,
        each_day_once=False,
        zebra=True,
        font="DejaVu Sans Mono",
        size=7,
        above=(ACCOUNT,),
    ),
    "headings in two rows, £ everywhere, ordinal days": Layout(
        (
            Column("day", "Date", 56),
            Column("words", "Transaction\ndetails", 0),
            Column("in", "Money\nin", 70, "right"),
            Column("out", "Money\nout", 70, "right"),
            Column("balance", "£ Balance", 80, "right"),
        ),
        ordinal,
        pounds="£",
        opening="Balance brought forward from previous statement",
        closing="Balance carried forward to next statement",
        carries_over_pages=True,
        above=(ACCOUNT, ("Statement period", "{period}")),
    ),
    "no running balances, a summary above": Layout(
        (
            Column("day", "Date", 70),
            Column("type", "Type", 60),
            Column("words", "Transaction", 0),
            Column("in", "In", 60, "right"),
            Column("out", "Out", 60, "right"),
        ),
        slashes,
        each_day_once=False,
        pounds="£",
        summary=True,
        above=(ACCOUNT,),
    ),
}


def fill_in(layout: Layout, payments: Sequence[Payment]) -> Layout:
    """The layout with the statement's own days in its heading."""
    above = [[word.format(period=period_of(payments)) for word in line] for line in layout.above]
    return Layout(**{**layout.__dict__, "above": above})


def is_in_order(payments: Sequence[Payment]) -> bool:
    return all(earlier.on <= later.on for earlier, later in pairwise(payments))
