"""The verbs of access: accounts that are opened and closed, and the roles that people hold."""

from ownway.ground.access.operations.accounts import (
    close_account,
    open_account,
    reopen_account,
    send_sign_in_link,
    sign_in_link,
)
from ownway.ground.access.operations.refusals import AccessRefused, EmailAlreadyUsed, LinkNotSent

__all__ = [
    "AccessRefused",
    "EmailAlreadyUsed",
    "LinkNotSent",
    "close_account",
    "open_account",
    "reopen_account",
    "send_sign_in_link",
    "sign_in_link",
]
