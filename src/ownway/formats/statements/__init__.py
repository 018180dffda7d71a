"""Bank statements: the bytes a bank gave a person in, one Statement out, with everything that could not be read.

Nouns: a Statement (whole, in part or refused) holds Lines (oldest first), Problems (what could not be taken) and
Notes (what was left out because it is not money moved: opening balances, totals, pending payments).
Promises: no float ever touches money; nothing is guessed or repaired; no bytes make it raise; the same bytes always
give the same Statement; a file's name never decides what it is.
"""

from ownway.formats.statements.door import read_statement
from ownway.formats.statements.identity import identify_lines, identity
from ownway.formats.statements.overlap import Doubt, Overlap, find_overlap
from ownway.formats.statements.stream import StatementStream, stream_statement
from ownway.formats.statements.values import IN_PART, REFUSED, WHOLE, Line, Note, Part, Problem, Statement, Summary

__all__ = [
    "IN_PART",
    "REFUSED",
    "WHOLE",
    "Doubt",
    "Line",
    "Note",
    "Overlap",
    "Part",
    "Problem",
    "Statement",
    "StatementStream",
    "Summary",
    "find_overlap",
    "identify_lines",
    "identity",
    "read_statement",
    "stream_statement",
]
