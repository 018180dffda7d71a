"""The figures that hold for a council on a day: the national ones with what the council confirmed laid over."""

from datetime import date, datetime

from ownway.ground.access.models import Council
from ownway.ground.figures.facts import FigureFacts, figure_facts
from ownway.ground.figures.models import ConfirmedFigure
from ownway.rules.parameters import Confirmed, Figures, Parameters, load_national


def list_confirmed(*, council: Council, known_at: datetime | None = None) -> list[Confirmed]:
    """What the council confirmed or decided, oldest first; with `known_at`, only what was there at that moment."""
    rows = ConfirmedFigure.objects.filter(council=council).select_related("confirmed_by").order_by("pk")
    if known_at is not None:
        rows = rows.filter(confirmed_at__lte=known_at)
    return [
        Confirmed(id=row.figure, from_on=row.from_on, value=row.value, source=row.source, by=row.confirmed_by.name)
        for row in rows
    ]


def get_parameters(*, council: Council) -> Parameters:
    """National parameters with the council's confirmations laid over."""
    return load_national().with_confirmed(list_confirmed(council=council))


def get_figures(*, council: Council, on: date) -> Figures:
    """The figures in force on a day. Asking them for one that is not confirmed refuses. One query."""
    return get_parameters(council=council).on(on)


def list_figures(*, council: Council, today: date) -> list[FigureFacts]:
    """Every figure of the rulebook as the council has it, by topic. One query."""
    return [figure_facts(figure, today=today) for figure in get_parameters(council=council).list_all()]


def find_figure(*, council: Council, id: str, today: date) -> FigureFacts | None:
    """One figure as the council has it, if the rulebook has it. One query."""
    parameters = get_parameters(council=council)
    figure = parameters.figures.get(id)
    return figure_facts(figure, today=today) if figure is not None else None
