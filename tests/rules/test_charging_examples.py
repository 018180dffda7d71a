"""The worked example of every rule about charging comes out to the penny, with the figures that everybody knows."""

import pytest
from tests.rules.figures import national

from ownway.rules import answers_assessing, answers_care_home, answers_changes, answers_charging
from ownway.rules import vocabulary as words
from ownway.rules.registry import RULES, answer, replay
from ownway.rules.steps import used_parameters

OURS = {
    **answers_assessing.RULES,
    **answers_care_home.RULES,
    **answers_changes.RULES,
    **answers_charging.RULES,
}
# Amina has £138.20 ESA and £114.60 PIP for daily living (£80 for getting around does not count); half of £30,000 is 3
# steps of £250 above £14,250. £252.80 + £3 − £60 rent (£260 × 12 ÷ 52) − £10 heating − £120.40 = £65.40.
EXPECTED: dict[str, dict[str, int]] = {
    "charging.assessment": {"most_weekly": 6_540, "pays_full_cost": 0, "tariff": 300, "total_income": 33_280},
    "charging.contribution": {"contribution": 6_540, "council_pays": 13_460, "guarantee": 12_040},
    "charging.full_cost": {"pays_full_cost": 1},
    "charging.tariff_income": {"tariff_income": 200, "above_upper_limit": 0},  # £250.01 above: 2 steps
    "charging.mig_total": {"guarantee": 15_145},  # £91.40 + £40.35 + £19.70, all read in the law
    "charging.mig_uprating": {"guarantee": 9_540},  # £89.15 × 1.07 = £95.3905
    "charging.night_care_disregard": {"disregard": 3_790},  # £114.60 − £76.70
    "offer.gross_net": {"net_payment": 13_460, "gross_payment": 20_000, "each_net_payment": 53_840},  # × 4
    "offer.whole": {"weekly": 12_000, "contribution": 6_540, "net_payment": 5_460},
    "benefit.annualise": {"yearly": 595_920},  # £114.60 × 52
    # £520 rent, of which £390 is helped with, is £30 a week; heating £20 up to £15, laundry £156 ÷ 52 = £3
    "charging.kept_costs": {"housing": 3_000, "disability_costs": 1_800, "costs.0": 1_500, "costs.1": 300},
    "charging.local_guarantee": {"statutory": 12_040, "guarantee": 13_000},  # £125 + £5
    # £1,000 given away: 52 weeks of £4 leave £792, which is still 4 steps; £200 + £1 − £120.40 without it
    "charging.notional_capital": {"left": 79_200, "pays_with": 8_460, "pays_without": 8_060},
    "charging.light_touch": {"may_be_used": 1, "pays_full_cost": 1, "pays_nothing": 0},
    # £240 + £3 − £31.80, the house left out in the first 84 days
    "charging.care_home": {"contribution": 21_120, "home": 0, "council_pays": 68_880},
    # £243 − £241.45
    "charging.short_stay": {"is_long": 0, "contribution": 155, "as_outside": 155, "as_resident": 21_120},
    "charging.care_cap": {"in_force": 0},
    # £12.34 × 148 ÷ 7 = £260.90 and £20 × 31
    "charging.over_days": {"total": 88_090, "parts.0": 26_090, "parts.1": 62_000},
    # £150 − £112.50 for a week of 2025 to 2026, £150 − £120.40 for the next
    "charging.assessed_over_days": {"total": 6_710, "parts.0": 3_750, "parts.1": 2_960},
}


def test_every_rule_about_charging_has_an_example() -> None:
    assert set(EXPECTED) == set(OURS) <= set(RULES)


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_example_comes_out_as_worked_by_hand(name: str) -> None:
    answers = answer(name, OURS[name].example, national())
    assert {key: answers[key].value for key in EXPECTED[name]} == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_example_is_worked_out_again_from_what_would_be_stored(name: str) -> None:
    answers = answer(name, OURS[name].example, national())
    assert replay(name, OURS[name].example, used_parameters(*answers.values())) == answers
    assert all(words.recompute(step) == step for step in answers.values())


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_page_about_it_can_be_read(name: str) -> None:
    rule = OURS[name]
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.says.endswith(".")
    assert rule.law.endswith(".")
    longest = max(len(sentence.split()) for sentence in rule.says.split(". "))
    assert longest <= 34  # about as much as one breath reads
