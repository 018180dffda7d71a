"""Keep what a person tells about their money, and work out what they can be asked to pay."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.decisions.operations import NewDecision, make_decision
from ownway.ground.people.models import Person
from ownway.journey.contributions.facts import SECTIONS, answers_of, rule_inputs
from ownway.journey.contributions.models import Assessment, Basis, Draft
from ownway.rules.parameters import Figures


class NotEnoughTold(Exception):
    """There is too little to work anything out."""


class ItemGone(Exception):
    """Somebody else took the item away, or changed the list."""


@transaction.atomic
def tell_household(*, council: Council, person_id: int, household: Mapping[str, Any], by: User, at: datetime) -> None:
    """Keep who lives in the household (the shape of rules.finances.Household)."""
    draft = locked_draft(council=council, person_id=person_id, by=by, at=at)
    draft.answers["household"] = dict(household)
    keep(draft, by=by, at=at)


@transaction.atomic
def add_item(
    *, council: Council, person_id: int, section: str, item: Mapping[str, Any], by: User, at: datetime
) -> None:
    """Add an income, savings, a housing cost or a disability cost to what was told."""
    draft = locked_draft(council=council, person_id=person_id, by=by, at=at)
    draft.answers[section].append(dict(item))
    keep(draft, by=by, at=at)


@transaction.atomic
def remove_item(
    *, council: Council, person_id: int, section: str, place: int, label: str, by: User, at: datetime
) -> None:
    """Take an item out again. Raises ItemGone when another stands in its place by now."""
    draft = locked_draft(council=council, person_id=person_id, by=by, at=at)
    items = draft.answers[section]
    if place >= len(items) or items[place]["label"] != label:
        raise ItemGone("Somebody has changed this list. Look at it again before you take anything out.")
    items.pop(place)
    keep(draft, by=by, at=at)


@transaction.atomic
def work_out_contribution(
    *, council: Council, person_id: int, figures: Figures, basis: Basis, basis_words: str, by: User, at: datetime
) -> Assessment:
    """Work out the most a person can be asked to pay a week, and keep it with its working and the answers.

    Somebody who does not want to say, or can pay and agrees to a light touch, pays the full cost. Raises NotEnoughTold,
    and the rulebook's Refused (a figure that is not confirmed, an answer that cannot be); then nothing is kept.
    """
    Person.objects.select_for_update().get(council=council, pk=person_id)
    row = Draft.objects.filter(person_id=person_id).first()
    answers = answers_of(row.answers if row is not None else None)
    if basis == Basis.FULL and not answers.is_ready:
        raise NotEnoughTold("Tell us first who lives in the household.")
    rule, inputs = asked_of_the_rulebook(basis=basis, answers_inputs=rule_inputs(answers), words=basis_words)
    decision, workings = make_decision(
        council=council,
        decision=NewDecision(person_id=person_id, rule=rule, inputs=inputs, figures=figures),
        by=by,
        at=at,
    )
    assessment = Assessment.objects.create(
        person_id=person_id,
        number=1 + Assessment.objects.filter(person_id=person_id).count(),
        basis=basis,
        basis_words=basis_words,
        answers=row.answers if row is not None else {},
        decision=decision,
        most_weekly_pence=workings["most_weekly"].value,
        pays_full_cost=bool(workings["pays_full_cost"].value),
        from_on=figures.day,
        made_by=by,
        made_at=at,
    )
    record_event(
        council=council,
        by=by,
        at=at,
        what="work_out_contribution",
        words="Worked out what the person pays.",
        person_id=person_id,
        about=f"assessment:{assessment.pk}",
    )
    return assessment


def asked_of_the_rulebook(*, basis: Basis, answers_inputs: dict[str, Any], words: str) -> tuple[str, dict[str, Any]]:
    """The rule that answers on this basis, and its inputs."""
    if basis == Basis.FULL:
        return "charging.assessment", answers_inputs
    return "charging.full_cost", {"why": basis.label, "words": words}


def locked_draft(*, council: Council, person_id: int, by: User, at: datetime) -> Draft:
    """The person's draft, made if missing, and held so that two workers' changes follow each other."""
    person = Person.objects.get(council=council, pk=person_id)
    Draft.objects.bulk_create(
        [Draft(person=person, answers=empty_answers(), changed_by=by, changed_at=at)], ignore_conflicts=True
    )
    return Draft.objects.select_for_update().get(person=person)


def empty_answers() -> dict[str, Any]:
    """Answers before anything was told."""
    return {"household": None} | {section: [] for section in SECTIONS}


def keep(draft: Draft, *, by: User, at: datetime) -> None:
    """Save what was told, and by whom it was written down."""
    draft.changed_by, draft.changed_at = by, at
    draft.save(update_fields=["answers", "changed_by", "changed_at"])
