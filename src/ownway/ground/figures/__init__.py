"""The council's own figures, and the national figures that its finance officers have confirmed.

Nouns: ConfirmedFigure. Promise: a figure nobody confirmed is never used."""
