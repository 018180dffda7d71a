"""Open an account, send its owner the link by which they choose a password, close it, and open it again."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from ownway.ground.access.models import Council, User
from ownway.ground.access.operations.keeping import keep_an_administrator, note
from ownway.ground.access.operations.refusals import (
    AccountClosed,
    AccountOpen,
    EmailAlreadyUsed,
    LinkNotSent,
    OwnAccount,
)
from ownway.ground.design.constraints import constraint_sentence

AddressFor = Callable[[str], str]
"""Makes a path a whole address: a door gives `request.build_absolute_uri`."""


@transaction.atomic
def open_account(*, council: Council, name: str, email: str, by: User | None, at: datetime) -> User:
    """A new account at the council. Nobody can sign in with it until they chose a password (`send_sign_in_link`).

    Raises EmailAlreadyUsed, whichever council's account has the address, also for another in the same moment.
    """
    try:
        with transaction.atomic():
            user = User.objects.create_user(email, council=council, name=name)
    except IntegrityError as error:
        if constraint_sentence(error) is None:
            raise
        raise EmailAlreadyUsed from error
    note(user, by=by, at=at, what="open_account", words=f"Opened an account for {name}.")
    return user


@transaction.atomic
def send_sign_in_link(*, user: User, by: User | None, at: datetime, address_for: AddressFor) -> None:
    """Email a link that works once, to choose a password. It goes when all that the caller writes is kept.

    Raises AccountClosed; LinkNotSent from the outermost transaction, which is kept all the same.
    """
    if not user.is_active:
        raise AccountClosed
    facts = {"user": user, "council": user.council, "link": sign_in_link(user=user, address_for=address_for)}
    facts |= {"another": address_for(reverse("account_reset_password"))}
    body = render_to_string("access/email/choose_a_password.txt", facts).strip()
    subject = f"Your Ownway account with {user.council.name}"
    note(user, by=by, at=at, what="send_sign_in_link", words=f"Sent {user.name} a link to choose a password.")
    transaction.on_commit(partial(send, EmailMessage(subject=subject, body=body, to=[user.email])))


def sign_in_link(*, user: User, address_for: AddressFor) -> str:
    """The address at which the account's owner chooses a password: once, and for three days."""
    blanks = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return address_for(reverse("account_reset_password_from_key", kwargs=blanks))


def send(mail: EmailMessage) -> None:
    """Give the mail server an email. Raises LinkNotSent when there is none, or it does not take it."""
    try:
        mail.send()
    except OSError as trouble:  # all of smtplib's are
        raise LinkNotSent from trouble


@transaction.atomic
def close_account(*, user: User, by: User | None, at: datetime, today: date) -> None:
    """Let nobody sign in with the account any more, from this moment. Its roles wait for it to be opened again.

    Raises AccountClosed, OwnAccount, LastAdministrator.
    """
    if user == by:
        raise OwnAccount
    keep_an_administrator(user=user, today=today)
    turn(user, is_active=False, refusal=AccountClosed)
    note(user, by=by, at=at, what="close_account", words=f"Closed the account of {user.name}.")


@transaction.atomic
def reopen_account(*, user: User, by: User | None, at: datetime) -> None:
    """Let its owner sign in as before. Raises AccountOpen."""
    turn(user, is_active=True, refusal=AccountOpen)
    note(user, by=by, at=at, what="reopen_account", words=f"Opened the account of {user.name} again.")


def turn(user: User, *, is_active: bool, refusal: type[AccountClosed] | type[AccountOpen]) -> None:
    """Close or open the account, unless somebody did so already."""
    if not User.objects.filter(pk=user.pk, is_active=not is_active).update(is_active=is_active):
        raise refusal
    user.is_active = is_active
