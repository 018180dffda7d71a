"""The rules about the years ahead that can be asked by name: invest to save, money returned, and what is promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from ownway.rules.answers import Answers, Rule
from ownway.rules.forecasts import (
    Commitments,
    CommitmentsInputs,
    Returns,
    ReturnsInputs,
    commitments,
    returns,
)
from ownway.rules.invest_to_save import InvestInputs, Outcome, invest_to_save
from ownway.rules.parameters import Figures
from ownway.rules.ranges import WAYS
from ownway.rules.steps import Step


def _invest(asked: InvestInputs, _: Figures) -> Answers:
    worked = invest_to_save(asked)
    return dict(pair for way in WAYS for pair in _of_outcome(way, getattr(worked, way)))


def _of_outcome(way: str, outcome: Outcome) -> Iterator[tuple[str, Step]]:
    for place, year in enumerate(outcome.years, start=1):
        for field in fields(year):
            yield f"{way}.{place}.{field.name}", getattr(year, field.name)
    yield f"{way}.earned_back_from", outcome.earned_back_from


def _returns(asked: ReturnsInputs, _: Figures) -> Answers:
    worked = returns(asked)
    return {f"{way}.{place}": step for way in WAYS for place, step in enumerate(_row(worked, way), start=1)}


def _commitments(asked: CommitmentsInputs, _: Figures) -> Answers:
    worked = commitments(asked)
    months = [f"{month:%Y-%m}" for month in worked.months_from_on]
    return {f"{way}.{month}": step for way in WAYS for month, step in zip(months, _row(worked, way), strict=True)}


def _row(worked: Returns | Commitments, way: str) -> tuple[Step, ...]:
    row: tuple[Step, ...] = getattr(worked, way)
    return row


_SURE = {"low_basis_points": 10_000, "middle_basis_points": 10_000, "high_basis_points": 10_000}
_REPORT = (
    "Sheffield City Council, Direct Payment Support Services, 20 October 2021, 4.2.1 (a council’s report, not law)"
)
_STRATEGY = (
    "Sheffield City Council, Personalisation and Direct Payments Strategy 2022 to 2028 (a council’s plan, not law)"
)

RULES = {
    "forecast.invest_to_save": Rule(
        InvestInputs,
        _invest,
        title="What a new service costs and saves, year by year",
        says="Each year we add up what is spent and what is saved. Spent less saved is the impact on the budget: below"
        " nothing means that money is saved. We also add up all the years so far, and say from which year everything is"
        " earned back. Nobody knows how much of a saving will come, so it is worked out three ways: if little comes,"
        " if about what is thought comes, and if much comes.",
        law=_REPORT,
        example={
            "on": "2026-06-01",
            "years": 4,
            "lines": [
                {"label": "Advice team in the council", "kind": "cost", "years_pence": [10_900_000, 3_600_000]},
                {
                    "label": "Support service outside the council",
                    "kind": "cost",
                    "years_pence": [8_500_000, 8_500_000, 0, -17_000_000],
                },
                {
                    "label": "Payments that are there grow less",
                    "kind": "saving",
                    "years_pence": [7_600_000, 7_600_000, 7_600_000, 7_600_000],
                    "comes": {**_SURE, "low_basis_points": 5_000},
                },
                {
                    "label": "New payments start lower",
                    "kind": "saving",
                    "years_pence": [5_500_000, 10_900_000, 10_900_000, 10_900_000],
                    "comes": {**_SURE, "low_basis_points": 5_000},
                },
                {"label": "Check-ups that were waiting", "kind": "saving", "years_pence": [15_000_000]},
            ],
        },
    ),
    "forecast.returns": Rule(
        ReturnsInputs,
        _returns,
        title="Money that people return, in the years ahead",
        says="We start from the year that is known. Each year after it is less by a part of the year before. Nobody"
        " knows that part, so it is worked out three ways. When payments are set right from the start, less comes back,"
        " and that is good.",
        law=_STRATEGY,
        example={
            "on": "2026-06-01",
            "first_year_pence": 410_000_000,
            "years": 5,
            "falls": {"low_basis_points": 500, "middle_basis_points": 1_000, "high_basis_points": 1_500},
        },
    ),
    "forecast.commitments": Rule(
        CommitmentsInputs,
        _commitments,
        title="What is promised to people in the months ahead",
        says="We count the days of each month for which a payment is agreed. A week’s payment is seven days. If payments"
        " go up on a day, the days from then on cost more. If there are more or fewer people, that comes bit by bit,"
        " month by month. Nobody knows how much, so it is worked out three ways. Each month is rounded once, to the"
        " nearest penny.",
        law="No law: arithmetic on what is agreed",
        example={
            "on": "2026-06-01",
            "from_on": "2027-03-01",
            "months": 2,
            "promises": [
                {"label": "Amina", "payment_weekly_pence": 21_000, "from_on": "2026-04-06"},
                {"label": "Bilal", "payment_weekly_pence": 7_000, "from_on": "2027-03-22", "to_on": "2027-04-04"},
            ],
            "rises": [
                {
                    "from_on": "2027-04-01",
                    "by": {"low_basis_points": 200, "middle_basis_points": 400, "high_basis_points": 600},
                }
            ],
        },
    ),
}
