"""How the money was used: statements, lines, receipts, and what is safe to spend.

Nouns: Statement, Line, Payee, Receipt, BalanceTold, WaitingFile. Promises: reading a statement twice adds nothing; a bad
file is refused whole, and a file that can be taken only in part waits for somebody's answer; what a person says a line
was for wins over what the program found, and is remembered."""
