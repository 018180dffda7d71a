"""Add statements, say what lines were for, keep receipts and balances."""

from ownway.journey.accounts.operations.adding import Added, AlreadyRead, Waits
from ownway.journey.accounts.operations.columns import ColumnsGone, forget_columns
from ownway.journey.accounts.operations.lines import LineGone, NotAChoice, match_like, match_line
from ownway.journey.accounts.operations.receipts import (
    AddedBySomebodyElse,
    PhotoGone,
    PhotoIsThere,
    TooManyPhotos,
    add_receipt,
    take_back_receipt,
)
from ownway.journey.accounts.operations.statements import add_statement, tell_balance
from ownway.journey.accounts.operations.taking_back import StatementGone, StatementStays, take_back_statement
from ownway.journey.accounts.operations.waiting import (
    ColumnsRefused,
    NotAnswered,
    WaitingGone,
    answer_statement,
    confirm_columns,
    confirm_days,
    leave_statement,
)

__all__ = [
    "Added",
    "AddedBySomebodyElse",
    "AlreadyRead",
    "ColumnsGone",
    "ColumnsRefused",
    "LineGone",
    "NotAChoice",
    "NotAnswered",
    "PhotoGone",
    "PhotoIsThere",
    "StatementGone",
    "StatementStays",
    "TooManyPhotos",
    "WaitingGone",
    "Waits",
    "add_receipt",
    "add_statement",
    "answer_statement",
    "confirm_columns",
    "confirm_days",
    "forget_columns",
    "leave_statement",
    "match_like",
    "match_line",
    "take_back_receipt",
    "take_back_statement",
    "tell_balance",
]
