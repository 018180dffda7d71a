"""Whether somebody still has to set up a second way to prove who they are."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from ownway.ground.access.facts import Actor
from ownway.ground.access.models import User


def needs_second_factor(*, actor: Actor, user: User) -> bool:
    """True for staff without an authenticator app or passkey. Made-up people of the demo are let off."""
    if not actor.is_staff or actor.is_demo or not settings.STAFF_NEED_SECOND_FACTOR:
        return False
    return not is_mfa_enabled(user)
