"""May a personal assistant who is family be paid? The page says what the rulebook says, and keeps nothing."""

import pytest
from tests.reading import text_of

from ownway.ground.audit.models import Event


@pytest.fixture
def ask(as_, amina, carys):
    """`ask(amina, "parent", "yes")`: what the page answers."""

    def asked(who, relationship, same):
        address = f"/people/{amina.pk}/who-acts/{carys.relationships.get().pk}/paying/"
        return text_of(as_(who).get(address, {"relationship": relationship, "same_household": same}))

    return asked


@pytest.mark.parametrize(
    ("relationship", "same", "told"),
    [
        ("brother or sister", "yes", "You can pay this person to give you care if the council agrees"),
        ("brother or sister", "no", "Yes, you can pay this person, because they do not live in the same home as you."),
        ("spouse", "no", "The law has a rule about paying your husband, wife or civil partner"),
        ("friend", "yes", "Yes, you can pay this person. The rule about family does not apply."),
    ],
)
def test_it_answers_as_the_rulebook_does(ask, dev, relationship, same, told):
    said = ask(dev, relationship, same)
    assert told in said
    assert "SI 2014/2871 reg 3" in said
    assert "Please check it there" in said


def test_amina_and_brian_can_ask_too_and_nothing_is_kept(ask, amina, brian):
    for who in (amina, brian):
        assert "Yes, you can pay this person" in ask(who, "neighbour", "no")
    assert not Event.objects.exists()


@pytest.mark.parametrize(("relationship", "same"), [("bestie", "yes"), ("parent", ""), ("", "no"), ("parent", "maybe")])
def test_half_an_answer_is_asked_for_by_the_field(ask, dev, relationship, same):
    said = ask(dev, relationship, same)
    assert "There is a problem" in said
    assert "you can pay this person" not in said


def test_carys_cannot_ask(as_, amina, carys):
    assert as_(carys).get(f"/people/{amina.pk}/who-acts/{carys.relationships.get().pk}/paying/").status_code == 403
