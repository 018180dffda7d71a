"""A rule is asked by its name with plain data, and gives the same answer years later from what was stored."""

import json
from datetime import date

import pytest
from tests.rules.figures import of_our_council

from ownway.rules import RULEBOOK_VERSION
from ownway.rules.parameters import FigureNotKnown
from ownway.rules.refusals import BadInput, Refused
from ownway.rules.registry import RULES, answer, replay
from ownway.rules.steps import UsedFigure, answers_from_json, answers_to_json, used_parameters

OFFER = {
    "on": "2026-06-01",
    "plan": {
        "assistants": [{"key": "carys", "name": "Carys", "age_years": 34}],
        "lines": [
            {
                "kind": "pa_hours",
                "heading": "Exercise",
                "label": "Swimming with Carys",
                "minutes_weekly": 180,
                "hourly_pence": 1_300,
                "assistant": "carys",
            },
            {"kind": "start_up", "heading": "Starting", "label": "Advert", "amount_pence": 5_000, "every": "once"},
        ],
    },
    "finances": {
        "household": {"age_years": 34, "disability_premium": True},
        "income": [{"label": "ESA", "kind": "esa", "amount_pence": 18_000}],
    },
}


def test_an_offer_has_its_cost_contribution_and_both_ways_to_pay_it() -> None:
    answers = answer("offer.whole", OFFER, of_our_council())
    # £39 + £39 × 5.6 ÷ 46.4 = £4.71; £180 − £120.40 − £51.55 = £8.05
    expected = {"weekly": 4_371, "one_off": 5_000, "contribution": 805, "net_payment": 3_566, "gross_payment": 4_371}
    assert {name: answers[name].value for name in expected} == expected


def test_a_stored_decision_is_replayed_from_what_was_stored() -> None:
    answers = answer("offer.whole", OFFER, of_our_council())
    stored = json.loads(
        json.dumps(
            {
                "inputs": OFFER,
                "used": [figure.to_json() for figure in used_parameters(*answers.values())],
                "answers": answers_to_json(answers),
                "rulebook": RULEBOOK_VERSION,
            }
        )
    )
    used = [UsedFigure.from_json(one) for one in stored["used"]]
    again = replay("offer.whole", stored["inputs"], used)
    assert again == answers == answers_from_json(stored["answers"])


def test_a_replay_uses_nothing_that_was_not_stored() -> None:
    used = used_parameters(*answer("offer.whole", OFFER, of_our_council()).values())
    fewer = [one for one in used if one.id != "holiday.weeks"]
    with pytest.raises(FigureNotKnown, match=r"holiday\.weeks"):
        replay("offer.whole", OFFER, fewer)


def test_a_stored_figure_that_was_changed_changes_the_replay() -> None:
    inputs = {"on": "2026-06-01", "capital_pence": 1_500_000}
    used = used_parameters(*answer("charging.tariff_income", inputs, of_our_council()).values())
    changed = [
        UsedFigure.from_json(one.to_json() | ({"value": 50_000} if one.id == "capital.tariff_step" else {}))
        for one in used
    ]
    assert replay("charging.tariff_income", inputs, used)["tariff_income"].value == 300
    assert replay("charging.tariff_income", inputs, changed)["tariff_income"].value == 200


def test_without_a_day_the_figures_day_is_used() -> None:
    inputs = {"age_years": 34}
    rate = "nmw.rate_for_pay_reference_period"
    assert answer(rate, inputs, of_our_council(date(2025, 6, 1)))["rate"].value == 1_221
    assert answer(rate, inputs | {"on": "2026-06-01"}, of_our_council(date(2025, 6, 1)))["rate"].value == 1_271


def test_a_plans_cost_names_every_line_heading_and_check() -> None:
    answers = answer("plan.cost", OFFER["plan"] | {"on": "2026-06-01"}, of_our_council())
    assert {"weekly", "yearly", "lines.0", "headings.Exercise", "minimum_wage.carys"} <= set(answers)


@pytest.mark.parametrize(
    ("rule", "inputs", "field"),
    [
        ("ni.employer", {"pay_pence": "lots"}, "pay_pence"),
        ("ni.employer", {"pay_pence": 1, "pay_period": "year"}, "pay_period"),
        ("ni.employer", {"pay_pence": 1, "category": "H"}, "category"),
        ("ni.employee", {"pay_pence": 1, "pay_period": "month"}, "pay_period"),
        ("ni.employer", {"pay_pence": 1, "on": "2026-02-30"}, "on"),
        ("ni.employer", {"pay_pence": 1, "on": 5}, "on"),
        ("ni.employer", {}, "pay_pence"),
        ("nmw.accommodation", {"age_years": 30, "pay_pence": 1, "minutes": 0, "days": 1}, "minutes"),
        ("nmw.rate_for_pay_reference_period", {"age_years": 30, "starts_on": "2026-02-30"}, "starts_on"),
        ("holiday.fixed_hours", {"days_weekly": 8}, "days_weekly"),
        ("ssp.weekly_rate", {"pay_pence": 1, "weeks": 0}, "weeks"),
        ("offer.whole", {"plan": {}, "finances": {}}, "finances.household"),
    ],
)
def test_bad_input_is_told_by_its_field(rule: str, inputs: dict, field: str) -> None:
    with pytest.raises(BadInput) as refusal:
        answer(rule, inputs, of_our_council())
    assert [problem.field for problem in refusal.value.problems] == [field]


def test_a_rule_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match=r"no rule called “offer\.wishes”"):
        answer("offer.wishes", {}, of_our_council())


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_says_what_its_inputs_are(name: str) -> None:
    inputs = RULES[name].inputs
    assert inputs.__doc__
    assert not inputs.__doc__.startswith(f"{inputs.__name__}(")  # what Python writes when nobody did
