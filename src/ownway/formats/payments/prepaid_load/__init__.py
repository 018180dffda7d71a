"""Prepaid-card load files: which card gets how much, in whatever layout the provider of the cards asks for.

Providers do not publish their layouts, so none is built in. A layout is a frozen value, kept and sent as JSON; the two
that are here are examples and say so. Docs: docs/formats/prepaid-load.md.
"""

from ownway.formats.payments.prepaid_load.examples import EXAMPLES
from ownway.formats.payments.prepaid_load.layout import Cell, Layout, LayoutRefused
from ownway.formats.payments.prepaid_load.layout_json import layout_as_json, layout_from_json
from ownway.formats.payments.prepaid_load.reading import ReadLoads, examine, read
from ownway.formats.payments.prepaid_load.values import Load, LoadFile
from ownway.formats.payments.prepaid_load.writing import write

__all__ = [
    "EXAMPLES",
    "Cell",
    "Layout",
    "LayoutRefused",
    "Load",
    "LoadFile",
    "ReadLoads",
    "examine",
    "layout_as_json",
    "layout_from_json",
    "read",
    "write",
]
