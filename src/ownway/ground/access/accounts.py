"""How accounts are opened, by the council and never by signing up, and what is said to those who sign in."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest

# What is said after something was done, by the library's own name for it. Nothing is said for the others.
DONE = {
    "account/messages/logged_out.txt": "You have signed out.",
    "account/messages/password_changed.txt": "Your new password is saved.",
    "mfa/messages/totp_activated.txt": "Your app is set up. You need a code from it each time you sign in.",
    "mfa/messages/totp_deactivated.txt": "We removed your app.",
    "mfa/messages/recovery_codes_generated.txt": "You have new recovery codes. The old ones do not work any more.",
    "mfa/messages/webauthn_added.txt": "We added your passkey.",
    "mfa/messages/webauthn_removed.txt": "We removed your passkey.",
}
WAYS = {
    "reauthenticate": "Use my password",
    "mfa_reauthenticate": "Use a code from my app, or a recovery code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}


class AccountAdapter(DefaultAccountAdapter):
    """Councils invite people; nobody signs themselves up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed. Ask your council if you think it should be open.",
        "email_password_mismatch": "Your email address or your password is not right. Check both and try again",
        "incorrect_password": "That is not your password. Check it and try again",
        "invalid_password_reset": "This link does not work any more. Ask for a new one",
        "rate_limited": "That was a lot of tries in a short time. Wait five minutes, then try again",
        "too_many_login_attempts": "That was a lot of tries in a short time. Wait five minutes, then try again",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Signing up is closed."""
        return False

    def user_display(self, user: Any) -> str:
        """The name as they write it."""
        return str(user.name)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Tell what was done, in our words."""
        words = message or DONE.get(message_template or "")
        if words:
            messages.add_message(request, level, words, extra_tags=extra_tags)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways in which somebody can show again that it is them, in our words."""
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [way | {"description": WAYS[way["id"]]} for way in ways]
