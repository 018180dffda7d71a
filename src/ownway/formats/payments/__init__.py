"""Payment files for a bank: pain.001 (ISO 20022) and Bacs Standard 18, made from the same frozen values.

Nouns: a payment file, its debtor (the council), its payments, and the problems found in one. Promises: whole pence,
the same bytes for the same values, nothing written while an error is open, and what was typed is never changed here:
only what is written for the bank is cleaned to the letters banks take.
"""
