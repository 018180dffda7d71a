"""A figure and its working are one thing: it can be kept, read back and worked out again."""

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from ownway.rules import steps, wording
from ownway.rules import vocabulary as words
from ownway.rules.steps import BASIS_POINTS, COUNT, PENCE_WEEKLY, Step


def pence(value: int, label: str = "Pay") -> Step:
    return words.given(label, value, PENCE_WEEKLY, source="told by Amina")


amounts = st.integers(-(10**9), 10**9).map(pence)
rates = st.integers(0, 20_000).map(lambda rate: words.given("Rate", rate, BASIS_POINTS))
whole = st.integers(1, 400).map(lambda number: words.given("Number", number, COUNT))
roundings = st.sampled_from([words.NEAREST_PENNY, words.PENNY_DOWN, words.PENNY_UP, words.NEAREST_5P])


def grown(parts: st.SearchStrategy[Step]) -> st.SearchStrategy[Step]:
    """Workings made of workings, using every word that makes a weekly amount."""
    return st.one_of(
        st.lists(parts, min_size=1, max_size=4).map(lambda some: words.add_up("Together", *some)),
        st.builds(lambda a, b: words.take_away("Left", a, b), parts, parts),
        st.builds(lambda a, b: words.smaller_of("The smaller", a, b), parts, parts),
        st.builds(lambda a, b: words.larger_of("The larger", a, b), parts, parts),
        st.builds(lambda n, a: words.for_each("Each", n, a), whole, parts),
        st.builds(lambda a, r, how: words.part_of("A part", a, r, rounding=how), parts, rates, roundings),
        st.builds(lambda a, n, how: words.shared("A share", a, n, rounding=how), parts, whole, roundings),
        st.builds(
            lambda a, n, m, how: words.convert("As", a, times=n, over=m, unit=PENCE_WEEKLY, rounding=how),
            *(parts, whole, whole, roundings),
        ),
        st.builds(lambda a, b: words.whole_steps_up("Steps", a, step=pence(250), worth=b), parts, parts),
        st.builds(lambda a, b, c: words.choose("One", words.is_more_than("More?", a, b), yes=b, no=c), *[parts] * 3),
        st.builds(lambda a, b, c: words.choose("One", words.reaches("Enough?", a, b), yes=b, no=c), *[parts] * 3),
    )


workings = st.recursive(amounts, grown, max_leaves=12)


@given_any(workings)
def test_the_working_reproduces_the_answer(step: Step) -> None:
    assert words.recompute(step) == step


@given_any(workings)
def test_it_reads_back_as_it_was_kept(step: Step) -> None:
    kept = steps.to_json(step)
    assert steps.from_json(kept) == step
    assert steps.digest(steps.from_json(kept)) == steps.digest(step)


@given_any(workings)
def test_every_line_of_it_can_be_said(step: Step) -> None:
    said = list(wording.lines(step))
    assert said[0].label == step.label
    assert all(line.amount and line.how for line in said)


def test_a_changed_answer_is_noticed() -> None:
    honest = words.add_up("Together", pence(100), pence(250))
    changed = honest._replace(value=351)
    assert words.recompute(changed) == honest != changed


def test_a_changed_answer_deep_inside_is_noticed() -> None:
    inside = words.add_up("Inside", pence(100), pence(250))._replace(value=999)
    outside = words.take_away("Left", pence(1000), inside)
    assert words.recompute(outside).value == 650 != outside.value


def test_a_part_used_twice_is_kept_once() -> None:
    pay = pence(100)
    both = words.add_up("Together", pay, words.smaller_of("The smaller", pay, pence(300)))
    assert [node["label"] for node in steps.to_json(both)["steps"]] == ["Pay", "Pay", "The smaller", "Together"]


def test_the_same_working_made_of_other_objects_has_the_same_digest() -> None:
    shared = pence(100)
    once = words.add_up("Together", shared, shared)
    twice = words.add_up("Together", pence(100), pence(100))
    assert steps.digest(once) == steps.digest(twice)


def test_several_answers_keep_what_they_share_once() -> None:
    pay = pence(100)
    answers = {"pay": pay, "twice": words.add_up("Twice", pay, pence(100))}
    kept = steps.answers_to_json(answers)
    assert [node["label"] for node in kept["steps"]] == ["Pay", "Twice"]
    assert steps.answers_from_json(kept) == answers


@pytest.mark.parametrize("kept", [{}, {"steps": [], "roots": {"a": 0}}, {"steps": [], "roots": []}])
def test_what_are_no_answers_is_refused(kept: dict) -> None:
    with pytest.raises(ValueError, match="not a stored working"):
        steps.answers_from_json(kept)


def test_another_label_has_another_digest() -> None:
    assert steps.digest(pence(100, "Pay")) != steps.digest(pence(100, "Rent"))


@pytest.mark.parametrize(
    "kept",
    [
        {"steps": [], "root": 0},
        {"steps": [{"label": "a", "value": 1, "unit": "pence", "how": "add up", "parts": [0]}], "root": 0},
        {"steps": [{"label": "a", "value": 1, "unit": "florins", "how": "given"}], "root": 0},
        {"steps": [{"label": "a", "value": 1, "unit": "pence", "how": "given", "extra": 1}], "root": 0},
        {"root": 0},
    ],
)
def test_what_is_no_working_is_refused(kept: dict) -> None:
    with pytest.raises(ValueError, match=r"working|unit"):
        steps.from_json(kept)


def test_a_word_outside_the_vocabulary_is_not_worked_out() -> None:
    with pytest.raises(ValueError, match="guess"):
        words.recompute(Step("Something", 1, PENCE_WEEKLY, "guess", parts=(pence(1),)))


@pytest.mark.parametrize("value", [1.5, True, "12"])
def test_only_whole_numbers_are_given(value: object) -> None:
    with pytest.raises(TypeError, match="whole number"):
        words.given("Pay", value, PENCE_WEEKLY)
