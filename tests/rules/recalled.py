"""Every figure as it is recalled, as if a council had confirmed it: it tests the program, and proves nothing of the law."""

from datetime import date

from ownway.rules.parameters import Confirmed, Figures, load_national

NATIONAL = load_national()
AS_RECALLED = NATIONAL.with_confirmed(
    Confirmed(figure.id, value.from_on, value.recalled, "recalled, for a test", by="Farah")
    for figure in NATIONAL.list_all()
    for value in figure.values
    if value.recalled is not None
)


def as_recalled(day: date = date(2026, 6, 1)) -> Figures:
    """All figures of a day, those that are only recalled among them."""
    return AS_RECALLED.on(day)
