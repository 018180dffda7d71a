"""Why this person is due for a financial check-up now, and since when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ownway.rules.checks.findings import Finding
from ownway.rules.days import add_months, day_in_words


@dataclass(frozen=True, slots=True)
class CheckUpPolicy:
    """How often a council has financial check-ups: the first so many weeks after the first payment, then at least
    yearly, and more often from a yearly budget (pence) that it calls large. All of it is the council's own.
    """

    first_after_weeks: int = 12
    every_months: int = 12
    large_from_yearly_pence: int | None = None
    large_every_months: int = 6


@dataclass(frozen=True, slots=True)
class CheckUpDue:
    """The day a check-up is due, and every reason that holds by then or by today, as sentences."""

    due_on: date
    reasons: tuple[str, ...]

    def is_due(self, today: date) -> bool:
        """True from the day itself on."""
        return self.due_on <= today


@dataclass(frozen=True, slots=True)
class CheckUpHistory:
    """What a person's check-ups are counted from. `yearly_pence` is the budget for a year."""

    first_payment_on: date | None
    last_check_up_on: date | None = None
    yearly_pence: int = 0
    asked_on: date | None = None


def why_due_now(
    history: CheckUpHistory, *, findings: Iterable[Finding] = (), policy: CheckUpPolicy, today: date
) -> CheckUpDue | None:
    """When the next check-up is due and why; None while nothing has been paid and nobody has asked.

    A finding that needs a conversation makes it due today; what the person asks for is due the day they asked.
    """
    dated = sorted([*_by_the_calendar(history, policy), *_by_what_came_up(history, findings, today)])
    if not dated:
        return None
    due_on = dated[0][0]
    return CheckUpDue(due_on, tuple(reason for day, reason in dated if day <= max(due_on, today)))


def _by_the_calendar(history: CheckUpHistory, policy: CheckUpPolicy) -> Iterator[tuple[date, str]]:
    if history.first_payment_on is None:
        return
    last = history.last_check_up_on
    if last is None:
        weeks = policy.first_after_weeks
        reason = f"The first one is {weeks} weeks after the first payment, to see that all has started well."
        yield history.first_payment_on + timedelta(weeks=weeks), reason
        return
    months = policy.every_months
    reason = f"There is one at least every {months} months. The last one was on {day_in_words(last)}."
    yield add_months(last, months), reason
    large_from = policy.large_from_yearly_pence
    if large_from is not None and history.yearly_pence >= large_from:
        months = policy.large_every_months
        yield add_months(last, months), f"The largest budgets have one every {months} months."


def _by_what_came_up(history: CheckUpHistory, findings: Iterable[Finding], today: date) -> Iterator[tuple[date, str]]:
    asked, last = history.asked_on, history.last_check_up_on
    if asked is not None and (last is None or asked > last):
        yield asked, f"The person asked for one on {day_in_words(asked)}."
    for finding in findings:
        if finding.severity == "needs a conversation":
            yield today, f"There is something to talk about: {finding.sentence}"
