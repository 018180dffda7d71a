"""What waits at a worker's desk, by their roles: counts that lead to where the work is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse

from ownway.front.home.facts import DeskLine
from ownway.front.home.queries.waiting import QUEUES
from ownway.ground.access.facts import Actor
from ownway.ground.access.models import Council, Role
from ownway.ground.access.queries import count_not_signed_in
from ownway.ground.figures.queries import list_figures
from ownway.journey.checkups.queries import in_force, with_due_day
from ownway.journey.payments.models import Run, RunLine, RunStatus
from ownway.journey.payments.queries import open_items
from ownway.journey.payments.queries.answers import CAME_BACK as PAID_BACK
from ownway.journey.payments.queries.runs import NOT_WRITTEN


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to look after: the words after one and after many, where it is done, and how many wait."""

    one: str
    many: str
    address: str
    count: Callable[[Council, date], int]


def in_queue(key: str, one: str, many: str) -> Duty:
    """A duty whose work is listed by this room."""
    queue = QUEUES[key]
    return Duty(one, many, f"home:{queue.may.name}", lambda council, today: queue.rows(council, today).count())


def runs(status: RunStatus) -> Callable[[Council, date], int]:
    """Counts payment runs that stand so."""
    return lambda council, _: Run.objects.filter(council=council, status=status).count()


def runs_to_withdraw(council: Council, today: date) -> int:
    """Runs with no files yet that would pay somebody who has died."""
    died = RunLine.objects.filter(run=OuterRef("pk"), live=True, person__died_on__isnull=False)
    return Run.objects.filter(Exists(died), council=council, status__in=NOT_WRITTEN).count()


def figures_to_confirm(council: Council, today: date) -> int:
    """Figures that cannot be used yet."""
    return sum(not figure.usable for figure in list_figures(council=council, today=today))


def check_ups_due(council: Council, today: date) -> int:
    """People who are due for a check-up."""
    return with_due_day(in_force(council=council, on=today)).filter(due_on__lte=today).count()


def not_signed_in(council: Council, today: date) -> int:
    """Those in the team who were sent a link and have not been here yet."""
    return count_not_signed_in(council=council, today=today)


def other_words_of_the_bank(council: Council, today: date) -> int:
    """What else the bank says: an account that changed, a direct debit, something that fits no payment."""
    return open_items(council=council).exclude(run_line__isnull=False, kind__in=PAID_BACK).count()


CAME_BACK = in_queue("came-back", "payment that came back to look at", "payments that came back to look at")
OFFERS = in_queue("offers", "offer waits for the council’s yes", "offers wait for the council’s yes")
DESKS: Mapping[Role, tuple[Duty, ...]] = {
    Role.SOCIAL_WORKER: (
        in_queue("questions", "question to answer", "questions to answer"),
        CAME_BACK,
        OFFERS,
        in_queue("reviews", "review to hold in the next 4 weeks", "reviews to hold in the next 4 weeks"),
        in_queue("starting", "person with no offer yet", "people with no offer yet"),
    ),
    Role.FINANCE_OFFICER: (
        in_queue("payments", "agreement to set payments up for", "agreements to set payments up for"),
        Duty(
            "payment run to propose again, because somebody died",
            "payment runs to propose again, because somebody died",
            "payments:list_runs",
            runs_to_withdraw,
        ),
        CAME_BACK,
        Duty(
            "other thing the bank says to look at",
            "other things the bank says to look at",
            "payments:list_answers",
            other_words_of_the_bank,
        ),
        Duty("payment run to confirm", "payment runs to confirm", "payments:list_runs", runs(RunStatus.FILES_WRITTEN)),
        in_queue("check-ups", "check-up that is not finished", "check-ups that are not finished"),
        Duty("person due for a check-up", "people due for a check-up", "checkups:list_due", check_ups_due),
        Duty("figure to confirm", "figures to confirm", "figures:list_figures", figures_to_confirm),
    ),
    Role.FINANCE_APPROVER: (
        Duty("payment run to approve", "payment runs to approve", "payments:list_runs", runs(RunStatus.PROPOSED)),
        OFFERS,
    ),
    Role.ADMINISTRATOR: (
        Duty(
            "person in the team has not signed in yet",
            "people in the team have not signed in yet",
            "access:list_team",
            not_signed_in,
        ),
    ),
}


def list_desk(*, council: Council, actor: Actor, today: date) -> list[DeskLine]:
    """What waits for this worker, in order; what is done does not show. One query a duty."""
    duties = {duty: None for role, duties in DESKS.items() if role in actor.roles for duty in duties}
    counted = [(duty, duty.count(council, today)) for duty in duties]
    return [
        DeskLine(count=count, words=duty.one if count == 1 else duty.many, href=reverse(duty.address))
        for duty, count in counted
        if count
    ]
