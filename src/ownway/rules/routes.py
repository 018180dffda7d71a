"""Which rules apply to whom: adults, carers, aftercare, children, and education, health and care plans.

Each route says by what law the payment is made, whether anything may be charged, which review clock runs, who may hold
the money, and what else has to be so. What is only recalled is marked: read it before it is relied on. Personal health
budgets of the NHS are not made here; the route says where they touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ownway.rules import reviews, roles
from ownway.rules.clauses import Clause, read, recalled, reported
from ownway.rules.refusals import InputProblem, refuse_if_wrong

NHS = "nhs"
MAY, NO, NOT_KNOWN = "may", "no", "not known"
"""May anything be charged: the council may, after an assessment; nobody does; or this rulebook does not know."""


@dataclass(frozen=True, slots=True)
class Route:
    """One law that a direct payment may be made by, and what follows from it.

    `reviews` is a kind of rules/reviews.py, or "" where this rulebook has no months.
    """

    name: str
    title: str
    basis: Clause
    charging: str
    charging_clause: Clause
    reviews: str
    holders: tuple[str, ...]
    conditions: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class RouteFacts:
    """What is known about the person whose support it is: age in whole years, and what they need support for.

    `needs_support` is from social care; `cares_for_somebody` that they are a carer with a need for support of their
    own; `has_aftercare` that they have aftercare under section 117; `has_ehc_plan` an education, health and care plan;
    `has_health_budget` a personal health budget.
    """

    age_years: int
    needs_support: bool = False
    cares_for_somebody: bool = False
    has_aftercare: bool = False
    has_ehc_plan: bool = False
    has_health_budget: bool = False


_IN_PLAN = read("in_the_plan", "The money is used for what the plan says.", "Care Act 2014 s.33(3)")
_RELATIVES = reported(
    "relatives", "Some relatives are paid only if the council agrees it is necessary.", "SI 2014/2871 reg 3"
)
_EXCLUDED = reported(
    "orders", "No court order about drugs or alcohol stands against it.", "SI 2014/2871 reg 2 and Sch 1"
)
_NO_PROVIDER = recalled(
    "free_choice", "The council may not say which provider to use.", "SI 2014/2871 reg 4 (as recalled)"
)
_FOR_ADULTS = (_IN_PLAN, _RELATIVES, _EXCLUDED, _NO_PROVIDER)

ROUTES: Mapping[str, Route] = {
    roles.ADULT: Route(
        roles.ADULT,
        "Care and support of an adult",
        read(
            "basis", "A council must pay when an adult asks and the conditions hold.", "Care Act 2014 ss.26, 31 and 32"
        ),
        MAY,
        read(
            "charging",
            "The council may charge, after it has looked at the person’s money.",
            "Care Act 2014 ss.14 and 17",
        ),
        reviews.ADULT,
        roles.ROLES_OF[roles.ADULT],
        _FOR_ADULTS,
    ),
    roles.CARER: Route(
        roles.CARER,
        "Support of a carer",
        read(
            "basis", "A carer with a support plan and a budget has the same right.", "Care Act 2014 ss.25, 26 and 31(1)"
        ),
        NOT_KNOWN,
        recalled(
            "charging",
            "A carer is not charged for what is given to the person they care for. Ask what is charged for their own support.",
            "Care Act 2014 s.14 (as recalled)",
        ),
        reviews.ADULT,
        roles.ROLES_OF[roles.CARER],
        _FOR_ADULTS,
    ),
    roles.AFTERCARE: Route(
        roles.AFTERCARE,
        "Aftercare after a stay in hospital under the Mental Health Act",
        reported("basis", "A direct payment can be made for aftercare.", "Mental Health Act 1983 s.117(2C)"),
        NO,
        reported("charging", "Nobody is charged for aftercare.", "Mental Health Act 1983 s.117"),
        reviews.ADULT,
        roles.ROLES_OF[roles.AFTERCARE],
        _FOR_ADULTS,
    ),
    roles.CHILD: Route(
        roles.CHILD,
        "Support of a disabled child and their family",
        recalled(
            "basis",
            "A direct payment can be made for a child in need.",
            "Children Act 1989 ss.17 and 17A (as recalled)",
        ),
        NOT_KNOWN,
        recalled(
            "charging", "This rulebook does not say whether a family is charged. Ask the council.", "Children Act 1989"
        ),
        reviews.CHILD,
        roles.ROLES_OF[roles.CHILD],
        (
            recalled(
                "relatives",
                "Some relatives are paid only if the council agrees it is necessary.",
                "SI 2009/1887 (as recalled)",
            ),
            recalled(
                "short_stays",
                "Short stays away: at most 4 weeks at a time, and 120 days in 12 months.",
                "SI 2009/1887 (as recalled)",
            ),
        ),
    ),
    roles.EHCP: Route(
        roles.EHCP,
        "An education, health and care plan",
        reported(
            "basis",
            "A young person or a parent may ask for a personal budget for what the plan says.",
            "Children and Families Act 2014 s.49",
        ),
        NO,
        recalled(
            "charging",
            "Nobody is charged for what is in the plan for education.",
            "Children and Families Act 2014 (as recalled)",
        ),
        reviews.EHCP,
        roles.ROLES_OF[roles.EHCP],
        (
            recalled("agreed", "A direct payment is made only when it is agreed.", "SI 2014/1652 (as recalled)"),
            read("consent", "It must stop when whoever holds it takes their consent back.", "SI 2014/1652 reg 14(1)"),
        ),
    ),
    NHS: Route(
        NHS,
        "A personal health budget",
        recalled(
            "basis",
            "The NHS makes this payment. It is not made here, but it is shown beside the others.",
            "the NHS’s own rules",
        ),
        NO,
        recalled(
            "charging", "Nobody is charged for care of the NHS.", "National Health Service Act 2006 (as recalled)"
        ),
        "",
        (),
        (
            recalled(
                "nhs_care",
                "A council’s direct payment does not buy care of the NHS.",
                "statutory guidance (as recalled)",
            ),
        ),
    ),
}

WAYS_TO_HOLD: tuple[Clause, ...] = (
    reported("looked_after", "The council, school or college looks after it.", "Children and Families Act 2014 s.49"),
    reported("direct_payment", "The money comes to you: a direct payment.", "Children and Families Act 2014 s.49"),
    reported("third_party", "Somebody else looks after it for you.", "Children and Families Act 2014 s.49"),
    reported("mixture", "Some of it one way, and some another.", "Children and Families Act 2014 s.49"),
)
"""The four ways to hold the personal budget of an education, health and care plan."""


def which_routes(facts: RouteFacts) -> tuple[Route, ...]:
    """Every law that speaks of this person's support; none when nothing that is known calls for one.

    Raises BadInput for an age that cannot be, and for a young carer, whose rules are not here.
    """
    refuse_if_wrong(_problems(facts))
    return tuple(ROUTES[name] for name in _names(facts))


def _names(facts: RouteFacts) -> Iterator[str]:
    grown_up = facts.age_years >= _GROWN_UP
    if facts.needs_support:
        yield roles.ADULT if grown_up else roles.CHILD
    if facts.cares_for_somebody:
        yield roles.CARER
    if facts.has_aftercare:
        yield roles.AFTERCARE
    if facts.has_ehc_plan:
        yield roles.EHCP
    if facts.has_health_budget:
        yield NHS


def _problems(facts: RouteFacts) -> Iterator[InputProblem]:
    if not 0 <= facts.age_years <= 125:
        yield InputProblem("age_years", "Give an age in years, from 0 to 125.")
    elif facts.cares_for_somebody and facts.age_years < _GROWN_UP:
        yield InputProblem(
            "cares_for_somebody", "The rules for young carers are not in this rulebook. Ask the council."
        )


_GROWN_UP = 18
"""An adult is 18 or over (Care Act 2014, as recalled)."""
