"""Dated figures: what they were, from which day, who says so, and whether anybody has read it in the law.

The national figures are the TOML files here, one a topic. A council confirms those that are not, with its source.
"""

from ownway.rules.parameters.dated import (
    Confirmed,
    Figure,
    FigureNotConfirmed,
    FigureNotKnown,
    Figures,
    Parameters,
    Standing,
    Value,
)
from ownway.rules.parameters.national import load_national

__all__ = [
    "Confirmed",
    "Figure",
    "FigureNotConfirmed",
    "FigureNotKnown",
    "Figures",
    "Parameters",
    "Standing",
    "Value",
    "load_national",
]
