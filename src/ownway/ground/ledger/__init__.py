"""Double-entry ledger in whole pence.

Nouns: Account, Entry, Posting. Promise: PostgreSQL refuses an entry that does not add up to nothing, and any change to one."""
