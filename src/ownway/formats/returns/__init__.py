"""Returns that a council makes: adult social care client level data in and out, and what is measured from its rows.

Nouns: a Row is one event of the return by its 49 columns; a Finding is what one cell failed by, with the code that the
Department's data quality report gives it; a Return is what was found in a whole file.
Promises: rows are read one by one in memory that does not grow with the file, but for one short note a person and
event; no bytes make it raise; nothing is repaired: a value of Release 1 is told, and understood where it is measured.
"""

from ownway.formats.returns.checking import check_return
from ownway.formats.returns.found import Return
from ownway.formats.returns.report import describe, describe_in_words
from ownway.formats.returns.writing import write_return

__all__ = ["Return", "check_return", "describe", "describe_in_words", "write_return"]
