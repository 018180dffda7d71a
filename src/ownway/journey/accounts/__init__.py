"""How the money was used: statements, lines, receipts, and what is safe to spend.

Nouns: Statement, Line, Payee, Receipt. Promise: reading a statement twice adds nothing, and a bad file is refused whole."""
