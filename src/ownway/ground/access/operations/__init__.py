"""The verbs of access: councils that begin, accounts that are opened and closed, and the roles that people hold."""

from ownway.ground.access.operations.accounts import (
    close_account,
    open_account,
    reopen_account,
    send_sign_in_link,
    sign_in_link,
)
from ownway.ground.access.operations.councils import NewCouncil, add_council
from ownway.ground.access.operations.refusals import (
    AccessRefused,
    AccountClosed,
    AccountOpen,
    CouncilAlreadyThere,
    EmailAlreadyUsed,
    LastAdministrator,
    LinkNotSent,
    OwnAccount,
    OwnAdministratorRole,
    RoleHeld,
    RoleNotHeld,
)
from ownway.ground.access.operations.roles import change_roles, end_role, give_role
from ownway.ground.access.operations.team import add_worker, change_worker

__all__ = [
    "AccessRefused",
    "AccountClosed",
    "AccountOpen",
    "CouncilAlreadyThere",
    "EmailAlreadyUsed",
    "LastAdministrator",
    "LinkNotSent",
    "NewCouncil",
    "OwnAccount",
    "OwnAdministratorRole",
    "RoleHeld",
    "RoleNotHeld",
    "add_council",
    "add_worker",
    "change_roles",
    "change_worker",
    "close_account",
    "end_role",
    "give_role",
    "open_account",
    "reopen_account",
    "send_sign_in_link",
    "sign_in_link",
]
