"""Rows of a table become cohorts: each person gets the pennies that they alone would get, in their own row."""

import pytest
from tests.rules.figures import of_our_council

from ownway.rules.people_table import BadTable, closed_up, kind_of, nested, sort_people
from ownway.rules.plain_data import STEERS, from_plain
from ownway.rules.registry import RULES

RULE = RULES["charging.contribution"]
FIGURES = of_our_council()
TABLE = {
    "person": ["Amina", "Brian", "Leila", "Winston"],
    "group": ["Physical disability", "Carers", "Mental health", "Older people"],
    "cost_weekly_pence": ["40000", "12000", "25000", "30000"],
    "finances.household.kind": ["single", "couple", "single", "single"],
    "finances.household.age_years": ["47", "52", "22", "81"],
    "finances.household.pension_credit_age": ["no", "no", "no", "yes"],
    "finances.household.disability_premium": ["yes", "no", "yes", "no"],
    "finances.income.0.label": ["ESA", "", "ESA", "State Pension"],
    "finances.income.0.kind": ["esa", "", "esa", "state_pension"],
    "finances.income.0.amount_pence": ["14000", "", "9000", "22000"],
    "finances.income.1.label": ["PIP", "Wages", "", ""],
    "finances.income.1.kind": ["pip_daily_living", "earnings", "", ""],
    "finances.income.1.amount_pence": ["10100", "30000", "", ""],
    "finances.capital.0.label": ["Savings", "", "", "Savings"],
    "finances.capital.0.kind": ["savings", "", "", "savings"],
    "finances.capital.0.amount_pence": ["1600000", "", "", "2325001"],
}


def alone(place):
    """The person of a row, asked by themselves through plain data."""
    there = closed_up(path for path in TABLE if path.count(".") and TABLE[path][place])
    typed = {
        new: typed_value(TABLE[old][place]) for old, new in {**there, "cost_weekly_pence": "cost_weekly_pence"}.items()
    }
    return RULE.work(from_plain(RULE.inputs, nested(typed)), FIGURES)


def typed_value(said):
    return {"yes": True, "no": False}.get(said, int(said) if said.isdigit() else said)


def test_each_row_gets_what_the_person_alone_would_get():
    people = sort_people(RULE, TABLE, figures=FIGURES)
    pays = people.answers("contribution")["contribution"]
    assert list(pays) == [alone(place)["contribution"].value for place in range(4)]


def test_amina_pays_what_is_worked_out_by_hand():
    # £140.00 + £101.00 + £7.00 (£16,000.00 is £1,750.00 above £14,250.00: 7 steps of £250.00), less what she keeps
    pays = sort_people(RULE, TABLE, figures=FIGURES).answers("contribution", "guarantee")
    assert pays["contribution"][0] == 14_000 + 10_100 + 700 - pays["guarantee"][0]


def test_people_of_a_kind_are_one_cohort_and_keep_their_rows():
    twice = {path: [*cells, *cells] for path, cells in TABLE.items()}
    people = sort_people(RULE, twice, figures=FIGURES)
    assert sorted(tuple(places) for places, _ in people.cohorts) == [(0, 4), (1, 5), (2, 6), (3, 7)]


def test_any_one_row_can_be_explained():
    people = sort_people(RULE, TABLE, figures=FIGURES)
    assert people.explain(3)["contribution"].value == 30_000  # one penny above the upper limit: the full cost
    with pytest.raises(IndexError, match="There are 4 people"):
        people.explain(4)


def test_a_blank_income_before_another_is_closed_up():
    assert closed_up(["income.1.kind", "income.3.kind", "cost"]) == {
        "income.1.kind": "income.0.kind",
        "income.3.kind": "income.1.kind",
        "cost": "cost",
    }


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("cost_weekly_pence", int),
        ("finances.income.0.amount_pence", int),
        ("finances.household.age_years", STEERS),
        ("policy.percent_taken", STEERS),
        ("policy.upper_limit_pence", int),
        ("finances.household.disability_premium", bool),
        ("finances.income.0.kind", str),
        ("finances.income.kind", None),
        ("finances.income.1000000.kind", None),
        ("finances.income", None),
        ("person", None),
        ("finances.household.kind.more", None),
    ],
)
def test_a_column_is_known_by_its_path(path, kind):
    assert kind_of(RULE.inputs, path) is kind


def problems_of(**changes):
    table = {**TABLE, **{path.replace("__", "."): cells for path, cells in changes.items()}}
    with pytest.raises(BadTable) as refusal:
        sort_people(RULE, table, figures=FIGURES).answers("contribution")
    return [(one.row, one.column) for one in refusal.value.problems]


def test_cells_that_cannot_be_read_are_named_by_row_and_column():
    found = problems_of(
        cost_weekly_pence=["40000", "£120.00", "1e5", "30000"],
        finances__household__disability_premium=["yes", "no", "perhaps", "no"],
    )
    assert found == [
        (2, "cost_weekly_pence"),
        (3, "cost_weekly_pence"),
        (3, "finances.household.disability_premium"),
    ]


def test_a_row_that_the_rule_refuses_is_named_among_those_of_its_kind():
    twice = {path: [*cells, *cells] for path, cells in TABLE.items()}
    twice["finances.income.0.amount_pence"][6] = "-1"
    with pytest.raises(BadTable, match=r"Row 7, income\.0\.amount_pence: This cannot be less than nothing") as refusal:
        sort_people(RULE, twice, figures=FIGURES).answers("contribution")
    assert len(refusal.value.problems) == 1


def test_a_frequency_nobody_knows_is_refused():
    assert problems_of(finances__income__0__every=["fortnight", "", "week", "week"]) == [(1, "income.0.every")]


def test_a_fact_that_is_missing_is_asked_for():
    assert problems_of(cost_weekly_pence=["40000", "", "25000", "30000"]) == [(2, "cost_weekly_pence")]


def test_a_table_of_something_else_is_refused_and_says_what_is_looked_for():
    with pytest.raises(BadTable, match="None of the columns is an input of this rule, such as finances"):
        sort_people(RULE, {"name": ["Amina"]}, figures=FIGURES)


def test_only_the_first_fifty_problems_are_told():
    table = {path: [*cells] * 20 for path, cells in TABLE.items()} | {"cost_weekly_pence": ["?"] * 80}
    with pytest.raises(BadTable, match=r"and 30 more") as refusal:
        sort_people(RULE, table, figures=FIGURES)
    assert len(refusal.value.problems) == 50
