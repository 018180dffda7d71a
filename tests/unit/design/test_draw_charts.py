"""A chart is a picture that names itself and a table, both from the same values."""

import pytest
from tests.unit.design.html import all_of, by_id, of_class, read, text
from tests.unit.design.sample import bars, draw

from ownway.ground.design.charts import bars_of, line_of

CHART = '{% from "design/chart.html" import draw_chart %}{{ draw_chart(chart) }}'


def line(**changes):
    return bars(kind="line", **changes)


def test_the_longest_bar_fills_its_room_and_others_their_share():
    drawn = bars_of(bars(points=(("Pay", 400), ("Bus", 100), ("Nothing", 0))))
    assert [(bar.start, bar.width) for bar in drawn] == [("0.00", "72.00"), ("0.00", "18.00"), ("0.00", "0.00")]
    assert [bar.said for bar in drawn] == ["£4", "£1", "£0"]


def test_a_bar_below_nought_goes_the_other_way():
    owed, left = bars_of(bars(points=(("Amina", -100), ("Brian", 300))))
    assert (owed.start, owed.width, owed.said) == ("0.00", "18.00", "−£1")
    assert (left.start, left.width) == ("18.00", "54.00")


def test_all_nought_is_no_division_by_nought():
    assert [bar.width for bar in bars_of(bars(points=(("Pay", 0),)))] == ["0.00"]
    assert line_of(line(points=(("May", 0),))).corners == "0.00,0.00 100,0.00"


def test_a_line_goes_from_the_first_to_the_last_with_nought_in_the_picture():
    drawn = line_of(line(points=(("April", 10_000), ("May", 5_000), ("June", 20_000))))
    assert drawn.corners == "0.00,50.00 50.00,75.00 100.00,0.00"
    assert (drawn.zero, drawn.top, drawn.bottom) == ("100.00", "£200", "£0")
    assert (drawn.first, drawn.last) == ("April", "June")


def test_nought_is_half_way_down_when_as_much_is_below():
    assert line_of(line(points=(("April", -50), ("May", 50)))).zero == "50.00"


def test_a_long_name_is_cut_in_the_picture_and_whole_in_the_table():
    name = "Short breaks for the people who care for somebody"
    chart = bars(points=((name, 5),))
    assert bars_of(chart)[0].label == "Short breaks for the people who car…"
    assert name in [text(head) for head in all_of(read(draw(CHART, chart=chart)), "th", scope="row")]


@pytest.mark.parametrize("chart", [bars(), line()])
def test_the_picture_names_and_describes_itself(chart):
    page = read(draw(CHART, chart=chart))
    picture = all_of(page, "svg", role="img")[0]
    said = [text(by_id(page, one)) for one in picture.get("aria-labelledby").split()]
    assert said == ["What the money is for", "Mostly personal assistants."]


@pytest.mark.parametrize("chart", [bars(), line()])
def test_the_table_holds_the_same_values(chart):
    page = read(draw(CHART, chart=chart))
    assert [text(head) for head in all_of(page, "th", scope="col")] == ["Use", "A week"]
    rows = [text(row) for row in next(page.iter("tbody")).iter("tr")]
    assert rows == ["Personal assistants £1,200", "Agencies £300"]


def test_nothing_is_styled_in_the_page_itself():
    page = read(draw(CHART, chart=bars()))
    assert not [one for one in page.iter() if isinstance(one.tag, str) and one.get("style")]
    assert len(of_class(page, "own-chart__bar")) == 2


@pytest.mark.parametrize(("unit", "said"), [("count", "1,500"), ("minutes", "25 hours"), ("basis points", "15%")])
def test_values_are_said_in_their_unit(unit, said):
    assert bars(unit=unit).said(1500) == said


def test_a_chart_of_nothing_is_refused():
    with pytest.raises(ValueError, match="has nothing to show"):
        bars(points=())
