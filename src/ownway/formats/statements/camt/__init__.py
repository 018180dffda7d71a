"""Statements in XML as ISO 20022 has them: camt.052 (reports), camt.053 (statements), camt.054 (notices)."""

from ownway.formats.statements.camt.read import looks_like_camt, read_camt

__all__ = ["looks_like_camt", "read_camt"]
