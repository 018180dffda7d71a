"""The rules around a financial assessment that can be asked by name: costs kept, gifts, a council’s own amounts."""

from __future__ import annotations

from dataclasses import dataclass, fields

from ownway.rules.answers import Answers, Rule
from ownway.rules.arithmetic import any_less
from ownway.rules.finance_problems import problems
from ownway.rules.finances import Finances, Household, LocalPolicy, Regular
from ownway.rules.kept_costs import counted_cost, disability_costs, housing_costs
from ownway.rules.light_touch import LightTouchInputs, light_touch
from ownway.rules.minimum_income import guarantee, statutory_guarantee
from ownway.rules.notional_capital import NotionalCapitalInputs, diminished
from ownway.rules.parameters import Figures
from ownway.rules.refusals import BadInput, InputProblem, refuse_if_wrong
from ownway.rules.wording import money

_NOTHING_OF_ITS_OWN = LocalPolicy()
_SOMEBODY = Household()


@dataclass(frozen=True, slots=True)
class KeptCostsInputs:
    """Costs of the home and of disability, and the council's policy about them."""

    housing: tuple[Regular, ...] = ()
    disability_costs: tuple[Regular, ...] = ()
    policy: LocalPolicy = _NOTHING_OF_ITS_OWN


@dataclass(frozen=True, slots=True)
class LocalGuaranteeInputs:
    """A household, and a policy with the council's own guarantee for it."""

    policy: LocalPolicy
    household: Household = _SOMEBODY


def _kept(asked: KeptCostsInputs, _: Figures) -> Answers:
    told = Finances(_SOMEBODY, housing=asked.housing, disability_costs=asked.disability_costs)
    refuse_if_wrong(problems(told, asked.policy))
    each = {f"costs.{place}": counted_cost(one, asked.policy) for place, one in enumerate(asked.disability_costs)}
    return {
        "housing": housing_costs(told, asked.policy),
        "disability_costs": disability_costs(told, asked.policy),
        **each,
    }


def _local_guarantee(asked: LocalGuaranteeInputs, figures: Figures) -> Answers:
    refuse_if_wrong(problems(Finances(asked.household), asked.policy))
    statutory = statutory_guarantee(household=asked.household, figures=figures)
    own = asked.policy.guarantee_weekly_pence
    if own is not None and any_less(own, statutory.value):
        raise BadInput(
            [
                InputProblem(
                    "policy.guarantee_weekly_pence",
                    f"The law leaves this household at least {money(statutory.value)} a week. A council may leave"
                    f" more, never less. Enter {money(statutory.value)} or more.",
                )
            ]
        )
    return {
        "statutory": statutory,
        "guarantee": guarantee(household=asked.household, policy=asked.policy, figures=figures),
    }


def _given_away(asked: NotionalCapitalInputs, figures: Figures) -> Answers:
    worked = diminished(asked, figures)
    return {one.name: getattr(worked, one.name) for one in fields(worked)}


def _light_touch(asked: LightTouchInputs, figures: Figures) -> Answers:
    worked = light_touch(asked, figures)
    return {one.name: getattr(worked, one.name) for one in fields(worked)}


RULES = {
    "charging.kept_costs": Rule(
        KeptCostsInputs,
        _kept,
        title="What you keep for your home and for costs of your disability",
        says=(
            "You keep what you really pay for your home: the rent or mortgage and Council Tax, less Housing Benefit and"
            " other help. You also keep what you pay because of a disability. The council’s policy may say what it"
            " usually counts for a kind of cost, and what it counts before you show a bill. If you need more than is"
            " usual, say why, and all of it counts. A standard amount is the least that is counted, not the most."
        ),
        law="Care and support statutory guidance, Annex C (as recalled: not read). The amounts are each council’s policy.",
        example={
            "on": "2026-06-01",
            "housing": [{"label": "Rent", "amount_pence": 52_000, "every": "month", "helped_pence": 39_000}],
            "disability_costs": [
                {"label": "Extra heating", "amount_pence": 2_000, "kind": "heating", "shown_by": "the gas bill"},
                {"label": "Laundry", "amount_pence": 15_600, "every": "year"},
            ],
            "policy": {"cost_kinds": [{"kind": "heating", "most_weekly_pence": 1_500}]},
        },
    ),
    "charging.local_guarantee": Rule(
        LocalGuaranteeInputs,
        _local_guarantee,
        title="Whether a council’s own guarantee is enough",
        says=(
            "The law says what you are left with each week at the least. A council may leave you more: a higher amount,"
            " or something on top. It may never leave you less, so a lower amount is refused."
        ),
        law="SI 2014/2672 reg 7; Care Act 2014 s.14(7) (as recalled: not read).",
        example={
            "on": "2026-06-01",
            "policy": {"guarantee_weekly_pence": 12_500, "guarantee_more_weekly_pence": 500},
            "household": {"age_years": 34},
        },
    ),
    "charging.notional_capital": Rule(
        NotionalCapitalInputs,
        _given_away,
        title="Savings that were given away to pay less",
        says=(
            "If the council decides that you gave money away so that you would pay less, it counts the money as if you"
            " still had it. Each week it counts a little less: by as much as you pay more because of it. A gift made"
            " for any other reason does not count. The council has to say why it decided so."
        ),
        law="SI 2014/2672 regs 22 and 23 (the titles were read; how the amount falls is as recalled: not read).",
        example={
            "on": "2026-06-01",
            "given_away_pence": 100_000,
            "reason": "Given to a nephew the day after the first talk about paying for care",
            "finances": {
                "household": {"age_years": 34},
                "income": [{"label": "ESA", "kind": "esa", "amount_pence": 20_000}],
                "capital": [{"label": "Savings", "kind": "savings", "amount_pence": 1_450_000}],
            },
            "cost_weekly_pence": 50_000,
            "weeks": 52,
        },
    ),
    "charging.light_touch": Rule(
        LightTouchInputs,
        _light_touch,
        title="When the council may ask less about your money",
        says=(
            "The council need not ask about everything if you agree to that, and something shows that you can pay: your"
            " savings are above the upper limit, or the charge is small. Nor if your benefits show that you cannot pay:"
            " then you pay nothing. You can ask for a full assessment at any time. If you do not want to say what you"
            " have, you pay the full cost, but only after the council asked you, told you so, and offered help."
        ),
        law=(
            "SI 2014/2672 reg 10 (its title was read; when it may be used is reported by councils’ own pages). To be"
            " asked, told and helped first is our own care, not the law’s words."
        ),
        example={
            "on": "2026-06-01",
            "ground": "savings",
            "agrees": True,
            "shown_by": "a bank statement of May 2026",
            "can_go_on_paying": True,
            "savings_pence": 4_000_000,
        },
    ),
}
