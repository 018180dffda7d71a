"""Extracts of a council's case system: people, services, plans and payments as CSV or XLSX, read by a declared map.

Nouns: a Kind says what an extract may hold, by the names of Ownway's own tables; an ExtractMap says which column of the
file is which field; a Row is one row with typed values; Found is what was found in the whole file, row by row.
Promises: rows are read one by one in memory that does not grow with the file, but for the references in it; no bytes
make it raise; nothing is repaired or guessed: a row with a cell that cannot be read is set aside whole, and says why; no
column is lost silently: those that the map does not use are named.
"""

from ownway.formats.extracts.found import Found, Problem
from ownway.formats.extracts.map_json import MapRefusedError, read_map, write_map
from ownway.formats.extracts.maps import ExtractMap, check_map
from ownway.formats.extracts.reading import Extract, Row, check_extract, read_extract
from ownway.formats.extracts.report import describe, describe_in_words, describe_together, describe_together_in_words
from ownway.formats.extracts.together import Together, check_together

__all__ = [
    "Extract",
    "ExtractMap",
    "Found",
    "MapRefusedError",
    "Problem",
    "Row",
    "Together",
    "check_extract",
    "check_map",
    "check_together",
    "describe",
    "describe_in_words",
    "describe_together",
    "describe_together_in_words",
    "read_extract",
    "read_map",
    "write_map",
]
