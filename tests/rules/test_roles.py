"""Who may hold a direct payment for whom: what is missing is said with its clause, and what they may then do."""

from dataclasses import replace

import pytest

from ownway.rules.refusals import BadInput
from ownway.rules.roles import ROLES, ROLES_OF, ROUTES, RoleFacts, may_hold

# Amina decides for herself; Brian, her brother, is asked to receive the payment for her.
AMINA = RoleFacts(route="adult", role="the person", age_years=34, has_capacity=True, can_manage=True)
BRIAN = replace(AMINA, role="nominated person", person_agrees=True, holder_agrees=True)
# Bilal cannot decide. Nobody is authorised by a court, and the council thinks that his aunt is suitable.
AUNT = RoleFacts(
    route="adult",
    role="authorised person",
    age_years=40,
    has_capacity=False,
    can_manage=True,
    nobody_authorised=True,
    council_thinks_suitable=True,
    in_best_interests=True,
    close_family_or_friend=True,
    others_asked=True,
)
MOTHER = RoleFacts(
    route="child", role="parent", age_years=9, has_capacity=False, can_manage=True, has_parental_responsibility=True
)
TEENAGER = RoleFacts(
    route="child", role="young person", age_years=16, has_capacity=True, can_manage=True, is_disabled=True
)
DISABLED_MOTHER = replace(MOTHER, role="disabled parent", is_disabled=True)
SUITABLE = RoleFacts(
    route="child",
    role="suitable person",
    age_years=17,
    has_capacity=False,
    can_manage=True,
    council_thinks_suitable=True,
    criminal_record_checked=True,
    others_asked=True,
)
PLAN = RoleFacts(
    route="ehcp",
    role="young person",
    age_years=19,
    has_capacity=True,
    can_manage=True,
    holder_agrees=True,
    local_authority_agrees=True,
)


def missing(facts):
    return [clause.name for clause in may_hold(facts).missing]


@pytest.mark.parametrize(
    "facts", [AMINA, BRIAN, AUNT, MOTHER, TEENAGER, DISABLED_MOTHER, SUITABLE, PLAN], ids=lambda facts: facts.role
)
def test_when_all_is_so_they_hold_it_and_read_what_they_may_do(facts):
    answer = may_hold(facts)
    assert answer.may_hold
    assert answer.missing == ()
    assert answer.may


@pytest.mark.parametrize(
    ("facts", "change", "name"),
    [
        (AMINA, {"has_capacity": False}, "capacity"),
        (AMINA, {"can_manage": False}, "can_manage"),
        (AMINA, {"age_years": 17}, "adult"),
        (BRIAN, {"person_agrees": False}, "chosen"),
        (BRIAN, {"holder_agrees": False}, "nominee_agrees"),
        (BRIAN, {"has_capacity": False}, "capacity"),
        (AUNT, {"has_capacity": True}, "no_capacity"),
        (AUNT, {"council_thinks_suitable": False}, "authorised"),
        (AUNT, {"nobody_authorised": False}, "authorised"),
        (AUNT, {"in_best_interests": False}, "best_interests"),
        (AUNT, {"can_manage": False}, "can_manage"),
        (AUNT, {"others_asked": False}, "others_asked"),
        (AUNT, {"close_family_or_friend": False}, "criminal_record"),
        (MOTHER, {"has_parental_responsibility": False}, "parent"),
        (MOTHER, {"can_manage": False}, "can_manage"),
        (TEENAGER, {"age_years": 15}, "age"),
        (TEENAGER, {"age_years": 18}, "age"),
        (TEENAGER, {"is_disabled": False}, "disabled"),
        (DISABLED_MOTHER, {"is_disabled": False}, "disabled"),
        (SUITABLE, {"criminal_record_checked": False}, "criminal_record"),
        (SUITABLE, {"others_asked": False}, "others_asked"),
        (SUITABLE, {"council_thinks_suitable": False}, "suitable"),
        (PLAN, {"local_authority_agrees": False}, "agreed"),
        (PLAN, {"holder_agrees": False}, "consent"),
        (
            replace(PLAN, role="parent", has_parental_responsibility=True),
            {"has_parental_responsibility": False},
            "parent",
        ),
    ],
)
def test_each_thing_that_is_missing_is_named_and_stands_alone(facts, change, name):
    assert missing(facts) == []
    assert missing(replace(facts, **change)) == [name]


@pytest.mark.parametrize("how", ["authorised_by_court", "authorised_agree"])
def test_an_authorised_person_needs_only_one_of_three_ways_to_be_so(how):
    assert missing(replace(AUNT, nobody_authorised=False, council_thinks_suitable=False, **{how: True})) == []


def test_a_stranger_may_act_once_their_record_was_checked():
    assert missing(replace(AUNT, close_family_or_friend=False, criminal_record_checked=True)) == []


def test_brian_reads_what_is_still_missing():
    answer = may_hold(replace(BRIAN, holder_agrees=False))
    assert not answer.may_hold
    assert answer.sentence == "Not yet. This is still missing: The one who is chosen agrees."
    assert answer.may == ()


def test_only_the_person_decides_everything():
    assert "stop the direct payment" in may_hold(AMINA).may
    assert "stop the direct payment" not in may_hold(BRIAN).may
    assert "decide in the person’s best interests, and ask what the person wants" in may_hold(AUNT).may


def test_what_is_only_recalled_says_so():
    needs = {need.clause.name: need.clause.standing for need in ROLES["authorised person"].needs}
    assert needs["authorised"] == "read in the law"
    assert needs["best_interests"] == "not confirmed"
    for role in ROLES.values():
        for need in role.needs:
            assert ("as recalled" in need.clause.law) == (need.clause.standing == "not confirmed")


def test_each_route_has_its_holders_and_no_other_may_hold_it():
    assert set(ROLES_OF) == set(ROUTES)
    with pytest.raises(BadInput) as refused:
        may_hold(replace(BRIAN, route="child"))
    (problem,) = refused.value.problems
    assert problem.field == "role"
    assert "parent, young person, disabled parent, suitable person" in problem.sentence


@pytest.mark.parametrize(
    ("change", "field"),
    [({"route": "pet"}, "route"), ({"role": "neighbour"}, "role"), ({"age_years": -1}, "age_years")],
)
def test_what_nobody_knows_is_told_by_its_field(change, field):
    with pytest.raises(BadInput) as refused:
        may_hold(replace(AMINA, **change))
    assert [problem.field for problem in refused.value.problems] == [field]
