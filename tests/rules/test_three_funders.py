"""Council, education and NHS each pay their part, nothing is paid twice, and each looks again on its own day."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.figures import confirmed, national

from ownway.rules.parameters import FigureNotConfirmed, load_national
from ownway.rules.refusals import BadInput
from ownway.rules.three_funders import FirstPayment, FundedLine, FundersInputs, review_of, split
from ownway.rules.vocabulary import recompute

MORNINGS = FundedLine("Carys, mornings", 20_001, council_basis_points=5_000, nhs_basis_points=5_000)
SPEECH = FundedLine("Speech therapy at college", 6_000, education_basis_points=10_000)
SWIMMING = FundedLine("Swimming", 1_500, council_basis_points=10_000)
AMINA = FundersInputs((MORNINGS, SPEECH, SWIMMING), council_route="adult", contribution_weekly_pence=2_000)


def totals(worked):
    return {part.funder: part.total.value for part in worked.parts}


def test_each_pays_its_part_and_the_penny_that_cannot_be_shared_is_the_councils():
    # Half of £200.01 is £100.00 for the NHS, and £100.01 for the council, which pays £15.00 of swimming as well.
    worked = split(AMINA)
    assert totals(worked) == {"council": 11_501, "education": 6_000, "nhs": 10_000}
    assert worked.whole.value == 27_501
    assert recompute(worked.whole) == worked.whole


def test_what_the_person_pays_counts_against_the_councils_part_alone():
    worked = split(AMINA)
    assert (worked.contribution.value, worked.council_pays.value) == (2_000, 9_501)
    more = split(replace(AMINA, contribution_weekly_pence=50_000))
    assert (more.contribution.value, more.council_pays.value) == (11_501, 0)
    assert totals(more) == totals(worked)


def test_each_part_stands_on_its_own_law():
    laws = {
        part.funder: part.route.name
        for part in split(replace(AMINA, council_route="child", contribution_weekly_pence=0)).parts
    }
    assert laws == {"council": "child", "education": "ehcp", "nhs": "nhs"}


def test_a_funder_that_pays_nothing_has_no_part():
    worked = split(FundersInputs((SPEECH,), "child"))
    assert totals(worked) == {"education": 6_000}
    assert worked.council_pays.value == 0


def test_three_funders_share_one_line_to_the_penny():
    # A third each of 100 pence: 33 and 33, and the council 34.
    third = FundedLine("Taxi", 100, 3_334, 3_333, 3_333)
    assert totals(split(FundersInputs((third,), "adult"))) == {"council": 34, "education": 33, "nhs": 33}


def test_nobody_is_charged_for_aftercare():
    aftercare = replace(AMINA, council_route="aftercare")
    with pytest.raises(BadInput) as refused:
        split(aftercare)
    (problem,) = refused.value.problems
    assert (problem.field, problem.sentence) == ("contribution_weekly_pence", "Nobody is charged for aftercare.")
    assert split(replace(aftercare, contribution_weekly_pence=0)).council_pays.value == 11_501


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"lines": (replace(MORNINGS, nhs_basis_points=6_000),)}, "lines.0.council_basis_points", "paid twice"),
        ({"lines": (replace(MORNINGS, nhs_basis_points=4_999),)}, "lines.0.council_basis_points", "who pays the rest"),
        ({"lines": (replace(MORNINGS, nhs_basis_points=-1),)}, "lines.0.council_basis_points", "less than nothing"),
        ({"lines": (replace(SPEECH, cost_weekly_pence=-1),)}, "lines.0.cost_weekly_pence", "less than nothing"),
        ({"lines": (SWIMMING, replace(SWIMMING, label=" swimming "))}, "lines.1.label", "nobody pays it twice"),
        ({"council_route": "ehcp"}, "council_route", "adult, carer, aftercare, child"),
        ({"council_route": "pet"}, "council_route", "adult, carer, aftercare, child"),
        ({"contribution_weekly_pence": -1}, "contribution_weekly_pence", "less than nothing"),
    ],
)
def test_what_cannot_be_is_told_by_its_field(change, field, words):
    with pytest.raises(BadInput) as refused:
        split(replace(AMINA, **change))
    (problem,) = refused.value.problems
    assert problem.field == field
    assert words in problem.sentence


def test_each_funder_looks_again_on_its_own_day():
    looked_up = [confirmed("review.ehcp_first", 3), confirmed("review.ehcp_next", 12)]
    figures = load_national().with_confirmed(looked_up).on(date(2026, 6, 1))

    def due(paid):
        return review_of(paid, council_route="adult", figures=figures)

    assert due(FirstPayment("council", date(2026, 4, 1))).due_on == date(2026, 10, 1)
    assert due(FirstPayment("education", date(2026, 4, 10))).due_on == date(2026, 7, 10)
    told = due(FirstPayment("nhs", date(2026, 4, 1), next_review_on=date(2026, 8, 1)))
    assert (told.due_on, told.standing) == (date(2026, 8, 1), "told")


def test_a_day_that_nobody_knows_is_not_guessed():
    assert review_of(FirstPayment("nhs", date(2026, 4, 1)), council_route="adult", figures=national()) is None
    assert review_of(FirstPayment("council"), council_route="adult", figures=national()) is None
    with pytest.raises(FigureNotConfirmed):
        review_of(FirstPayment("education", date(2026, 4, 1)), council_route="adult", figures=national())
    with pytest.raises(FigureNotConfirmed):
        review_of(FirstPayment("council", date(2026, 4, 1)), council_route="child", figures=national())


def test_a_funder_that_nobody_knows_is_told():
    with pytest.raises(BadInput, match="council, education, nhs"):
        review_of(FirstPayment("lottery"), council_route="adult", figures=national())


SHARES = st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)).map(sorted)


@given(st.lists(st.tuples(st.integers(0, 10**7), SHARES), max_size=5), st.integers(0, 10**6))
def test_the_parts_come_to_the_whole_to_the_penny(rows, contribution):
    lines = tuple(
        FundedLine(f"Line {place}", pence, first, second - first, 10_000 - second)
        for place, (pence, (first, second)) in enumerate(rows)
    )
    worked = split(FundersInputs(lines, "adult", contribution))
    assert worked.whole.value == sum(pence for pence, _ in rows) == sum(totals(worked).values())
    assert worked.contribution.value + worked.council_pays.value == totals(worked).get("council", 0)
    for part in worked.parts:
        for step in part.lines:
            assert step.value >= 0
            assert recompute(step) == step
