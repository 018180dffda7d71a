"""UK bank accounts: reading a sort code and account number as people type them, and the Vocalink modulus check.

Nouns: bank details, a weight table, an account check. Promises: a check says valid, invalid or cannot be checked, in
plain words; the weight table is the operator's own copy, read from the files as published, and none is shipped here.
"""
