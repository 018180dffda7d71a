"""A finance officer confirms a figure, with where it was read; until then nobody can use it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from ownway.ground.audit.models import Event
from ownway.ground.figures.models import ConfirmedFigure
from ownway.ground.figures.operations import confirm_figure
from ownway.ground.figures.queries import get_figures, list_confirmed
from ownway.rules.parameters import FigureNotConfirmed, FigureNotKnown
from ownway.rules.refusals import Refused

TRIGGER, LONE_PARENT, LOWER_LIMIT = "pension.ae_trigger", "mig.lone_parent", "capital.lower_limit"
APRIL = date(2026, 4, 6)


@pytest.fixture
def confirm(council, harriet, now):
    """Harriet confirms a figure."""

    def _confirm(figure=LONE_PARENT, *, from_on=APRIL, value=11_385, source="LAC(DHSC)(2026)1, table 1", **fields):
        given = {"council": council, "by": harriet, "at": now} | fields
        return confirm_figure(figure=figure, from_on=from_on, value=value, source=source, **given)

    return _confirm


def test_before_it_is_confirmed_it_is_refused_with_what_to_do(council, today):
    figures = get_figures(council=council, on=today)
    with pytest.raises(FigureNotConfirmed, match="Ask your finance officer to confirm"):
        figures.step(TRIGGER)
    with pytest.raises(FigureNotKnown, match="Figures page"):
        figures.step(LONE_PARENT)


def test_afterwards_it_is_used_and_names_its_source_and_who_confirmed_it(confirm, council, today):
    confirm()
    step = get_figures(council=council, on=today).step(LONE_PARENT)
    assert (step.value, step.unit) == (11_385, "pence a week")
    assert (step.figure.source, step.figure.by) == ("LAC(DHSC)(2026)1, table 1", "Harriet Lowe")


def test_it_holds_from_its_day_and_not_before(confirm, council):
    confirm()
    assert get_figures(council=council, on=APRIL).step(LONE_PARENT).value == 11_385
    with pytest.raises(FigureNotKnown):
        get_figures(council=council, on=APRIL - timedelta(days=1)).step("policy.reply_days")


def test_the_newest_confirmation_of_a_day_counts_and_both_are_kept(confirm, council, today):
    confirm(value=11_000)
    confirm(value=11_385)
    assert get_figures(council=council, on=today).step(LONE_PARENT).value == 11_385
    assert [row.value for row in list_confirmed(council=council)] == [11_000, 11_385]


def test_what_was_known_at_a_moment_can_still_be_asked(confirm, council, now):
    confirm(value=11_000)
    confirm(value=11_385, at=now + timedelta(days=3))
    known = list_confirmed(council=council, known_at=now + timedelta(days=1))
    assert [row.value for row in known] == [11_000]


def test_another_council_does_not_get_it(confirm, other_council, today):
    confirm()
    with pytest.raises(FigureNotKnown):
        get_figures(council=other_council, on=today).step(LONE_PARENT)


def test_a_figure_that_is_not_in_the_rulebook_is_refused(confirm):
    with pytest.raises(Refused, match=r"no figure called “mig\.everybody”"):
        confirm("mig.everybody")
    assert not ConfirmedFigure.objects.exists()


def test_a_council_cannot_set_what_the_law_says_to_something_else(confirm, council, today):
    with pytest.raises(Refused, match="was read in the law"):
        confirm(LOWER_LIMIT, value=1_400_000)
    assert not ConfirmedFigure.objects.exists()
    assert get_figures(council=council, on=today).step(LOWER_LIMIT).value == 1_425_000


def test_a_council_can_confirm_what_the_law_says(confirm, council, today):
    confirm(LOWER_LIMIT, value=1_425_000)
    assert get_figures(council=council, on=today).step(LOWER_LIMIT).figure.by == "Harriet Lowe"


def test_it_is_written_down_who_confirmed_what(confirm, harriet):
    confirm()
    event = Event.objects.get(what="confirm_figure")
    assert (event.by, event.about) == (harriet, LONE_PARENT)
    assert "from 06/04/2026: LAC(DHSC)(2026)1, table 1." in event.words


@pytest.mark.parametrize(
    ("wrong", "promise"), [({"value": -1}, "figure_not_negative"), ({"source": ""}, "figure_has_a_source")]
)
def test_the_database_promises_a_sum_and_a_source(confirm, wrong, promise):
    with pytest.raises(IntegrityError, match=promise), transaction.atomic():
        confirm(**wrong)
    assert not Event.objects.exists()  # the event went with it


@pytest.mark.parametrize("sql", ["UPDATE figures_confirmedfigure SET value = 1", "DELETE FROM figures_confirmedfigure"])
def test_what_was_confirmed_is_never_changed(confirm, sql):
    confirm()
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        connection.cursor().execute(sql)
    assert ConfirmedFigure.objects.get().value == 11_385


def test_all_figures_are_one_question(confirm, council, today, django_assert_num_queries):
    confirm()
    with django_assert_num_queries(1):
        get_figures(council=council, on=today).step(LONE_PARENT)
