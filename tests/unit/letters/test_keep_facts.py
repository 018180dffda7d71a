"""A letter's facts and words are kept as plain data, and read back the same or not at all."""

import copy
import json

import pytest
from tests.unit.letters import samples

from ownway.ground.letters.content import suite
from ownway.ground.letters.content.letter import LetterContent
from ownway.ground.letters.content.plain_data import CannotBeRead, from_plain, to_plain


@pytest.fixture(params=samples.SUITE)
def sample(request):
    kind, make = samples.SUITE[request.param]
    return kind, make()


def test_facts_come_back_from_json_as_they_were(sample):
    kind, facts = sample
    assert suite.facts_from_json(kind, json.loads(json.dumps(suite.facts_to_json(facts)))) == facts


def test_words_come_back_from_json_as_they_were(sample):
    letter = suite.write_letter(*sample)
    assert from_plain(LetterContent, json.loads(json.dumps(to_plain(letter)))) == letter


def test_a_letter_written_again_from_kept_facts_is_the_same(sample):
    kind, facts = sample
    kept = json.loads(json.dumps(suite.facts_to_json(facts)))
    assert suite.write_letter(kind, suite.facts_from_json(kind, kept)) == suite.write_letter(kind, facts)


def test_the_digest_is_of_the_facts_and_not_of_their_order(sample):
    told = suite.facts_to_json(sample[1])
    turned = dict(reversed(told.items()))
    assert suite.digest(told) == suite.digest(turned)
    assert suite.digest(told) != suite.digest({**told, "extra": 1})


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda data: data.pop("reply_by_on"), "OfferFacts has no reply_by_on"),
        (lambda data: data.update(colour="red"), "OfferFacts has an unknown colour"),
        (lambda data: data.update(reply_by_on="2026-02-30"), "OfferFacts.reply_by_on is not a day"),
        (lambda data: data.update(reply_by_on=5), "OfferFacts.reply_by_on cannot be 5"),
        (lambda data: data.update(support="swimming"), "OfferFacts.support should be a list"),
        (lambda data: data.update(support=[3]), "OfferFacts.support 1 cannot be 3"),
        (lambda data: data.update(budget="lots"), "OfferFacts.budget should be a working"),
        (lambda data: data["budget"].update(root=99), "OfferFacts.budget: This is not a stored working"),
        (lambda data: data.update(letter=None), "OfferFacts.letter should be a Correspondence"),
        (lambda data: data["letter"].update({"is": "Sender"}), "OfferFacts.letter should be a Correspondence"),
    ],
)
def test_spoilt_facts_are_refused_by_their_place(spoil, says):
    data = copy.deepcopy(suite.facts_to_json(samples.offer()))
    spoil(data)
    with pytest.raises(CannotBeRead, match=says):
        suite.facts_from_json("offer", data)


def test_facts_of_another_letter_are_refused():
    with pytest.raises(TypeError, match="made from OfferFacts, not CheckUpFacts"):
        suite.write_letter("offer", samples.check_up())
    with pytest.raises(KeyError):
        suite.write_letter("postcard", samples.offer())
