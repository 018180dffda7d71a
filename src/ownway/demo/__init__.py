"""A made-up council and its people, to try everything with. Never installed in production."""
