"""Who is signed in, found together with their council: one query less on every page."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from ownway.ground.access.models import User


class WithCouncil(AuthenticationBackend):
    """Signs in as allauth does."""

    def get_user(self, user_id: Any) -> User | None:
        """The account of a session, its council loaded; None when it is closed."""
        user = User.objects.select_related("council").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
