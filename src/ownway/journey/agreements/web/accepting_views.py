"""Ask about an offer, answer, and say yes to it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.agreements import operations, permissions
from ownway.journey.agreements.web import forms
from ownway.journey.agreements.web.trying import EXPECTED, goes_well, offer_or_404, posted, who_and_when


@person_door(may=permissions.ask_question)
def ask_question(request: PersonRequest, version: int) -> HttpResponse:
    """Ask about the offer."""
    offer = offer_or_404(request, version)
    form = forms.AskQuestion(posted(request))
    if form.is_valid() and goes_well(
        form,
        lambda: operations.ask_question(version=version, **form.cleaned_data, **who_and_when(request)),
    ):
        messages.success(request, "Thank you. We have your question, and will answer it here.")
        return redirect("agreements:show_offer", request.person.id)
    return render(request, "agreements/ask_question.html", {"person": request.person, "form": form, "offer": offer})


@person_door(may=permissions.answer_question)
def answer_question(request: PersonRequest, version: int, question_id: int) -> HttpResponse:
    """Answer a question about the offer."""
    offer = offer_or_404(request, version)
    question = next((one for one in offer.questions if one.id == question_id), None)
    if question is None:
        raise Http404("We cannot find that question.")
    form = forms.AnswerQuestion(posted(request))
    if form.is_valid() and goes_well(
        form,
        lambda: operations.answer_question(
            version=version, question_id=question_id, **form.cleaned_data, **who_and_when(request)
        ),
    ):
        return redirect("agreements:show_offer", request.person.id)
    context = {"person": request.person, "form": form, "question": question}
    return render(request, "agreements/answer_question.html", context)


@person_door(may=permissions.accept_offer, methods=("POST",))
def accept_offer(request: PersonRequest, version: int) -> HttpResponse:
    """Say yes for the person, to what was on the page."""
    try:
        operations.accept_offer(version=version, seen=request.POST.get("seen", ""), **who_and_when(request))
    except EXPECTED as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, "Thank you. You said yes to this offer.")
    return redirect("agreements:show_offer", request.person.id)


@person_door(may=permissions.accept_for_council)
def accept_for_council(request: PersonRequest, version: int) -> HttpResponse:
    """Say yes for the council, and why."""
    offer = offer_or_404(request, version)
    form = forms.AcceptForCouncil(posted(request), initial={"seen": offer.digest})
    if form.is_valid() and goes_well(
        form,
        lambda: operations.accept_for_council(version=version, **form.cleaned_data, **who_and_when(request)),
    ):
        messages.success(request, "You said yes for the council.")
        return redirect("agreements:show_offer", request.person.id)
    if form.is_bound:
        form.read_again(offer.digest)
    return render(
        request, "agreements/accept_for_council.html", {"person": request.person, "form": form, "offer": offer}
    )
