"""Every letter can be read at about nine, threatens nobody, and says how to answer and in which other ways."""

import pytest
from tests.unit.letters import samples

from ownway.ground.design.plain import WORD, grade, harsh_words, longest_sentence
from ownway.ground.letters.content import suite
from ownway.ground.letters.content.letter import LetterContent

READING_GRADE = 4.0  # reading age is about grade + 5
LONGEST_SENTENCE = 25  # words


@pytest.fixture(params=samples.SUITE)
def letter(request) -> LetterContent:
    kind, make = samples.SUITE[request.param]
    return suite.write_letter(kind, make())


def test_the_samples_hold_every_kind_of_letter():
    assert {kind for kind, _ in samples.SUITE.values()} == set(suite.SUITE)


def test_it_can_be_read_at_nine(letter):
    assert grade(letter.sentences()) <= READING_GRADE, longest_sentence(letter.sentences())


def test_no_sentence_is_long(letter):
    assert len(WORD.findall(longest_sentence(letter.sentences()))) <= LONGEST_SENTENCE


def test_it_neither_threatens_nor_labels_anybody(letter):
    assert harsh_words("\n".join(letter.texts())) == []


def test_a_threat_would_be_seen():
    assert harsh_words("You must comply, or we will take enforcement action.")


def test_it_says_how_to_answer_and_to_whom_else_to_talk(letter):
    words = letter.sentences()
    for way in ("01632 960 001", "direct.payments@havenbridge.example", "Havenbridge Independent Living"):
        assert way in words


def test_it_offers_other_formats_and_languages(letter):
    for way in ("large print", "Easy Read", "braille", "audio", "another language", "on the phone"):
        assert way in letter.sentences()


def test_it_says_please_and_offers_more_than_one_way(letter):
    assert "please" in letter.sentences().lower()
