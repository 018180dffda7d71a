"""How the outside world writes things down: bytes in, values and reported problems out. No framework."""
