"""Questions about councils, who is acting, and who works here."""

from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from ownway.ground.access.facts import Actor, Deed, HeldRole, TeamPage, Worker
from ownway.ground.access.models import Council, Membership, Role, User
from ownway.ground.audit.models import Event

PAGE_SIZE = 25


def get_actor(*, user: User, today: date) -> Actor:
    """The signed-in user as an actor, with the roles they hold today. One query."""
    held = memberships_on(today).filter(user=user, council_id=user.council_id)
    roles = held.values_list("role", flat=True)
    return Actor(
        user_id=user.pk,
        name=user.name,
        council_id=user.council_id,
        roles=frozenset(Role(role) for role in roles),
        is_demo=user.is_demo,
    )


def memberships_on(today: date) -> QuerySet[Membership]:
    """The roles that are held on a day; the last day counts."""
    return Membership.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=today), from_on__lte=today)


def get_council(*, slug: str) -> Council:
    """The council of that short name. Raises Council.DoesNotExist."""
    return Council.objects.get(slug=slug)


def list_demo_users() -> list[User]:
    """The made-up people who can be signed in with one click, by name."""
    return list(User.objects.filter(is_demo=True, is_active=True).select_related("council").order_by("pk"))


def workers_of(council: Council, today: date) -> QuerySet[User]:
    """Everybody who has or had a role at the council, with their roles today."""
    second = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    roles = memberships_on(today).filter(council=council).order_by("pk")
    return (
        User.objects.filter(Exists(Membership.objects.filter(user=OuterRef("pk"), council=council)), council=council)
        .annotate(has_second_factor=Exists(second))
        .prefetch_related(Prefetch("memberships", queryset=roles, to_attr="held_today"))
    )


def worker_facts(row: Any) -> Worker:
    """A worker from a row of `workers_of`."""
    return Worker(
        id=row.pk,
        name=row.name,
        email=row.email,
        roles=tuple(HeldRole(role=Role(held.role), until_on=held.until_on) for held in row.held_today),
        is_open=row.is_active,
        is_made_up=row.is_demo,
        has_password=row.has_usable_password(),
        has_second_factor=row.has_second_factor,
        last_signed_in_at=row.last_login,
    )


def list_team(*, council: Council, today: date, words: str = "", page: int = 1) -> TeamPage:
    """Those who work here whose name or email address has these words in it, by name; closed accounts at the end."""
    found = workers_of(council, today).order_by("-is_active", "name", "pk")
    if words:
        found = found.filter(Q(name__icontains=words) | Q(email__icontains=words))
    count = found.count()
    pages = max(1, -(-count // PAGE_SIZE))
    number = min(max(1, page), pages)
    rows = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return TeamPage(workers=tuple(worker_facts(row) for row in rows), count=count, number=number, pages=pages)


def find_worker(*, council: Council, id: int, today: date) -> Worker | None:
    """One worker of this council; None for anybody else."""
    row = workers_of(council, today).filter(pk=id).first()
    return None if row is None else worker_facts(row)


def get_account(*, council: Council, id: int) -> User:
    """An account of this council, for a verb to do something with. Raises User.DoesNotExist."""
    return User.objects.select_related("council").get(council=council, pk=id)


def count_not_signed_in(*, council: Council, today: date) -> int:
    """How many who have a role today never signed in. Made-up people are not counted."""
    waiting = User.objects.filter(council=council, is_active=True, is_demo=False, last_login__isnull=True)
    return waiting.filter(Exists(memberships_on(today).filter(user=OuterRef("pk"), council=council))).count()


def list_deeds(*, council: Council, user_id: int, limit: int = 50) -> list[Deed]:
    """What was done about an account, newest first."""
    events = Event.objects.filter(council=council, about=f"account {user_id}").select_related("by")
    newest = events.order_by("-at", "-pk")[:limit]
    return [Deed(at=event.at, by=event.by.name if event.by else "Ownway", words=event.words) for event in newest]
