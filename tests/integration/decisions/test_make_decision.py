"""A decision is kept with its working, its inputs and the figures it used, and never changed."""

import pytest
from django.db import ProgrammingError, connection, transaction

from ownway.ground.decisions.models import Decision
from ownway.ground.decisions.operations import NewDecision, make_decision
from ownway.ground.decisions.queries import difference, find_decision, list_decisions
from ownway.ground.figures.operations import confirm_figure
from ownway.ground.figures.queries import get_figures
from ownway.rules import RULEBOOK_VERSION
from ownway.rules.refusals import Refused


@pytest.fixture
def decide(council, amina, harriet, today, now):
    """Harriet has a figure worked out for Amina."""

    def _decide(rule, **inputs):
        new = NewDecision(person_id=amina.pk, rule=rule, inputs=inputs, figures=get_figures(council=council, on=today))
        return make_decision(council=council, decision=new, by=harriet, at=now)[0]

    return _decide


@pytest.fixture
def insurance(decide):
    """Employer National Insurance on £500 a week: 15% of what is above £96, that is £60.60."""
    return decide("ni.employer", pay_pence=50_000)


def test_it_keeps_the_answer_and_what_it_was_made_from(insurance, amina, harriet, today):
    assert list(insurance.answers.values()) == [6_060]
    assert insurance.inputs == {"pay_pence": 50_000, "on": "2026-09-01"}
    assert (insurance.person, insurance.made_by, insurance.as_at_on) == (amina, harriet, today)
    assert insurance.rulebook_version == RULEBOOK_VERSION


def test_it_keeps_each_figure_with_its_source(insurance):
    kept = {figure["id"]: figure for figure in insurance.parameters}
    assert kept["ni.employer_rate"]["value"] == 1_500
    assert kept["ni.secondary_threshold_week"]["value"] == 9_600
    assert all(figure["source"] for figure in kept.values())


def test_its_working_can_be_read_again_from_the_database(insurance, council, amina):
    facts = find_decision(council=council, person_id=amina.pk, id=insurance.pk)
    [name] = facts.workings
    assert facts.pence(name) == 6_060
    assert facts.workings[name].parts
    assert facts.made_by == "Harriet Lowe"


def test_it_comes_out_the_same_years_later(insurance):
    assert difference(Decision.objects.get(pk=insurance.pk)) is None


def test_a_figure_that_changes_later_does_not_touch_it(decide, council, harriet, now):
    made = decide("ni.employer", pay_pence=50_000)
    confirm_figure(
        council=council,
        figure="ni.employer_rate",
        from_on=made.as_at_on,
        value=1_600,
        source="A note",
        by=harriet,
        at=now,
    )
    assert difference(Decision.objects.get(pk=made.pk)) is None
    assert list(decide("ni.employer", pay_pence=50_000).answers.values()) == [6_464]  # 16% of £404


def test_a_stored_answer_that_is_not_the_rulebooks_is_found(insurance):
    row = Decision.objects.get(pk=insurance.pk)
    row.answers = dict.fromkeys(row.answers, 6_061)
    row.workings = {name: {} for name in row.workings}
    assert "6061 then, 6060 now" in difference(row).words


@pytest.mark.parametrize(
    ("rule", "inputs"),
    [
        ("ni.nothing", {}),
        ("ni.employer", {}),
        ("ni.employer", {"pay_pence": "a lot"}),
        ("ni.employer", {"pay_pence": 1, "more": 2}),
    ],
)
def test_what_cannot_be_worked_out_is_refused_and_nothing_is_kept(decide, rule, inputs):
    with pytest.raises(Refused):
        decide(rule, **inputs)
    assert not Decision.objects.exists()


def test_a_figure_that_nobody_confirmed_is_never_used(decide):
    household = {"kind": "single", "children": 1}
    with pytest.raises(Refused):
        decide("charging.mig_total", **household)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("sql", ["UPDATE decisions_decision SET answers = '{}'", "DELETE FROM decisions_decision"])
def test_it_is_never_changed(insurance, sql):
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        connection.cursor().execute(sql)
    assert list(Decision.objects.get().answers.values()) == [6_060]


def test_it_is_found_only_with_its_person_and_council(insurance, amina, other_council):
    assert find_decision(council=other_council, person_id=amina.pk, id=insurance.pk) is None
    assert find_decision(council=insurance.council, person_id=amina.pk + 1, id=insurance.pk) is None
    assert list_decisions(council=other_council, person_id=amina.pk) == []
