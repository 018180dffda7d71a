"""SWIFT statements, MT940 and MT942: a text of numbered fields in which a bank tells a firm what moved on its accounts.

Nouns: a message is one statement (or one page of it) of one account, and is told as a Part; a field is a tag, what
stands under it and the line of the file; an entry is a field 61 and the field 86 under it, and becomes a Line.
"""

from ownway.formats.statements.mt940.reader import KIND, looks_like_mt940, read_mt940

__all__ = ["KIND", "looks_like_mt940", "read_mt940"]
