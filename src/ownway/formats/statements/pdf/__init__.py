"""Statements printed as PDF, with their words as text: read by where the words stand, proved by the balances printed.

`extracting` takes words and rules out of the file in a process of its own; `text_rows`, `columns`, `cells` and `table`
put them into rows and columns; `entries` and `movements` make lines of them; `around` reads what stands about the table;
`proof` holds every balance to its lines. Nothing is taken from a statement that its balances do not prove.
"""

from ownway.formats.statements.pdf.reader import looks_like_pdf, read_pdf

__all__ = ["looks_like_pdf", "read_pdf"]
