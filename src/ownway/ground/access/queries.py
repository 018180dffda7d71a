"""Questions about councils and who is acting."""

from datetime import date

from django.db.models import Q

from ownway.ground.access.facts import Actor
from ownway.ground.access.models import Council, Membership, Role, User


def get_actor(*, user: User, today: date) -> Actor:
    """The signed-in user as an actor, with the roles they hold today. One query."""
    roles = (
        Membership.objects.filter(user=user, council_id=user.council_id, from_on__lte=today)
        .filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
        .values_list("role", flat=True)
    )
    return Actor(
        user_id=user.pk,
        name=user.name,
        council_id=user.council_id,
        roles=frozenset(Role(role) for role in roles),
        is_demo=user.is_demo,
    )


def get_council(*, slug: str) -> Council:
    """The council of that short name. Raises Council.DoesNotExist."""
    return Council.objects.get(slug=slug)


def list_demo_users() -> list[User]:
    """The made-up people who can be signed in with one click, by name."""
    return list(User.objects.filter(is_demo=True, is_active=True).select_related("council").order_by("pk"))
