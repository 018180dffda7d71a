"""Say who acts for a person, works for them or advises them, and that it ends."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Lower

from ownway.ground.access.models import Council, User
from ownway.ground.access.operations import open_account, send_sign_in_link
from ownway.ground.access.operations.accounts import AddressFor
from ownway.ground.audit.operations import because, record_event
from ownway.ground.design import words
from ownway.ground.people.facts import ONE_DAY, NewRelationship
from ownway.ground.people.models import Person, Relation, Relationship
from ownway.ground.people.operations.refusals import (
    AccountIsClosed,
    AlreadyStandsSo,
    AlsoPaid,
    AnotherName,
    DayInFuture,
    EndsBeforeItBegins,
    HasEnded,
    HasOwnAccount,
    NotForYourself,
    OneAccountEach,
)

BOTH = {Relation.REPRESENTATIVE, Relation.PA}


@transaction.atomic
def add_relationship(
    *,
    council: Council,
    person_id: int,
    new: NewRelationship,
    by: User,
    at: datetime,
    today: date,
    address_for: AddressFor,
) -> Relationship:
    """Somebody stands to the person so, from a day on. A new email address opens an account and gets a sign-in link.

    An address that somebody of the same council has is linked to their account. Raises DayInFuture, NotForYourself,
    AccountIsClosed, OneAccountEach, HasOwnAccount, AlreadyStandsSo and EmailAlreadyUsed; AnotherName and AlsoPaid
    until `new` says that it is meant; LinkNotSent when all is kept but the email did not go.
    """
    if new.from_on > today:
        raise DayInFuture("from_on")
    person = Person.objects.select_for_update(no_key=True).get(council=council, pk=person_id)
    new = replace(new, name=new.name or person.name)
    user = _account_with(council, new.email)
    if user is None:
        _require_one_of_self(person, new)
        user = open_account(council=council, name=new.name, email=new.email, by=by, at=at)
        send_sign_in_link(user=user, by=by, at=at, address_for=address_for)
    else:
        _require_fit(person, user, new, by=by)
    why = f"{user.name} from {words.day(new.from_on)}: {Relation(new.relation).label}."
    with because(by=by, why=why):
        row = Relationship.objects.create(person=person, user=user, relation=new.relation, from_on=new.from_on)
    record_event(council=council, by=by, at=at, what="add_relationship", words=why, person_id=person.pk)
    return row


@transaction.atomic
def end_relationship(
    *, council: Council, person_id: int, id: int, until_on: date | None, why: str, by: User, at: datetime, today: date
) -> None:
    """It ends after `until_on`; or now (None): yesterday was the last day, so they see nothing from this moment.

    Raises Relationship.DoesNotExist, HasEnded, EndsBeforeItBegins.
    """
    row = (
        Relationship.objects.select_for_update(of=("self",), no_key=True)
        .select_related("user")
        .get(person__council=council, person_id=person_id, pk=id)
    )
    if row.until_on is not None and row.until_on < today:
        raise HasEnded(row.until_on)
    if until_on is not None and until_on < row.from_on:
        raise EndsBeforeItBegins(row.from_on)
    row.until_on = until_on or max(today, row.from_on) - ONE_DAY
    when = f"on {words.day(until_on)}" if until_on else "now"
    said = f"{row.user.name} ends {when}: {row.get_relation_display()}. Why: {why}"
    with because(by=by, why=said):
        row.save(update_fields=["until_on"])
    record_event(council=council, by=by, at=at, what="end_relationship", words=said, person_id=person_id)


@transaction.atomic
def send_link(
    *, council: Council, person_id: int, id: int, by: User, at: datetime, today: date, address_for: AddressFor
) -> str:
    """Send the sign-in link once more to somebody who stands to the person; gives their email address.

    Raises Relationship.DoesNotExist, HasEnded; AccountClosed and LinkNotSent of access.
    """
    row = Relationship.objects.select_related("user").get(person__council=council, person_id=person_id, pk=id)
    if row.until_on is not None and row.until_on < today:
        raise HasEnded(row.until_on)
    send_sign_in_link(user=row.user, by=by, at=at, address_for=address_for)
    said = f"Sent {row.user.name} a link to choose a password."
    record_event(council=council, by=by, at=at, what="send_link", words=said, person_id=person_id)
    return row.user.email


def _account_with(council: Council, email: str) -> User | None:
    """The council's account with that address, whatever its capitals. Another council's is not told of here."""
    rows = User.objects.alias(lowered=Lower("email")).filter(council=council, lowered=email.lower())
    return rows.first()


def _require_fit(person: Person, user: User, new: NewRelationship, *, by: User) -> None:
    """Refuse what cannot be so of an account that is there, and ask about what may be a slip."""
    if user.pk == by.pk:
        raise NotForYourself
    if not user.is_active:
        raise AccountIsClosed
    still = Q(until_on__isnull=True) | Q(until_on__gte=new.from_on)
    rows = list(Relationship.objects.filter(still, user=user).select_related("person"))
    here = {Relation(row.relation) for row in rows if row.person_id == person.pk}
    if new.relation in here:
        raise AlreadyStandsSo(user.name)
    _require_one_of_self(person, new)
    own = [row.person for row in rows if row.relation == Relation.SELF]
    if new.relation == Relation.SELF and (own or here):
        raise OneAccountEach(user.name)
    if Relation.SELF in here:
        raise OneAccountEach(user.name)
    if not new.is_theirs and _plain(user.name) != _plain(new.name):
        raise AnotherName(email=user.email, name=user.name)
    if not new.knows_both and here | {new.relation} >= BOTH:
        raise AlsoPaid(name=user.name)


def _require_one_of_self(person: Person, new: NewRelationship) -> None:
    if new.relation != Relation.SELF:
        return
    still = Q(until_on__isnull=True) | Q(until_on__gte=new.from_on)
    own = Relationship.objects.filter(still, person=person, relation=Relation.SELF).select_related("user").first()
    if own is not None:
        raise HasOwnAccount(own.user.email)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
