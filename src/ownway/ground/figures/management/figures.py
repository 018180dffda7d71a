"""The figures that a command works with: the national ones, or a council's, on a day."""

from argparse import ArgumentTypeError
from datetime import date

from ownway.ground.access.models import Council
from ownway.ground.access.queries import get_council
from ownway.ground.figures.queries import get_parameters
from ownway.rules.parameters import Parameters, load_national
from ownway.rules.refusals import Refused


def parameters_of(slug: str) -> Parameters:
    """The national figures, with the confirmations of the council of that short name when one is given.

    Raises Refused for a council that is not here.
    """
    if not slug:
        return load_national()
    try:
        council = get_council(slug=slug)
    except Council.DoesNotExist as error:
        raise Refused(f"There is no council with the short name “{slug}” here.") from error
    return get_parameters(council=council)


def a_day(typed: str) -> date:
    """A day as an option of a command. Raises ArgumentTypeError, which the command says with the option's name."""
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise ArgumentTypeError(f"“{typed}” is not a real day, like 2026-04-06") from error
