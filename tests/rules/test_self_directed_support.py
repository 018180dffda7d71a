"""ASCOF 3D counts people as the Department's own script does, with the ways that surprise."""

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st
from tests.rules.figures import national

from ownway.rules.registry import PLAIN_RULES, answer_plainly
from ownway.rules.self_directed_support import (
    CARER,
    COMMISSIONED,
    COMMUNITY,
    DIRECT_PAYMENT,
    LONG_TERM,
    MANAGED,
    MECHANISMS,
    NURSING,
    PRISON,
    RESIDENTIAL,
    SERVICE_USER,
    TO_CARER,
    Share,
    Support,
    carers,
    clients,
)

CARER_SUPPORT = "Other unpaid carer support"


def at_home(person, mechanism="", component="", **more):
    return Support(person, SERVICE_USER, COMMUNITY, mechanism, component, **{"age_years": 40, **more})


def carer(person, mechanism="", component=CARER_SUPPORT, **more):
    return Support(person, CARER, TO_CARER, mechanism, component, **{"age_years": 50, **more})


def counts(found):
    return (found.self_directed.numerator, found.direct_payment.numerator, found.self_directed.denominator)


def test_a_direct_payment_counts_in_both_and_a_managed_budget_in_one():
    supports = [at_home("Amina", DIRECT_PAYMENT), at_home("Leila", MANAGED), at_home("Tomasz", COMMISSIONED)]
    assert counts(clients(supports)) == (2, 1, 3)


def test_a_component_says_direct_payment_whatever_the_mechanism_says():
    assert counts(clients([at_home("Amina", COMMISSIONED, DIRECT_PAYMENT)])) == (1, 1, 1)


@pytest.mark.parametrize("mechanism", ["", "Something else"])
def test_a_client_of_whom_nobody_said_how_stays_among_all(mechanism):
    assert counts(clients([at_home("Amina", mechanism), at_home("Leila", DIRECT_PAYMENT)])) == (1, 1, 2)


@pytest.mark.parametrize("home", [NURSING, RESIDENTIAL])
def test_who_is_in_a_care_home_too_is_counted_nowhere(home):
    supports = [at_home("Amina", DIRECT_PAYMENT), Support("Amina", SERVICE_USER, home, age_years=40)]
    assert counts(clients(supports)) == (0, 0, 0)


def test_somebody_at_home_and_in_prison_is_counted_at_home():
    supports = [Support("Amina", SERVICE_USER, PRISON, DIRECT_PAYMENT, age_years=40), at_home("Amina", COMMISSIONED)]
    assert counts(clients(supports)) == (0, 0, 1)


def test_two_services_at_home_count_once_by_the_one_that_stands_first():
    assert counts(clients([at_home("Amina", COMMISSIONED), at_home("Amina", DIRECT_PAYMENT)])) == (1, 1, 1)


def test_a_service_that_ended_and_a_short_one_do_not_count():
    short = Support("Leila", SERVICE_USER, "Short term support: ST-Max", DIRECT_PAYMENT, age_years=40)
    assert counts(clients([at_home("Amina", DIRECT_PAYMENT, counts=False), short, carer("Brian", DIRECT_PAYMENT)])) == (
        0,
        0,
        0,
    )


def test_children_are_out_and_an_unknown_age_is_in_the_total_only():
    found = clients([at_home("Zoe", DIRECT_PAYMENT, age_years=17), at_home("Amina", DIRECT_PAYMENT, age_years=None)])
    assert counts(found) == (1, 1, 1)
    assert [share.denominator for _, share, _ in found.bands] == [0, 0]


def test_bands_begin_at_18_and_at_65():
    ages = [17, 18, 64, 65, 99]
    found = clients([at_home(str(age), DIRECT_PAYMENT, age_years=age) for age in ages])
    assert [(name, share.denominator) for name, share, _ in found.bands] == [("18 to 64", 2), ("65 and above", 2)]


def test_of_two_ages_clients_have_the_higher_and_carers_the_lower():
    younger, older = {"age_years": 17}, {"age_years": 18}
    assert counts(clients([at_home("Amina", MANAGED, **younger), at_home("Amina", MANAGED, **older)])) == (1, 0, 1)
    assert counts(carers([carer("Brian", MANAGED, **older), carer("Brian", MANAGED, **younger)])) == (0, 0, 0)


def test_a_carer_of_whom_nobody_said_how_leaves():
    supports = [carer("Brian", DIRECT_PAYMENT), carer("Gwen", COMMISSIONED), carer("Jo")]
    assert counts(carers(supports)) == (1, 1, 2)


@pytest.mark.parametrize("mechanism", [MANAGED, COMMISSIONED])
def test_a_carer_without_a_component_leaves_unless_it_is_a_direct_payment(mechanism):
    assert counts(carers([carer("Brian", mechanism, "")])) == (0, 0, 0)
    assert counts(carers([carer("Brian", DIRECT_PAYMENT, "")])) == (1, 1, 1)


def test_support_through_the_person_cared_for_is_not_the_carers_own():
    other = Support(
        "Brian", CARER, "Unpaid carer support: Support involving the person cared-for", MANAGED, "x", age_years=50
    )
    assert counts(carers([other])) == (0, 0, 0)


@pytest.mark.parametrize(
    ("share", "tenths"),
    [(Share(1, 3), 333), (Share(2, 3), 667), (Share(1, 2_000), 1), (Share(0, 4), 0), (Share(0, 0), None)],
)
def test_a_share_is_told_to_one_decimal_half_going_up(share, tenths):
    assert share.tenths == tenths  # 1 of 2,000 is 0.05%, so 0.1%


SUPPORTS = st.builds(
    Support,
    person=st.sampled_from("ABCDE"),
    client_type=st.sampled_from([SERVICE_USER, CARER, "Unpaid carer known by association"]),
    service_type=st.sampled_from([*LONG_TERM, TO_CARER]),
    delivery_mechanism=st.sampled_from(["", *MECHANISMS, "?"]),
    service_component=st.sampled_from(["", DIRECT_PAYMENT, "Transport"]),
    counts=st.booleans(),
    age_years=st.none() | st.integers(0, 110),
)


@given_any(st.lists(SUPPORTS, max_size=20), st.randoms())
def test_neither_order_nor_a_row_told_twice_changes_a_count(supports, random):
    mixed = [*supports, *supports]
    random.shuffle(mixed)
    assert (clients(supports), carers(supports)) == (clients(mixed), carers(mixed))


@given_any(st.lists(SUPPORTS, max_size=20))
def test_direct_payments_are_among_the_self_directed_and_those_among_all(supports):
    for found in (clients(supports), carers(supports)):
        for own, paid in [(found.self_directed, found.direct_payment), *((a, b) for _, a, b in found.bands)]:
            assert paid.numerator <= own.numerator <= own.denominator == paid.denominator


def test_the_rule_by_name_answers_for_clients_and_carers():
    told = answer_plainly(
        "returns.self_directed_support", PLAIN_RULES["returns.self_directed_support"].example, national()
    )
    assert told["3D_1a"] == {"numerator": 1, "denominator": 2, "tenths_of_a_percent": 500}
    assert told["3D_1b"] == {"numerator": 1, "denominator": 1, "tenths_of_a_percent": 1_000}
    assert told["3D_2b"] == {"numerator": 0, "denominator": 1, "tenths_of_a_percent": 0}
