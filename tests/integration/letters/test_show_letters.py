"""A person's letters: the list, one letter as a page, and its PDF as it was made or in large print."""

from dataclasses import replace
from datetime import timedelta

import html5lib
import pytest
from tests.factories.persons import make_person
from tests.unit.letters.pdf_text import opened, text_of

from ownway.ground.letters.models import Letter

READERS = {"amina", "brian", "dev", "harriet", "farah", "gwen"}


def page(response):
    assert response.status_code == 200
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def words(response) -> str:
    return " ".join("".join(page(response).itertext()).split())


def test_the_list_is_newest_first_and_leads_to_each(as_, amina, write, now, offer_to):
    first = write(amina)
    second = write(amina, facts=replace(offer_to(amina), one_off=None), at=now + timedelta(days=1))
    shown = page(as_(amina).get(f"/people/{amina.pk}/letters/"))
    links = [link.get("href") for link in shown.findall(".//main//li/a")]
    assert links == [f"/people/{amina.pk}/letters/{letter.pk}/" for letter in (second, first)]


def test_the_list_says_when_there_are_none(as_, amina):
    assert "There are no letters yet." in words(as_(amina).get(f"/people/{amina.pk}/letters/"))


def test_the_list_leaves_the_pdfs_where_they_are(as_, amina, write, django_assert_max_num_queries):
    write(amina)
    client = as_(amina)
    with django_assert_max_num_queries(20) as asked:
        client.get(f"/people/{amina.pk}/letters/")
    assert not any('"letters_letter"."pdf"' in query["sql"] for query in asked.captured_queries)


def test_the_page_has_one_first_heading_and_every_figure(as_, amina, write):
    response = as_(amina).get(f"/people/{amina.pk}/letters/{write(amina).pk}/")
    assert [heading.text for heading in page(response).findall(".//h1")] == ["Your direct payment offer"]
    for figure in ("£442.60 a week", "£62.10 a week", "£380.50 a week", "£1,522.00 every 4 weeks"):
        assert figure in words(response)


def test_the_page_shows_the_words_that_were_sent_and_not_todays(as_, amina, write, monkeypatch):
    letter = write(amina)
    monkeypatch.setattr("ownway.ground.letters.content.frame.OTHER_FORMATS", "Words of another year.")
    shown = words(as_(amina).get(f"/people/{amina.pk}/letters/{letter.pk}/"))
    assert "We can send you this letter in large print" in shown
    assert "Words of another year." not in shown


def test_the_pdf_is_the_one_that_was_made(as_, amina, write):
    letter = write(amina)
    response = as_(amina).get(f"/people/{amina.pk}/letters/{letter.pk}/pdf/")
    assert response.content == bytes(Letter.objects.get(pk=letter.pk).pdf)
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Disposition"] == 'inline; filename="2026-09-01-your-direct-payment-offer.pdf"'


def test_the_large_print_has_the_same_words_on_more_pages(as_, amina, write):
    letter = write(amina)
    address = f"/people/{amina.pk}/letters/{letter.pk}"
    plain, large = (as_(amina).get(f"{address}/{which}/").content for which in ("pdf", "large-print"))
    assert "£1,522.00every4weeks" in text_of(plain)
    assert "£1,522.00every4weeks" in text_of(large)
    with opened(plain) as small, opened(large) as big:
        assert len(big.pages) > len(small.pages)


@pytest.mark.parametrize("where", ["", "{id}/", "{id}/pdf/", "{id}/large-print/"])
def test_only_those_who_may_read_a_letter_get_it(where, everybody, amina, write):
    address = f"/people/{amina.pk}/letters/{where.format(id=write(amina).pk)}"
    answers = {name: client.get(address).status_code for name, client in everybody.items()}
    assert {name for name, status in answers.items() if status == 200} == READERS
    assert answers["esi"] == 404
    assert answers["anonymous"] == 302


@pytest.mark.parametrize("where", ["{id}/", "{id}/pdf/", "{id}/large-print/"])
def test_a_letter_is_not_found_under_somebody_else(where, as_, dev, amina, council, write):
    letter = write(amina)
    other = make_person(council=council, name="Leila Haddad")
    assert as_(dev).get(f"/people/{other.pk}/letters/{where.format(id=letter.pk)}").status_code == 404


def test_a_letter_is_read_and_not_written_to(as_, dev, amina, write):
    assert as_(dev).post(f"/people/{amina.pk}/letters/{write(amina).pk}/").status_code == 405
