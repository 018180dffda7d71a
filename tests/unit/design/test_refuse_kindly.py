"""When a page cannot be shown, people are told in plain words, with no fault laid on them."""

import pytest
from django.test import RequestFactory
from tests.unit.design.html import read, text

from ownway.ground.design import errors, plain

PAGES = {
    errors.bad_request: (400, "We could not read that"),
    errors.permission_denied: (403, "You cannot see this page"),
    errors.page_not_found: (404, "We cannot find this page"),
    errors.server_error: (500, "Sorry, something went wrong"),
    errors.csrf_failure: (403, "Please try that again"),
    errors.too_many_requests: (429, "Please wait a little"),
}


def shown(handler):
    return handler(RequestFactory().get("/somewhere/"))


@pytest.mark.parametrize("handler", PAGES)
def test_it_has_its_status_and_one_heading(handler):
    response = shown(handler)
    tree = read(response.content.decode())
    assert (response.status_code, [text(one) for one in tree.iter("h1")]) == (PAGES[handler][0], [PAGES[handler][1]])


@pytest.mark.parametrize("handler", PAGES)
def test_its_words_are_plain_and_kind(handler):
    main = next(read(shown(handler).content.decode()).iter("main"))
    words = "\n".join(text(block) for block in main.iter() if block.tag in {"h1", "p"})
    assert plain.grade(words) <= 6
    assert plain.harsh_words(words) == []


def test_django_passes_what_was_raised():
    request = RequestFactory().get("/somewhere/")
    assert errors.page_not_found(request, exception=Exception("secret")).content.count(b"secret") == 0
    assert errors.csrf_failure(request, reason="no cookie").status_code == 403


def test_our_own_fault_is_told_even_when_the_session_is_what_broke():
    class Broken:
        @property
        def is_authenticated(self):
            raise ConnectionError("no database")

    request = RequestFactory().get("/")
    request.user = Broken()
    assert errors.server_error(request).status_code == 500
