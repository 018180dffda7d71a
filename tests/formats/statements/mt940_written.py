"""Amina's September as a SWIFT statement, and a small writer of others, so that tests stand without any real file.

Opens with 1,000.00; 4 Sep Carys's wages -412.50; 7 Sep the council pays 640.00 in; 7 Sep two trips with the same taxi
for 8.20 each; 30 Sep insurance -6.99. By hand: 1000.00 - 412.50 + 640.00 - 8.20 - 8.20 - 6.99 = 1204.11.
"""

import io

from ownway.formats.statements.mt940 import read_mt940
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source

ENTRIES = """:61:2609040904D412,5NTRFWAGES AUG//R1
:86:CARYS PRICE
:61:2609070907C640,NTRFDP 4471//R2
:86:RIVERTON COUNCIL
:61:2609070907D8,20NMSCNONREF//R3
:86:CITY CABS
:61:2609070907D8,20NMSCNONREF//R4
:86:CITY CABS
:61:2609300930D6,99NDDTPOL88//R5
:86:GOOD COVER
"""
TOP = ":20:STATEMENT\n:25:GB29NWBK60161331926819\n:28C:9/1\n"
OPENING, CLOSING = ":60F:C260831GBP1000,\n", ":62F:C260930GBP1204,11\n"
AMINA = f"{TOP}{OPENING}{ENTRIES}{CLOSING}-\n"


def message(entries, *, top=TOP, opening=OPENING, closing=CLOSING):
    """One message around entries."""
    return f"{top}{opening}{entries}{closing}-\n"


def read_alone(data):
    """The lines and the Reading of the reader alone, refused or not, before the door has its say."""
    reading = Reading()
    lines = list(read_mt940(Source(io.BytesIO(data), name="x"), reading))
    return lines, reading


def write_amount(pence):
    return f"{abs(pence) // 100},{abs(pence) % 100:02d}"


def write_lines(lines, *, opening_pence=0):
    """A message of Lines, each with its words cut into lines of 65 characters."""
    closing = opening_pence + sum(line.pence for line in lines)
    entries = "".join(_write_entry(line) for line in lines)
    return message(entries, opening=_balance("60F", opening_pence), closing=_balance("62F", closing))


def _balance(tag, pence):
    return f":{tag}:{'D' if pence < 0 else 'C'}260901GBP{write_amount(pence)}\n"


def _write_entry(line):
    mark = "D" if line.pence < 0 else "C"
    words = "\n".join(line.words[at : at + 65] for at in range(0, len(line.words), 65))
    return (
        f":61:{line.on:%y%m%d}{line.on:%m%d}{mark}{write_amount(line.pence)}N{line.type}"
        f"{line.reference or 'NONREF'}//{line.bank_id}\n:86:{words}\n"
    )
