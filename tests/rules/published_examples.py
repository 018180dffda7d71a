"""Reads the shared worked examples, and puts each into the words of the rulebook: inputs, figures, what to expect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from ownway.rules.parameters import Confirmed

FILE = Path(__file__).resolve().parents[2].parent / "shared" / "reference" / "examples.yaml"
ENOUGH = 10**9
"""A cost so high that it never limits a contribution, for examples that give none."""


@dataclass
class Asked:
    """One example in the rulebook's words. Amounts in pence; `expected` by the name of the answer."""

    rule: str
    inputs: dict[str, Any]
    expected: dict[str, int]
    confirmed: list[Confirmed] = field(default_factory=list)


class _Exact(yaml.SafeLoader):
    """Reads 0.1 as a decimal, so that no penny is lost on the way in."""


_Exact.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node)))


def load() -> list[dict[str, Any]]:
    """All examples; none when the shared folder is not there."""
    return yaml.load(FILE.read_text(), _Exact)["examples"] if FILE.exists() else []  # noqa: S506 - a safe loader


def is_built(example: dict[str, Any]) -> bool:
    """Whether the rule of the example is one of these."""
    return example["rule"] in _READERS


def read(example: dict[str, Any]) -> Asked:
    """The example as the rulebook is asked it."""
    return _READERS[example["rule"]](example, example["inputs"], example["expected"])


def pence(pounds: Any) -> int:
    """Whole pence of an amount in pounds; a fraction of a penny is a mistake in the example."""
    exact = Decimal(str(pounds)) * 100
    assert exact == int(exact), f"{pounds} is not whole pence"
    return int(exact)


def _confirm(example: dict[str, Any], figure_id: str, day: str, value: int) -> Confirmed:
    return Confirmed(figure_id, date.fromisoformat(day), value, example["source"], by="the example")


def _premiums(example: dict[str, Any], day: str, disability: int, enhanced: int) -> list[Confirmed]:
    return [
        _confirm(example, "mig.disability_premium_single", day, disability),
        _confirm(example, "mig.enhanced_disability_premium_single", day, enhanced),
    ]


_INCOME = {
    "ESA": "esa",
    "PIP daily living enhanced": "pip_daily_living",
    "PIP mobility standard": "pip_mobility",
    "State Pension": "state_pension",
    "private pension": "private_pension",
    "Attendance Allowance": "attendance_allowance",
}


def _contribution(example: dict, inputs: dict, expected: dict) -> Asked:
    income = [
        {"label": one["type"], "kind": _INCOME[one["type"]], "amount_pence": pence(one["weekly"])}
        for one in inputs["income"]
    ]
    finances: dict[str, Any] = {"income": income}
    wanted = {name: pence(expected[name]) for name in ("total_income", "contribution")}
    asked = {"finances": finances, "policy": {}, "cost_weekly_pence": ENOUGH}
    if example["id"] == "CH-001":
        # Its guarantee of £171.75 is £103.65 (read in SI 2023/277) with premiums of £45.75 and £22.35 (recalled).
        finances["household"] = {"disability_premium": True, "enhanced_disability_premium": True}
        finances["housing"] = [{"label": "Housing", "amount_pence": pence(inputs["housing_costs"])}]
        finances["disability_costs"] = [{"label": "Disability", "amount_pence": pence(inputs["dre"])}]
        asked |= {"on": inputs["date"], "cost_weekly_pence": pence(inputs["cost_of_care"])}
        wanted |= {"council_pays": pence(expected["council_pays"]), "guarantee": pence(inputs["mig"])}
        # What the example calls total income leaves the disregarded part in.
        return Asked("charging.contribution", asked, wanted, _premiums(example, "2023-04-06", 4_575, 2_235))
    finances["household"] = {"kind": "couple", "age_years": inputs["age"], "pension_credit_age": True}
    savings = {"label": "Joint savings", "kind": "savings", "amount_pence": pence(inputs["joint_savings"]), "owners": 2}
    finances["capital"] = [savings]
    finances["housing"] = [{"label": "Housing and disability", "amount_pence": pence(inputs["housing_and_dre"])}]
    asked |= {"on": "2017-06-01", "policy": {"guarantee_weekly_pence": pence(inputs["mig_local"])}}
    return Asked("charging.contribution", asked, wanted)


def _tariff(example: dict, inputs: dict, expected: dict) -> Asked:
    wanted = {"above_upper_limit": int(not expected.get("council_support", True))}
    if expected["tariff_income"] is not None:
        wanted["tariff_income"] = pence(expected["tariff_income"])
    return Asked("charging.tariff_income", {"on": "2026-06-01", "capital_pence": pence(inputs["capital"])}, wanted)


def _guarantee(example: dict, inputs: dict, expected: dict) -> Asked:
    confirmed = {
        "MIG-001": [],  # all three figures were read in the regulation as it stood in 2021
        "MIG-003": _premiums(example, "2024-04-08", 4_880, 2_385),
        "MIG-004": [
            _confirm(example, "mig.single_25_to_pca", "2014-10-22", 9_050),
            *_premiums(example, "2014-10-22", 3_985, 1_945),
        ],
    }[example["id"]]
    asked = {
        "on": inputs["date"],
        "kind": inputs["household"],
        "age_years": inputs.get("age", 40),
        "disability_premium": inputs["disability_premium"],
        "enhanced_disability_premium": inputs["enhanced_disability_premium"],
    }
    return Asked("charging.mig_total", asked, {"guarantee": pence(expected["mig"])}, confirmed)


def _uprating(example: dict, inputs: dict, expected: dict) -> Asked:
    factor = int(Decimal(str(inputs["factor"])) * 10_000)
    asked = {"amount_weekly_pence": pence(inputs["base"]), "factor_basis_points": factor}
    return Asked("charging.mig_uprating", asked, {"guarantee": pence(expected["mig"])})


def _night_care(example: dict, inputs: dict, expected: dict) -> Asked:
    asked = {
        "rate_paid_pence": pence(inputs["rate_paid"]),
        "lower_rate_pence": pence(inputs["lower_rate"]),
        "council_arranges_night_care": inputs["council_provides_night_care"],
    }
    return Asked("charging.night_care_disregard", asked, {"disregard": pence(expected["disregard"])})


def _live_in(example: dict, inputs: dict, expected: dict) -> Asked:
    hours = inputs.get("hours") or inputs["hours_per_week"] * inputs["pay_period_weeks"]
    days = inputs["accommodation_days"]
    charged = pence(inputs["rent"]) if "rent" in inputs else pence(inputs["charge_per_day"]) * days
    confirmed, on = [], inputs.get("date")
    if not on:
        on = f"{inputs['rate_year'][:4]}-10-01"
        confirmed = [
            _confirm(example, "nmw.21_plus", on, pence(inputs["nmw"])),
            _confirm(example, "nmw.accommodation_offset_daily", on, pence(inputs["offset_day"])),
        ]
    asked = {
        "on": on,
        "age_years": inputs.get("age", 30),
        "pay_pence": pence(inputs["hourly"]) * hours,
        "minutes": hours * 60,
        "days": days,
        "charged_pence": charged,
    }
    wanted = {"hourly": pence(expected["nmw_hourly"]), "enough": int(expected["compliant"])}
    names = {"nmw_pay": "pay", "weekly_pay": "pay", "excess_total": "change"}
    wanted |= {names[name]: pence(expected[name]) for name in names if name in expected}
    return Asked("nmw.accommodation", asked, wanted, confirmed)


def _employee(example: dict, inputs: dict, expected: dict) -> Asked:
    names = {"ni.employee_main_rate": inputs["main"], "ni.employee_upper_rate": inputs["upper"]}
    confirmed = [
        _confirm(example, name, "2022-07-06", int(Decimal(str(rate)) * 10_000)) for name, rate in names.items()
    ]
    wanted = {"main": "main_part", "upper": "upper_part", "total": "total"}
    return Asked(
        "ni.employee",
        {"on": inputs["date"], "pay_pence": pence(inputs["weekly_pay"])},
        {name: pence(expected[said]) for name, said in wanted.items()},
        confirmed,
    )


def _employer(example: dict, inputs: dict, expected: dict) -> Asked:
    asked = {"on": inputs["date"], "category": inputs["category"], "pay_pence": pence(inputs["weekly_pay"])}
    return Asked("ni.employer", asked, {"employer": pence(expected["employer_ni"])})


def _allowance(example: dict, inputs: dict, expected: dict) -> Asked:
    due = pence(inputs["employer_ni_year"])
    asked = {"on": "2026-06-01", "due_yearly_pence": due, "only_care": inputs["care_and_support_employer"]}
    wanted = {"used": pence(expected["allowance_used"]), "payable": pence(expected["employer_ni_payable"])}
    return Asked("ni.employment_allowance", asked, wanted)


def _absence(example: dict, inputs: dict, expected: dict) -> Asked:
    asked = {name: inputs[name] for name in ("qualifying_days", "sick_from", "sick_to")}
    asked |= {"on": inputs.get("date", "2025-06-01"), "linked": inputs.get("linked", False)}
    return Asked(
        example["rule"], asked, {"waiting_days": expected["waiting_days"], "paid_days": expected["payable_days"]}
    )


def _eligible(example: dict, inputs: dict, expected: dict) -> Asked:
    asked = {"on": inputs["date"], "pay_pence": pence(inputs["earnings_in_8_weeks"])}
    wanted = {"average": pence(expected["average_weekly_earnings"]), "entitled": int(expected["entitled"])}
    confirmed = [_confirm(example, "ni.lel_week", inputs["date"], pence(inputs["lel"]))]
    return Asked("ssp.eligibility", asked, wanted, confirmed)


def _accrual(example: dict, inputs: dict, expected: dict) -> Asked:
    asked = {"on": "2026-06-01", "minutes_worked": inputs["hours_worked"] * 60, "hours_kind": "irregular"}
    wanted = {"before_rounding": int(Decimal(str(expected["accrued_hours_unrounded"])) * 60 * 10_000)}
    if "accrued_whole_hours" in expected:
        wanted["accrued"] = expected["accrued_whole_hours"] * 60
    return Asked("holiday.irregular_accrual", asked, wanted)


_READERS: dict[str, Callable[[dict, dict, dict], Asked]] = {
    "charging.community_contribution": _contribution,
    "charging.tariff_income": _tariff,
    "charging.mig_total": _guarantee,
    "charging.mig_uprating": _uprating,
    "charging.night_care_disregard": _night_care,
    "nmw.accommodation": _live_in,
    "nmw.rate_for_pay_reference_period": lambda _, said, wanted: Asked(
        "nmw.rate_for_pay_reference_period",
        {"on": said["period_start"], "age_years": said["age"]},
        {"rate": pence(wanted["rate"])},
    ),
    "nmw.accommodation_weekly_cap": lambda _, said, wanted: Asked(
        "nmw.accommodation_weekly_cap", {"on": said["date"]}, {"offset_week": pence(wanted["offset_week"])}
    ),
    "nmw.annual_increase": lambda _, said, wanted: Asked(
        "nmw.annual_increase",
        {
            "minutes_weekly": int(said["hours_per_week"] * 60),
            "old_pence": pence(said["old"]),
            "new_pence": pence(said["new"]),
        },
        {"whole_pounds": wanted["annual_gross_increase"], "monthly": pence(wanted["monthly_gross_increase"])},
    ),
    "ni.employee": _employee,
    "ni.employer": _employer,
    "ni.employment_allowance": _allowance,
    "ssp.waiting_days": _absence,
    "ssp.payable_days": _absence,
    "ssp.eligibility": _eligible,
    "ssp.weekly_rate": lambda _, said, wanted: Asked(
        "ssp.weekly_rate",
        {"on": said["date"], "pay_pence": pence(said["average_weekly_earnings"]), "weeks": 1},
        {"weekly": pence(wanted["weekly"])},
    ),
    "holiday.irregular_accrual": _accrual,
    "holiday.fixed_hours": lambda _, said, wanted: Asked(
        "holiday.fixed_hours",
        {"on": "2026-06-01", "days_weekly": said["days_per_week"]},
        {"days": wanted["entitlement_days"] * 100},
    ),
    "holiday.rolled_up_pay": lambda _, said, wanted: Asked(
        "holiday.rolled_up_pay",
        {"on": said["leave_year_start"], "pay_pence": pence(said["pay_in_period"]), "hours_kind": "irregular"},
        {"holiday_pay": pence(wanted["holiday_pay"])},
    ),
    "benefit.annualise": lambda _, said, wanted: Asked(
        "benefit.annualise", {"amount_weekly_pence": pence(said["weekly"])}, {"yearly": pence(wanted["annual"])}
    ),
}
