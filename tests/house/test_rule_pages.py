"""Every rule says in plain words what it does, and has a page that its own example makes."""

import os

import pytest
from tests.house import rule_pages as made

from ownway.rules.parameters import FigureNotKnown, load_national

NAMES = list(made.every_rule())
FIELDS = ("title", "says", "law", "example")
LONGEST_TITLE = 90


@pytest.fixture(scope="module")
def every_page():
    return made.every_page()


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_says_what_it_does_where_that_is_said_and_an_example(name):
    rule = made.own_rule(name)
    assert [field for field in FIELDS if not getattr(rule, field)] == []
    assert len(rule.title) <= LONGEST_TITLE


def test_no_two_rules_have_one_title():
    titles = [rule.title for rule in made.every_rule().values()]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_the_pages_are_what_the_program_says_now(every_page):
    if os.environ.get("OWNWAY_WRITE_GOLDEN"):
        made.FOLDER.mkdir(exist_ok=True)
        for file in made.FOLDER.iterdir():
            file.unlink()
        for name, text in every_page.items():
            (made.FOLDER / name).write_text(text)
    there = {file.name: file.read_text() for file in made.FOLDER.iterdir()}
    stale = [name for name in {*there, *every_page} if there.get(name) != every_page.get(name)]
    assert sorted(stale) == [], f"docs/rules is not current: {made.WRITE_THEM_AGAIN}"


def test_an_example_whose_figures_nobody_confirmed_says_so(every_page):
    reply, supposed = made.worked("pension.employer", made.own_rule("pension.employer").example)
    assert supposed
    assert made.is_supposed(reply.steps["employer"])
    assert made.SUPPOSED in every_page["pension.employer.md"]
    assert made.SUPPOSED not in every_page["ni.employer.md"]


def test_a_page_shows_the_formula_the_figures_and_the_working(every_page):
    page = every_page["ni.employer.md"]
    # £800.00 every 4 weeks, less 4 × £96.00 = £416.00; 15% of that is £62.40.
    assert '"employer": 6240' in page
    assert "- **Employer’s National Insurance**: “Employer National Insurance rate” of “Pay above the limit”" in page
    assert "| Employer National Insurance rate (`ni.employer_rate`) | 15% | 6 April 2025 | reported |" in page
    assert "| &emsp;Pay above the limit | £416.00 every 4 weeks |" in page


def test_the_index_names_every_rule_and_every_published_name(every_page):
    index = every_page[made.INDEX]
    assert [name for name in [*NAMES, *made.PUBLISHED] if f"`{name}`" not in index] == []
    assert "`age`, `age_band`" in index


def test_a_figure_that_nobody_even_recalls_is_not_supposed():
    asked = {"on": "2027-06-01", "age_years": 30}
    with pytest.raises(FigureNotKnown):
        made.worked("nmw.rate_for_pay_reference_period", asked)
    assert load_national().get("nmw.21_plus").values[-1].recalled is None
