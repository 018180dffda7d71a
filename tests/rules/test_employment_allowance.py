"""The Employment Allowance is one for an employer, for care alone, and comes off from the first pay of the tax year."""

import pytest
from hypothesis import given as told
from hypothesis import strategies as some
from tests.rules.figures import national

from ownway.rules import employment_allowance
from ownway.rules.employment_allowance import CHARITY, COMPANY, PUBLIC_BODY, AllowanceQuestion
from ownway.rules.refusals import BadInput
from ownway.rules.registry import answer, answer_plainly
from ownway.rules.steps import PENCE
from ownway.rules.vocabulary import given


def test_amina_may_have_it_for_care_at_home_and_reads_why_directors_do_not_touch_her() -> None:
    found = employment_allowance.who_may(AllowanceQuestion())
    assert found.may_claim
    assert "all of their work is care and support" in found.reasons[0]
    assert "companies with one director do not touch you" in found.reasons[0]
    assert (found.law, found.standing) == ("HMRC NIM06520 and NIM06535", "read")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (AllowanceQuestion(needs_care=False), "only when it is care for a person who needs it"),
        (AllowanceQuestion(only_care=False), "All of the work must be care and support"),
        (AllowanceQuestion(used_elsewhere=True), "once in a tax year"),
        (AllowanceQuestion(employer=PUBLIC_BODY), "A public body, such as a council"),
        (AllowanceQuestion(employer=COMPANY, only_a_director=True), "nobody but one director"),
    ],
)
def test_whoever_may_not_have_it_reads_why(asked: AllowanceQuestion, words: str) -> None:
    found = employment_allowance.who_may(asked)
    assert not found.may_claim
    assert len(found.reasons) == 1
    assert words in found.reasons[0]


def test_every_reason_against_is_told_at_once() -> None:
    found = employment_allowance.who_may(AllowanceQuestion(needs_care=False, only_care=False, used_elsewhere=True))
    assert len(found.reasons) == 3


@pytest.mark.parametrize("employer", [COMPANY, CHARITY])
def test_what_nobody_read_about_companies_says_so(employer: str) -> None:
    found = employment_allowance.who_may(AllowanceQuestion(employer=employer, only_care=False, needs_care=False))
    assert found.may_claim
    assert found.standing == "recalled: not read"


def test_one_director_is_no_matter_to_a_person_who_employs_at_home() -> None:
    assert employment_allowance.who_may(AllowanceQuestion(only_a_director=True)).may_claim


def test_an_employer_of_no_known_kind_is_asked_again() -> None:
    with pytest.raises(BadInput, match="Choose one of: person, company, charity, public body"):
        answer_plainly("ni.who_may_have_allowance", {"employer": "robot"}, national())


def to_pay(*due: int) -> list[int]:
    steps = [given("Due", one, PENCE) for one in due]
    return [left.value for _, left in employment_allowance.as_it_arises(due=steps, figures=national())]


def test_it_is_used_up_in_order_and_then_all_is_to_pay() -> None:
    # £10,500: £6,000, then £4,500 of £6,000, then nothing
    assert to_pay(600_000, 600_000, 600_000) == [0, 150_000, 600_000]


def test_what_is_not_used_is_not_paid_out() -> None:
    assert to_pay(10_000, 0) == [0, 0]
    assert to_pay() == []


@told(due=some.lists(some.integers(0, 400_000), max_size=13))
def test_the_year_comes_to_what_one_sum_for_the_year_comes_to(due: list[int]) -> None:
    assert sum(to_pay(*due)) == max(0, sum(due) - 1_050_000)


def test_several_assistants_share_one_allowance() -> None:
    # Each: 52 × (£600 − £96) × 15% = £3,931.20; four of them £15,724.80; less £10,500.
    four = {"assistants": [{"pay_pence": 60_000}] * 4}
    answers = answer("ni.employer_year", four, national())
    assert (answers["due"].value, answers["used"].value, answers["payable"].value) == (1_572_480, 1_050_000, 522_480)


@pytest.mark.parametrize("no", ["only_care", "claims_allowance"])
def test_without_the_allowance_all_of_it_is_to_pay(no: str) -> None:
    asked = {"assistants": [{"pay_pence": 60_000}], no: False}
    answers = answer("ni.employer_year", asked, national())
    assert (answers["used"].value, answers["payable"].value) == (0, 393_120)


@pytest.mark.parametrize(
    ("letter", "words"),
    [
        ("H", "Letter H is for apprentices under 25. We do not work it out here."),
        ("V", "people who have left the armed forces"),
        ("Q", "“Q” is not a letter that we work out."),
        ("a", "“a” is not a letter"),
    ],
)
def test_a_letter_that_is_not_worked_out_says_whose_it_is_and_whom_to_ask(letter: str, words: str) -> None:
    with pytest.raises(BadInput) as refusal:
        answer("ni.employer", {"pay_pence": 50_000, "category": letter}, national())
    assert words in str(refusal.value)
    assert "Choose one of A, C, M, or ask whoever runs your payroll." in str(refusal.value)
