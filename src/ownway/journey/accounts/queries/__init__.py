"""Questions about an account. The council comes first in each."""

from ownway.journey.accounts.queries.account import get_account, get_account_page
from ownway.journey.accounts.queries.files import (
    find_photo,
    find_receipt,
    find_waiting,
    list_columns,
    list_receipts,
    list_statements,
    list_waiting,
)
from ownway.journey.accounts.queries.known import get_known
from ownway.journey.accounts.queries.lines import (
    choices_of,
    count_not_known,
    find_line,
    list_changes,
    list_choices,
    list_like,
    list_lines,
    write_lines,
)
from ownway.journey.accounts.queries.taking_back import find_taking_back

__all__ = [
    "choices_of",
    "count_not_known",
    "find_line",
    "find_photo",
    "find_receipt",
    "find_taking_back",
    "find_waiting",
    "get_account",
    "get_account_page",
    "get_known",
    "list_changes",
    "list_choices",
    "list_columns",
    "list_like",
    "list_lines",
    "list_receipts",
    "list_statements",
    "list_waiting",
    "write_lines",
]
