"""Make councils, the people who sign in there, and the roles they hold."""

from datetime import date

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator

from ownway.ground.access.models import Council, Membership, Role, User

LONG_AGO = date(2025, 1, 6)
PASSWORD = "a river and nine red boats"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def make_council(*, name: str = "Sheafdale Council", **fields: object) -> Council:
    """A made-up council; `fields` are the model's."""
    town = name.split(maxsplit=1)[0]
    slug = town.lower()
    given = {
        "name": name,
        "slug": slug,
        "team_name": "Direct Payments Team",
        "address": f"Town Hall\n{town}\nZZ1 1AA",
        "phone": "01632 960 100",
        "email": f"payments@{slug}.example",
        "bank_name": name.upper(),
        "bank_sort_code": "200000",
        "bank_account": "55779911",
        "service_user_number": "123456",
    }
    return Council.objects.create(**(given | fields))


def make_user(*, council: Council, name: str, **fields: object) -> User:
    """Somebody who can sign in with PASSWORD, by first.last@council.example."""
    email = f"{name.lower().replace(' ', '.')}@{council.slug}.example"
    return User.objects.create_user(
        **({"email": email, "password": PASSWORD, "council": council, "name": name} | fields)
    )


def make_worker(*, council: Council, name: str, role: Role, **fields: object) -> User:
    """Somebody who works for the council in that role."""
    user = make_user(council=council, name=name, **fields)
    give_role(user=user, role=role)
    return user


def give_role(*, user: User, role: Role, from_on: date = LONG_AGO, until_on: date | None = None) -> Membership:
    """A role at the user's own council."""
    return Membership.objects.create(
        user=user, council_id=user.council_id, role=role, from_on=from_on, until_on=until_on
    )


def give_second_factor(*, user: User) -> None:
    """An authenticator app that knows TOTP_SECRET, as staff must have."""
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt(TOTP_SECRET)}
    )
