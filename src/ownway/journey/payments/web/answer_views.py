"""Take in what the bank says of payments that were sent, look at it, and decide."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.access.doors import Request, door
from ownway.ground.design.words import many
from ownway.journey.payments import operations, permissions, queries
from ownway.journey.payments.web import answer_forms
from ownway.journey.payments.web.trying import went_well


@door(may=permissions.see_answers, methods=("GET",))
def list_answers(request: Request) -> HttpResponse:
    """The files from the bank, and what is still to be looked at."""
    answers = queries.list_answers(council=request.council)
    may_take = permissions.take_answer.allows(request.actor)
    context = {"answers": answers, "most": queries.ANSWERS_SHOWN, "may_take": may_take}
    return render(request, "payments/list_answers.html", context)


@door(may=permissions.take_answer)
def take_answer(request: Request) -> HttpResponse:
    """Take in a file from the bank. A file that is refused says why, line by line."""
    bound = (request.POST, request.FILES) if request.method == "POST" else ()
    form = answer_forms.TakeAnswer(*bound, max_bytes=settings.BANK_ANSWER_MAX_BYTES)
    if form.is_valid():
        try:
            taken = operations.take_answer(**_who(request), **form.asked())
        except operations.AnswerRefused as refusal:
            form.add_error("file", list(refusal.reasons))
        else:
            messages.success(request, said_of(taken))
            return redirect("payments:show_answer", taken.answer_id)
    return render(request, "payments/take_answer.html", {"form": form})


@door(may=permissions.see_answers, methods=("GET",))
def show_answer(request: Request, answer_id: int) -> HttpResponse:
    """What the bank says in a file: for whom, how much, why, and what to do next."""
    try:
        answer = queries.get_answer(council=request.council, id=answer_id)
    except ObjectDoesNotExist as missing:
        raise Http404("We cannot find that file.") from missing
    items = queries.list_items(council=request.council, answer_id=answer.id)
    may_settle = permissions.settle_item.allows(request.actor)
    return render(request, "payments/show_answer.html", {"answer": answer, "things": items, "may_settle": may_settle})


@door(may=permissions.settle_item)
def settle_item(request: Request, item_id: int) -> HttpResponse:
    """Say which payment the bank means, or what is done about it."""
    item = queries.find_item(council=request.council, id=item_id)
    if item is None:
        raise Http404("We cannot find that.")
    posted = request.POST if request.method == "POST" else None
    form: answer_forms.NamePayment | answer_forms.SettleItem
    do: Callable[..., Any]
    if item.person_id is None and item.kind != "instruction":
        form, do = answer_forms.NamePayment(posted, candidates=item.candidates), operations.name_payment
    else:
        choices = operations.choices_for(item.kind)
        asks_account = item.step == "check_account" and not item.account_changed
        form = answer_forms.SettleItem(posted, choices=choices, asks_account=asks_account)
        do = operations.settle_item
    if went_well(form, do, item_id=item.id, **_who(request)):
        return redirect("payments:show_answer", item.answer_id)
    return render(request, "payments/settle_item.html", {"item": item, "form": form})


def said_of(taken: operations.Taken) -> str:
    """What came of a file, in a sentence or two."""
    said = f"{many(taken.items, 'thing')} to look at." if taken.items else "Nothing came back."
    if taken.told_before:
        said += f" {many(taken.told_before, 'thing was', 'things were')} known already."
    return said


def _who(request: Request) -> dict[str, Any]:
    return {"council": request.council, "by": request.user, "at": timezone.now()}
