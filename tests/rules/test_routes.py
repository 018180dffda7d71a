"""Adults, carers, aftercare, children and plans for education each have their own law, and one person may have several."""

from dataclasses import replace

import pytest

from ownway.rules.refusals import BadInput
from ownway.rules.routes import ROUTES, WAYS_TO_HOLD, RouteFacts, which_routes

AMINA = RouteFacts(age_years=34, needs_support=True)


def names(facts):
    return [route.name for route in which_routes(facts)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ["adult"]),
        ({"age_years": 18}, ["adult"]),
        ({"age_years": 17}, ["child"]),
        ({"needs_support": False}, []),
        ({"needs_support": False, "cares_for_somebody": True}, ["carer"]),
        ({"has_aftercare": True}, ["adult", "aftercare"]),
        ({"age_years": 16, "has_ehc_plan": True, "has_health_budget": True}, ["child", "ehcp", "nhs"]),
        ({"age_years": 19, "has_ehc_plan": True, "has_health_budget": True}, ["adult", "ehcp", "nhs"]),
    ],
)
def test_each_fact_brings_its_own_law(change, expected):
    assert names(replace(AMINA, **change)) == expected


@pytest.mark.parametrize(
    ("name", "charging", "standing"),
    [
        ("adult", "may", "read in the law"),
        ("carer", "not known", "not confirmed"),
        ("aftercare", "no", "reported"),
        ("child", "not known", "not confirmed"),
        ("ehcp", "no", "not confirmed"),
        ("nhs", "no", "not confirmed"),
    ],
)
def test_each_says_whether_anything_may_be_charged_and_how_sure_that_is(name, charging, standing):
    assert (ROUTES[name].charging, ROUTES[name].charging_clause.standing) == (charging, standing)


@pytest.mark.parametrize(
    ("name", "reviews"),
    [("adult", "adult"), ("carer", "adult"), ("aftercare", "adult"), ("child", "child"), ("ehcp", "ehcp"), ("nhs", "")],
)
def test_each_has_its_own_review_clock(name, reviews):
    assert ROUTES[name].reviews == reviews


def test_each_says_who_may_hold_it():
    assert ROUTES["adult"].holders == ("the person", "nominated person", "authorised person")
    assert ROUTES["child"].holders == ("parent", "young person", "disabled parent", "suitable person")
    assert ROUTES["nhs"].holders == ()


def test_the_120_days_of_short_stays_are_the_childrens_rule_and_not_the_adults():
    assert [clause.name for clause in ROUTES["child"].conditions] == ["relatives", "short_stays"]
    assert all("120 days" not in clause.words for clause in ROUTES["adult"].conditions)


def test_a_plan_for_education_ends_when_consent_is_taken_back():
    (consent,) = [clause for clause in ROUTES["ehcp"].conditions if clause.name == "consent"]
    assert (consent.law, consent.standing) == ("SI 2014/1652 reg 14(1)", "read in the law")


def test_a_plan_for_education_may_be_held_in_four_ways():
    assert [way.name for way in WAYS_TO_HOLD] == ["looked_after", "direct_payment", "third_party", "mixture"]


def test_what_is_recalled_is_never_said_to_be_read():
    for route in ROUTES.values():
        for clause in (route.basis, route.charging_clause, *route.conditions):
            if "as recalled" in clause.law:
                assert clause.standing == "not confirmed"


def test_the_rules_for_young_carers_are_not_guessed():
    with pytest.raises(BadInput) as refused:
        which_routes(RouteFacts(age_years=15, cares_for_somebody=True))
    (problem,) = refused.value.problems
    assert problem.field == "cares_for_somebody"
    assert "young carers are not in this rulebook" in problem.sentence


@pytest.mark.parametrize("age", [-1, 126])
def test_an_age_that_cannot_be_is_told(age):
    with pytest.raises(BadInput, match="from 0 to 125"):
        which_routes(replace(AMINA, age_years=age))
