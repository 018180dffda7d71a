"""The measures: who is supported, what is committed and what the money is used for.

No nouns of its own: it only reads."""
