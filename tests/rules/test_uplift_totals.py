"""An uplift is added up by kind of support and provider, and all of it adds up to the whole."""

from hypothesis import given, settings
from tests.rules import uplifted
from tests.rules.figures import of_our_council
from tests.rules.uplifted import PEOPLE, TODAY, an_uplift

from ownway.rules.plans import ACTIVITY, AGENCY_HOURS, PA_HOURS
from ownway.rules.uplift import preview
from ownway.rules.uplift_totals import totals
from ownway.rules.vocabulary import recompute


def totals_of(uplift, people=PEOPLE):
    found = preview(uplift=uplift, people=people, today=TODAY, figures=of_our_council())
    return found, totals(found)


def test_each_provider_has_its_total():
    # Evening Star: 3.5 h × £25.23 = £88.31, × £26.11 = £91.39. Sunrise Care: 7 h × £26.00 = £182.00, × £26.91 = £188.37.
    _, added = totals_of(an_uplift())
    rows = [(one.kind, one.provider, one.people, one.before.value, one.after.value) for one in added.groups]
    assert rows == [(AGENCY_HOURS, "Evening Star", 1, 8_831, 9_139), (AGENCY_HOURS, "Sunrise Care", 1, 18_200, 18_837)]
    assert [one.difference.value for one in added.groups] == [308, 637]


def test_one_provider_of_two_people_is_one_row():
    # £12.00 a week and £20.00 a month (£4.62 a week) rise by 3.5%: £12.42 and £20.70 a month (£4.78 a week).
    _, added = totals_of(an_uplift(kinds=(ACTIVITY,)))
    (row,) = added.groups
    assert (row.provider, row.people, row.before.value, row.after.value) == ("Leisure Trust", 2, 1_662, 1_720)


def test_what_rises_with_the_lines_stands_apart():
    # Amina's contingency is 5% of the rest, so 308p more for her agency lifts it by about 15p; Tom has none.
    found, added = totals_of(an_uplift())
    assert 15 <= added.on_top.value <= 16
    assert recompute(added.on_top) == added.on_top
    assert added.on_top.value == found.difference.value - 308 - 637


def test_pay_lifts_what_an_employer_pays_on_top():
    _, added = totals_of(an_uplift(kinds=(PA_HOURS,), way="extra", basis_points=0, pence=100))
    (row,) = added.groups
    assert row.difference.value == 10 * 100 + 4 * 100
    assert added.on_top.value > row.difference.value * 560 // 4_640  # the holiday alone


def test_when_nothing_changes_there_is_nothing_to_add_up():
    _, added = totals_of(an_uplift(providers=("Nobody",)))
    assert added.groups == ()
    assert added.on_top.value == 0


@settings(max_examples=60, deadline=None)
@given(people=uplifted.people, uplift=uplifted.uplifts)
def test_the_groups_and_what_is_on_top_are_the_whole(people, uplift):
    found, added = totals_of(uplift, people)
    assert sum(one.difference.value for one in added.groups) + added.on_top.value == found.difference.value
    assert added.on_top.value >= 0
    assert all(one.difference.value >= 0 for one in added.groups)
