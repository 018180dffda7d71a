"""Why something about accounts and roles cannot be done, in words fit for the person who reads them."""

from typing import ClassVar


class AccessRefused(Exception):
    """Something about accounts or roles cannot be done. `field` is the form's field to put it beside, if there is one."""

    sentence: ClassVar[str]
    field: ClassVar[str | None] = None

    def __init__(self) -> None:
        super().__init__(self.sentence)


class EmailAlreadyUsed(AccessRefused):
    """An account has this address, at this council or another: the words do not say which, or whose it is."""

    field = "email"
    sentence = "We cannot use this email address, because an account has it already. Ask them for another one"


class LinkNotSent(AccessRefused):
    """The account is there, and the mail server did not take the email."""

    sentence = (
        "What you asked for is saved, but we could not send the email with the link just now. "
        "Wait a few minutes, then send the link again"
    )


class AccountClosed(AccessRefused):
    """Nobody can sign in with the account."""

    sentence = "This account is closed. Open it first"


class AccountOpen(AccessRefused):
    """The account is open already."""

    sentence = "This account is open already"


class OwnAccount(AccessRefused):
    """Nobody closes their own account."""

    sentence = "You cannot close your own account. Ask another administrator to do it"


class RoleHeld(AccessRefused):
    """They hold the role already."""

    field = "roles"
    sentence = "They have this role already"


class RoleNotHeld(AccessRefused):
    """They do not hold the role."""

    field = "roles"
    sentence = "They do not have this role, or today is their last day in it"


class OwnAdministratorRole(AccessRefused):
    """Nobody stops being an administrator by their own hand."""

    field = "roles"
    sentence = "You cannot stop being an administrator yourself. Ask another administrator to do it"


class LastAdministrator(AccessRefused):
    """A council without an administrator could not let anybody in any more."""

    field = "roles"
    sentence = "This is the council’s last administrator. Make somebody else an administrator first"


class CouncilAlreadyThere(AccessRefused):
    """A council has this short name."""

    field = "slug"
    sentence = "There is a council with this short name already. Use another short name, or sign in to that council"
