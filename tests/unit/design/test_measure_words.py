"""Words are measured: short sentences and words read easily, and harsh phrases are found with what to say instead."""

import pytest

from ownway.ground.design import plain


@pytest.mark.parametrize(
    ("word", "count"),
    [("paid", 1), ("payment", 2), ("people", 2), ("agreement", 3), ("times", 1), ("services", 3), ("wanted", 2), ("used", 1), ("the", 1),
     ("little", 2), ("contribution", 4)],
)  # fmt: skip
def test_syllables_are_counted_by_ear(word, count):
    assert plain.syllables(word) == count


def test_the_grade_follows_its_formula():
    # 10 words, 2 sentences, 10 syllables: 0.39 × 5 + 11.8 × 1 − 15.59 = −1.84
    assert plain.grade("The cat sat on the mat. We paid you once.") == -1.8


def test_an_office_letter_is_harder_than_a_plain_one():
    office = "In accordance with the agreement, failure to provide documentation necessitates commencement of recovery."
    assert plain.grade(office) > 15
    assert plain.grade("Please send us your bank statement for May. If you cannot, tell us and we will help.") < 4


def test_a_text_without_words_has_no_grade():
    assert plain.grade("£12.50") == 0


def test_tags_are_left_out_and_blocks_end_a_sentence():
    assert plain.grade("<p>We paid you.</p><style>p { colour: red }</style>") == plain.grade("We paid you.")
    assert plain.longest_sentence("<li>one two</li><li>three four five</li>") == "three four five"


@pytest.mark.parametrize(
    "harsh",
    ["an audit of your account", "unauthorised expenditure", "we demand", "failure to send", "You must repay", "legal action",
     "misuse of funds", "we suspect fraud", "service users", "wheelchair-bound", "in accordance with", "prior to May"],
)  # fmt: skip
def test_a_harsh_phrase_is_found(harsh):
    assert plain.harsh_words(f"This is about {harsh} here.")


@pytest.mark.parametrize(
    "kind",
    ["We would like to look at your account together.", "Please send your statement by 3 May.", "In some cases we can help.",
     "You should have received a letter.", "The auditorium is open.", "Dev will pass it on."],
)  # fmt: skip
def test_a_kind_sentence_is_left_alone(kind):
    assert plain.harsh_words(kind) == []


def test_each_comes_with_what_to_say_instead_in_the_order_it_stands():
    found = plain.harsh_words("<p>We demand an Audit.</p>")
    assert [(one.phrase, one.instead) for one in found] == [("demand", "ask"), ("Audit", "financial check-up")]
