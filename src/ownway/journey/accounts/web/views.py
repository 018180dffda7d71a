"""See the account, say what lines were for, and keep receipts."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from ownway.ground.design.words import many
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.accounts import operations, permissions, queries
from ownway.journey.accounts.facts import LineFacts
from ownway.journey.accounts.photos import PhotoRefused, make_photo
from ownway.journey.accounts.web import forms

NO_LINE = "We cannot find that line."
NOT_KNOWN = "not_known"


@person_door(may=permissions.see_account, methods=("GET",))
def show_account(request: PersonRequest) -> HttpResponse:
    """The balance, what is safe to spend, how it was spent, and the lines."""
    about: dict[str, Any] = {"council": request.council, "person_id": request.person.id}
    account = queries.get_account_page(**about, today=request.today)
    find = forms.FindLines(request.GET)
    asked = find.cleaned_data if find.is_valid() else {"words": "", "show": ""}
    only = asked["show"] == NOT_KNOWN
    known_count = account.not_known if only else account.lines
    page = queries.list_lines(
        **about,
        words=asked["words"],
        only_not_known=only,
        page=_number(request.GET.get("page")),
        count=-1 if asked["words"] else known_count,
    )
    may_keep = permissions.keep_account.allows(actor=request.actor, standing=request.standing)
    context: dict[str, Any] = {
        "person": request.person,
        "account": account,
        "page": page,
        "find": find,
        "asked": asked,
        "is_filtered": bool(asked["words"] or only),
        "links": _page_links(asked, page.number, page.pages),
        "waiting": queries.list_waiting(**about) if may_keep else [],
        "choices": _choices(account, may_keep=may_keep),
        "may_keep": may_keep,
    }
    return render(request, "accounts/show_account.html", context)


@person_door(may=permissions.see_account, methods=("GET",))
def download_lines(request: PersonRequest) -> HttpResponse:
    """Every line as a CSV file."""
    text = queries.write_lines(council=request.council, person_id=request.person.id)
    response = HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="account-{request.today.isoformat()}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


@person_door(may=permissions.see_account, methods=("GET",))
def show_line(request: PersonRequest, bank_line_id: int) -> HttpResponse:
    """One line: what it was, its receipts, and for those who may, putting it right."""
    return _show_line(request, _line(request, bank_line_id))


@person_door(may=permissions.keep_account, methods=("POST",))
def match_line(request: PersonRequest, bank_line_id: int) -> HttpResponse:
    """Say what a line was."""
    line = _line(request, bank_line_id)
    form = _match_form(request, line, request.POST)
    if form.is_valid():
        try:
            like = operations.match_line(
                council=request.council,
                person_id=request.person.id,
                line_id=line.id,
                choice=form.cleaned_data["choice"],
                note=form.cleaned_data["note"] if "note" in request.POST else None,
                by=request.user,
                at=timezone.now(),
            )
        except operations.NotAChoice as refusal:
            form.add_error("choice", str(refusal))
        else:
            return _say_it_is_saved(request, line, like)
    return _show_line(request, line, form=form)


@person_door(may=permissions.keep_account)
def match_like(request: PersonRequest, bank_line_id: int) -> HttpResponse:
    """Offer to say the same of the lines that are like one."""
    line = _line(request, bank_line_id)
    about: dict[str, Any] = {"council": request.council, "person_id": request.person.id}
    if request.method == "POST":
        changed = operations.match_like(**about, line_id=line.id, by=request.user, at=timezone.now())
        messages.success(request, f"Saved for {many(changed, 'more line')}.")
        return redirect("accounts:show_account", request.person.id)
    like = queries.list_like(**about, line=line)
    if not like:
        return redirect("accounts:show_account", request.person.id)
    return render(request, "accounts/match_like.html", {"person": request.person, "line": line, "like": like})


@person_door(may=permissions.keep_account, methods=("POST",))
def add_receipt(request: PersonRequest, bank_line_id: int) -> HttpResponse:
    """Add a photo of a receipt to a line."""
    line = _line(request, bank_line_id)
    form = forms.AddReceipt(request.POST, request.FILES, max_bytes=settings.RECEIPT_MAX_BYTES)
    if form.is_valid():
        try:
            photo = make_photo(form.cleaned_data["photo"].read(), max_bytes=settings.RECEIPT_MAX_BYTES)
            operations.add_receipt(
                council=request.council,
                person_id=request.person.id,
                line_id=line.id,
                photo=photo,
                by=request.user,
                at=timezone.now(),
            )
        except (PhotoRefused, operations.PhotoIsThere, operations.TooManyPhotos) as refusal:
            form.add_error("photo", str(refusal))
        else:
            messages.success(request, "Photo added.")
            return redirect("accounts:show_line", request.person.id, line.id)
    return _show_line(request, line, photo_form=form)


def _line(request: PersonRequest, line_id: int) -> LineFacts:
    line = queries.find_line(council=request.council, person_id=request.person.id, id=line_id)
    if line is None:
        raise Http404(NO_LINE)
    return line


def _show_line(
    request: PersonRequest,
    line: LineFacts,
    *,
    form: forms.MatchLine | None = None,
    photo_form: forms.AddReceipt | None = None,
) -> HttpResponse:
    about: dict[str, Any] = {"council": request.council, "person_id": request.person.id, "line_id": line.id}
    may_keep = permissions.keep_account.allows(actor=request.actor, standing=request.standing)
    context = {
        "person": request.person,
        "line": line,
        "may_keep": may_keep,
        "form": form or (_match_form(request, line, None) if may_keep else None),
        "formset": photo_form or forms.AddReceipt(max_bytes=settings.RECEIPT_MAX_BYTES),
        "receipts": queries.list_receipts(**about),
        "changes": queries.list_changes(**about),
    }
    return render(request, "accounts/show_line.html", context)


def _match_form(request: PersonRequest, line: LineFacts, data: Any) -> forms.MatchLine:
    choices = queries.list_choices(council=request.council, person_id=request.person.id)
    return forms.MatchLine(data, choices=choices, initial={"choice": line.choice, "note": line.note})


def _say_it_is_saved(request: PersonRequest, line: LineFacts, like: int) -> HttpResponse:
    if like:
        return redirect("accounts:match_like", request.person.id, line.id)
    messages.success(request, "Saved. We will remember it for the next time.")
    return redirect(_back_to_lines(request))


def _choices(account: Any, *, may_keep: bool) -> list[tuple[str, str]]:
    return queries.choices_of(account.facts.account.headings) if may_keep else []


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1


def _page_links(asked: dict[str, str], number: int, pages: int) -> dict[str, Any]:
    """The parameters of the page's links to the other pages of lines."""
    kept = {name: value for name, value in asked.items() if value}

    def to(page: int) -> str:
        return f"?{urlencode({**kept, 'page': page})}#lines"

    near = sorted({1, *range(max(1, number - 1), min(pages, number + 1) + 1), pages})
    items: list[dict[str, Any]] = []
    for before, page in zip([0, *near], near, strict=False):
        if page - before > 1:
            items.append({"ellipsis": True})
        items.append({"number": page, "href": to(page), "current": page == number})
    return {
        "items": items,
        "previous": {"href": to(number - 1)} if number > 1 else None,
        "next": {"href": to(number + 1)} if number < pages else None,
        "landmarkLabel": "Pages of lines",
    }


def _back_to_lines(request: PersonRequest) -> str:
    address = reverse("accounts:show_account", args=[request.person.id])
    return f"{address}?show={NOT_KNOWN}#lines" if request.POST.get("show") == NOT_KNOWN else f"{address}#lines"
