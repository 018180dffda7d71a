"""Charts that a screen reader, a phone and a printer can read: a picture as SVG and a table from the same values."""

from dataclasses import dataclass
from typing import Literal

from ownway.ground.design import words

BAR_ROOM = 72  # per cent of the picture's width; what is left holds the longest amount on a phone
ROW_HEIGHT = 52
LONGEST_LABEL = 36  # letters that fit a phone's width; the table has the whole label

Unit = Literal["pence", "minutes", "count", "basis points"]
SAYINGS = {"pence": words.short_pounds, "minutes": words.hours, "count": words.count, "basis points": words.percent}


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart says: its title, a sentence on what it shows, and its values, each with what it is of.

    `of` and `amount` head the two columns of its table; values are whole numbers of `unit`. A line runs oldest first.
    `id` must be unlike any other on the page. Raises ValueError when there is nothing to show.
    """

    id: str
    title: str
    description: str
    kind: Literal["bars", "line"]
    of: str
    amount: str
    points: tuple[tuple[str, int], ...]
    unit: Unit = "count"

    def __post_init__(self) -> None:
        if not self.points:
            raise ValueError(f"“{self.title}” has nothing to show; say so in words on the page")

    def said(self, value: int) -> str:
        """A value in words, as it stands beside its bar and in the table."""
        return SAYINGS[self.unit](value)


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a bar stands: across in per cent of the width, down in pixels."""

    label: str
    said: str
    start: str
    width: str
    end: str
    top: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line's corners ("0,100 50,20", both in hundredths of the box) and its scale."""

    corners: str
    zero: str
    top: str
    bottom: str
    first: str
    last: str


def bars_of(chart: Chart) -> list[Bar]:
    """One bar under another, from nought; a value below nought goes the other way."""
    values = [value for _, value in chart.points]
    low, high = min(0, *values), max(0, *values)
    return [_bar(chart, number, low, high) for number in range(len(values))]


def line_of(chart: Chart) -> Line:
    """A line through the values, evenly spaced, with nought always in the picture."""
    values = [value for _, value in chart.points]
    low, high = min(0, *values), max(0, *values)
    gaps = max(len(values) - 1, 1)
    corners = [f"{_share(number, gaps, 100)},{_down(value, low, high)}" for number, value in enumerate(values)]
    if len(corners) == 1:
        corners.append(f"100,{_down(values[0], low, high)}")
    return Line(
        corners=" ".join(corners),
        zero=_down(0, low, high),
        top=chart.said(high),
        bottom=chart.said(low),
        first=chart.points[0][0],
        last=chart.points[-1][0],
    )


def _bar(chart: Chart, number: int, low: int, high: int) -> Bar:
    label, value = chart.points[number]
    span = high - low
    start, end = sorted((value, 0))
    return Bar(
        label=label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…",
        said=chart.said(value),
        start=_share(start - low, span, BAR_ROOM),
        width=_share(end - start, span, BAR_ROOM),
        end=_share(end - low, span, BAR_ROOM),
        top=number * ROW_HEIGHT,
    )


def _down(value: int, low: int, high: int) -> str:
    return _share(high - value, high - low, 100)


def _share(part: int, whole: int, of: int) -> str:
    """`part` of `whole` as a number up to `of` with two decimals, in whole numbers throughout."""
    hundredths = part * of * 100 // whole if whole else 0
    return f"{hundredths // 100}.{hundredths % 100:02}"
