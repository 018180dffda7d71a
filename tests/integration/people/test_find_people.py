"""Workers find people of their own council by name or reference."""

import pytest
from tests.factories.persons import make_person
from tests.reading import text_of

from ownway.ground.people.queries import find_people


@pytest.fixture
def many(council, amina):
    """Sixty people beside Amina."""
    return [make_person(council=council, name=f"Person Number{n:02}", reference=f"N{n:02}") for n in range(60)]


@pytest.mark.parametrize("words", ["amina", "OKAFOR", "mina Ok", "P04711", "p04711"])
def test_a_part_of_a_name_or_the_reference_will_do(amina, council, words):
    assert [person.name for person in find_people(council=council, words=words).people] == ["Amina Okafor"]


@pytest.mark.parametrize("words", ["Zeb", "P0471", "%", "_", "' OR 1=1 --", "\\"])
def test_other_words_find_nobody(amina, council, words):
    assert find_people(council=council, words=words).count == 0


def test_another_councils_people_are_not_found(as_, esi, amina):
    assert "0 people found" in text_of(as_(esi).get("/people/", {"words": "Amina"}))


def test_a_page_shows_twenty_five_and_says_how_many_there_are(council, many):
    first = find_people(council=council, words="", page=1)
    last = find_people(council=council, words="", page=3)
    assert (first.count, first.pages, len(first.people), len(last.people)) == (61, 3, 25, 11)
    assert find_people(council=council, words="", page=99).number == 3


@pytest.mark.parametrize("page", ["0", "-1", "two", "", "99999999999999999999"])
def test_a_page_that_is_none_shows_one_that_is(as_, dev, many, page):
    answer = as_(dev).get("/people/", {"words": "person", "page": page})
    assert "60 people found for “person”." in text_of(answer)


def test_what_was_asked_for_is_shown_as_words_only(as_, dev, amina):
    answer = as_(dev).get("/people/", {"words": "<b>Amina</b>"})
    assert "<b>Amina</b>" not in answer.content.decode()
    assert "<b>Amina</b>" in text_of(answer)


def test_a_page_of_many_asks_no_more_than_a_page_of_one(as_, dev, amina, many, django_assert_max_num_queries):
    browser = as_(dev)
    with django_assert_max_num_queries(8):
        browser.get("/people/", {"words": "Amina"})
    with django_assert_max_num_queries(8):
        browser.get("/people/")
