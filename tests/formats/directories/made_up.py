"""Records made up by hypothesis from what each attribute is declared to be."""

from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from ownway.formats.directories.records import KINDS, RECORDS

WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
SOME_WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=12)
NUMBERS = st.decimals(-1000, 1000, places=3).map(lambda number: number + 0)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
CLOCKS = st.times().map(lambda found: time(found.hour, found.minute, found.second))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31), timezones=st.just(UTC))
UIDS = st.uuids().map(str)
BY_FORMAT = {
    "uuid": UIDS,
    "uri": st.sampled_from(["https://example.org", "http://example.org/a%20b?c=d#e", "https://example.org:8000/é"]),
    "email": st.sampled_from(["amina@example.org", "a.b+c@mail.example.co.uk"]),
}
BY_COLUMN = {"number": NUMBERS, "date": DAYS, "time": CLOCKS, "datetime": MOMENTS, "string": WORDS}


def values(kind, field, *, depth):
    """What this attribute may hold."""
    if kind.of:
        if depth == 0:
            return st.just(()) if kind.many else st.none()
        inner = records(kind.of, depth=depth - 1)
        return st.lists(inner, max_size=2).map(tuple) if kind.many else st.none() | inner
    if field.endswith("_pence"):
        found = st.integers(0, 1_000_000_00)
    elif kind.words:
        found = st.sampled_from(kind.words)
    elif kind.format:
        found = BY_FORMAT[kind.format]
    else:
        found = SOME_WORDS if kind.required and kind.column == "string" else BY_COLUMN[kind.column]
    return found if kind.required else st.none() | found


def records(name, *, depth=2):
    """A record of this kind, with what is inside it down to a depth."""
    record = RECORDS[name]
    given = {field: values(kind, field, depth=depth) for field, kind in KINDS[record].values()}
    return st.builds(record, **given)
