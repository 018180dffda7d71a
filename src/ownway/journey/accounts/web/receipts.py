"""Photos of receipts: see one, and take back one that was added by mistake."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.design import forms
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.accounts import operations, permissions, queries

NO_PHOTO = "We cannot find that photo."


@person_door(may=permissions.see_account, methods=("GET",))
def show_receipt(request: PersonRequest, receipt_id: int) -> HttpResponse:
    """The photo of a receipt, for those who may see the account."""
    found = queries.find_photo(council=request.council, person_id=request.person.id, id=receipt_id)
    if found is None:
        raise Http404(NO_PHOTO)
    data, content_type = found
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'inline; filename="receipt-{receipt_id}.jpg"'
    response["Cache-Control"] = "private, no-store"
    return response


@person_door(may=permissions.keep_account)
def take_back_receipt(request: PersonRequest, receipt_id: int) -> HttpResponse:
    """Take back a photo of a receipt that was added by mistake."""
    about: dict[str, Any] = {"council": request.council, "person_id": request.person.id}
    receipt = queries.find_receipt(**about, id=receipt_id)
    if receipt is None:
        raise Http404(NO_PHOTO)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            operations.take_back_receipt(**about, receipt_id=receipt.id, by=request.user, at=timezone.now())
        except (operations.AddedBySomebodyElse, operations.PhotoGone) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The photo is taken back.")
            return redirect("accounts:show_line", request.person.id, receipt.line_id)
    return render(
        request, "accounts/take_back_receipt.html", {"person": request.person, "receipt": receipt, "form": form}
    )
