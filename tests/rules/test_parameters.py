"""A figure is used only for a day on which it is known and somebody has read, reported or confirmed it."""

from datetime import date, timedelta

import pytest

from ownway.rules import vocabulary as words
from ownway.rules.parameters import (
    Confirmed,
    Figure,
    FigureNotConfirmed,
    FigureNotKnown,
    Figures,
    Standing,
    load_national,
)
from ownway.rules.parameters.national import BadParameters, read_topic
from ownway.rules.refusals import Refused
from ownway.rules.steps import used_parameters

NATIONAL = load_national()
TRIGGER = Confirmed("pension.ae_trigger", date(2026, 4, 6), 1_000_000, "GOV.UK, read on 2 May 2026", by="Farah")


@pytest.mark.parametrize(
    ("figure_id", "last_day", "old", "new"),
    [
        ("nmw.21_plus", date(2026, 3, 31), 1_221, 1_271),  # the minimum wage changes on 1 April
        ("ni.employer_rate", date(2025, 4, 5), 1_380, 1_500),  # National Insurance on 6 April
        ("mig.single_25_to_pca", date(2023, 4, 5), 9_415, 10_365),  # SI 2023/277: 6 April 2023
        ("ssp.waiting_days", date(2026, 4, 5), 3, 0),
    ],
)
def test_each_figure_changes_on_its_own_day(figure_id: str, last_day: date, old: int, new: int) -> None:
    assert NATIONAL.on(last_day).step(figure_id).value == old
    assert NATIONAL.on(last_day + timedelta(days=1)).step(figure_id).value == new


def test_a_figure_carries_its_day_source_and_standing() -> None:
    used = NATIONAL.on(date(2023, 6, 1)).step("mig.single_25_to_pca").figure
    assert (used.from_on, used.standing, used.source) == (date(2023, 4, 6), Standing.READ, "SI 2023/277")
    assert used.address.startswith("https://www.legislation.gov.uk/uksi/2023/277")


def test_a_figure_can_be_called_something_plainer() -> None:
    assert (
        NATIONAL.on(date(2026, 6, 1)).step("nmw.21_plus", "The least Carys may be paid").label.startswith("The least")
    )


def test_a_recalled_figure_is_refused_with_what_to_do() -> None:
    with pytest.raises(FigureNotConfirmed) as refusal:
        NATIONAL.on(date(2026, 6, 1)).step("pension.ae_trigger")
    assert "confirm ‘Auto-enrolment earnings trigger’ on the Figures page" in str(refusal.value)
    assert "1 June 2026" in str(refusal.value)
    assert refusal.value.id == "pension.ae_trigger"
    assert isinstance(refusal.value, Refused)


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2027, 4, 1)])
def test_a_day_outside_what_is_known_is_refused(day: date) -> None:
    with pytest.raises(FigureNotKnown, match="enter it on the Figures page") as refusal:
        NATIONAL.on(day).step("nmw.21_plus")
    assert not isinstance(refusal.value, FigureNotConfirmed)


def test_everything_missing_is_asked_for_at_once() -> None:
    with pytest.raises(
        FigureNotConfirmed, match=r"limit.* and .*contribution.* before we can work this out"
    ) as refusal:
        NATIONAL.on(date(2026, 6, 1)).require("pension.qualifying_lower", "nmw.21_plus", "pension.min_employer")
    assert refusal.value.ids == ("pension.qualifying_lower", "pension.min_employer")


def test_a_council_confirms_a_figure_from_a_day() -> None:
    confirmed = NATIONAL.with_confirmed([TRIGGER])
    used = confirmed.on(date(2026, 6, 1)).step("pension.ae_trigger").figure
    assert (used.value, used.standing, used.by) == (1_000_000, Standing.CONFIRMED, "Farah")
    with pytest.raises(FigureNotConfirmed):
        confirmed.on(date(2026, 4, 5)).step("pension.ae_trigger")


def test_confirming_leaves_the_national_figures_alone() -> None:
    NATIONAL.with_confirmed([TRIGGER])
    with pytest.raises(FigureNotConfirmed):
        NATIONAL.on(date(2026, 6, 1)).step("pension.ae_trigger")


def test_a_confirmed_figure_gives_way_to_the_next_national_one() -> None:
    mine = Confirmed("nmw.18_20", date(2025, 4, 1), 1_000, "GOV.UK", by="Farah")
    assert NATIONAL.with_confirmed([mine]).on(date(2026, 4, 1)).step("nmw.18_20").value == 1_085


def test_what_was_read_in_the_law_is_not_set_to_something_else() -> None:
    other = Confirmed("capital.upper_limit", date(2026, 4, 6), 5_000_000, "our policy", by="Farah")
    with pytest.raises(Refused, match="read in the law"):
        NATIONAL.with_confirmed([other])


def test_a_figure_nobody_knows_cannot_be_confirmed() -> None:
    with pytest.raises(Refused, match="no figure called"):
        NATIONAL.with_confirmed([Confirmed("nmw.wishes", date(2026, 4, 6), 1, "a hope", by="Farah")])


def test_the_figures_of_a_working_are_enough_to_make_it_again() -> None:
    def hour(figures: Figures) -> words.Step:
        return words.add_up("Both", figures.step("nmw.21_plus"), figures.at(date(2025, 5, 1)).step("nmw.21_plus"))

    first = hour(NATIONAL.on(date(2026, 6, 1)))
    used = used_parameters(first)
    assert [(figure.id, figure.value) for figure in used] == [("nmw.21_plus", 1_221), ("nmw.21_plus", 1_271)]
    assert hour(Figures.from_used(used, day=date(2026, 6, 1))) == first


ALL = NATIONAL.list_all()


@pytest.mark.parametrize("figure", ALL, ids=lambda figure: figure.id)
def test_every_figure_says_where_it_was_read_and_when_to_look_again(figure: Figure) -> None:
    assert figure.name
    assert figure.topic
    assert figure.review_by >= date(2027, 4, 1)
    for value in figure.values:
        assert value.source
        assert value.address.startswith("http")
        assert (value.value is None) == (value.standing in (Standing.NOT_CONFIRMED, Standing.UNKNOWN))


def test_a_figure_is_past_review_the_day_after() -> None:
    figure = NATIONAL.get("nmw.21_plus")
    assert not figure.is_past_review(date(2027, 4, 1))
    assert figure.is_past_review(date(2027, 4, 2))


def topic(**change: object) -> dict:
    row = {"from": date(2026, 4, 1), "value": 1, "standing": "reported", "source": "GOV"} | change
    row = {key: value for key, value in row.items() if value is not None}
    figure = {"id": "a.b", "name": "A", "unit": "pence", "review_by": date(2027, 4, 1), "values": [row]}
    return {"topic": "T", "sources": {"GOV": {"name": "GOV.UK", "address": "https://gov.uk"}}, "figure": [figure]}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"value": 1.5}, "whole numbers"),
        ({"value": True}, "whole numbers"),
        ({"standing": "not confirmed"}, "only a figure that was read"),
        ({"value": None}, "only a figure that was read"),
        ({"standing": "confirmed by the council"}, "only a figure that was read"),
    ],
)
def test_a_file_that_breaks_a_promise_is_not_loaded(change: dict, reason: str) -> None:
    with pytest.raises(BadParameters, match=reason):
        read_topic(topic(**change))


def test_a_file_in_an_unknown_unit_or_out_of_order_is_not_loaded() -> None:
    florins, twice = topic(), topic()
    florins["figure"][0]["unit"] = "florins"
    twice["figure"][0]["values"] *= 2
    with pytest.raises(BadParameters, match="florins"):
        read_topic(florins)
    with pytest.raises(BadParameters, match="follow one another"):
        read_topic(twice)
