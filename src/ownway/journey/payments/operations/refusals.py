"""Why something about payments cannot be done, in words fit for the person who reads them."""


class PaymentRefused(Exception):
    """Something about payments cannot be done; the message says why and what to do next. `field` is where to put it."""

    field: str | None = None

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field or self.field


class AccountRefused(PaymentRefused):
    """The bank details cannot be right; `problems` holds the field and sentence of each."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        self.problems = problems
        super().__init__(" ".join(sentence for _, sentence in problems))


class NothingAgreed(PaymentRefused):
    """There is no agreement to pay under."""


class AlreadyStarted(PaymentRefused):
    """Payments of this agreement were set up before."""


class NoSchedule(PaymentRefused):
    """Nothing is being paid regularly."""


class DayRefused(PaymentRefused):
    """The day cannot be used, and the message says which can."""


class AlreadyPaused(PaymentRefused):
    """Payments are paused, or about to be."""


class NotPaused(PaymentRefused):
    """Payments are not paused."""


class RunOpenAlready(PaymentRefused):
    """A run of this council is not finished."""


class NobodyToPay(PaymentRefused):
    """Nothing falls due."""


class CouncilCannotPay(PaymentRefused):
    """Something about the council's own bank account is missing."""


class SamePerson(PaymentRefused):
    """Who proposed a run cannot approve it."""


class StillToExplain(PaymentRefused):
    """Findings wait for words."""


class OutOfDate(PaymentRefused):
    """Something changed since the run was proposed."""


class SomebodyDied(PaymentRefused):
    """Somebody in the run has died since it was proposed."""


class RunMoved(PaymentRefused):
    """The run has moved on, so this cannot be done any more."""


class TooLate(PaymentRefused):
    """The file can no longer reach the bank in time."""


class AnswerRefused(PaymentRefused):
    """A file from the bank was not taken and nothing was added; `reasons` say where and why, one for each line."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons), field="file")
        self.reasons = reasons


class AlreadyDecided(PaymentRefused):
    """Somebody decided about it already."""


class CannotPayAgain(PaymentRefused):
    """The payment cannot be made again as it was; the message says why and what to do."""


class ListRefused(PaymentRefused):
    """The emergency list cannot be made, opened or ended; the message says why."""
