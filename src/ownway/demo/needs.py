"""What matters to each made-up person, and the outcomes they want."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from ownway.demo.copying import copy_in
from ownway.demo.council import Sheafdale
from ownway.demo.days import moment
from ownway.demo.hopes import HOPES, MATTERS, Hope
from ownway.demo.people import Somebody
from ownway.journey.needs.models import Outcome, WhatMatters

DAYS_BEFORE_THE_START = 60


def make_needs(sheafdale: Sheafdale, people: Sequence[Somebody]) -> list[list[tuple[Hope, Outcome]]]:
    """The outcomes of each person, in the order of the people, with what their plan will say of them."""
    copy_in([what_matters(sheafdale, one) for one in people])
    wanted = [[(hope, outcome(sheafdale, one, hope)) for hope in hopes_of(one)] for one in people]
    copy_in([row for rows in wanted for _, row in rows])
    return wanted


def hopes_of(one: Somebody) -> list[Hope]:
    """An outcome for each use that has any; fees serve the outcomes of the others."""
    return [one.chance.choice(HOPES[use]) for use in one.uses if use in HOPES]


def what_matters(sheafdale: Sheafdale, one: Somebody) -> WhatMatters:
    """In their words."""
    day = first_visit(sheafdale, one)
    return WhatMatters(
        person=one.person,
        words=one.chance.choice(MATTERS),
        said_on=day.date(),
        written_by=sheafdale.dev,
        written_at=day,
    )


def outcome(sheafdale: Sheafdale, one: Somebody, hope: Hope) -> Outcome:
    """One thing that they want."""
    return Outcome(
        person=one.person,
        words=hope.words,
        area=hope.area,
        added_by=sheafdale.dev,
        added_at=first_visit(sheafdale, one),
    )


def first_visit(sheafdale: Sheafdale, one: Somebody) -> datetime:
    """When the social worker first wrote something down with them."""
    start = sheafdale.days.pay_days[one.first_run]
    return moment(start - timedelta(days=DAYS_BEFORE_THE_START), 9 + one.first_run % 8)
