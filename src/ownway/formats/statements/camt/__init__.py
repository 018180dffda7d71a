"""Statements in XML as ISO 20022 has them: camt.052 (reports), camt.053 (statements), camt.054 (notices).

`read_camt` gives the booked entries as lines; `read_entries` gives every entry with the payments inside it.
"""

from ownway.formats.statements.camt.entries import Entry, Payment, read_entries
from ownway.formats.statements.camt.read import looks_like_camt, read_camt

__all__ = ["Entry", "Payment", "looks_like_camt", "read_camt", "read_entries"]
