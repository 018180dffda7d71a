"""Questions about letters. The council comes first in each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ownway.ground.access.models import Council
from ownway.ground.letters.content.letter import LetterContent
from ownway.ground.letters.content.pdf import render_pdf
from ownway.ground.letters.facts import KeptLetter, LetterFile, LetterLine, kept_letter
from ownway.ground.letters.models import Letter


def list_letters(*, council: Council, person_id: int) -> list[LetterLine]:
    """A person's letters, newest first. One query, which leaves the PDFs where they are."""
    rows = (
        Letter.objects.filter(council=council, person_id=person_id)
        .select_related("made_by")
        .only("id", "title", "made_at", "made_by__name")
        .order_by("-made_at", "-pk")
    )
    return [
        LetterLine(id=row.pk, title=row.title, made_at=row.made_at, made_by=row.made_by.name if row.made_by else "")
        for row in rows
    ]


def get_letter(*, council: Council, person_id: int, id: int) -> KeptLetter:
    """That letter of that person, in its words. Raises Letter.DoesNotExist."""
    return kept_letter(Letter.objects.defer("pdf").get(council=council, person_id=person_id, pk=id))


def find_letter(*, council: Council, person_id: int, id: int) -> KeptLetter | None:
    """As `get_letter`, or None."""
    try:
        return get_letter(council=council, person_id=person_id, id=id)
    except Letter.DoesNotExist:
        return None


def find_file(*, council: Council, person_id: int, id: int) -> LetterFile | None:
    """The PDF as it was made, or None when there is no such letter."""
    row = Letter.objects.filter(council=council, person_id=person_id, pk=id).first()
    if row is None:
        return None
    return LetterFile(name=_file_name(kept_letter(row).content), data=bytes(row.pdf))


def find_large_print(*, council: Council, person_id: int, id: int, fonts: Path) -> LetterFile | None:
    """The same words in large print, made now; `fonts` is the folder of the typefaces. Raises CannotPrint."""
    letter = find_letter(council=council, person_id=person_id, id=id)
    if letter is None:
        return None
    large = replace(letter.content, large_print=True)
    return LetterFile(name=_file_name(large), data=render_pdf(large, fonts=fonts))


def _file_name(content: LetterContent) -> str:
    """A name for the file: no name of a person in it, since it may lie where others see it."""
    title = "-".join(content.title.lower().split())
    return f"{content.written_on:%Y-%m-%d}-{title}{'-large-print' if content.large_print else ''}.pdf"
