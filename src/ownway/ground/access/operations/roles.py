"""Give roles and end them."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from ownway.ground.access.models import Membership, Role, User
from ownway.ground.access.operations.keeping import keep_an_administrator, note, one_at_a_time
from ownway.ground.access.operations.refusals import OwnAdministratorRole, RoleHeld, RoleNotHeld


@transaction.atomic
def give_role(*, user: User, role: Role, by: User | None, at: datetime, today: date) -> Membership:
    """Let somebody hold a role at their council from today on. Raises RoleHeld.

    A role whose last day is today, or later, goes on instead.
    """
    one_at_a_time(user)
    held = Membership.objects.filter(user=user, role=role)
    if held.filter(until_on__isnull=True).exists():
        raise RoleHeld
    ending = held.filter(until_on__gte=today).first()
    if ending is not None:
        ending.until_on = None
        ending.save(update_fields=["until_on"])
    given = ending or Membership.objects.create(user=user, council_id=user.council_id, role=role, from_on=today)
    note(user, by=by, at=at, what="give_role", words=f"Gave {user.name} the role: {role.label}.")
    return given


@transaction.atomic
def end_role(*, user: User, role: Role, by: User | None, at: datetime, today: date) -> None:
    """Make today the last day on which somebody holds a role; who must lose it at once has their account closed.

    Raises RoleNotHeld, OwnAdministratorRole, LastAdministrator.
    """
    one_at_a_time(user)
    held = Membership.objects.filter(user=user, role=role, until_on__isnull=True).first()
    if held is None:
        raise RoleNotHeld
    if role == Role.ADMINISTRATOR:
        if user == by:
            raise OwnAdministratorRole
        keep_an_administrator(user=user, today=today)
    held.until_on = today
    held.save(update_fields=["until_on"])
    note(user, by=by, at=at, what="end_role", words=f"Ended a role of {user.name} after today: {role.label}.")


@transaction.atomic
def change_roles(*, user: User, roles: Collection[str], by: User | None, at: datetime, today: date) -> None:
    """Let somebody hold these roles from now on, and no others after today. Raises what `end_role` raises."""
    one_at_a_time(user)
    wanted = {Role(role) for role in roles}
    open_ended = Membership.objects.filter(user=user, until_on__isnull=True)
    held = {Role(role) for role in open_ended.values_list("role", flat=True)}
    for role in Role:
        if role in wanted - held:
            give_role(user=user, role=role, by=by, at=at, today=today)
        elif role in held - wanted:
            end_role(user=user, role=role, by=by, at=at, today=today)
