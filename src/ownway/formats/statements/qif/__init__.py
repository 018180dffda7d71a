"""QIF, the text that Quicken and many banks write: a letter at the start of each line, and ^ at the end of each record.

QIF does not say which currency it is in, which account it is of (unless it has an !Account record), whether the day or
the month comes first, or how the account closed. What it does not say is asked or told, and not guessed.
"""

from ownway.formats.statements.qif.reader import KIND, looks_like_qif, read_qif

__all__ = ["KIND", "looks_like_qif", "read_qif"]
