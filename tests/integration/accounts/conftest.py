"""Amina's account in a browser: her plan is agreed, and Brian brings her bank statements."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories.accounts import add_file
from tests.factories.plans import make_costed_plan

from ownway.journey.accounts.models import Line
from ownway.journey.plans.models import Plan, PlanStatus


@pytest.fixture
def plan(amina, dev, now):
    """Amina's plan of factories/plans.py, agreed, and holding since 3 August 2026."""
    plan = make_costed_plan(amina, dev)
    Plan.objects.filter(pk=plan.pk).update(status=PlanStatus.AGREED, starts_on=date(2026, 8, 3))
    return Plan.objects.get(pk=plan.pk)


@pytest.fixture
def add(amina, brian, now):
    """`add(data)`: Brian adds a file to Amina's account."""
    return lambda data, **more: add_file(amina, brian, data, **more)


@pytest.fixture
def brians_browser(as_, brian):
    return as_(brian)


@pytest.fixture
def send(brians_browser, amina):
    """`send("lines/3/match/", choice="tax")`: Brian's browser sends a page of Amina's account."""
    return lambda page, **typed: brians_browser.post(f"/people/{amina.pk}/account/{page}", typed)


@pytest.fixture
def see(as_, brians_browser, amina):
    """`see("lines/3/")`: Brian's browser opens a page of Amina's account; `see("", dev)` another's."""
    return lambda page="", who=None: (as_(who) if who else brians_browser).get(f"/people/{amina.pk}/account/{page}")


@pytest.fixture
def upload(send):
    """`upload(data)`: Brian's browser adds a bank statement."""
    return lambda data, name="statement.csv": send("statements/add/", file=SimpleUploadedFile(name, data))


@pytest.fixture
def line(amina):
    """`line("SHOP")`: the one line of Amina's account with these words."""
    return lambda words: Line.objects.get(person=amina, words__contains=words)
