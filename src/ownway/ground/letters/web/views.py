"""Read a person's letters, as pages and as PDFs."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render

from ownway.ground.letters import permissions, queries
from ownway.ground.letters.content.html import render_html
from ownway.ground.letters.facts import LetterFile
from ownway.ground.people.doors import PersonRequest, person_door

NOT_FOUND = "We cannot find that letter."


@person_door(may=permissions.see_letters, methods=("GET",))
def list_letters(request: PersonRequest) -> HttpResponse:
    """The person's letters, newest first."""
    letters = queries.list_letters(council=request.council, person_id=request.person.id)
    return render(request, "letters/list_letters.html", {"person": request.person, "letters": letters})


@person_door(may=permissions.see_letters, methods=("GET",))
def show_letter(request: PersonRequest, letter_id: int) -> HttpResponse:
    """One letter, in the words it was sent in."""
    letter = queries.find_letter(council=request.council, person_id=request.person.id, id=letter_id)
    if letter is None:
        raise Http404(NOT_FOUND)
    words = render_html(letter.content)
    return render(
        request, "letters/show_letter.html", {"person": request.person, "letter": letter, "letter_html": words}
    )


@person_door(may=permissions.see_letters, methods=("GET",))
def download_letter(request: PersonRequest, letter_id: int) -> HttpResponse:
    """The PDF as it was made."""
    return _file(queries.find_file(council=request.council, person_id=request.person.id, id=letter_id))


@person_door(may=permissions.see_letters, methods=("GET",))
def download_large_print(request: PersonRequest, letter_id: int) -> HttpResponse:
    """The same letter in large print."""
    return _file(
        queries.find_large_print(
            council=request.council, person_id=request.person.id, id=letter_id, fonts=settings.FONTS
        )
    )


def _file(letter: LetterFile | None) -> HttpResponse:
    if letter is None:
        raise Http404(NOT_FOUND)
    response = HttpResponse(letter.data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{letter.name}"'
    response["Cache-Control"] = "private, no-store"
    return response
