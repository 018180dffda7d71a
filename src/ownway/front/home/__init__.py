"""The front page, the person's own page and each worker's desk.

No nouns of its own: it looks at every room."""
