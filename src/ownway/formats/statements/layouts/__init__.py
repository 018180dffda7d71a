"""The table of CSV layouts: one file a bank, each layout data and a few small pure functions.

To add a bank, write a file like the others and add its layout here. Layouts are told apart by their headings, so no
two may claim the same; the one without headings (HSBC) is tried last.
"""

from ownway.formats.statements.layouts.barclays import BARCLAYS
from ownway.formats.statements.layouts.converter import CONVERTER
from ownway.formats.statements.layouts.first_direct import FIRST_DIRECT
from ownway.formats.statements.layouts.hsbc import HSBC
from ownway.formats.statements.layouts.lloyds import LLOYDS
from ownway.formats.statements.layouts.monzo import MONZO, MONZO_2018
from ownway.formats.statements.layouts.nationwide import NATIONWIDE, NATIONWIDE_MIDATA
from ownway.formats.statements.layouts.natwest import NATWEST
from ownway.formats.statements.layouts.starling import STARLING

WITH_HEADINGS = (
    BARCLAYS,
    FIRST_DIRECT,
    LLOYDS,
    NATWEST,
    NATIONWIDE,
    NATIONWIDE_MIDATA,
    MONZO,
    MONZO_2018,
    STARLING,
    CONVERTER,
)
WITHOUT_HEADINGS = (HSBC,)
