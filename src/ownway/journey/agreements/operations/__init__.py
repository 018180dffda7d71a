"""What can be done with offers and agreements."""

from ownway.journey.agreements.operations.accepting import accept_for_council, accept_offer
from ownway.journey.agreements.operations.keeping import record_review, say_set_up
from ownway.journey.agreements.operations.nominating import Nominee, end_nominated_person, name_nominated_person
from ownway.journey.agreements.operations.offering import Terms, make_offer, withdraw_offer
from ownway.journey.agreements.operations.refusals import (
    AlreadyAccepted,
    AlreadyDone,
    AlreadyOffered,
    MustAgree,
    NobodyNamed,
    NoSuchOffer,
    NoSuchQuestion,
    NotReady,
    OfferChanged,
    OfferRefused,
    ReviewRefused,
    SameSideTwice,
    TermsRefused,
)
from ownway.journey.agreements.operations.talking import answer_question, ask_question

__all__ = [
    "AlreadyAccepted",
    "AlreadyDone",
    "AlreadyOffered",
    "MustAgree",
    "NoSuchOffer",
    "NoSuchQuestion",
    "NobodyNamed",
    "Nominee",
    "NotReady",
    "OfferChanged",
    "OfferRefused",
    "ReviewRefused",
    "SameSideTwice",
    "Terms",
    "TermsRefused",
    "accept_for_council",
    "accept_offer",
    "answer_question",
    "ask_question",
    "end_nominated_person",
    "make_offer",
    "name_nominated_person",
    "record_review",
    "say_set_up",
    "withdraw_offer",
]
