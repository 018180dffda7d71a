"""The payments of a run as a list that finance keys by hand, when the bank or its channel is down: XLSX and PDF.

Promises: the same payments, sheets and sums in both; a sum of sort codes and one of account numbers for each sheet, so
that a mistyped digit is seen; no cell that a spreadsheet could run; and the warning not to send the file as well.
"""

from ownway.formats.payments.emergency_list.paper import CannotPrint, write_pdf
from ownway.formats.payments.emergency_list.spreadsheet import write_xlsx
from ownway.formats.payments.emergency_list.values import ROWS_A_SHEET, EmergencyList, Row, Sheet, Totals

__all__ = [
    "ROWS_A_SHEET",
    "CannotPrint",
    "EmergencyList",
    "Row",
    "Sheet",
    "Totals",
    "write_pdf",
    "write_xlsx",
]
