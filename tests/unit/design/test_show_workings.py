"""A working is drawn from the Steps themselves: each told once, with its law, source and standing."""

from datetime import date

from tests.unit.design.html import all_of, of_class, read, text
from tests.unit.design.sample import draw, pay_step

from ownway.ground.design.workings import working, working_rows
from ownway.rules import vocabulary as say
from ownway.rules.steps import PENCE_WEEKLY, Step, UsedFigure

DETAILS = '{% from "design/steps.html" import working_details %}{{ working_details(step) }}'
TABLE = '{% from "design/steps.html" import working_table %}{{ working_table(step, id="w", caption="Pay") }}'


def guarantee(law=""):
    """A made-up figure, as a given Step."""
    figure = UsedFigure(
        id="mig.single",
        name="Minimum income guarantee",
        value=23_800,
        unit=PENCE_WEEKLY,
        from_on=date(2026, 4, 6),
        standing="reported",
        source="SI 2014/2672 reg 7",
        address="https://www.legislation.gov.uk/uksi/2014/2672",
    )
    return Step(figure.name, figure.value, figure.unit, say.GIVEN, law=law, figure=figure)


def test_it_says_the_answer_and_how_in_words():
    told = working(pay_step())
    assert (told.label, told.amount) == ("Pay and holiday", "£353.02 a week")  # 315.00 + 38.02
    assert told.how == "£315.00 a week + £38.02 a week"


def test_a_sum_and_its_rounding_are_one_row_with_its_law():
    rows = {row.label: row for row in working_rows(pay_step())}
    assert list(rows) == ["Pay and holiday", "Pay", "Hours", "Hourly pay", "Holiday pay", "Holiday rate"]
    assert rows["Holiday pay"].how.startswith("12.07% of £315.00 a week = £38.0205 a week, rounded")
    assert rows["Holiday pay"].law == "SI 1998/1833 reg 15B"


def test_a_step_used_twice_is_told_once():
    rows = [row for row in working_rows(pay_step()) if row.label == "Pay"]
    assert [(row.how, len(row.parts)) for row in rows] == [
        ("21 hours a week × £15.00 an hour", 2),
        ("Worked out above", 0),
    ]


def test_what_was_only_given_says_where_it_is_from_and_nothing_more():
    rows = {row.label: row for row in working_rows(pay_step())}
    assert (rows["Hours"].how, rows["Hours"].source) == ("Your plan", "")
    assert (rows["Holiday rate"].how, rows["Holiday rate"].law) == ("", "SI 1998/1833 reg 15B")


def test_a_working_shared_many_times_stays_small():
    step = say.given("Start", 1, PENCE_WEEKLY, source="your plan")
    for level in range(40):  # told in full each time, this would be 2 to the power 40 rows
        step = say.add_up(f"Level {level}", step, step)
    rows = len(working_rows(step))
    assert rows == 81


def test_it_gives_the_source_and_standing_of_a_figure():
    page = read(
        draw(DETAILS, step=say.at_least("What you keep", guarantee(), floor=say.given("Nothing", 0, PENCE_WEEKLY)))
    )
    law = of_class(page, "own-working__law")[0]
    assert text(law) == "SI 2014/2672 reg 7. This figure is reported"
    assert [link.get("href") for link in law.iter("a")] == ["https://www.legislation.gov.uk/uksi/2014/2672"]


def test_a_source_that_is_the_law_is_not_said_twice():
    told = working(guarantee(law="SI 2014/2672 reg 7"))
    assert (told.law, told.source, told.standing) == ("SI 2014/2672 reg 7", "", "reported")


def test_the_details_nest_as_deep_as_the_parts():
    page = read(draw(DETAILS, step=pay_step()))
    outer = all_of(page, "details", class_="govuk-details")[0]
    assert text(next(outer.iter("summary"))) == "How we worked this out: Pay and holiday"
    inner = [text(next(one.iter("summary"))) for one in outer.iter("details") if one is not outer]
    assert inner == ["Pay £315.00 a week", "Holiday pay £38.02 a week"]
    assert "Hourly pay £15.00 an hour" in text(outer)


def test_the_table_has_a_caption_headings_and_a_region_the_keyboard_reaches():
    page = read(draw(TABLE, step=pay_step()))
    region = of_class(page, "own-scroll")[0]
    assert (region.get("role"), region.get("tabindex"), region.get("aria-label")) == ("region", "0", "Pay")
    assert text(next(page.iter("caption"))) == "Pay"
    assert [text(head) for head in all_of(page, "th", scope="col")] == ["What", "Amount", "How"]
    first = all_of(page, "th", scope="row")[0]
    assert (text(first), first.get("class")) == ("Pay and holiday", "govuk-table__header own-depth-0")


def test_words_in_a_working_stay_words():
    step = say.given("<script>alert(1)</script>", 5, PENCE_WEEKLY, source="<b>plan</b>")
    for template in (DETAILS, TABLE):
        page = read(draw(template, step=step))
        assert not list(page.iter("script"))
        assert "<script>alert(1)</script>" in text(page)
