"""Write a letter and keep it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.letters.content import suite
from ownway.ground.letters.content.pdf import render_pdf
from ownway.ground.letters.facts import to_keep
from ownway.ground.letters.models import Letter, LetterKind
from ownway.ground.people.facts import PersonFacts


@transaction.atomic
def make_letter(
    *,
    council: Council,
    person: PersonFacts,
    kind: LetterKind,
    facts: suite.Facts,
    by: User | None,
    at: datetime,
    fonts: Path | None = None,
) -> Letter:
    """Write a letter from its facts and keep both, in the caller's transaction; the same facts again add nothing.

    `fonts` is the folder of the typefaces, the installation's own unless given. Raises CannotPrint for a character
    that no typeface has, and ValueError when the facts are about somebody else; then nothing is kept.
    """
    if person.council_id != council.pk or facts.letter.about != person.name:
        raise ValueError("A letter is about a person whom this council supports, by their name.")
    told = suite.facts_to_json(facts)
    digest = suite.digest(told)
    already = Letter.objects.filter(council=council, person_id=person.id, kind=kind, facts_digest=digest).first()
    if already is not None:
        return already
    content = suite.write_letter(kind, facts)
    letter, is_new = Letter.objects.get_or_create(
        council=council,
        person_id=person.id,
        kind=kind,
        facts_digest=digest,
        defaults={
            "title": content.title,
            "facts": to_keep(told, content),
            "language": content.language,
            "pdf": render_pdf(content, fonts=fonts or settings.FONTS),
            "made_by": by,
            "made_at": at,
        },
    )
    if not is_new:  # somebody wrote it at the same moment
        return letter
    record_event(
        council=council,
        by=by,
        at=at,
        what="make_letter",
        words=f"Wrote a letter: “{content.title}”.",
        person_id=person.id,
        about=f"letter {letter.pk}",
    )
    return letter
