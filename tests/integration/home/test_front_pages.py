"""The pages that anybody may read: plain, kind, honest, and valid."""

import html5lib
import pytest
from django.test import override_settings
from django.urls import clear_url_caches, reverse
from tests.factories.councils import PASSWORD
from tests.factories.persons import user_of
from tests.reading import page_of, text_of

from ownway.ground.design import plain

PAGES = ("/", "/help/", "/privacy/", "/cookies/", "/accessibility/")
READING_AGE_NINE = 4.5  # grade 4, and a half for names that cannot be left out
MAIN_ONLY = 4  # words: a shorter line is a label, not a sentence


def sentences(page):
    """What stands in the main part, without labels and headings of a few words."""
    main = page.split("<main", 1)[1].split("</main>")[0]
    lines = plain.without_tags(main).splitlines()
    return "\n".join(line.strip() for line in lines if len(plain.WORD.findall(line)) > MAIN_ONLY)


@pytest.mark.parametrize("address", PAGES)
def test_anybody_can_read_it(anonymous, address):
    assert anonymous.get(address).status_code == 200


@pytest.mark.parametrize("address", PAGES)
def test_it_reads_at_about_the_age_of_nine(anonymous, address):
    said = sentences(anonymous.get(address).content.decode())
    assert plain.grade(said) <= READING_AGE_NINE, plain.longest_sentence(said)
    assert plain.harsh_words(said) == []


@pytest.mark.parametrize("address", PAGES)
def test_it_is_valid_and_has_one_h1(anonymous, address):
    answer = anonymous.get(address)
    html5lib.HTMLParser(strict=True).parse(answer.content.decode())
    assert len(page_of(answer).findall(".//h1")) == 1


def test_the_front_page_names_the_four_ways_and_leads_to_signing_in(anonymous):
    answer = anonymous.get("/")
    ways = [heading.text for heading in page_of(answer).findall(".//li/h3")][:4]
    assert ways == ["A direct payment", "The council sets it up", "An Individual Service Fund", "A mix"]
    assert reverse("account_login") in links(answer)
    assert reverse("home:start") not in links(answer)


def test_somebody_signed_in_goes_on_to_their_page(as_, amina):
    answer = as_(amina).get("/")
    assert reverse("home:start") in links(answer)
    assert reverse("account_login") not in links(answer)


def test_the_made_up_people_are_offered_where_they_are_installed(anonymous):
    assert reverse("demo:personas") in links(anonymous.get("/"))


def test_they_are_not_offered_where_they_are_not(anonymous):
    with override_settings(ROOT_URLCONF="tests.integration.home.urls_without_demo"):
        clear_url_caches()
        answer = anonymous.get("/")
    clear_url_caches()
    assert answer.status_code == 200
    assert "Try it as" not in text_of(answer)


@pytest.mark.parametrize("name", ["help", "privacy", "cookies", "accessibility"])
def test_every_page_leads_to_it_from_its_foot(anonymous, name):
    footer = page_of(anonymous.get("/sign-in/")).find(".//footer")
    assert reverse(name) in [link.get("href") for link in footer.iter("a")]


def test_help_tells_who_is_signed_in_whom_to_call(as_, amina, anonymous):
    assert "01632 960 100" in text_of(as_(amina).get("/help/"))
    assert "01632" not in text_of(anonymous.get("/help/"))


def test_every_cookie_that_is_set_is_named(anonymous, amina):
    asked = anonymous.get("/sign-in/")
    signed_in = anonymous.post("/sign-in/", {"login": user_of(amina).email, "password": PASSWORD})
    anonymous.get(f"/people/{amina.pk}/")
    out = anonymous.post(reverse("account_logout"))
    assert signed_in.status_code == out.status_code == 302
    given = set(anonymous.cookies) | set(asked.cookies) | set(signed_in.cookies) | set(out.cookies)
    named = {head.text for head in page_of(anonymous.get("/cookies/")).findall(".//tbody//th")}
    assert {"sessionid", "csrftoken"} <= given <= named


@pytest.mark.parametrize("address", PAGES)
def test_a_visitor_who_only_reads_gets_no_cookie(anonymous, address):
    assert not anonymous.get(address).cookies


def test_the_statement_says_what_was_not_tested(anonymous):
    said = text_of(anonymous.get("/accessibility/"))
    assert "Nobody who uses a screen reader every day has tried it yet." in said
    assert "axe" in said


def test_privacy_says_that_one_can_see_who_looked(as_, amina, anonymous):
    said = text_of(anonymous.get("/privacy/"))
    assert "“Who has looked at your record”" in said
    assert "Who has looked at your record" in text_of(as_(amina).get("/start/"))


def links(answer):
    """The addresses in the main part of a page."""
    return [link.get("href") for link in page_of(answer).find(".//main").iter("a")]
