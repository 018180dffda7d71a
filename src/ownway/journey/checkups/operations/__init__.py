"""What is done in a check-up: open it, write, talk, propose and reply, and end it. Nothing here takes money."""

from ownway.journey.checkups.operations.holding import (
    CheckUpOver,
    NothingAgreed,
    close_check_up,
    open_check_up,
    write_to_the_person,
)
from ownway.journey.checkups.operations.proposing import (
    ReplyRefused,
    propose_return,
    reply_to_proposal,
    withdraw_proposal,
)
from ownway.journey.checkups.operations.statements import withdraw_statement
from ownway.journey.checkups.operations.talking import ask_for_check_up, say

__all__ = [
    "CheckUpOver",
    "NothingAgreed",
    "ReplyRefused",
    "ask_for_check_up",
    "close_check_up",
    "open_check_up",
    "propose_return",
    "reply_to_proposal",
    "say",
    "withdraw_proposal",
    "withdraw_statement",
    "write_to_the_person",
]
