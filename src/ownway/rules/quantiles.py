"""Quantile regression with coefficients that are never below nought, as a linear programme. Floats stay in here.

It needs scipy (requirements/analyst.txt), which nothing else here does, so it is looked for only when it is asked.
Method: Koenker and Bassett (1978), solved by HiGHS through scipy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ownway.rules.refusals import Refused


class AnalystExtraMissing(Refused):
    """The library that calibrates is not installed."""


def fit(rows: Sequence[Sequence[float]], targets: Sequence[float], *, quantiles: Sequence[float]) -> tuple[float, ...]:
    """The coefficients, none below nought, that lie closest to the targets at each row's quantile (0 to 1).

    A row above its target by d costs (1 − q) × d, one below it q × d: so at q = 0.5 the fit goes through the middle.
    Raises AnalystExtraMissing without scipy, and ArithmeticError should the programme have no answer.
    """
    linprog, sparse, np = _libraries()
    design = sparse.csr_array(np.asarray(rows, dtype=float))
    many, columns = design.shape
    at = np.asarray(quantiles, dtype=float)
    one_each = sparse.eye_array(many, format="csr")
    found = linprog(
        np.concatenate([np.zeros(columns), at, 1 - at]),
        A_eq=sparse.hstack([design, one_each, -one_each], format="csr"),
        b_eq=np.asarray(targets, dtype=float),
        bounds=(0, None),
        method="highs",
    )
    if not found.success:
        raise ArithmeticError(found.message)
    return tuple(float(value) for value in found.x[:columns])


def _libraries() -> tuple[Any, Any, Any]:
    try:
        import numpy as np
        from scipy import sparse  # type: ignore[import-untyped]  # scipy brings no types
        from scipy.optimize import linprog  # type: ignore[import-untyped]
    except ImportError as missing:
        raise AnalystExtraMissing(
            "To calibrate a table, this program needs scipy, which is not installed."
            " Install it with: pip install --require-hashes -r requirements/analyst.txt"
        ) from missing
    return linprog, sparse, np
