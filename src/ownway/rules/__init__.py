"""The rulebook: what the law and the council's policy say, as pure calculations.

Nothing here knows a framework, a database, a clock, settings or the network: values come in, values go out.
Every figure is a `Step` (steps.py): the value together with its working.
"""

RULEBOOK_VERSION = "2026.1"
"""Stored with every decision. Raised by hand in the same commit as a change that could change an answer."""
