"""Why something cannot be written of a person, in words fit for who reads them."""

from datetime import date
from typing import ClassVar

from ownway.ground.design.words import day
from ownway.ground.people.facts import PersonFacts


class PeopleRefused(Exception):
    """Something cannot be written. `field` is where it was typed; `asks` is the box to tick when it is right after all.

    `other` is somebody whose record to look at first.
    """

    field: str | None = None
    asks: ClassVar[str] = ""
    other: PersonFacts | None = None


class ReferenceTaken(PeopleRefused):
    """Somebody of the council has the reference."""

    field = "reference"

    def __init__(self, other: PersonFacts) -> None:
        self.other = other
        super().__init__(f"{other.name} has this reference. Each person needs one of their own")


class KnownAlready(PeopleRefused):
    """Somebody of the council has the same name and was born on the same day."""

    asks = "is_somebody_else"

    def __init__(self, other: PersonFacts) -> None:
        self.other = other
        super().__init__(
            f"We have a record of {other.name}, born on {day(other.born_on)}, with reference {other.reference}."
            " Look at that record first. Tick the box if this is somebody else"
        )


class DayInFuture(PeopleRefused):
    """It cannot have happened yet."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__("This day is still to come. Enter today or a day before it")


class DiedBeforeBorn(PeopleRefused):
    """The two days are the wrong way round."""

    def __init__(self, field: str, *, born_on: date, died_on: date) -> None:
        self.field = field
        super().__init__(
            f"They were born on {day(born_on)}, so this day cannot be before that"
            if field == "died_on"
            else f"They died on {day(died_on)}, so this day cannot be after that"
        )


class ChangedMeanwhile(PeopleRefused):
    """Somebody else changed the record while its page was open here."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else changed this record while you had it open. What you wrote is still here."
            " Look at the record to see what they wrote, then save again if yours is right"
        )


class AlreadyDied(PeopleRefused):
    """A day is written down already."""

    field = "died_on"

    def __init__(self, died_on: date) -> None:
        super().__init__(f"It is written down that they died on {day(died_on)}. Load the page again to see it")


class NoDeathRecorded(PeopleRefused):
    """There is nothing to take back."""

    def __init__(self) -> None:
        super().__init__("No death is written down for this person. Somebody may have taken it back already")


class AlreadyStandsSo(PeopleRefused):
    """They stand to the person in this way on that day already."""

    field = "relation"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} stands to this person in this way already. Look at the list of who acts for them")


class HasOwnAccount(PeopleRefused):
    """A person signs in with one account of their own."""

    field = "relation"

    def __init__(self, email: str) -> None:
        super().__init__(f"This person signs in with {email} already. If that is not right any more, end it first")


class OneAccountEach(PeopleRefused):
    """The account that is a person's own is nobody else's, and does not act for them besides."""

    field = "email"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"This is the account of {name}. A person and somebody who helps them each need an account of their own,"
            " so that we know who said what. Enter another email address"
        )


class NotForYourself(PeopleRefused):
    """Nobody lets themselves in."""

    field = "email"

    def __init__(self) -> None:
        super().__init__("This is you. Ask another worker to write down how you stand to this person")


class AccountIsClosed(PeopleRefused):
    """Nobody can sign in with the account."""

    field = "email"

    def __init__(self) -> None:
        super().__init__("The account with this email address is closed. An administrator can open it again")


class AnotherName(PeopleRefused):
    """The address is that of an account with another name: a slip here would let a stranger in."""

    asks = "is_theirs"

    def __init__(self, *, email: str, name: str) -> None:
        super().__init__(
            f"{email} is the email address of {name}. If that is somebody else, put the address right."
            " Tick the box if it is who you mean"
        )


class AlsoPaid(PeopleRefused):
    """They would both act for the person and be paid by them. The law allows it, so this only asks."""

    asks = "knows_both"

    def __init__(self, *, name: str) -> None:
        super().__init__(
            f"{name} would act for this person and also be their personal assistant, so {name} would look after the"
            " money that pays them. That is allowed. Talk it over with the person first. There is also a rule about"
            " paying family who live together: the list leads to it. Tick the box to go on"
        )


class EndsBeforeItBegins(PeopleRefused):
    """The last day is before the first."""

    field = "until_on"

    def __init__(self, from_on: date) -> None:
        super().__init__(f"This began on {day(from_on)}, so the last day cannot be before that")


class HasEnded(PeopleRefused):
    """It was over already."""

    def __init__(self, until_on: date) -> None:
        super().__init__(f"This ended already. The last day was {day(until_on)}")
