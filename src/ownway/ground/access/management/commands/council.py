"""`ownway council add`: a real council with its first administrator, who gets a link to choose a password."""

import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ownway.ground.access import operations
from ownway.ground.access.management.details import CouncilDetails
from ownway.ground.access.models import User

# What a refusal's field is called here.
OPTIONS = {"email": "administrator_email"}


class Command(BaseCommand):
    """Exit code 0 when the council is there, 1 with everything to put right."""

    help = "Make a council with its first administrator, and a link with which they choose a password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["add"])
        for name, field in CouncilDetails.base_fields.items():
            parser.add_argument(option(name), default="", metavar="…", help=str(field.help_text))
        parser.add_argument(
            "--send", action="store_true", help="email the link to the administrator instead of printing it"
        )

    def handle(self, *_args: Any, send: bool, **options: Any) -> None:
        asked = {name: options[name] for name in CouncilDetails.base_fields}
        form = CouncilDetails(asked | {"site": asked["site"] or usual_site()})
        if not form.is_valid():
            problems = [(name, str(sentence)) for name, sentences in form.errors.items() for sentence in sentences]
            raise CommandError(to_put_right(problems))
        user = self.add(form)
        self.stdout.write(f"{user.council.name} is ready. {user.name} is its administrator.")
        self.give_link(user, site=form.cleaned_data["site"].rstrip("/"), send=send)

    def add(self, form: CouncilDetails) -> User:
        """Make the council. Raises CommandError with the operation's refusal by its option."""
        try:
            return operations.add_council(
                details=form.council(),
                administrator_name=form.cleaned_data["administrator"],
                administrator_email=form.cleaned_data["administrator_email"],
                at=timezone.now(),
                today=timezone.localdate(),
            )
        except operations.AccessRefused as refusal:
            name = refusal.field or ""
            raise CommandError(to_put_right([(OPTIONS.get(name, name), str(refusal))])) from refusal

    def give_link(self, user: User, *, site: str, send: bool) -> None:
        """Email the link, or print it when nobody asked for an email or it does not go."""
        if send:
            try:
                operations.send_sign_in_link(
                    user=user, by=None, at=timezone.now(), address_for=lambda path: f"{site}{path}"
                )
            except operations.LinkNotSent:
                self.stdout.write("The email with the link did not go. Give them the link yourself.")
            else:
                self.stdout.write(f"A link to choose a password is on its way to {user.email}.")
                return
        link = operations.sign_in_link(user=user, address_for=lambda path: f"{site}{path}")
        self.stdout.write(
            f"With this link, {user.name} chooses a password. It works once, and for three days. "
            f"Give it to nobody else:\n  {link}"
        )


def option(name: str) -> str:
    """How a field is written on the command line."""
    return f"--{name.replace('_', '-')}"


def to_put_right(problems: list[tuple[str, str]]) -> str:
    """Each problem on a line, after its option."""
    lines = [f"  {option(name)}: {sentence.rstrip('.')}." for name, sentence in problems]
    return "Put these right first. Nothing was changed.\n" + "\n".join(lines)


def usual_site() -> str:
    """Where people open Ownway, as far as the settings say."""
    if settings.CSRF_TRUSTED_ORIGINS:
        return str(settings.CSRF_TRUSTED_ORIGINS[0])
    if not settings.PRODUCTION:
        return f"http://127.0.0.1:{os.environ.get('PORT') or 8000}"
    host = settings.ALLOWED_HOSTS[0]
    return f"https://{host}" if host else ""
