"""Why something cannot be done with an offer, in words fit for the person who reads them."""


class OfferRefused(Exception):
    """Something cannot be done with an offer; the message says why and what to do next."""


class NotReady(OfferRefused):
    """The plan, its cost or what the person pays is missing."""


class TermsRefused(OfferRefused):
    """A term of the offer cannot be; `field` says which."""

    def __init__(self, message: str, *, field: str) -> None:
        self.field = field
        super().__init__(message)


class AlreadyOffered(OfferRefused):
    """The open offer says just the same."""

    def __init__(self) -> None:
        super().__init__("You have made this offer already. It waits for an answer.")


class NoSuchOffer(OfferRefused):
    """There is no offer of that version to that person."""

    def __init__(self) -> None:
        super().__init__("We cannot find that offer.")


class OfferChanged(OfferRefused):
    """The offer is no longer what was read."""


class AlreadyAccepted(OfferRefused):
    """That side has said yes before."""

    def __init__(self) -> None:
        super().__init__("This side has said yes already. There is nothing more to do here.")


class SameSideTwice(OfferRefused):
    """Somebody on the person's side would say yes for the council too."""

    def __init__(self) -> None:
        super().__init__(
            "You are on the person’s side of this offer. Somebody else must say yes for the council, so ask a colleague."
        )


class NoSuchQuestion(OfferRefused):
    """The question is about another offer, or is not there."""

    def __init__(self) -> None:
        super().__init__("We cannot find that question.")


class NobodyNamed(OfferRefused):
    """There is no nominated person to end."""

    def __init__(self) -> None:
        super().__init__("Nobody is named now.")


class MustAgree(OfferRefused):
    """The nominated person has not agreed."""

    def __init__(self) -> None:
        super().__init__("Ask them first. They must agree.")


class ReviewRefused(OfferRefused):
    """The review cannot be of that day."""


class AlreadyDone(OfferRefused):
    """It was said to be done before."""

    def __init__(self) -> None:
        super().__init__("This is done already.")
