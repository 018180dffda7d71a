"""One page with everything on it, and a form with every kind of field."""

from django.template import engines
from django.template.backends.utils import csrf_input
from django.test import RequestFactory

from ownway.ground.design import forms
from ownway.ground.design.charts import Chart
from ownway.ground.design.navigation import Place
from ownway.ground.design.tasks import Task
from ownway.rules import vocabulary as say
from ownway.rules.steps import BASIS_POINTS, MINUTES_WEEKLY, PENCE_HOURLY

ROUTES = [("direct", "I hold the money"), ("isf", "A provider holds the money")]
DAYS = [("weekday", "Weekdays"), ("sunday", "Sundays")]


class EveryField(forms.Form):
    name = forms.CharField(label="Your name", max_length=40, help_text="As on your bank card")
    story = forms.CharField(label="What matters to you?", widget=forms.Textarea, max_length=200)
    notes = forms.CharField(label="Notes", widget=forms.Textarea, required=False)
    email = forms.EmailField(label="Email address")
    password = forms.CharField(label="Password", widget=forms.PasswordInput)
    people = forms.IntegerField(label="Number of people", min_value=1, max_value=5)
    pay = forms.MoneyField(label="Weekly pay", help_text="Before tax")
    time = forms.HoursField(label="Hours a week")
    start_on = forms.DateField(label="Start date")
    kind = forms.ChoiceField(label="Kind of day", choices=[("", "Choose one"), *DAYS])
    route = forms.ChoiceField(label="Route", choices=ROUTES, widget=forms.Radios(hints={"isf": "Called an ISF"}))
    days = forms.MultipleChoiceField(label="Days", choices=DAYS, widget=forms.Checkboxes(hints={"sunday": "All day"}))
    agree = forms.BooleanField(label="I agree")
    statement = forms.FileField(label="Bank statement")
    step = forms.CharField(widget=forms.HiddenInput, initial="2")


GOOD = {
    "name": "Amina",
    "story": "Swimming with my brother",
    "notes": "",
    "email": "amina@example.com",
    "password": "a long password",
    "people": "2",
    "pay": "£315.00",
    "time": "21 hours",
    "start_on_day": "7",
    "start_on_month": "9",
    "start_on_year": "2026",
    "kind": "weekday",
    "route": "isf",
    "days": ["weekday", "sunday"],
    "agree": "on",
    "step": "2",
}

PAGE = """
{% extends "design/page.html" %}
{% from "design/steps.html" import working_details, working_table %}
{% from "design/parts.html" import money_table, task_list, timeline %}
{% from "design/chart.html" import draw_chart %}
{% block title %}Your plan{% endblock %}
{% block content %}
{{ working_details(step) }}
{{ working_table(step, id="pay-working", caption="How your PA’s pay is worked out") }}
{{ money_table("costs", "What it costs", ["What", "Weekly", "Yearly"], [("Pay", 31500, 1638000)], ("All", 31500, 1638000)) }}
{{ task_list(tasks) }}
{{ draw_chart(bars) }}
{{ draw_chart(line) }}
{{ post_button("Accept the offer", action="/accept/", values={"version": 3}) }}
{{ page_form(form, button="Save") }}
{% endblock %}
"""


def pay_step():
    """21 hours at £15.00 is £315.00; holiday at 12.07% of it is £38.02 (38.0205 to the nearest penny)."""
    pay = say.for_each(
        "Pay",
        say.given("Hours", 21 * 60, MINUTES_WEEKLY, source="your plan"),
        say.given("Hourly pay", 1500, PENCE_HOURLY, source="your plan"),
        rounding=say.NEAREST_PENNY,
    )
    rate = say.given("Holiday rate", 1207, BASIS_POINTS, law="SI 1998/1833 reg 15B")
    holiday = say.part_of("Holiday pay", pay, rate, rounding=say.NEAREST_PENNY, law="SI 1998/1833 reg 15B")
    return say.add_up("Pay and holiday", pay, holiday)


def bars(**changes):
    points = (("Personal assistants", 120_000), ("Agencies", 30_000))
    given = {"id": "uses", "title": "What the money is for", "description": "Mostly personal assistants."}
    given |= {"kind": "bars", "of": "Use", "amount": "A week", "points": points, "unit": "pence"}
    return Chart(**{**given, **changes})


def draw(template, request=None, **context):
    """A template from its text, without what the rooms add to the context of every page."""
    request = request or RequestFactory().get("/payments/")
    drawn = engines["jinja2"].env.from_string(template.lstrip())
    return drawn.render(context, request=request, csrf_input=csrf_input(request))


def draw_page(form):
    tasks = (
        Task("Open a bank account", done=True),
        Task("Sign the agreement", done=False, turn="Amina", days_left=3, href="/agreement/"),
        Task("Check the account", done=False, turn="Farah", days_left=-1),
    )
    return draw(
        PAGE,
        form=form,
        step=pay_step(),
        tasks=tasks,
        bars=bars(),
        line=bars(id="months", title="Spending by month", kind="line", of="Month"),
        nav=[Place("Home", "/"), Place("Payments", "/payments/")],
        council_name="Rivermouth Council",
    )
