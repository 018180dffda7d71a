"""Sheafdale, a council that is nowhere, its staff, its confirmed figures, and the council next door."""

from dataclasses import dataclass
from datetime import date, datetime

from ownway.demo.days import Days, moment
from ownway.ground.access.models import Council, Membership, Role, User
from ownway.ground.figures.models import ConfirmedFigure
from ownway.rules.parameters import Figure, Standing, Value, load_national

SLUG, NEIGHBOUR = "sheafdale", "millbeck"
STAFF = {
    "Dev Sharma": Role.SOCIAL_WORKER,
    "Harriet Lowe": Role.FINANCE_OFFICER,
    "Farah Aziz": Role.FINANCE_APPROVER,
    "Gwen Parry": Role.SUPPORT_ADVISER,
    "Imran Malik": Role.COMMISSIONER,
    "Jo Marsh": Role.ADMINISTRATOR,
}
STAFF_DAYS = 900
LEFT_TO_CONFIRM = "mig.disability_premium_single"
"""What a finance officer confirms in the walk through the journey: nobody at Sheafdale has looked it up yet."""
NEEDED = ("pension.", "mig.lone_parent", "mig.per_child", "mig.couple", "mig.carer")
SOURCE = "Made up for the demonstration. Look it up before you use it for anybody real."
POLICY = {"policy.promise_days": 20, "policy.reply_days": 28}


@dataclass(frozen=True, slots=True)
class Sheafdale:
    """The demo council, those of its staff who did what is on the record, and its days."""

    council: Council
    staff: dict[str, User]
    days: Days

    @property
    def dev(self) -> User:
        """The social worker."""
        return self.staff["Dev Sharma"]

    @property
    def harriet(self) -> User:
        """The finance officer."""
        return self.staff["Harriet Lowe"]

    @property
    def farah(self) -> User:
        """The finance approver."""
        return self.staff["Farah Aziz"]


def make_sheafdale(*, days: Days) -> Sheafdale:
    """The council with its staff and figures, and Millbeck with Esi, who must see nothing of it."""
    council = make_council("Sheafdale", SLUG)
    staff = {name: make_worker(council, name, role, days=days) for name, role in STAFF.items()}
    neighbour = make_council("Millbeck", NEIGHBOUR)
    make_worker(neighbour, "Esi Mensah", Role.SOCIAL_WORKER, days=days)
    sheafdale = Sheafdale(council=council, staff=staff, days=days)
    confirm_figures(sheafdale)
    return sheafdale


def make_council(town: str, slug: str) -> Council:
    """A council whose telephone, addresses and bank account belong to nobody."""
    return Council.objects.create(
        name=f"{town} Council",
        slug=slug,
        team_name="Direct Payments Team",
        address=f"Town Hall\n{town}\nZZ1 1AA",
        phone="01632 960 100",
        email=f"payments@{slug}.example",
        bank_name=f"{town.upper()} COUNCIL",
        bank_sort_code="000001",
        bank_account="00000012",
        service_user_number="999999",
    )


def make_account(council: Council, name: str) -> User:
    """Somebody made up who can be signed in as with one click, and in no other way: there is no password."""
    email = f"{name.lower().replace(' ', '.')}@{council.slug}.example"
    return User.objects.create_user(email, council=council, name=name, is_demo=True)


def make_worker(council: Council, name: str, role: Role, *, days: Days) -> User:
    """Somebody who works for the council."""
    user = make_account(council, name)
    Membership.objects.create(user=user, council=council, role=role, from_on=days.ago(STAFF_DAYS))
    return user


def confirm_figures(sheafdale: Sheafdale) -> None:
    """Let the council have confirmed what its people's plans and contributions need, and nothing more.

    `LEFT_TO_CONFIRM` stays as the rulebook has it. Figures of years that were not known when this was written are
    carried forward from the year before, so that the demonstration can be loaded on any day.
    """
    rows = [
        ConfirmedFigure(
            council=sheafdale.council,
            figure=figure.id,
            from_on=from_on,
            value=value,
            source=SOURCE,
            confirmed_by=sheafdale.harriet,
            confirmed_at=confirmed_at(sheafdale.days),
        )
        for figure in load_national().list_all()
        for from_on, value in confirmations(figure, up_to=sheafdale.days.next_pay_on)
    ]
    ConfirmedFigure.objects.bulk_create(rows)


def confirmed_at(days: Days) -> datetime:
    """Before anybody's plan was costed."""
    return moment(days.ago(STAFF_DAYS - 1))


def confirmations(figure: Figure, *, up_to: date) -> list[tuple[date, int]]:
    """From which days, and at how much, the demo council confirms a figure."""
    if figure.id in POLICY:
        return [(figure.values[0].from_on, POLICY[figure.id])]
    if figure.id == LEFT_TO_CONFIRM:
        return []
    needed = figure.id.startswith(NEEDED)
    known = 0
    found = []
    for value in figure.values:
        known = value.value or value.recalled or known
        if is_waiting(value) and value.from_on <= up_to and (needed or value.from_on.year > 2026):
            found.append((value.from_on, known))
    return found


def is_waiting(value: Value) -> bool:
    """Whether the rulebook may not use this value yet."""
    return value.standing in (Standing.NOT_CONFIRMED, Standing.UNKNOWN)
