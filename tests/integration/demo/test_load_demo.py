"""The demo council is loaded once, with the people and uses that the strategy counts, and the same ones again."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from ownway.demo import counts
from ownway.demo.council import LEFT_TO_CONFIRM
from ownway.demo.load import load_demo
from ownway.ground.access.models import Council
from ownway.ground.decisions.queries import replay_decisions
from ownway.ground.figures.queries import get_figures
from ownway.ground.ledger.models import AccountKind
from ownway.ground.ledger.queries import get_balance
from ownway.ground.people.models import ClientGroup, Person
from ownway.journey.accounts.models import Line, LineMatch, Statement
from ownway.journey.agreements.models import Offer, OfferStatus
from ownway.journey.checkups.models import CheckUp, CheckUpStatus
from ownway.journey.needs.models import Outcome
from ownway.journey.payments.models import Run, RunLine
from ownway.journey.plans.models import Plan
from ownway.rules.parameters import FigureNotKnown

TODAY = date(2026, 9, 1)
NUMBER = 60


@pytest.fixture
def sheafdale(db):
    """The demo with sixty people."""
    return load_demo(number=NUMBER, today=TODAY)


def test_the_strategys_counts_come_out_to_the_person():
    groups = counts.groups_of(counts.EVERYBODY, Random(1))
    assert len(groups) == 2_443
    assert Counter(groups) == counts.GROUPS
    used = Counter(use for uses in counts.uses_of(groups, Random(2)) for use in uses)
    assert used.total() == 4_570
    assert used == counts.USES


@pytest.mark.parametrize("number", [1, 7, 60, 25_000])
def test_any_number_is_shared_out_whole_and_everybody_uses_it_for_something(number):
    groups = counts.groups_of(number, Random(1))
    assert len(groups) == number
    assert all(counts.uses_of(groups, Random(2)))


def test_the_largest_remainders_get_what_is_left():
    # 10 of 3:3:1 is 4.29, 4.29 and 1.43: whole parts 4, 4 and 1; the last one has the largest remainder.
    assert counts.shared_out({"a": 3, "b": 3, "c": 1}, 10) == {"a": 4, "b": 4, "c": 2}


def test_nobody_is_given_what_does_not_fit():
    groups = counts.groups_of(counts.EVERYBODY, Random(1))
    for group, uses in zip(groups, counts.uses_of(groups, Random(2)), strict=True):
        if group == ClientGroup.CHILDREN:
            assert not {counts.LIVING, counts.APPOINTEE} & set(uses)
        else:
            assert counts.CHILDCARE not in uses
        assert len(set(uses)) == len(uses)


def test_everybody_is_there_with_a_plan(sheafdale):
    assert Person.objects.filter(council=sheafdale.council).count() == NUMBER + 2  # and Amina and Leila
    assert Plan.objects.count() == NUMBER + 1  # and Leila's; nothing is written down for Amina


def test_loading_twice_adds_nothing(sheafdale):
    before = Person.objects.count(), Plan.objects.count(), RunLine.objects.count()
    assert load_demo(number=NUMBER, today=TODAY) is None
    assert (Person.objects.count(), Plan.objects.count(), RunLine.objects.count()) == before


def told(council):
    """What can be seen of everybody."""
    return sorted(
        Offer.objects.filter(person__council=council).values_list(
            "person__reference", "person__name", "person__born_on", "budget_weekly_pence", "contribution_weekly_pence"
        )
    )


def test_the_same_day_gives_the_same_people(sheafdale, monkeypatch):
    for name in ("council", "load"):
        monkeypatch.setattr(f"ownway.demo.{name}.SLUG", "again")
    monkeypatch.setattr("ownway.demo.council.NEIGHBOUR", "next-to-again")
    again = load_demo(number=NUMBER, today=TODAY)
    assert told(again.council) == told(sheafdale.council)


def test_every_decision_of_the_demo_comes_out_the_same_again(sheafdale):
    assert [difference for difference in replay_decisions() if difference] == []


def test_the_ledger_holds_what_the_runs_paid(sheafdale):
    paid = sum(RunLine.objects.values_list("amount_pence", flat=True))
    assert paid > 0
    assert get_balance(council=sheafdale.council, kind=AccountKind.COUNCIL_BANK) == -paid
    assert Run.objects.count() <= 13


def test_nothing_is_written_down_for_amina(sheafdale):
    assert not Outcome.objects.filter(person__name="Amina Okafor").exists()
    assert not Plan.objects.filter(person__name="Amina Okafor").exists()


def test_leila_has_an_offer_to_read_with_its_letter(sheafdale):
    offer = Offer.objects.get(person__name="Leila Haddad")
    assert offer.status == OfferStatus.MADE
    assert bytes(offer.letter.pdf).startswith(b"%PDF")
    # 4 hours at £25.20 = £100.80, the pool £9.80 and the taxi £14.00: £124.60 a week.
    assert offer.budget_weekly_pence == 12_460
    # £98.00 and £73.90 come in; £120.40 is kept: £51.50 a week.
    assert offer.contribution_weekly_pence == 5_150
    assert offer.payment_pence == (12_460 - 5_150) * 4


def test_winstons_payments_are_all_found_in_his_statement(sheafdale):
    lines = Line.objects.filter(person__name="Winston Grant")
    assert Statement.objects.filter(person__name="Winston Grant").count() == 1
    paid = RunLine.objects.filter(person__name="Winston Grant").count()
    assert paid == 13
    assert lines.filter(match=LineMatch.PAYMENT).count() == paid
    assert CheckUp.objects.filter(agreement__person__name="Winston Grant", status=CheckUpStatus.OPEN).count() == 1


def test_a_figure_is_left_for_the_finance_officer_to_confirm(sheafdale):
    figures = get_figures(council=sheafdale.council, on=TODAY)
    with pytest.raises(FigureNotKnown):
        figures.require(LEFT_TO_CONFIRM)
    figures.require("pension.ae_trigger", "mig.per_child", "policy.promise_days")


@pytest.mark.parametrize("today", [date(2026, 4, 7), date(2027, 5, 31), date(2028, 2, 29)])
def test_it_can_be_loaded_on_any_day(db, today):
    assert load_demo(number=20, today=today) is not None


def test_nobody_at_all_may_be_asked_for(db):
    assert load_demo(number=0, today=TODAY) is not None
    assert Council.objects.count() == 2
