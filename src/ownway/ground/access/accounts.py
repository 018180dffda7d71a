"""How accounts are opened: by the council, never by signing up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types for it
    """Councils invite people; nobody signs themselves up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Signing up is closed."""
        return False

    def user_display(self, user: Any) -> str:
        """The name as they write it."""
        return str(user.name)
