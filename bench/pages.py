"""Every page of the journey: p50 and p95 of its time, and how many queries it asks."""

import statistics
import time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ownway.ground.access.models import User
from ownway.ground.people.models import Person
from ownway.journey.checkups.models import CheckUp, CheckUpStatus
from ownway.journey.payments.models import RunChange

WARM, TIMES = 2, 60
OF_WINSTON = [
    "people:show_person",
    "needs:show_needs",
    "plans:show_plan",
    "plans:show_cost",
    "contributions:show_contribution",
    "agreements:show_offer",
    "payments:show_payments",
    "payments:show_set_up",
    "accounts:show_account",
    "accounts:list_statements",
    "checkups:list_check_ups",
    "letters:list_letters",
    "decisions:list_decisions",
]
OF_COUNCIL = {
    "Dev Sharma": ("home:start", "people:find_people"),
    "Harriet Lowe": ("home:start", "checkups:list_due", "payments:list_runs", "figures:list_figures"),
    "Farah Aziz": ("home:start",),
    "Imran Malik": ("home:start", "insight:show_insight"),
}


def measure(sheafdale, run):
    """What was found, by who asks for which page."""
    return {name: timed_page(*asked) for name, asked in asked_for(sheafdale, run)}


def asked_for(sheafdale, run):
    """The name of each page in the table, with who asks and where."""
    council = sheafdale.council
    winston, leila = (Person.objects.get(council=council, name=name) for name in ("Winston Grant", "Leila Haddad"))
    yield "home:front, nobody", (Client(), reverse("home:front"))
    yield "demo:personas, nobody", (Client(), reverse("demo:personas"))
    for name in OF_WINSTON:
        yield f"{name}, Winston", (signed_in(winston.name), reverse(name, args=[winston.pk]))
    yield "home:start, Winston", (signed_in(winston.name), reverse("home:start"))
    checkup = CheckUp.objects.filter(agreement__person=winston).exclude(status=CheckUpStatus.CLOSED).get()
    yield (
        "checkups:show_check_up, Winston",
        (
            signed_in(winston.name),
            reverse("checkups:show_check_up", args=[winston.pk, checkup.pk]),
        ),
    )
    yield "agreements:show_offer, Leila", (signed_in(leila.name), reverse("agreements:show_offer", args=[leila.pk]))
    yield "accounts, 10,000 lines, Leila", (signed_in(leila.name), reverse("accounts:show_account", args=[leila.pk]))
    yield (
        "agreements:preview_offer, Dev",
        (
            signed_in("Dev Sharma"),
            reverse("agreements:preview_offer", args=[leila.pk]),
        ),
    )
    yield (
        "contributions:tell_money, Dev",
        (
            signed_in("Dev Sharma"),
            reverse("contributions:tell_money", args=[winston.pk]),
        ),
    )
    for who, names in OF_COUNCIL.items():
        for name in names:
            yield f"{name}, {who.split()[0]}", (signed_in(who), reverse(name))
    yield "payments:show_run, Harriet", (signed_in("Harriet Lowe"), reverse("payments:show_run", args=[run.pk]))
    kind = RunChange.objects.filter(run=run).values_list("kind", flat=True).first()
    address = reverse("payments:list_changes", args=[run.pk])
    yield "payments:list_changes, Harriet", (signed_in("Harriet Lowe"), f"{address}?kind={kind}")


def signed_in(name):
    """A browser in which one of the people to try is signed in."""
    client = Client()
    client.force_login(User.objects.get(name=name, is_demo=True))
    return client


def timed_page(client, address):
    """Milliseconds of many requests after a few to warm up, and the queries of one."""
    for _ in range(WARM):
        answer = client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
        asked = len(queries)  # the log begins anew with the next request
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        client.get(address)
        taken.append(1000 * (time.perf_counter() - begun))
    return {
        "status": answer.status_code,
        "queries": asked,
        "p50": statistics.median(taken),
        "p95": statistics.quantiles(taken, n=20)[-1],
    }
