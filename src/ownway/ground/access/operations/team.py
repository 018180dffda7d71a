"""Take somebody into the team, and put right how they are written down."""

from collections.abc import Collection
from datetime import date, datetime

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from ownway.ground.access.models import Council, User
from ownway.ground.access.operations.accounts import AddressFor, open_account, send_sign_in_link
from ownway.ground.access.operations.keeping import note
from ownway.ground.access.operations.refusals import EmailAlreadyUsed
from ownway.ground.access.operations.roles import change_roles
from ownway.ground.design.constraints import constraint_sentence


@transaction.atomic
def add_worker(
    *,
    council: Council,
    name: str,
    email: str,
    roles: Collection[str],
    by: User | None,
    at: datetime,
    today: date,
    address_for: AddressFor,
) -> User:
    """Open an account with these roles and send its owner the link. Raises EmailAlreadyUsed, and LinkNotSent at the end."""
    user = open_account(council=council, name=name, email=email, by=by, at=at)
    change_roles(user=user, roles=roles, by=by, at=at, today=today)
    send_sign_in_link(user=user, by=by, at=at, address_for=address_for)
    return user


@transaction.atomic
def change_worker(*, user: User, name: str, email: str, by: User | None, at: datetime) -> None:
    """Another name or email address. Links sent to an old address stop working. Raises EmailAlreadyUsed."""
    if (user.name, user.email) == (name, email):
        return
    was = user.name
    if user.email != email:
        EmailAddress.objects.filter(user=user).delete()  # or the old one would still ask for new passwords
    user.name, user.email = name, email
    try:
        with transaction.atomic():
            user.save(update_fields=["name", "email"])
    except IntegrityError as error:
        if constraint_sentence(error) is None:
            raise
        raise EmailAlreadyUsed from error
    note(user, by=by, at=at, what="change_worker", words=f"Changed {was} to {name}, {email}.")
