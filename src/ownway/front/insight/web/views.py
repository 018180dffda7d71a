"""The measures, as a page and as CSV."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date

from ownway.formats.statements.csv_out import write_csv
from ownway.front.insight import permissions, queries
from ownway.front.insight.facts import Insight
from ownway.front.insight.web import forms
from ownway.ground.access.doors import Request, door
from ownway.ground.design.charts import Chart


@door(may=permissions.see_insight, methods=("GET",))
def show_insight(request: Request) -> HttpResponse:
    """The measures of a day; today's when none is asked for."""
    asked = "on_day" in request.GET
    form = forms.ChooseDay(request.GET if asked else None, initial={"on": request.today})
    on = form.cleaned_data["on"] if asked and form.is_valid() else request.today
    insight = queries.get_insight(council=request.council, on=on, now=timezone.now())
    return render(
        request, "insight/show_insight.html", {"form": form, "insight": insight, "charts": charts_of(insight)}
    )


@door(may=permissions.see_insight, methods=("GET",))
def download_insight(request: Request) -> HttpResponse:
    """The measures of a day as CSV, in pounds and counts."""
    on = asked_day(request.GET.get("on", ""), otherwise=request.today)
    insight = queries.get_insight(council=request.council, on=on, now=timezone.now())
    answer = HttpResponse(write_csv(rows_of(insight)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="ownway-insight-{on.isoformat()}.csv"'
    return answer


def asked_day(typed: str, *, otherwise: date) -> date:
    """A day in an address, or the other day when there is none or it is not a day."""
    try:
        return parse_date(typed) or otherwise
    except ValueError:
        return otherwise


def charts_of(insight: Insight) -> list[Chart]:
    """The pictures; none when there is nobody to count."""
    if not insight.people:
        return []
    return [
        Chart(
            id="people-by-group",
            title="People with a direct payment, by group",
            description=f"{insight.people} people in the groups that councils count by.",
            kind="bars",
            of="Group",
            amount="People",
            points=tuple((group.words, group.people) for group in insight.groups),
        ),
        Chart(
            id="uses",
            title="What people use it for",
            description=f"{insight.uses_in_all} uses; most people have more than one.",
            kind="bars",
            of="Use",
            amount="People",
            points=tuple((use.words, use.people) for use in insight.uses),
        ),
        Chart(
            id="payments-by-group",
            title="Payments a week, by group",
            description="What the council has agreed to pay a week.",
            kind="bars",
            of="Group",
            amount="Pounds a week",
            points=tuple((group.words, group.payments_weekly_pence) for group in insight.groups),
            unit="pence",
        ),
    ]


def rows_of(insight: Insight) -> list[list[str | int]]:
    """The measures as rows of CSV."""
    rows: list[list[str | int]] = [["Measure", "Of", "On", "Number", "Pounds a week"]]
    rows += [
        ["People", group.words, insight.on.isoformat(), group.people, in_pounds(group.payments_weekly_pence)]
        for group in insight.groups
    ]
    rows += [["Uses", use.words, insight.on.isoformat(), use.people, ""] for use in insight.uses]
    return rows


def in_pounds(pence: int) -> str:
    """Pence as pounds with two decimals, as spreadsheets read them."""
    return f"{pence // 100}.{pence % 100:02d}"
