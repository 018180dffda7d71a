"""Questions about what a person pays."""

from ownway.ground.access.models import Council
from ownway.ground.decisions.facts import decision_facts
from ownway.journey.contributions.facts import Answers, AssessmentFacts, answers_of
from ownway.journey.contributions.models import Assessment, Draft


def get_answers(*, council: Council, person_id: int) -> Answers:
    """What the person told so far; empty at the start. One query."""
    row = Draft.objects.filter(person__council=council, person_id=person_id).first()
    return answers_of(row.answers if row is not None else None)


def find_latest_assessment(*, council: Council, person_id: int) -> AssessmentFacts | None:
    """The newest assessment with its working, if there is one. One query."""
    rows = Assessment.objects.select_related("made_by", "decision__made_by")
    row = rows.filter(person__council=council, person_id=person_id).order_by("-number").first()
    return assessment_facts(row) if row is not None else None


def assessment_facts(row: Assessment) -> AssessmentFacts:
    """The row as a value."""
    return AssessmentFacts(
        id=row.pk,
        number=row.number,
        basis=row.basis,
        basis_words=row.basis_words,
        most_weekly_pence=row.most_weekly_pence,
        pays_full_cost=row.pays_full_cost,
        from_on=row.from_on,
        made_by=row.made_by.name,
        made_at=row.made_at,
        answers=answers_of(row.answers),
        decision=decision_facts(row.decision),
    )
