"""Every reader of files that others send, each with what its answer must hold to."""

import io
import json
import re
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain

from tests.formats.extracts import made_up as case_system
from tests.fuzz import seeds
from tests.fuzz.mutating import XML
from tests.fuzz.trying import Reader
from tests.fuzz.words import BACS, COLUMN, FIXED, JSON, OFX, PDF, QIF, SHEET, SWIFT, ZIP

from ownway.formats.accounts.weights import WeightTableRefused, load_weights
from ownway.formats.directories.files import read_directory_file
from ownway.formats.extracts import check_extract
from ownway.formats.extracts import describe as describe_extract
from ownway.formats.extracts import describe_in_words as describe_extract_in_words
from ownway.formats.extracts import read_map as read_extract_map
from ownway.formats.extracts import write_map as write_extract_map
from ownway.formats.payments import bacs18, prepaid_load
from ownway.formats.payments.door import examine_payment_file
from ownway.formats.payments.echoes import describe_echoes, read_echoes
from ownway.formats.payments.prepaid_load import EXAMPLES, LayoutRefused, layout_as_json, layout_from_json
from ownway.formats.returns import check_return
from ownway.formats.returns import describe as describe_return
from ownway.formats.returns import describe_in_words as describe_return_in_words
from ownway.formats.statements import read_statement, stream_statement
from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.column_map_json import MapRefusedError, read_map, write_map
from ownway.formats.statements.column_map_reading import read_with_map
from ownway.formats.statements.door import KINDS
from ownway.formats.statements.pdf.extracting import SECONDS
from ownway.formats.statements.pdf.pages import as_page
from ownway.formats.statements.pdf.reader import read_printed
from ownway.formats.statements.proposing import propose_map
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.report import describe, describe_in_words
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import IN_PART, REFUSED, WHOLE
from ownway.formats.tables.reading import TableRefused, read_table

TODAY = date(2026, 11, 24)
LOAD_ROW = 0.000_01
"""Each row of a prepaid load is cut, said and counted: 5 µs, however short it is."""
TABLE_ROW = 0.000_03
"""Each row of a directory's table becomes a record, checked: 20 µs, so rows of two bytes are ten seconds a megabyte."""
EXTRACT_ROW = 0.000_02
"""Each row of an extract is read cell by cell, and told when it is set aside: 3 to 15 µs, however short it is."""

PACKAGED = re.compile(rb"==> ([\w.-]{1,60}) <==\n")


def read_any_statement(data: bytes) -> None:
    """Through the door, whole and as a stream: both must say the same, and the sums must be those of the lines."""
    statement = read_statement(data, name="x", currency=None)
    assert statement.outcome in (WHOLE, IN_PART, REFUSED)
    assert (statement.outcome == REFUSED) == any(problem.stops for problem in statement.problems)
    assert (statement.outcome == WHOLE) == (statement.problems == ())
    assert all(problem.reason for problem in statement.problems)
    assert statement.sum_pence == sum(line.pence for line in statement.lines)
    assert statement.line_count == len(statement.lines)
    check_lines(statement.lines)
    if statement.outcome == REFUSED:
        assert (statement.lines, statement.opening_pence, statement.closing_pence) == ((), None, None)
    if None not in (statement.opening_pence, statement.closing_pence):
        ends_right = statement.opening_pence + statement.sum_pence == statement.closing_pence
        assert statement.reconciles == ends_right
    json.dumps(describe(statement)).encode()
    "\n".join(describe_in_words(statement)).encode()


def read_streamed(data: bytes) -> None:
    """The stream says what the whole statement says, but for the lines."""
    whole = read_statement(data, name="x", currency=None)
    stream = stream_statement(io.BytesIO(data), name="x", currency=None)
    count = sum(1 for _ in stream)
    summary = stream.summary
    assert (summary.outcome, summary.line_count, summary.sum_pence) == (
        whole.outcome,
        whole.line_count,
        whole.sum_pence,
    )
    assert (summary.opening_pence, summary.closing_pence) == (whole.opening_pence, whole.closing_pence)
    assert summary.outcome == REFUSED or count >= summary.line_count


def read_kind(name: str):
    """One kind's own reader, without the door asking whether the file looks like it."""
    (kind,) = [kind for kind in KINDS if kind.name == name]

    def read(data: bytes) -> None:
        reading = Reading()
        source = Source(io.BytesIO(data), name="x")
        try:
            check_lines(list(chain.from_iterable(kind.read(source, reading))))
        except UnreadableError as error:  # the door makes a refusal of it
            assert str(error)

    def both(data: bytes) -> None:
        read_any_statement(data)
        if kind.name in ("PDF", "XLSX") or not Source(io.BytesIO(data), name="x").not_text:
            read(data)

    return both


def check_lines(lines) -> None:
    for line in lines:
        assert type(line.pence) is int
        assert type(line.on) is date
        assert line.balance_pence is None or type(line.balance_pence) is int
        assert "\0" not in line.words
        line.words.encode()


def read_pdf_words(data: bytes) -> None:
    """What was taken out of a PDF, changed: words anywhere. Lines that are no pages are passed over."""
    pages = []
    for line in data.splitlines()[:20]:
        try:
            pages.append(as_page(json.loads(line)))
            assert all(isinstance(at, int | float) and abs(at) < 1e6 for word in pages[-1].words for at in word[1:])
            assert all(isinstance(at, int | float) and abs(at) < 1e6 for rule in pages[-1].rules for at in rule[1:])
        except (ValueError, KeyError, TypeError, AttributeError, AssertionError, RecursionError):
            return
    reading = Reading()
    lines = list(read_printed(pages, reading))
    check_lines(lines)
    assert reading.is_refused == (lines == [])
    assert not lines or reading.closing_pence == reading.opening_pence + sum(line.pence for line in lines)


def read_sheet_in_a_book(data: bytes) -> None:
    """A sheet's XML, packed into a spreadsheet that is otherwise right."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(seeds.xlsx()[0])) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book,
    ):
        for name in before.namelist():
            book.writestr(name, data if name.startswith("xl/worksheets/") else before.read(name))
    read_any_statement(out.getvalue())


def read_payments(data: bytes) -> None:
    report = examine_payment_file(io.BytesIO(data), today=TODAY, currency="GBP")
    assert report.total is None or isinstance(report.total, Decimal)
    assert all(problem.message for problem in report.problems)


def read_bacs(data: bytes) -> None:
    file = bacs18.read(data)
    assert all(type(record.amount_pence) is int for record in file.records)
    assert all(problem.message for problem in file.problems)
    read_payments(data)


def read_prepaid(layout):
    def read(data: bytes) -> None:
        found = prepaid_load.read(data, layout=layout)
        assert found.total_pence == sum(load.amount_pence for load in found.loads)

    return read


def read_weights(data: bytes) -> None:
    load_weights(data.decode("latin-1"))
    load_weights(seeds.weights()[0].decode(), data.decode("latin-1"))


def read_bank_answer(data: bytes) -> None:
    file = read_echoes(data)
    assert file.is_taken or file.problems
    assert all(echo.amount_pence is None or type(echo.amount_pence) is int for echo in file.echoes)
    "\n".join(describe_echoes(file)).encode()


def read_directory(data: bytes) -> None:
    for name in ("directory.json", "services.csv"):
        found = read_directory_file({name: data})
        assert found.outcome in ("whole", "in part", "refused")


def read_package_of_tables(data: bytes) -> None:
    parts = PACKAGED.split(data)[1:]
    files = {name.decode("latin-1"): content for name, content in zip(parts[::2], parts[1::2], strict=True)}
    assert read_directory_file(files).outcome in ("whole", "in part", "refused")


def read_zipped_package(data: bytes) -> None:
    found = read_directory_file({"tables.zip": data})
    assert found.outcome in ("whole", "in part", "refused")


def read_return(data: bytes) -> None:
    found = check_return(io.BytesIO(data), name="return.csv")
    assert found.outcome in ("whole", "in part", "refused")
    json.dumps(describe_return(found)).encode()
    "\n".join(describe_return_in_words(found)).encode()


def read_extracts(data: bytes) -> None:
    """By the map of each kind."""
    for _text, extract_map in case_system.ALL.values():
        found = check_extract(io.BytesIO(data), extract_map, name="extract.csv")
        assert found.outcome in ("whole", "in part", "refused")
        assert (found.outcome == "whole") == (found.problem_count == 0)
        json.dumps(describe_extract(found), ensure_ascii=False).encode()
        "\n".join(describe_extract_in_words(found)).encode()


def read_map_of_extract(data: bytes) -> None:
    extract_map = read_extract_map(data.decode("utf-8", "replace"))
    assert read_extract_map(write_extract_map(extract_map)) == extract_map


def read_by_maps(data: bytes) -> None:
    """By maps made for other sheets, as when a person chooses the wrong one."""
    for columns in some_maps():
        check_lines(read_with_map(data, columns, name="x", currency=None).lines)


@cache
def some_maps():
    return [read_map(data.decode()) for data in maps()[:4]]


def propose(data: bytes) -> None:
    source = Source(io.BytesIO(data), name="x")
    if not source.not_text:
        proposal = propose_map(source)
        assert proposal is None or proposal.reasons


def read_column_map(data: bytes) -> None:
    columns = read_map(data.decode("utf-8", "replace"))
    assert read_map(write_map(columns)) == columns


def read_layout(data: bytes) -> None:
    layout = layout_from_json(data.decode("utf-8", "replace"))
    assert layout_from_json(layout_as_json(layout)) == layout


def layouts() -> list[bytes]:
    return [layout_as_json(layout).encode() for layout in EXAMPLES.values()]


def maps() -> list[bytes]:
    proposed = [propose_map(Source(io.BytesIO(data), name="x")) for data in seeds.csv()[:12]]
    return [write_map(one.columns).encode() for one in proposed if one]


READERS = {
    reader.name: reader
    for reader in (
        Reader("CSV", read_kind("CSV"), seeds.csv, COLUMN),
        Reader("Santander TXT", read_kind("Santander TXT"), seeds.santander, (b"From:", b"Date:", b"Amount:", b"\xa0")),
        Reader("OFX", read_kind("OFX"), seeds.ofx, (*OFX, *XML)),
        Reader("QIF", read_kind("QIF"), seeds.qif, QIF),
        Reader("MT940/MT942", read_kind("MT940/MT942"), seeds.mt940, SWIFT),
        Reader("camt", read_kind("camt"), seeds.camt, (*XML, b"<Ntry>", b"</Ntry>", b"<TxDtls>", b"<Bal>", b"<Stmt>")),
        Reader("Open Banking", read_kind("Open Banking"), seeds.open_banking, JSON),
        Reader("XLSX", read_kind("XLSX"), seeds.xlsx, ZIP),
        Reader("XLSX sheets", read_sheet_in_a_book, seeds.xlsx_parts, (*SHEET, *XML)),
        Reader("PDF", read_any_statement, seeds.pdf, PDF, floor=SECONDS + 2.0),
        Reader(
            "PDF words",
            read_pdf_words,
            seeds.pdf_words,
            (b'"Date"', b'"1.00"', b"1e5", b"-1", b"[", b'"h"', b'"Balance"'),
        ),
        Reader(
            "statement streams", read_streamed, lambda: [*seeds.csv(), *seeds.ofx(), *seeds.mt940(), *seeds.camt()], XML
        ),
        Reader("proposed maps", propose, seeds.csv, COLUMN),
        Reader("column maps", read_column_map, maps, JSON, (MapRefusedError,)),
        Reader("pain.001", read_payments, seeds.pain, (*XML, b"<CdtTrfTxInf>", b"<PmtInf>", b"<EndToEndId>")),
        Reader("Bacs 18", read_bacs, seeds.bacs, BACS),
        Reader(
            "prepaid loads",
            read_prepaid(prepaid_load.examples.WITH_COMMAS),
            seeds.prepaid,
            (b"CardId,", b'","'),
            seconds_a_row=LOAD_ROW,
        ),
        Reader(
            "prepaid columns",
            read_prepaid(prepaid_load.examples.FIXED_WIDTH),
            seeds.prepaid,
            FIXED,
            seconds_a_row=LOAD_ROW,
        ),
        Reader("prepaid layouts", read_layout, layouts, JSON, (LayoutRefused,)),
        Reader(
            "bank's answers",
            read_bank_answer,
            seeds.echoes,
            (*XML, b"<TxInfAndSts>", b"<ReturnedCreditItem", b"<Ntry>"),
        ),
        Reader(
            "weight tables",
            read_weights,
            seeds.weights,
            (b"MOD10", b"DBLAL", b"089999 ", b" 14"),
            (WeightTableRefused,),
        ),
        Reader("directories", read_directory, seeds.directories, JSON, seconds_a_row=TABLE_ROW),
        Reader(
            "packages of tables",
            read_package_of_tables,
            seeds.packages,
            (b"==> services.csv <==\n", b'","', *JSON[:4]),
            seconds_a_row=TABLE_ROW,
        ),
        Reader(
            "packages in a ZIP",
            read_zipped_package,
            seeds.zipped_packages,
            (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"services.csv", b"__MACOSX/"),
            seconds_a_row=TABLE_ROW,
        ),
        Reader(
            "client level data", read_return, seeds.client_level_data, (b"Event Type", b"9434765919", b"Null", b'","')
        ),
        Reader(
            "case extracts",
            read_extracts,
            seeds.case_extracts,
            (b"30/02/2026", b"NULL", b'","', b"\xa3", b"-1"),
            seconds_a_row=EXTRACT_ROW,
        ),
        Reader("maps of extracts", read_map_of_extract, seeds.maps_of_extracts, JSON, (MapRefusedError,)),
        Reader("mapped sheets", read_by_maps, lambda: [*seeds.csv(), *seeds.xlsx()], COLUMN),
        Reader("tables", read_table, seeds.tables, (b"PAR1", b'"', b","), (TableRefused,)),
    )
}
