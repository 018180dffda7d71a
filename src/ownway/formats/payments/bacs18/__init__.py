"""Bacs Standard 18: the fixed-width file of credits that a council or its bureau sends to Bacs, written and read.

The full specification is issued by Pay.UK to service users and was not seen: try a file with the council's own bank
or bureau before the first real one.
"""

from ownway.formats.payments.bacs18.reading import Bacs18File, Bacs18Reader, read
from ownway.formats.payments.bacs18.records import Bacs18Record
from ownway.formats.payments.bacs18.writing import write, write_days, write_to

__all__ = ["Bacs18File", "Bacs18Reader", "Bacs18Record", "read", "write", "write_days", "write_to"]
