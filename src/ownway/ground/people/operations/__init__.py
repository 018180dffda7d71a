"""The verbs of people: their record, who acts for them, and their death."""

from ownway.ground.access.operations import AccessRefused as AccessRefused
from ownway.ground.access.operations import LinkNotSent as LinkNotSent
from ownway.ground.people.operations.deaths import record_death, take_back_death
from ownway.ground.people.operations.details import add_person, change_contact, change_details
from ownway.ground.people.operations.refusals import (
    AccountIsClosed,
    AlreadyDied,
    AlreadyStandsSo,
    AlsoPaid,
    AnotherName,
    ChangedMeanwhile,
    DayInFuture,
    DiedBeforeBorn,
    EndsBeforeItBegins,
    HasEnded,
    HasOwnAccount,
    KnownAlready,
    NoDeathRecorded,
    NotForYourself,
    OneAccountEach,
    PeopleRefused,
    ReferenceTaken,
)
from ownway.ground.people.operations.relating import add_relationship, end_relationship, send_link

__all__ = [
    "AccessRefused",
    "AccountIsClosed",
    "AlreadyDied",
    "AlreadyStandsSo",
    "AlsoPaid",
    "AnotherName",
    "ChangedMeanwhile",
    "DayInFuture",
    "DiedBeforeBorn",
    "EndsBeforeItBegins",
    "HasEnded",
    "HasOwnAccount",
    "KnownAlready",
    "LinkNotSent",
    "NoDeathRecorded",
    "NotForYourself",
    "OneAccountEach",
    "PeopleRefused",
    "ReferenceTaken",
    "add_person",
    "add_relationship",
    "change_contact",
    "change_details",
    "end_relationship",
    "record_death",
    "send_link",
    "take_back_death",
]
