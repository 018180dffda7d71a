"""A plan as it is costed: lines under the outcomes they serve, and the assistants who are paid by some of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ownway.rules import employing, frequencies
from ownway.rules.arithmetic import any_less, is_anybodys, larger, most, smaller
from ownway.rules.employing import Assistant
from ownway.rules.plain_data import Steering, from_plain, to_plain
from ownway.rules.refusals import InputProblem

PA_HOURS, AGENCY_HOURS = "pa_hours", "agency_hours"
ACTIVITY, TRANSPORT, SHORT_BREAKS, EQUIPMENT = "activity", "transport", "short_breaks", "equipment"
START_UP, INSURANCE, PAYROLL, TRAINING, CONTINGENCY = "start_up", "insurance", "payroll", "training", "contingency"
SUPPORTED_LIVING, MONEY_HELP, APPOINTEESHIP = "supported_living", "money_help", "appointeeship"
CHILDCARE, OTHER = "childcare", "other"
LINE_KINDS = (
    *(PA_HOURS, AGENCY_HOURS, ACTIVITY, TRANSPORT, SHORT_BREAKS, EQUIPMENT),
    *(START_UP, INSURANCE, PAYROLL, TRAINING, CONTINGENCY),
    *(SUPPORTED_LIVING, MONEY_HELP, APPOINTEESHIP, CHILDCARE, OTHER),
)
BY_THE_HOUR = (PA_HOURS, AGENCY_HOURS)

IN_THE_PRICE, STANDARD_VAT, REDUCED_VAT = "", "standard", "reduced"
VAT_FIGURES = {STANDARD_VAT: "vat.standard_rate", REDUCED_VAT: "vat.reduced_rate"}

MINUTES_IN_A_WEEK = 168 * 60


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of a plan under the outcome it serves (`heading`).

    By the hour (pa_hours, agency_hours): `minutes_weekly` at `hourly_pence`; for an assistant also `day_kind` and
    `assistant` (the key). Contingency: `basis_points` of all the rest of the week, or an amount.
    Anything else: `count` times `amount_pence`, `every` so often (`once` for a one-off; start-up is always once).
    `vat` says which VAT is added to the price: none when it is in the price, or not due.
    """

    kind: str
    heading: str
    label: str
    amount_pence: int = 0
    every: str = frequencies.WEEK
    count: int = 1
    minutes_weekly: int = 0
    hourly_pence: int = 0
    day_kind: str = employing.WEEKDAY
    minutes_awake_weekly: int = 0
    assistant: str = ""
    basis_points: Steering = 0
    vat: str = IN_THE_PRICE


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a plan costs is worked out from. `year` is how the council counts a year: "52" or "365/7".

    `only_care` says that the assistants do nothing but care and support, as the Employment Allowance asks;
    `claims_allowance` that it is claimed and not used up elsewhere.
    """

    lines: tuple[PlanLine, ...] = ()
    assistants: tuple[Assistant, ...] = ()
    year: str = frequencies.WEEKS_52
    only_care: bool = True
    claims_allowance: bool = True

    def to_json(self) -> dict[str, Any]:
        """The plan as plain data."""
        data: dict[str, Any] = to_plain(self)
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Plan:
        """The plan that the data describes. Raises BadInput with every field of the wrong shape; see `problems`."""
        return from_plain(cls, data)


def problems(plan: Plan) -> list[InputProblem]:
    """Everything in the plan to put right, or (with `asks`) to look at again, by field."""
    return [
        *_of_plan(plan),
        *(problem for place, line in enumerate(plan.lines) for problem in _of_line(plan, line, f"lines.{place}")),
        *(problem for place, one in enumerate(plan.assistants) for problem in _of_assistant(plan, one, place)),
    ]


def _of_plan(plan: Plan) -> Iterator[InputProblem]:
    if plan.year not in frequencies.YEAR_LENGTHS:
        yield InputProblem("year", "Choose 52 weeks, or 365 days, for the length of a year.")
    keys = [one.key for one in plan.assistants]
    if len(set(keys)) < len(keys):
        yield InputProblem("assistants", "Two assistants have the same key. Give each one of their own.")
    total = sum(line.minutes_weekly for line in plan.lines if line.kind in BY_THE_HOUR)
    if any_less(MINUTES_IN_A_WEEK, total):
        yield InputProblem(
            "lines",
            f"The plan has {most(total) // 60} hours of support a week, and a week has 168. Is there more than one person"
            " at the same time? If not, look at the hours again.",
            asks=True,
        )


def _of_line(plan: Plan, line: PlanLine, at: str) -> Iterator[InputProblem]:
    if line.kind not in LINE_KINDS:
        yield InputProblem(f"{at}.kind", f"“{line.kind}” is not a kind of support. Choose one from the list.")
        return
    yield from _negative(line, at)
    if not line.heading.strip():
        yield InputProblem(f"{at}.heading", "Say what this is for: the outcome it serves.")
    if line.every not in (*frequencies.REGULARLY, frequencies.ONCE):
        yield InputProblem(f"{at}.every", f"“{line.every}” is not how often. Choose week, month, year or once.")
    if line.kind in BY_THE_HOUR:
        yield from _of_hours(plan, line, at)
    if line.kind == START_UP and line.every != frequencies.ONCE:
        yield InputProblem(f"{at}.every", "Starting up is paid once. Choose once, or another kind of support.")
    if line.basis_points and line.kind != CONTINGENCY:
        yield InputProblem(f"{at}.basis_points", "Only contingency can be a part of the rest.")
    if line.kind == CONTINGENCY and line.basis_points and is_anybodys(line.amount_pence):
        yield InputProblem(f"{at}.amount_pence", "Give contingency as a percentage or as an amount, not both.")
    if line.vat not in (IN_THE_PRICE, *VAT_FIGURES):
        yield InputProblem(
            f"{at}.vat", f"“{line.vat}” is not a rate of VAT. Choose standard, reduced, or leave it out."
        )
    elif line.vat and line.kind in (PA_HOURS, CONTINGENCY):
        yield InputProblem(f"{at}.vat", "No VAT is added to what you pay an assistant, or to money kept ready.")
    if line.basis_points > 10_000:
        yield InputProblem(f"{at}.basis_points", "Contingency cannot be more than 100% of the rest.")


def _negative(line: PlanLine, at: str) -> Iterator[InputProblem]:
    for name in ("amount_pence", "count", "minutes_weekly", "hourly_pence", "minutes_awake_weekly", "basis_points"):
        if any_less(getattr(line, name), 0):
            yield InputProblem(f"{at}.{name}", "This cannot be less than nothing.")


def _of_hours(plan: Plan, line: PlanLine, at: str) -> Iterator[InputProblem]:
    if line.kind == PA_HOURS and any_less(MINUTES_IN_A_WEEK, line.minutes_weekly):
        yield InputProblem(
            f"{at}.minutes_weekly", f"A week has 168 hours. This says {most(line.minutes_weekly) // 60} for one person."
        )
    if any_less(smaller(line.hourly_pence, 1), smaller(line.minutes_weekly, 1)):
        yield InputProblem(f"{at}.hourly_pence", "Say what an hour costs.")
    if line.kind == AGENCY_HOURS:
        return
    if line.day_kind not in employing.DAY_KINDS:
        yield InputProblem(f"{at}.day_kind", f"“{line.day_kind}” is not a kind of day. Choose one from the list.")
    if line.assistant not in {one.key for one in plan.assistants}:
        yield InputProblem(f"{at}.assistant", "Say which assistant this is; somebody not found yet will do.")
    if any_less(larger(line.minutes_weekly, 0), line.minutes_awake_weekly):
        yield InputProblem(f"{at}.minutes_awake_weekly", "The time awake cannot be more than the whole sleep-in.")


def _of_assistant(plan: Plan, one: Assistant, place: int) -> Iterator[InputProblem]:
    at = f"assistants.{place}"
    if not one.name.strip():
        yield InputProblem(f"{at}.name", "Give a name, or say “not found yet”.")
    if not 16 <= one.age_years <= 100:
        yield InputProblem(f"{at}.age_years", "Give an age in years, from 16 to 100.")
    if one.hours_kind not in employing.HOURS_KINDS:
        yield InputProblem(f"{at}.hours_kind", "Choose fixed hours, irregular hours or part-year.")
    if one.pay_period not in frequencies.PAY_PERIODS:
        yield InputProblem(f"{at}.pay_period", "Choose to pay every week, 2 weeks, 4 weeks or month.")
    minutes = sum(line.minutes_weekly for line in plan.lines if line.assistant == one.key and line.kind == PA_HOURS)
    if any_less(MINUTES_IN_A_WEEK, minutes):
        yield InputProblem(at, f"{one.name} would work {most(minutes) // 60} hours a week, and a week has 168.")
