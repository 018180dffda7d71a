"""Let a council begin."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from ownway.ground.access.models import Council, Role, User
from ownway.ground.access.operations.accounts import open_account
from ownway.ground.access.operations.refusals import CouncilAlreadyThere
from ownway.ground.access.operations.roles import give_role
from ownway.ground.audit.operations import record_event


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCouncil:
    """What letters and payment files need to know of a council; the fields are those of its table."""

    name: str
    slug: str
    team_name: str
    address: str
    phone: str
    email: str
    bank_name: str
    bank_sort_code: str
    bank_account: str
    service_user_number: str


@transaction.atomic
def add_council(
    *, details: NewCouncil, administrator_name: str, administrator_email: str, at: datetime, today: date
) -> User:
    """A new council with its first administrator, whose account is returned.

    Raises CouncilAlreadyThere when the short name is taken, and EmailAlreadyUsed. Nothing is kept then.
    """
    try:
        with transaction.atomic():
            council = Council.objects.create(**asdict(details))
    except IntegrityError as error:  # the short name is all that has to be its own
        raise CouncilAlreadyThere from error
    record_event(council=council, by=None, at=at, what="add_council", words=f"{council.name} began to use Ownway.")
    user = open_account(council=council, name=administrator_name, email=administrator_email, by=None, at=at)
    give_role(user=user, role=Role.ADMINISTRATOR, by=None, at=at, today=today)
    return user
