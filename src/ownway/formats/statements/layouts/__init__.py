"""The table of CSV layouts: one file a bank, each layout data and a few small pure functions.

To add a bank, write a file like the others and add its layout here. Layouts are told apart by their headings, so no
two may claim the same; those without headings (HSBC, Barclaycard) are tried last, and told apart by their first row.
"""

from ownway.formats.statements.layouts.bank_of_ireland import BANK_OF_IRELAND
from ownway.formats.statements.layouts.barclaycard import BARCLAYCARD
from ownway.formats.statements.layouts.barclays import BARCLAYS
from ownway.formats.statements.layouts.converter import CONVERTER
from ownway.formats.statements.layouts.coop import COOP
from ownway.formats.statements.layouts.first_direct import FIRST_DIRECT
from ownway.formats.statements.layouts.hsbc import HSBC
from ownway.formats.statements.layouts.lloyds import LLOYDS
from ownway.formats.statements.layouts.metro import METRO
from ownway.formats.statements.layouts.monzo import MONZO, MONZO_2018
from ownway.formats.statements.layouts.nationwide import NATIONWIDE, NATIONWIDE_MIDATA
from ownway.formats.statements.layouts.natwest import NATWEST
from ownway.formats.statements.layouts.starling import STARLING
from ownway.formats.statements.layouts.tide import TIDE
from ownway.formats.statements.layouts.virgin_card import VIRGIN_CARD

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
    COOP,
    METRO,
    TIDE,
    VIRGIN_CARD,
    BANK_OF_IRELAND,
    CONVERTER,
)
WITHOUT_HEADINGS = (HSBC, BARCLAYCARD)
