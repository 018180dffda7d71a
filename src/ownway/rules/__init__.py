"""The rulebook: what the law and the council's policy say, as pure calculations. No framework."""
