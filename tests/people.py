"""The people of the tests, as fixtures. A test makes only those it names.

Amina receives a direct payment. Brian, her brother, manages it for her. Carys is her personal assistant. Dev is her
social worker. Harriet is a finance officer and Farah approves payments. Gwen advises her at the independent support
service. Imran commissions, Jo administers. Esi is a social worker of another council.

`amina` is a Person; the others are Users. `as_(dev)` and `as_(amina)` give a signed-in client.
"""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from tests.factories.councils import give_second_factor, make_council, make_user, make_worker
from tests.factories.persons import give_account, make_person, relate, user_of

from ownway.ground.access.models import Role
from ownway.ground.people.models import Person, Relation

TODAY = date(2026, 9, 1)


@pytest.fixture
def today():
    """Tuesday 1 September 2026, and the clock goes on from ten in the morning of that day."""
    with time_machine.travel(datetime(2026, 9, 1, 9, 0, tzinfo=UTC)):  # ten in London
        yield TODAY


@pytest.fixture
def now(today):
    """The moment at which `today` begins for a test."""
    return datetime.now(UTC)


@pytest.fixture
def council(db):
    """Sheafdale, a council that is nowhere."""
    return make_council()


@pytest.fixture
def other_council(db):
    """Millbeck, the council next door, which must see nothing of Sheafdale's."""
    return make_council(name="Millbeck Council")


@pytest.fixture
def amina(council):
    """A person with a direct payment and an account of her own."""
    person = make_person(council=council, name="Amina Okafor", reference="P04711", email="amina@home.example")
    give_account(person=person)
    return person


@pytest.fixture
def brian(amina):
    """Her brother, who manages the payment for her."""
    user = make_user(council=amina.council, name="Brian Okafor")
    relate(person=amina, user=user, relation=Relation.REPRESENTATIVE)
    return user


@pytest.fixture
def carys(amina):
    """Her personal assistant."""
    user = make_user(council=amina.council, name="Carys Bevan")
    relate(person=amina, user=user, relation=Relation.PA)
    return user


@pytest.fixture
def dev(council):
    """A social worker."""
    return make_worker(council=council, name="Dev Sharma", role=Role.SOCIAL_WORKER)


@pytest.fixture
def harriet(council):
    """A finance officer."""
    return make_worker(council=council, name="Harriet Lowe", role=Role.FINANCE_OFFICER)


@pytest.fixture
def farah(council):
    """A finance approver."""
    return make_worker(council=council, name="Farah Aziz", role=Role.FINANCE_APPROVER)


@pytest.fixture
def gwen(amina):
    """A support adviser, whom Amina asked for advice."""
    user = make_worker(council=amina.council, name="Gwen Parry", role=Role.SUPPORT_ADVISER)
    relate(person=amina, user=user, relation=Relation.ADVISER)
    return user


@pytest.fixture
def imran(council):
    """A commissioner."""
    return make_worker(council=council, name="Imran Malik", role=Role.COMMISSIONER)


@pytest.fixture
def jo(council):
    """An administrator."""
    return make_worker(council=council, name="Jo Marsh", role=Role.ADMINISTRATOR)


@pytest.fixture
def esi(other_council):
    """A social worker of the other council."""
    return make_worker(council=other_council, name="Esi Mensah", role=Role.SOCIAL_WORKER)


@pytest.fixture
def anonymous(db, today):
    """A browser in which nobody is signed in."""
    return Client()


@pytest.fixture
def as_(db, today):
    """`as_(dev)`: a browser in which that user, or that person, is signed in; staff have their second factor."""

    def sign_in(who):
        user = user_of(who) if isinstance(who, Person) else who
        if user.memberships.exists() and not user.authenticator_set.exists():
            give_second_factor(user=user)
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def everybody(as_, anonymous, amina, brian, carys, dev, harriet, farah, gwen, imran, jo, esi):
    """Every person's browser, by first name."""
    users = (brian, carys, dev, harriet, farah, gwen, imran, jo, esi)
    clients = {user.name.split()[0].lower(): as_(user) for user in users}
    return {"amina": as_(amina)} | clients | {"anonymous": anonymous}
