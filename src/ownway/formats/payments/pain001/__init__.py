"""pain.001, the ISO 20022 file by which a customer tells its bank whom to pay: written for UK banks, and checked."""

from ownway.formats.payments.pain001.checking import check, examine
from ownway.formats.payments.pain001.writing import Scheme, Version, write, write_to

__all__ = ["Scheme", "Version", "check", "examine", "write", "write_to"]
