"""The rules about the workplace pension that can be asked by name. Its figures wait for a council to confirm them."""

from __future__ import annotations

from dataclasses import dataclass

from ownway.rules import asked as asking
from ownway.rules import frequencies, pension, pension_duties
from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.asked import told
from ownway.rules.employing import Assistant
from ownway.rules.parameters import Figures
from ownway.rules.pension_duties import PostponementQuestion, WorkerQuestion
from ownway.rules.plain_data import to_plain


@dataclass(frozen=True, slots=True)
class PensionInputs:
    """Pay of one pay period in pence, the age, and whether somebody who need not be enrolled asks to join."""

    pay_pence: int
    age_years: int
    pay_period: str = frequencies.FOUR_WEEKS
    over_state_pension_age: bool = False
    asks_for_pension: bool = False


def _employer(asked: PensionInputs, figures: Figures) -> Answers:
    known = asking.one_of("pay_period", asked.pay_period, frequencies.PAY_PERIODS)
    asking.check(asked, known, asking.age("age_years", asked.age_years))
    who = Assistant(
        key="asked",
        name="the assistant",
        age_years=asked.age_years,
        pay_period=asked.pay_period,
        over_state_pension_age=asked.over_state_pension_age,
        asks_for_pension=asked.asks_for_pension,
    )
    pay = told("Pay", asked.pay_pence, frequencies.UNIT_EVERY[asked.pay_period])
    return {"employer": pension.employer_each_period(assistant=who, pay=pay, figures=figures)}


def _category(asked: WorkerQuestion, figures: Figures) -> PlainAnswers:
    answer: PlainAnswers = to_plain(pension_duties.category(asked, figures=figures))
    return answer


def _postponement(asked: PostponementQuestion, figures: Figures) -> PlainAnswers:
    answer: PlainAnswers = to_plain(pension_duties.postponement(asked, figures=figures))
    return answer


_LAW = f"{pension_duties.LAW} ({pension_duties.STANDING})"

RULES = {
    "pension.employer": Rule(
        PensionInputs,
        _employer,
        title="What the employer pays into the pension",
        says="If the pay of a pay period is high enough and the assistant old enough, you pay in a part of the wage"
        " between two limits. The limits go by how often you pay. Somebody who asks to join counts from the lower"
        " limit.",
        law=_LAW,
        example={"on": "2026-06-01", "pay_pence": 100_000, "pay_period": "4 weeks", "age_years": 34},
    ),
}

PLAIN_RULES = {
    "pension.worker_category": PlainRule(
        WorkerQuestion,
        _category,
        title="Must this assistant have a pension?",
        says="It goes by age and by the pay of each pay period. Some must be put into a pension. Others may ask to join,"
        " and then you pay in or you need not.",
        law=_LAW,
        example={"on": "2026-06-01", "age_years": 34, "pay_pence": 100_000, "pay_period": "4 weeks"},
    ),
    "pension.postponement": PlainRule(
        PostponementQuestion,
        _postponement,
        title="May enrolling be put off?",
        says="You can put off enrolling for up to three months. Tell the assistant in writing. They can ask to join"
        " sooner.",
        law=_LAW,
        example={"on": "2026-06-01", "due_on": "2026-06-01", "put_off_until_on": "2026-09-01"},
    ),
}
