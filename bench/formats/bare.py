"""What stands underneath a reader: the bare parser over the same file, nothing understood and nothing kept."""

import csv
import re
from pathlib import Path
from xml.parsers import expat


def split_tags(path):
    """Splitting at each <, and looking for the tag that ends an entry."""

    def read():
        found = 0
        for piece in Path(path).read_text().split("<"):
            tag, _, _ = piece.partition(">")
            if tag == "/STMTTRN":
                found += 1
        return found, None

    return read


def split_fields(path):
    """Splitting at each tag that begins a line."""
    tags = re.compile(r"\r?\n:([0-9]{2}[A-Z]?):")

    def read():
        pieces = tags.split(Path(path).read_text())
        return pieces[1::2].count("61"), None

    return read


def expat_events(path):
    """expat, with a call for each element as any reader needs."""

    def read():
        found = [0]

        def begin(tag, _):
            if tag == "Ntry":
                found[0] += 1

        parser = expat.ParserCreate()
        parser.StartElementHandler = begin
        parser.EndElementHandler = lambda _: None
        parser.CharacterDataHandler = lambda _: None
        with Path(path).open("rb") as file:
            parser.ParseFile(file)
        return found[0], None

    return read


def csv_rows(path):
    """csv.reader, row by row."""

    def read():
        with Path(path).open(newline="") as file:
            return sum(1 for _ in csv.reader(file)) - 1, None

    return read


def join_payments(path):
    """Each payment as one text with its values put in, as they are."""
    out = Path(path).with_suffix(".bare.xml")
    made = [
        (f"DP-{number:08}", f"Person {number % 977}", "200000", "55779911", 10_000 + number % 500, "DP NOV 2026")
        for number in range(int(Path(path).stem))
    ]

    def write():
        with out.open("w") as file:
            file.writelines(
                f"<CdtTrfTxInf><PmtId><InstrId>{key}</InstrId><EndToEndId>{key}</EndToEndId></PmtId><Amt>"
                f'<InstdAmt Ccy="GBP">{pence // 100}.{pence % 100:02}</InstdAmt></Amt><CdtrAgt><FinInstnId><ClrSysMmbId>'
                f"<ClrSysId><Cd>GBDSC</Cd></ClrSysId><MmbId>{sort_code}</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt><Cdtr>"
                f"<Nm>{name}</Nm></Cdtr><CdtrAcct><Id><Othr><Id>{account}</Id></Othr></Id></CdtrAcct><RmtInf>"
                f"<Ustrd>{words}</Ustrd></RmtInf></CdtTrfTxInf>\n"
                for key, name, sort_code, account, pence, words in made
            )
        return len(made), None

    return write
