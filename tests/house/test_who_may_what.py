"""Every door names its permission, the table of who may what is agreed, and each person finds the doors just so."""

import os

import pytest
from tests.factories.examples import make_examples
from tests.house import who
from tests.house.doors import every_door

SIGN_IN = "/sign-in/?next="


def test_every_door_names_its_permission():
    assert [door.name for door in every_door() if door.may is None] == []


def test_the_table_is_the_one_that_was_agreed():
    made = who.table(every_door())
    if os.environ.get("OWNWAY_WRITE_GOLDEN"):
        who.FILE.write_text(made)
    assert who.FILE.read_text() == made, f"A door changed. If that was on purpose: {who.WRITE_IT_AGAIN}"


@pytest.mark.parametrize("name", who.PEOPLE)
def test_each_person_finds_every_door_as_the_table_says(name, request, as_, anonymous, amina, dev):
    known = make_examples(person=amina, by=dev)
    somebody = amina if name == "amina" else request.getfixturevalue(name)
    browser = anonymous if name == "anonymous" else as_(somebody)
    browser.raise_request_exception = False
    agreed = who.agreed()
    surprises = []
    for door in every_door():
        if "GET" not in door.methods:
            continue
        answer = browser.get(door.address(known))
        outcome = what_happened(answer)
        wanted = expected(name, door, agreed.get(door.route, who.marks(door.may)), is_there=door.is_known_by(known))
        if outcome not in wanted:
            surprises.append(f"{name} at {answer.request['PATH_INFO']}: {outcome}, not {' or '.join(sorted(wanted))}")
    assert surprises == []


def what_happened(answer):
    """One word for an answer."""
    if answer.status_code == 302 and answer["Location"].startswith(SIGN_IN):
        return "asked to sign in"
    if answer.status_code == 302 and answer["Location"] == "/second-factor/needed/":
        return "asked for a second factor"
    words = {200: "opens", 302: "opens", 403: "refused", 404: "not found"}
    return words.get(answer.status_code, f"status {answer.status_code}")


def expected(name, door, marks, *, is_there):
    """The words that the table allows for this person at this door."""
    if door.is_about_a_person and name == "esi":
        return {"not found"}
    if marks & who.PEOPLE[name]:
        # The library's own pages answer "not found" to who has, for example, no recovery codes yet.
        return {"opens"} if is_there and not door.is_library else {"opens", "not found"}
    if name == "anonymous":
        return {"asked to sign in"}
    return {"refused"}


def test_a_refusal_says_no_in_plain_words(as_, carys, amina):
    answer = as_(carys).get(f"/people/{amina.pk}/")
    assert answer.status_code == 403
    assert "see_person" not in answer.content.decode()
