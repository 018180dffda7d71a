"""From facts to a letter, in small steps: facts → words (LetterContent) → a page and a PDF that say the same.

Nothing here knows the database, the request or the clock. `suite.write_letter` is the way in.
"""
