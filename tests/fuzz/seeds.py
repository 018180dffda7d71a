"""Files to begin from: those of the shared collection, where it is there, and those that the tests make."""

import io
import json
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pdfplumber
from tests.formats.accounts import hand_made
from tests.formats.extracts import made_up as case_system
from tests.formats.payments import made_up
from tests.formats.payments.echoes import answers
from tests.formats.returns import made_up as returns
from tests.formats.statements import (
    books,
    camt_samples,
    more_samples,
    mt940_written,
    open_banking_samples,
    printed,
    samples,
)

from ownway.formats.extracts import write_map
from ownway.formats.payments import bacs18, pain001, prepaid_load
from ownway.formats.payments.prepaid_load import examples
from ownway.formats.statements.pdf import extracting

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "standards"
MOST_BYTES = 100_000


def shared(folder: str, *endings: str) -> list[bytes]:
    """The files of a folder of the collection that end so, and are not large; none where the collection is not."""
    found = sorted(path for path in (SHARED / folder).rglob("*") if path.suffix.lower() in endings)
    return [path.read_bytes() for path in found if path.stat().st_size <= MOST_BYTES]


def csv() -> list[bytes]:
    more = [getattr(more_samples, name) for name in ("COOP", "METRO", "VIRGIN_CARD", "BARCLAYCARD", "BANK_OF_IRELAND")]
    return [text.encode() for text in [*samples.ALL_CSV.values(), *more]] + shared("02-bank-statements", ".csv")


def santander() -> list[bytes]:
    return [more_samples.SANTANDER.encode("cp1252"), *shared("02-bank-statements", ".txt")]


def ofx() -> list[bytes]:
    return [samples.OFX_1.encode(), samples.OFX_2.encode(), *shared("02-bank-statements", ".ofx", ".qfx")]


def qif() -> list[bytes]:
    made = b"!Type:Bank\nD04/09/2026\nT-412.50\nPCARYS PRICE\nMWAGES AUG\n^\nD7/9'26\nT640.00\nPRIVERTON COUNCIL\n^\n"
    return [made, *shared("02-bank-statements", ".qif")]


def mt940() -> list[bytes]:
    return [mt940_written.AMINA.encode(), *shared("02-bank-statements", ".sta")]


def camt() -> list[bytes]:
    made = [camt_samples.write_september(message=message) for message in ("camt.052", "camt.053", "camt.054")]
    return [text.encode() for text in made] + shared("02-bank-statements", ".xml")


def open_banking() -> list[bytes]:
    return [json.dumps(open_banking_samples.september()).encode(), *shared("02-bank-statements", ".json")[:20]]


@cache
def xlsx() -> list[bytes]:
    return [
        books.book_of(samples.LLOYDS),
        books.book_of(samples.NATIONWIDE),
        books.with_shared_strings(books.book_of(samples.MONZO)),
    ]


def xlsx_parts() -> list[bytes]:
    """The sheets inside spreadsheets, to be damaged before they are packed."""
    found = []
    for data in xlsx():
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            found += [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")]
    return found


PAYMENTS = [
    printed.Payment(date(2026, 9, 4), -41250, "CARYS PRICE WAGES"),
    printed.Payment(
        date(2026, 9, 7), 64000, "RIVERTON COUNCIL DP 4471 AND MORE WORDS THAN WILL STAND IN ONE ROW OF THE TABLE"
    ),
    printed.Payment(date(2026, 9, 7), -820, "CITY CABS"),
    printed.Payment(date(2026, 9, 30), -699, "GOOD COVER"),
]


@cache
def pdf() -> list[bytes]:
    layouts = [printed.fill_in(layout, PAYMENTS) for layout in printed.LAYOUTS.values()]
    made = [printed.write_statement(layout, PAYMENTS, opening_pence=100_000) for layout in layouts]
    return [*made, *shared("09-receipts", ".pdf")]


@cache
def pdf_words() -> list[bytes]:
    """What the process that takes words out of PDFs writes, a line for each page."""
    found = []
    for data in pdf()[: len(printed.LAYOUTS)]:
        with pdfplumber.open(io.BytesIO(data)) as book:
            pages = [extracting.read_page(page, number) for number, page in enumerate(book.pages, 1)]
        found.append(b"\n".join(json.dumps(page).encode() for page in pages))
    return found


def pain() -> list[bytes]:
    run = made_up.file_of(made_up.payment(), made_up.brian())
    made = [b"".join(pain001.write(run, version=version)) for version in get_args(pain001.Version)]
    return [*made, *shared("03-iso20022-bacs", ".xml")]


def bacs() -> list[bytes]:
    run = made_up.file_of(made_up.payment(), made_up.brian())
    return [bacs18.write(run, processing_on=made_up.PROCESSING_ON, serial_number="000001")]


def prepaid() -> list[bytes]:
    loads = [prepaid_load.Load(card="C1", name="Amina Khan", amount_pence=31240, reference="DP")]
    file = prepaid_load.LoadFile(number=1, made_on=date(2026, 9, 1), load_on=date(2026, 9, 2), loads=loads)
    return [b"".join(prepaid_load.write(file, layout=layout)) for layout in examples.EXAMPLES.values()]


def weights() -> list[bytes]:
    return [hand_made.WEIGHTS.encode(), *shared("04-modulus-check", ".csv", ".txt")]


def echoes() -> list[bytes]:
    made = [
        answers.pain002(answers.transaction()),
        answers.camt054(answers.entry(answers.detail())),
        answers.arucs(answers.returned_item()),
        answers.messaging(answers.advice()),
    ]
    return [*made, *shared("03-iso20022-bacs", ".xml")[:20]]


def directories() -> list[bytes]:
    return shared("01-open-referral-uk", ".json", ".csv") or [b'{"id": "1", "name": "Club", "status": "active"}']


def packages() -> list[bytes]:
    """Packages of tables, each as one text: every file after a line with its name."""
    folders = sorted({path.parent for path in (SHARED / "01-open-referral-uk").rglob("*.csv")})
    found = [
        b"".join(b"==> %s <==\n%s\n" % (path.name.encode(), path.read_bytes()) for path in sorted(folder.glob("*.csv")))
        for folder in folders
    ]
    made = b"==> organizations.csv <==\nid,name,description\n1,Club,Fun\n==> services.csv <==\nid,name\n2,Tea\n"
    return [made, *(data for data in found if len(data) <= MOST_BYTES)]


def zipped_packages() -> list[bytes]:
    """A package of tables as a ZIP, packed and not, in a folder and not."""
    made = {"organizations.csv": b"id,name,description\n1,Club,Fun\n", "services.csv": b"id,name\n2,Tea\n"}
    found = []
    for folder, packing in (("", zipfile.ZIP_DEFLATED), ("sheafdale/", zipfile.ZIP_STORED)):
        with zipfile.ZipFile(out := io.BytesIO(), "w", packing) as package:
            for name, data in made.items():
                package.writestr(folder + name, data)
        found.append(out.getvalue())
    return found


def client_level_data() -> list[bytes]:
    return [returns.written(returns.AMINA, returns.LEILA, returns.BRIAN).encode()]


def case_extracts() -> list[bytes]:
    return [text.encode() for text, _ in case_system.ALL.values()]


def maps_of_extracts() -> list[bytes]:
    return [write_map(extract_map).encode() for _, extract_map in case_system.ALL.values()]


def tables() -> list[bytes]:
    return [b"name,age\nAmina,31\nBrian,34\n", b'"a","b"\n1,2\n']
