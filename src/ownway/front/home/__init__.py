"""The front page, the person's own page, each worker's desk, and the pages of help and information.

No nouns of its own: it looks at every room. It promises that each count leads to the page where the work is done.
"""
